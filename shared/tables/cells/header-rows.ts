import { squeeze } from '../rule-text/compact.ts';
import type { SourceCell } from '../source-table.ts';
import type { Grid } from './grid.ts';
import { headerMeaning, headerWord, isGrade } from './header-names.ts';
import { readNumbering } from './numbering.ts';
import { readScoreText, scoreInName } from './score-text.ts';
import { namesUnit } from './unit-columns.ts';

/** How far down a header may stand: titles and notes above it are rarely more. */
const HEADER_SEARCH = 40;

/** The rows with most header words, one or two; equal where the table has no header. */
export function findHeader(grid: Grid): { headerFrom: number; headerTo: number } {
  let best = { row: 0, count: 0 };
  for (let row = 0; row < Math.min(grid.rows, HEADER_SEARCH); row += 1) {
    const count = headerWords(grid, row);
    if (count > best.count) best = { row, count };
  }
  if (best.count < 2) return { headerFrom: 0, headerTo: 0 };
  let headerTo = best.row + 1;
  while (headerTo < grid.rows) {
    // An export of merged cells may leave a row of a header empty.
    const gap = grid.cellsIn(headerTo).length === 0 && continuesBare(grid, best.row, headerTo + 1) ? 1 : 0;
    if (!continuesHeader(grid, best.row, headerTo) && !continuesBare(grid, best.row, headerTo + gap)) break;
    headerTo += 1 + gap;
  }
  // The fullest row may be the lowest of two or three.
  let headerFrom = best.row;
  while (headerFrom > 0 && isHeaderAbove(grid, headerFrom - 1, headerTo)) headerFrom -= 1;
  return { headerFrom, headerTo };
}

function rowsTo(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

const TITLE = /^.{3,}(?:细则|办法|表|方案|制度|标准|体系)$/;

/** Words that name what stands below them together: each a header's, none across the whole table as a title is. */
function isHeaderAbove(grid: Grid, row: number, to: number): boolean {
  const cells = grid.cellsIn(row);
  const known = headerWords(grid, row);
  const isWide = cells.some(({ columnSpan }) => columnSpan > 1);
  const isTitle = cells.length === 1 && (cells[0]?.columnSpan ?? 1) >= grid.columns;
  if (cells.length === 0 || isTitle) return false;
  const [only] = cells;
  // 某镇考核细则 in the first cell of a row: an export has lost that it runs across.
  if (cells.length === 1 && only?.column === 0 && TITLE.test(headerWord(only.text))) return false;
  if (cells.length === 1 && only && known === 1 && !isWide)
    return !isMerged(grid, row + 1) && headerWord(only.text).length <= 8 && grid.columns > 2;
  const isShort = cells.every(({ text }) => headerWord(text).length <= 8 && !/[:：]/.test(text));
  // An export that has lost the merged cells: a known word above blanks of all rows of the header below it.
  const isOverBlank = ({ column, text }: SourceCell) =>
    headerMeaning(text) !== undefined &&
    rowsTo(row + 1, to).every((below) => grid.textAt(below, column) === '');
  if (cells.length > 1 && known > 0 && !isMerged(grid, row) && cells.some(isOverBlank)) return true;
  return known === cells.length
    ? isWide || known > 1
    : known >= 2 || (known >= 1 && (isWide || isShort) && cells.length > 1);
}

/** Distinct header meanings among the cells that begin in a row; 0 if a cell looks like data. */
function headerWords(grid: Grid, row: number): number {
  const cells = grid.cellsIn(row);
  const words = cells.map(({ text }) => headerMeaning(text));
  const isData = cells.some(({ text }) => readScoreText(text).kind === 'points' || squeeze(text).length > 30);
  const known = words.filter((word, i) => word !== undefined || isGrade(cells[i]?.text ?? '')).length;
  if (isData || known * 2 < cells.length) return 0;
  return known;
}

/** A second header row: words under a merged-across cell, or cells of the first row merged down into it. */
function continuesHeader(grid: Grid, headerRow: number, row: number): boolean {
  const below = grid.cellsIn(row);
  const mergedInto = Array.from({ length: grid.columns }, (_, column) => grid.cellAt(row, column)).some(
    (cell) => cell !== undefined && cell.row <= headerRow && cell.text.trim() !== '',
  );
  if (below.length === 0) return mergedInto;
  const isKnown = (text: string) => headerMeaning(text) !== undefined || isGrade(text);
  // （扣完为止） below a word of the header that is merged beside it.
  if (
    mergedInto &&
    below.every(({ text }) => /^[（(][^（()）]+[)）]$/.test(text.trim()) && !readNumbering(text))
  )
    return true;
  const bare = below.every(
    ({ text }) => readScoreText(text).kind !== 'points' && !readNumbering(text) && !scoreInName(text),
  );
  const words = below.map(({ text }) => headerWord(text));
  const known = below.filter(({ text }) => isKnown(text)).length;
  if (!bare || words.some((word) => word.length > (mergedInto ? 14 : 10))) return false;
  // Below words over several columns, in the row right above: one that is named there has its name.
  const isUnder = below.every(({ column }) => (grid.cellAt(row - 1, column)?.columnSpan ?? 1) > 1);
  if (mergedInto) return isUnder || known > 0;
  if (isUnder && known === below.length) return true;
  return known >= 1 && known === below.length && isGap(grid, headerRow, row);
}

/**
 * A further header row of a table whose merged cells were lost: short words, most of them a header's, below blanks of the
 * rows above or below words that stood over several columns.
 */
function continuesBare(grid: Grid, headerRow: number, row: number): boolean {
  const below = grid.cellsIn(row);
  if (below.length === 0 || isMerged(grid, headerRow) || isMerged(grid, row)) return false;
  const isBare = below.every(
    ({ text }) =>
      headerWord(text).length <= 10 &&
      readScoreText(text).kind !== 'points' &&
      !readNumbering(text) &&
      !scoreInName(text),
  );
  // 乡镇 | 街道 below 分值.
  const areUnits = below.length > 1 && below.every(({ text }) => namesUnit(headerWord(text)));
  const isKnown = (text: string) => areUnits || headerMeaning(text) !== undefined || isGrade(text);
  const known = below.filter(({ text }) => isKnown(text)).length;
  const fits = below.every(({ column }) => {
    const above = grid.textAt(headerRow, column);
    return above === '' || grid.textAt(headerRow, column + 1) === '';
  });
  return isBare && fits && known > 0 && known * 2 >= below.length;
}

function isMerged(grid: Grid, row: number): boolean {
  return grid.cellsIn(row).some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
}

/** Unmerged exports: the second row fills blanks of the first or says more under a wide word. */
function isGap(grid: Grid, headerRow: number, row: number): boolean {
  return (
    grid.cellsIn(row).some(({ column }) => grid.textAt(headerRow, column) === '') &&
    grid.cellsIn(row).length < grid.cellsIn(headerRow).length + 3
  );
}
