/** Pixels per width unit with 宋体 11 as the workbook's standard font, rounded down: a narrower cell wraps more. */
const PIXELS_PER_UNIT = 7.6;
const CELL_PADDING = 8;
/** Room for the tallest of the usual Chinese fonts (Noto CJK needs 1.45; 宋体 1.25). */
const LINE_HEIGHT = 1.45;
const ROW_PADDING = 5;

/** Excel refuses higher rows. In points. */
export const MAX_ROW_HEIGHT = 409;
/** Lines of table text that such a row surely holds. */
export const LINES_PER_ROW = 28;

export interface Block {
  readonly text: string;
  /** Width of the cell (merged: of all its columns), in spreadsheet width units. */
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
}

/** Height in points that shows the text whole, wrapped. Merged cells never size themselves, so it is reckoned here. */
export function heightOf({ text, width, size }: Block): number {
  return Math.ceil(lineCount(text, lineWidth(width, size)) * size * LINE_HEIGHT) + ROW_PADDING;
}

/** Printed lines that a cell of this height in points shows whole. */
export function linesIn(height: number, size: number): number {
  return Math.max(0, Math.floor((height - ROW_PADDING) / (size * LINE_HEIGHT)));
}

/** Splits text into pieces of at most `lines` printed lines each. */
export function splitByLines({ text, width, size }: Block, lines: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  const limit = lineWidth(width, size);
  while (lineCount(rest, limit) > lines) {
    let low = 1;
    let high = rest.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (lineCount(rest.slice(0, middle), limit) <= lines) low = middle;
      else high = middle - 1;
    }
    const end = /[\ud800-\udbff]$/.test(rest.slice(0, low)) && low > 1 ? low - 1 : low;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** Characters of full width that fit in one line. */
function lineWidth(width: number, size: number): number {
  return Math.max(1, (width * PIXELS_PER_UNIT - CELL_PADDING) / (size * (96 / 72)));
}

function lineCount(text: string, limit: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, limit), 0);
}

function paragraphLines(paragraph: string, limit: number): number {
  // No character is wider than one.
  if (paragraph.length <= limit) return 1;
  let lines = 1;
  let used = 0;
  // Latin words and numbers stay together; every Chinese character may end a line, but closing punctuation
  // may not begin one, so it goes with the character before it.
  for (const [token] of paragraph.matchAll(/[\x21-\x7e]+|.[，。；：、！？）》”’」】]?/gu)) {
    const width = widthOf(token);
    if (used > 0 && used + width > limit) {
      lines += 1;
      used = 0;
    }
    if (width > limit) lines += Math.ceil(width / limit) - 1;
    used = width > limit ? width % limit : used + width;
  }
  return lines;
}

function widthOf(token: string): number {
  let width = 0;
  for (const character of token) width += WIDTHS[character.codePointAt(0) ?? 0] ?? 1;
  return width;
}

/** By code, of what is narrower than a Chinese character. */
const WIDTHS: readonly number[] = Array.from({ length: 0x300 }, (_, code) =>
  /[A-Z@%&mwMW]/.test(String.fromCharCode(code)) ? 0.75 : 0.6,
);
