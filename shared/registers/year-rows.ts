import { isDay } from './days.ts';
import { type Entry, fieldOf } from './entry.ts';
import type { Ratio } from './kind.ts';
import { registerOf, type RegisterName } from './kinds.ts';
import { allColumns, changedUses, labelIn } from './year/columns.ts';
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
  /** Of columns that the program counts by: what the office calls them otherwise, which it hides. */
  readonly changed: string[];
}

export function yearRows(year: Year, register: RegisterName): YearRows & { readonly entries: Entry[] } {
  const { label, month } = registerOf(register);
  const all = entriesOf(year, register);
  const dated = all.filter((entry) => isDay(fieldOf(entry, month)));
  const entries = dated.filter((entry) => Number(fieldOf(entry, month).slice(0, 4)) === year.year);
  return {
    ...{ label, entries, rows: all.length, counted: entries.length },
    ...{ undated: all.length - dated.length, elsewhere: dated.length - entries.length },
    day: labelIn(year, register, month),
    strange: strangeIn(year, register, entries),
    changed: changedUses(year, register),
  };
}

/** What a register says of items that are scored by a ratio, of the rows of its year. */
export function ratiosOf(year: Year, register: RegisterName): readonly Ratio[] {
  return registerOf(register).ratios?.(yearRows(year, register).entries) ?? [];
}

/** Of the columns of the kind: nothing is counted by the office's own. */
function strangeIn(year: Year, register: RegisterName, entries: readonly Entry[]): YearRows['strange'] {
  return allColumns(year, register).flatMap(({ code, label, kind, choices = [], isOwn }) => {
    if (isOwn || (kind !== 'day' && kind !== 'choice')) return [];
    const isRight = (text: string): boolean => (kind === 'day' ? isDay(text) : choices.includes(text));
    const count = entries
      .map((entry) => fieldOf(entry, code))
      .filter((text) => text !== '' && !isRight(text)).length;
    return count === 0 ? [] : [{ label, count }];
  });
}

/** Which rows of a ledger count, why the others do not, and what in them is not known. */
export function rowsWords({
  label,
  rows,
  counted,
  undated,
  elsewhere,
  day,
  strange,
  changed,
}: YearRows): string {
  const out = leftOut({ undated, elsewhere, day });
  const rest = out === '' ? '' : `；${out}，没有算`;
  const odd = strangeWords({ strange });
  const notes = [odd, ...changed].filter((note) => note !== '').map((note) => `；${note}`);
  return `${label}台账共${rows}行，按${day}属于当年的${counted}行${rest}${notes.join('')}`;
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
