/** Excel's limit for one cell, in UTF-16 units. */
const CELL_LIMIT = 32_767;
const CUT_MARK = '…（内容过长，以下略）';

// XML 1.0 §2.2 forbids the control characters; lone surrogates are no text; the bidi controls
// would print a file name in another order.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text as a cell can hold it: no control characters but line feeds, at most 32,767 units, a cut one marked. */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, (character) => (character === '\n' ? character : ''));
  if (clean.length <= CELL_LIMIT) return clean;
  // A cut between the halves of a surrogate pair would leave U+FFFD behind.
  return clean.slice(0, CELL_LIMIT - CUT_MARK.length - 1).replace(/[\ud800-\udbff]$/, '') + CUT_MARK;
}

/** Spreadsheets decode _xHHHH_ in stored text (ECMA-376 part 1, 22.9.2.19 ST_Xstring); keep it literal. */
export function escapeXstring(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Would a spreadsheet take this for a formula once somebody edits the cell or saves it as CSV? */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/.test(text);
}

const ENCODER = new TextEncoder();

/**
 * A path inside the package as the target of a hyperlink: Chinese stays readable, and what a URL or the
 * spreadsheet would take apart (blank, %, #, !, quotes, …) is escaped.
 */
export function hrefOf(path: string): string {
  return path.replace(/[^\p{L}\p{N}\p{M}\p{P}\p{S}]|[%#!?"'<>\\^`{}|[\]]/gu, (character) =>
    [...ENCODER.encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/** Text for a page header or footer, where `&` begins a code. */
export function headerText(text: string): string {
  return cellText(text).replace(/\s+/g, ' ').replaceAll('&', '&&');
}
