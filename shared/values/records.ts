/** The keys of a record that has no others: what `Object.keys` gives, with their type. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

/** The same keys with what `map` makes of each value. */
export function mapValues<K extends string, V, W>(
  record: Readonly<Record<K, V>>,
  map: (value: V) => W,
): Readonly<Record<K, W>> {
  return Object.fromEntries(keysOf(record).map((key) => [key, map(record[key])])) as Record<K, W>;
}
