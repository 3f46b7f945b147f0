/** Half of a letter that UTF-16 writes with two units, without its other half. */
const HALF = /\p{Cs}/gu;
/** Arrays and objects inside one another; what is nested deeper is no content of this program's. */
const DEPTH = 200;

/**
 * The same JSON value with U+FFFD (�) in place of each half letter: JSON can hold one, UTF-8 cannot, so that a text with one
 * is another text as soon as it is written to a file. A limit that cuts an emoji leaves one, and so does a broken program
 * that is copied from. Where there is none, the value itself is the answer.
 */
export function wellFormed(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string') return value.replace(HALF, '\ufffd');
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  const parts = Object.entries(value);
  const healed = parts.map(([name, part]): [string, unknown] => [
    name.replace(HALF, '\ufffd'),
    wellFormed(part, depth - 1),
  ]);
  const isSame = healed.every(([name, part], at) => name === parts[at]?.[0] && part === parts[at]?.[1]);
  if (isSame) return value;
  return Array.isArray(value) ? healed.map(([, part]) => part) : Object.fromEntries(healed);
}
