export interface JsonBounds {
  /** Arrays and objects inside one another. */
  readonly depth: number;
  /** Values and names in all. */
  readonly values: number;
}

/**
 * Whether a JSON text stays within bounds, told without parsing it: what a stranger's text would take in memory is
 * known before a single object is made. A text that is no JSON may answer either; the parser refuses it then.
 */
export function withinBounds(text: string, { depth, values }: JsonBounds): boolean {
  let level = 0;
  let count = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        level += 1;
        count += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        level -= 1;
        break;
      case 0x2c: // ,
      case 0x3a: // :
        count += 1;
        break;
      default:
    }
    if (level > depth || count > values) return false;
  }
  return true;
}

/** True where no more than `depth` arrays and objects are inside one another. */
export function isNestedWithin(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let left = depth; ; left -= 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? [each] : []));
    if (level.length === 0) return true;
    if (left === 0) return false;
    level = level.flatMap((each) => Object.values(each as object) as unknown[]);
  }
}

/** The place of the quote that ends the string which begins at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/** True where some object of a JSON text names the same key twice: readers differ in which of them counts. */
export function hasTwinKeys(text: string, parsed: unknown): boolean {
  let named = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x3a) named += 1;
  }
  return named !== keysIn(parsed);
}

/** Keys of an object and of all objects in it; recursion is bounded by `JsonBounds.depth`. */
function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, each) => sum + keysIn(each), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** Paths of keys that `stored` has and `known` has not, at most ten: what a reader of the form would drop. */
export function unknownKeys(stored: unknown, known: unknown, path = ''): string[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const other = typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {};
  const found: string[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (found.length >= 10) break;
    const place = path === '' ? key : `${path}.${key}`;
    if (Object.hasOwn(other, key)) found.push(...unknownKeys(value, other[key], place));
    else found.push(place);
  }
  return found;
}
