/** JSON with the keys of every object in order, so that two forms of one value read the same. */
export function sortedJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, sortKeys, indent) ?? '';
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
