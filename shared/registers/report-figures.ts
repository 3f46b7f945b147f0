import { isDay } from './days.ts';
import { fieldOf } from './entry.ts';
import { byChoice, type Figure, total } from './figure.ts';
import { columnsOf, LEDGER_NAMES, type LedgerName, registerOf } from './kinds.ts';
import { entriesOf } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** What one ledger of a year gives for the 数据 of a report, and from which rows. */
export interface LedgerFigures {
  readonly register: LedgerName;
  /** 行政调解. */
  readonly label: string;
  readonly rows: number;
  /** Rows of the year; and those that are left out: without a day, of another year. */
  readonly counted: number;
  readonly undated: number;
  readonly elsewhere: number;
  /** By which column a row is of the year: 受理日期. */
  readonly day: string;
  /** Whole sentences; none where nothing of the year is registered: an empty ledger claims nothing, not even 0. */
  readonly figures: ReportFigure[];
}

interface ReportFigure extends Figure {
  /** By which it is known again: the year, the ledger, the figure. */
  readonly key: string;
}

/** Of every ledger of a year that was begun, in their order. */
export function reportFigures(year: Year): LedgerFigures[] {
  return LEDGER_NAMES.filter((name) => entriesOf(year, name).length > 0).map((name) => ledgerOf(year, name));
}

function ledgerOf(year: Year, register: LedgerName): LedgerFigures {
  const kind = registerOf(register);
  const all = entriesOf(year, register);
  const dated = all.filter((entry) => isDay(fieldOf(entry, kind.month)));
  const rows = dated.filter((entry) => Number(fieldOf(entry, kind.month).slice(0, 4)) === year.year);
  const figures = rows.length === 0 ? [] : (kind.figures?.(rows) ?? usualFigures(register, rows));
  return {
    ...{ register, label: kind.label, rows: all.length, counted: rows.length },
    ...{ undated: all.length - dated.length, elsewhere: dated.length - rows.length },
    day: columnsOf(register).find(({ code }) => code === kind.month)?.label ?? '日期',
    figures: figures.map((figure) => ({
      ...figure,
      key: `${year.id}/${register}/${figure.code}`,
      sentence: `${year.year}年${figure.sentence}。`,
    })),
  };
}

/** Of a kind that has no sentences of its own. */
function usualFigures(register: LedgerName, rows: Parameters<typeof total>[0]): readonly Figure[] {
  const { label: name, unit, counted = [] } = registerOf(register);
  const columns = columnsOf(register).filter(({ code }) => counted.includes(code));
  return [
    total(rows, `登记${name}`, unit),
    ...columns.flatMap((column) => byChoice(rows, column, { name, unit })),
  ];
}

/** Which ledger of which year, how many of its rows, and why the others were left out. */
export function rowsWords({
  label,
  rows,
  counted,
  undated,
  elsewhere,
  day,
}: Omit<LedgerFigures, 'figures'>): string {
  const out = [
    undated > 0 && `${undated}行的${day}空着或者不是日期`,
    elsewhere > 0 && `${elsewhere}行不是当年的`,
  ].filter((words) => words !== false);
  const rest = out.length === 0 ? '' : `；${out.join('，')}，没有算`;
  return `${label}台账共${rows}行，按${day}属于当年的${counted}行${rest}`;
}

/** How a figure was counted, and whose rule that is. */
export function ruleWords({ numerator, denominator, also, source }: Figure): string {
  const counts = denominator
    ? `分子${numerator.count}：${numerator.words}；分母${denominator.count}：${denominator.words}`
    : `${numerator.count}：${numerator.words}`;
  const rule = also === undefined ? counts : `${counts}；${also}`;
  return `${rule}。${source ? `依据${source.document} ${source.clause}；怎样计数是` : ''}本软件的算法${source ? '' : '，通知没有规定'}。`;
}
