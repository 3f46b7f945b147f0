/** At the end of a part: blanks and line breaks before it belong to the text, which a table's reader would drop there. */
const KEPT = '↵';
const BLANK = String.raw`[\s\p{C}]`;
const BEGINS_BLANK = new RegExp(`^${BLANK}*`, 'u');
const ENDS_BLANK = new RegExp(`(?:${BLANK}|${KEPT})$`, 'u');

/** Pieces of a text as they stand in rows below each other, so that `goesOn` makes exactly that text of them again. */
export function asParts(pieces: readonly string[]): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const [blank = ''] = (parts.length > 0 && BEGINS_BLANK.exec(piece)) || [];
    if (parts.length > 0) parts.push(`${parts.pop() ?? ''}${blank}`);
    if (blank.length < piece.length || parts.length === 0) parts.push(piece.slice(blank.length));
  }
  return parts.map((part, at) => (at < parts.length - 1 && ENDS_BLANK.test(part) ? `${part}${KEPT}` : part));
}

/** A text with what the row below it says further. */
export function goesOn(text: string, further: string): string {
  return (text.endsWith(KEPT) ? text.slice(0, -KEPT.length) : text) + further;
}

/** 序号 of a part, from 0: 2, 2（续）, 2（续2）. */
export function serialOf(number: number, part: number): string | number {
  if (part === 0) return number;
  return part === 1 ? `${number}（续）` : `${number}（续${part}）`;
}

/** Which part of which row a 序号 is of; undefined for what is none. */
export function partOf(serial: string): { readonly number: number; readonly part: number } | undefined {
  const [, number, isPart, part = '1'] =
    /^(\d+)\s*([（(]\s*续\s*(\d+)?\s*[）)])?$/u.exec(serial.trim()) ?? [];
  return number === undefined
    ? undefined
    : { number: Number(number), part: isPart === undefined ? 0 : Number(part) };
}
