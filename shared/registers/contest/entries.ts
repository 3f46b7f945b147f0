import { type Entry, fieldOf } from '../entry.ts';
import { entriesOf, filledEntries } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import type { ContestRow, RowWords } from './rows.ts';
import { type Contest, scoreContest } from './score.ts';

/** The contest that a year has registered: its rows are named by the ids of their entries. */
export function contestIn(year: Year): Contest {
  return scoreContest(filledEntries(year, 'contest').map(rowOf));
}

function rowOf(entry: Entry): ContestRow {
  return {
    ...{ at: entry.id, team: fieldOf(entry, 'team'), name: fieldOf(entry, 'name') },
    ...{ theory: fieldOf(entry, 'theory'), simulation: fieldOf(entry, 'simulation') },
    ...{ cheat: fieldOf(entry, 'cheat'), note: fieldOf(entry, 'note') },
  };
}

/** What is said of a contest where nobody has said who cheated; '' elsewhere. */
export function cheatWords(year: Year): string {
  const entries = filledEntries(year, 'contest');
  const isSaid = entries.some((entry) => fieldOf(entry, 'cheat').trim() !== '');
  return isSaid || entries.length === 0 ? '' : '“作弊”一栏都空着，按没有作弊计算';
}

/** The rows that something is said of, as people know them: 甲队 王一; by its place where no name is typed. */
export function rowNames(year: Year, { at }: RowWords): { id: string; name: string }[] {
  const entries = entriesOf(year, 'contest');
  return at.map((id) => {
    const index = entries.findIndex((entry) => entry.id === id);
    const entry = entries[index];
    const [team = '', name = ''] = entry
      ? [fieldOf(entry, 'team').trim(), fieldOf(entry, 'name').trim()]
      : [];
    return { id, name: [team, name || `第 ${index + 1} 行`].filter((word) => word !== '').join(' ') };
  });
}

/** Rows that are named in one sentence. */
export const SHOWN_ROWS = 5;

/** The same in a sentence: 甲队 王一、甲队 王二：…. */
export function rowWords(names: readonly string[], message: string): string {
  const shown = names.slice(0, SHOWN_ROWS).join('、');
  return `${shown}${names.length > SHOWN_ROWS ? `等 ${names.length} 行` : ''}：${message}`;
}

/** What keeps the places from being made, and what is to be said of them: a sentence each. */
export function contestWords(
  year: Year,
  { faults, remarks }: Contest,
): { faults: string[]; remarks: string[] } {
  const words = (each: RowWords): string =>
    rowWords(
      rowNames(year, each).map(({ name }) => name),
      each.message,
    );
  const cheat = cheatWords(year);
  return { faults: faults.map(words), remarks: [...remarks.map(words), ...(cheat === '' ? [] : [cheat])] };
}
