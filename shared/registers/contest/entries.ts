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
    cheat: fieldOf(entry, 'cheat'),
  };
}

/** The rows that something is said of, as people know them: 甲队 王一, 第 3 行 where neither is typed. */
export function rowNames(year: Year, { at }: RowWords): { id: string; name: string }[] {
  const entries = entriesOf(year, 'contest');
  return at.map((id) => {
    const index = entries.findIndex((entry) => entry.id === id);
    const entry = entries[index];
    const words = entry ? [fieldOf(entry, 'team'), fieldOf(entry, 'name')].map((word) => word.trim()) : [];
    return { id, name: words.filter((word) => word !== '').join(' ') || `第 ${index + 1} 行` };
  });
}
