import { isDay } from './days.ts';
import { type Entry, fieldOf } from './entry.ts';
import type { Ratio } from './kind.ts';
import { columnsOf, registerOf, type RegisterName } from './kinds.ts';
import { entriesOf } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** What of a register is counted for its year, and what is not: one and the same for ratios and for sentences. */
export interface YearRows {
  readonly label: string;
  /** All rows of the register. */
  readonly rows: number;
  /** Rows of the year; and those that are left out: without a day, of another year. */
  readonly counted: number;
  readonly undated: number;
  readonly elsewhere: number;
  /** By which column a row is of the year: 受理日期. */
  readonly day: string;
  /** Rows of the year with something in a column that it is not for: no day, none of the choices. */
  readonly strange: { readonly label: string; readonly count: number }[];
}

export function yearRows(year: Year, register: RegisterName): YearRows & { readonly entries: Entry[] } {
  const { label, month } = registerOf(register);
  const all = entriesOf(year, register);
  const dated = all.filter((entry) => isDay(fieldOf(entry, month)));
  const entries = dated.filter((entry) => Number(fieldOf(entry, month).slice(0, 4)) === year.year);
  return {
    ...{ label, entries, rows: all.length, counted: entries.length },
    ...{ undated: all.length - dated.length, elsewhere: dated.length - entries.length },
    day: columnsOf(register).find(({ code }) => code === month)?.label ?? '日期',
    strange: strangeIn(register, entries),
  };
}

/** What a register says of items that are scored by a ratio, of the rows of its year. */
export function ratiosOf(year: Year, register: RegisterName): readonly Ratio[] {
  return registerOf(register).ratios?.(yearRows(year, register).entries) ?? [];
}

function strangeIn(register: RegisterName, entries: readonly Entry[]): YearRows['strange'] {
  return columnsOf(register).flatMap(({ code, label, kind, choices = [] }) => {
    if (kind !== 'day' && kind !== 'choice') return [];
    const isRight = (text: string): boolean => (kind === 'day' ? isDay(text) : choices.includes(text));
    const count = entries
      .map((entry) => fieldOf(entry, code))
      .filter((text) => text !== '' && !isRight(text)).length;
    return count === 0 ? [] : [{ label, count }];
  });
}

/** Which rows of a ledger count, why the others do not, and what in them is not known. */
export function rowsWords({ label, rows, counted, undated, elsewhere, day, strange }: YearRows): string {
  const out = leftOut({ undated, elsewhere, day });
  const rest = out === '' ? '' : `；${out}，没有算`;
  const odd = strangeWords({ strange });
  return `${label}台账共${rows}行，按${day}属于当年的${counted}行${rest}${odd === '' ? '' : `；${odd}`}`;
}

/** '' where every row of the register counts. */
export function leftOut({
  undated,
  elsewhere,
  day,
}: Pick<YearRows, 'undated' | 'elsewhere' | 'day'>): string {
  return [undated > 0 && `${undated}行的${day}空着或者不是日期`, elsewhere > 0 && `${elsewhere}行不是当年的`]
    .filter((words) => words !== false)
    .join('，');
}

/** '' where everything is as its column is for. */
export function strangeWords({ strange }: Pick<YearRows, 'strange'>): string {
  if (strange.length === 0) return '';
  return `${strange.map(({ label, count }) => `${count}行的“${label}”`).join('、')}不是日期或者选项里的写法，不当作填了，请核对`;
}
