import { byChoice, type Figure, total } from './figure.ts';
import { LEDGER_NAMES, type LedgerName, registerOf } from './kinds.ts';
import { allColumns } from './year/columns.ts';
import { filledEntries } from './year/entries.ts';
import type { Year } from './year/schema.ts';
import { type YearRows, yearRows } from './year-rows.ts';

/** What one ledger of a year gives for the 数据 of a report, and from which rows. */
export interface LedgerFigures extends YearRows {
  readonly register: LedgerName;
  /** Whole sentences; none where nothing of the year is registered: an empty ledger claims nothing, not even 0. */
  readonly figures: ReportFigure[];
}

interface ReportFigure extends Figure {
  /** By which it is known again: the year, the ledger, the figure. */
  readonly key: string;
}

/** Of every ledger of a year that was begun, in their order. `today`: ISO 8601. */
export function reportFigures(year: Year, today: string): LedgerFigures[] {
  return LEDGER_NAMES.filter((name) => filledEntries(year, name).length > 0).map((name) =>
    ledgerOf(year, name, today),
  );
}

function ledgerOf(year: Year, register: LedgerName, today: string): LedgerFigures {
  const { entries, ...counted } = yearRows(year, register, today);
  const figures =
    entries.length === 0
      ? []
      : (registerOf(register).figures?.(entries) ?? usualFigures(year, register, entries));
  return {
    ...{ register, ...counted },
    figures: figures.map((figure) => ({
      ...figure,
      // What is not known of some rows may change any share: it is the user's to take.
      ...(counted.strange.length + counted.wrong.length > 0 &&
        figure.denominator && { usual: false as const }),
      key: `${year.id}/${register}/${figure.code}`,
      sentence: `${year.year}年${figure.sentence}。`,
    })),
  };
}

/** Of a kind that has no sentences of its own. */
function usualFigures(
  year: Year,
  register: LedgerName,
  rows: Parameters<typeof total>[0],
): readonly Figure[] {
  const { label: name, unit, counted = [] } = registerOf(register);
  const columns = allColumns(year, register).filter(({ code }) => counted.includes(code));
  return [
    total(rows, `登记${name}`, unit),
    ...columns.flatMap((column) => byChoice(rows, column, { name, unit })),
  ];
}

/** How a figure was counted, and whose rule that is. */
export function ruleWords({ numerator, denominator, also, source }: Figure): string {
  const counts = denominator
    ? `分子${numerator.count}：${numerator.words}；分母${denominator.count}：${denominator.words}`
    : `${numerator.count}：${numerator.words}`;
  const rule = also === undefined ? counts : `${counts}；${also}`;
  return `${rule}。${source ? `依据${source.document} ${source.clause}；怎样计数是` : ''}本软件的算法${source ? '' : '，通知没有规定'}。`;
}
