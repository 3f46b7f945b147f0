/** What people cannot see does not tell two names apart: full and half width, blanks, invisible characters. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A name as it is compared, never shown: '' for a name of nothing that can be seen. */
export function bareName(name: string): string {
  return name.normalize('NFKC').replace(UNSEEN, '');
}

/** Two spellings of one name. */
export function isSameName(a: string, b: string): boolean {
  return bareName(a) === bareName(b);
}

/** Two names, one of which begins or ends with the other; what it has more, as `bareName` has it: 郑州市金水区 and 金水区, 郑州市. */
export function moreInName(a: string, b: string): string | undefined {
  const [short, long] = [bareName(a), bareName(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length < 2 || short === long) return undefined;
  if (long.startsWith(short)) return long.slice(short.length);
  return long.endsWith(short) ? long.slice(0, -short.length) : undefined;
}

/** Each name once, in the spelling that comes first; names of nothing are left out. */
export function distinctNames(names: Iterable<string>): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const bare = bareName(name);
    if (bare !== '' && !found.has(bare)) found.set(bare, name);
  }
  return [...found.values()];
}
