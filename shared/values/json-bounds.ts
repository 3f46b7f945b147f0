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

/** The place of the quote that ends the string which begins at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
