import { type Entry, fieldOf } from './entry.ts';
import { keyIn } from './key-in.ts';
import { registerOf, type RegisterName } from './kinds.ts';
import { isWhollyBefore } from './when.ts';
import { labelIn } from './year/columns.ts';
import { titleOf } from './year/entry-title.ts';
import type { Year } from './year/schema.ts';

/** A day that lies before the one that it follows. */
interface WrongDay {
  readonly code: string;
  /** As the columns are called. */
  readonly label: string;
  readonly after: string;
  /** What is not made of it; '' for nothing that is counted. */
  readonly so: string;
}

/** Days of an entry that cannot be true beside another one of it. `labelOf`: as the office calls a column. */
export function wrongDays(name: RegisterName, entry: Entry, labelOf: (code: string) => string): WrongDay[] {
  const { follows = [] } = registerOf(name);
  return follows
    .filter(({ code, after }) => isWhollyBefore(fieldOf(entry, code), fieldOf(entry, after)))
    .map(({ code, after, so = '' }) => ({ code, label: labelOf(code), after: labelOf(after), so }));
}

/** “回访日期”早于“送达日期”，没有算回访，请核对. */
export function wrongDayWords({ label, after, so }: WrongDay): string {
  return `“${label}”早于“${after}”，${so === '' ? '' : `${so}，`}请核对`;
}

/** Entries that another one before them is already, by the column that tells them apart, each with that one. */
export function repeatedIn(name: RegisterName, entries: readonly Entry[]): ReadonlyMap<Entry, Entry> {
  const { onlyOnce, again: repeated } = registerOf(name);
  if (repeated) return repeated(entries);
  const again = new Map<Entry, Entry>();
  if (onlyOnce === undefined) return again;
  const firsts = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyIn(name, onlyOnce, fieldOf(entry, onlyOnce));
    if (key === undefined) continue;
    const first = firsts.get(key);
    if (first) again.set(entry, first);
    else firsts.set(key, entry);
  }
  return again;
}

/** Another entry that says the same in the column that tells them apart. */
export function twinOf(name: RegisterName, entries: readonly Entry[], entry: Entry): Entry | undefined {
  const { onlyOnce } = registerOf(name);
  if (onlyOnce === undefined) return undefined;
  const keyOf = (of: Entry) => keyIn(name, onlyOnce, fieldOf(of, onlyOnce));
  const key = keyOf(entry);
  return key === undefined ? undefined : entries.find((each) => each.id !== entry.id && keyOf(each) === key);
}

/** So many are named; of the others it is said that there are more. */
const NAMED = 3;

/** What of these entries contradicts itself or another one, a sentence each kind of it, and which they are. */
export function wrongWords(year: Year, name: RegisterName, entries: readonly Entry[]): string[] {
  const { onlyOnce } = registerOf(name);
  const titles = (of: readonly Entry[]): string => {
    const named = of.slice(0, NAMED).map((entry) => titleOf(year, name, entry));
    return `（${named.join('、')}${of.length > NAMED ? '等' : ''}）`;
  };
  const again = [...repeatedIn(name, entries).keys()];
  const byWords = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const wrong of wrongDays(name, entry, (code) => labelIn(year, name, code))) {
      const words = wrongDayWords(wrong);
      byWords.set(words, [...(byWords.get(words) ?? []), entry]);
    }
  return [
    ...[...byWords].map(([words, of]) => `${of.length}行${words.replace('，', `${titles(of)}，`)}`),
    ...(again.length === 0
      ? []
      : [
          `${again.length}行${onlyOnce === undefined ? '和前面的行是同一个' : `的“${labelIn(year, name, onlyOnce)}”前面的行已经有`}${titles(again)}，只算前面的那一行，请核对`,
        ]),
  ];
}

/** 共 16 个; where rows repeat others, what a count of the same is elsewhere: 共 16 行，15 个单位. */
export function countWords(name: RegisterName, entries: readonly Entry[]): string {
  const { unit, again } = registerOf(name);
  const twice = again?.(entries).size ?? 0;
  return twice === 0
    ? `共 ${entries.length} ${unit}`
    : `共 ${entries.length} 行，${entries.length - twice} 个单位`;
}
