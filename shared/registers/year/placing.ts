import { type Entry, fieldOf } from '../entry.ts';
import { registerOf, type RegisterName } from '../kinds.ts';
import { wordsKey } from '../text-key.ts';

/** By the id of a new entry, behind which one it stands; the others come last. */
export type After = Readonly<Record<string, string>>;

/** Entries with new ones among them. */
export function placed(entries: readonly Entry[], fresh: readonly Entry[], after: After = {}): Entry[] {
  const known = new Set(entries.map(({ id }) => id));
  const behind = new Map<string, Entry[]>();
  const last: Entry[] = [];
  for (const entry of fresh) {
    const before = after[entry.id];
    if (before === undefined || !known.has(before)) last.push(entry);
    else behind.set(before, [...(behind.get(before) ?? []), entry]);
  }
  return [...entries.flatMap((entry) => [entry, ...(behind.get(entry.id) ?? [])]), ...last];
}

/** Of rows of a table that say more of what is registered: they stand behind the last entry of the same risk. */
export function afterSame(name: RegisterName, fresh: readonly Entry[], known: readonly Entry[]): After {
  const { titled } = registerOf(name);
  if (titled === undefined) return {};
  const keyOf = (entry: Entry): string | undefined => wordsKey(fieldOf(entry, titled));
  const lasts = new Map(known.map((entry) => [keyOf(entry), entry.id]));
  return Object.fromEntries(
    fresh.flatMap((entry) => {
      const key = keyOf(entry);
      const before = key === undefined ? undefined : lasts.get(key);
      return before === undefined ? [] : [[entry.id, before]];
    }),
  );
}

/** With one of them right behind another, or first. */
export function moved(entries: readonly Entry[], id: string, after: string | null): Entry[] {
  const found = entries.filter((entry) => entry.id === id);
  const others = entries.filter((entry) => entry.id !== id);
  const at = after === null ? 0 : others.findIndex((entry) => entry.id === after) + 1;
  return [...others.slice(0, at), ...found, ...others.slice(at)];
}
