import type { Worksheet } from '@cj-tech-master/excelts';
import { heightOf, linesIn, MAX_ROW_HEIGHT, splitByLines } from './measure.ts';
import type { Pages } from './pages.ts';
import { putMerged, textOf, type Value } from './sheet.ts';
import { BODY_SIZE, type CellStyle } from './styles.ts';

/** A cell of a row that may go on in further rows. */
export interface FlowCell {
  readonly columns: readonly [first: number, last: number];
  /** Of all its columns, in spreadsheet width units. */
  readonly width: number;
  readonly value: Value;
  readonly style: CellStyle;
  /** What stands here where the row goes on: what is left of the text, or always this. */
  readonly again?: string;
}

const LEAST_HEIGHT = 20;
/** A row is divided rather than that more than this share of a page stays empty. */
const MOST_EMPTY = 0.2;

/** Writes one row at `row`, in as many as its texts need, and answers the row after them. Page ends are set in `pages`. */
export function putFlowing(sheet: Worksheet, pages: Pages, row: number, cells: readonly FlowCell[]): number {
  const need = Math.max(LEAST_HEIGHT, ...cells.map(heightOfCell));
  const fits = need <= Math.min(pages.left, MAX_ROW_HEIGHT);
  const isEmptied = need <= MAX_ROW_HEIGHT && pages.left <= pages.whole * MOST_EMPTY;
  const room = Math.min(pages.left, MAX_ROW_HEIGHT);
  if (!fits && !pages.isFresh && (isEmptied || room < LEAST_HEIGHT * 2)) {
    pages.endAfter(row - 1);
    return putFlowing(sheet, pages, row, cells);
  }
  const parts = fits
    ? cells.map((cell) => ({ head: cell, tail: cell }))
    : cells.map((cell) => cut(cell, room));
  const height = Math.max(LEAST_HEIGHT, ...parts.map(({ head }) => heightOfCell(head)));
  for (const { head } of parts) {
    const [first, last] = head.columns;
    putMerged(sheet, [row, first, row, last], head.value, head.style);
  }
  sheet.getRow(row).height = height;
  pages.take(height);
  if (fits) return row + 1;
  return putFlowing(
    sheet,
    pages,
    row + 1,
    parts.map(({ tail }) => tail),
  );
}

function heightOfCell({ value, width, style }: FlowCell): number {
  return heightOf({ text: textOf(value), width, size: style.font?.size ?? BODY_SIZE });
}

function cut(cell: FlowCell, room: number): { readonly head: FlowCell; readonly tail: FlowCell } {
  const { value, width, style, again } = cell;
  if (again !== undefined) return { head: cell, tail: { ...cell, value: again } };
  if (typeof value !== 'string') return { head: cell, tail: { ...cell, value: undefined } };
  const size = style.font?.size ?? BODY_SIZE;
  const [head = ''] = splitByLines({ text: value, width, size }, Math.max(1, linesIn(room, size)));
  const tail = value.slice(head.length).replace(/^\n/, '');
  return { head: { ...cell, value: head }, tail: { ...cell, value: tail } };
}
