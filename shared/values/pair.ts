/** Width of characters, letter case and white space make no difference to what a text says. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

type Key<T> = (value: T) => string;

/**
 * Pairs old with new, never one with two: first those that agree in the first key, then, of the rest, those that
 * agree in the next. Several with the same key are paired in their order.
 */
export function pairUp<T>(old: readonly T[], fresh: readonly T[], ...keys: Key<T>[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  for (const key of keys) {
    const waiting = groupBy(
      fresh.filter((value) => !taken.has(value)),
      key,
    );
    for (const value of old) {
      const partner = pairs.has(value) ? undefined : waiting.get(key(value))?.shift();
      if (partner === undefined) continue;
      pairs.set(value, partner);
      taken.add(partner);
    }
  }
  return pairs;
}

export function groupBy<T>(values: readonly T[], key: Key<T>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

export interface Likeness {
  /** Indices into the two lists of texts. */
  readonly old: number;
  readonly fresh: number;
  /** 2 × shared ÷ (all of one + all of the other), over the distinct pairs of neighbouring characters: 0 to 1. */
  readonly share: number;
}

/** Of every two texts that share a pair of neighbouring characters, those to keep, with how alike they are. */
export function likenesses(
  old: readonly string[],
  fresh: readonly string[],
  keep: (likeness: Likeness) => boolean,
): Likeness[] {
  const freshBigrams = fresh.map(bigrams);
  const holders = new Map<string, number[]>();
  for (const [index, pairs] of freshBigrams.entries()) {
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list) list.push(index);
      else holders.set(pair, [index]);
    }
  }
  return old.flatMap((text, index) => {
    const own = bigrams(text);
    const shared = new Map<number, number>();
    for (const pair of own) {
      for (const holder of holders.get(pair) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    return [...shared]
      .map(([other, count]) => ({
        old: index,
        fresh: other,
        share: (2 * count) / (own.size + (freshBigrams[other]?.size ?? 0)),
      }))
      .filter(keep);
  });
}

function bigrams(text: string): Set<string> {
  const characters = [...plainText(text)];
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}
