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

/** Each name once, in the spelling that comes first; names of nothing are left out. */
export function distinctNames(names: Iterable<string>): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const bare = bareName(name);
    if (bare !== '' && !found.has(bare)) found.set(bare, name);
  }
  return [...found.values()];
}
