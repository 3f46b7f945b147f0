import type { Cell, Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { authorityName } from '../../../shared/standard/authority.ts';
import { basisOf } from '../../../shared/standard/basis.ts';
import { type Block, heightOf, LINES_PER_ROW, MAX_ROW_HEIGHT, splitByLines } from './measure.ts';
import { asText, atEdges, BODY_SIZE, type CellStyle, STYLES } from './styles.ts';
import { cellText, escapeXstring, headerText, looksLikeFormula } from './text.ts';

export interface Formula {
  readonly formula: string;
  /** The program's own value, shown until a spreadsheet calculates anew. */
  readonly result: number | string;
  /** The longest that it may come to: what the row has to have room for. */
  readonly longest?: string;
}
interface Link {
  readonly text: string;
  /** Already escaped (hrefOf). */
  readonly href: string;
}
export type Value = string | number | Formula | Link | undefined;
/** What a cell holds, and how it looks. */
export type StyledValue = readonly [Value, CellStyle];

export interface Page {
  readonly name: string;
  /** Column widths in spreadsheet units. */
  readonly widths: readonly number[];
  readonly orientation: 'portrait' | 'landscape';
  /** Goes over as many pages as it needs; absent: so does a landscape page, a portrait one is a single page. */
  readonly flows?: true;
  /** Row that is repeated on every page and stays in view; absent: none. */
  readonly headRow?: number;
}

/** A4 in points, and the margins of every page in inches. */
const MARGINS = { left: 0.45, right: 0.45, top: 0.7, bottom: 0.6, header: 0.35, footer: 0.3 };
const A4_SHORT = 595;
const A4_LONG = 842;
const PAPER_A4 = 9;
/** Height in points that a landscape page offers to rows, less a little for printers that round up. */
export const LANDSCAPE_HEIGHT = A4_SHORT - (MARGINS.top + MARGINS.bottom) * 72 - 10;
/** The same of a portrait page. */
export const PORTRAIT_HEIGHT = A4_LONG - (MARGINS.top + MARGINS.bottom) * 72 - 10;
/** And to columns. */
export const LANDSCAPE_WIDTH = A4_LONG - (MARGINS.left + MARGINS.right) * 72;

/** A sheet that prints on A4; header and footer in the spreadsheet's own codes. */
export function addPage(
  workbook: Workbook,
  page: Page,
  { header, footer }: { readonly header: string; readonly footer: string },
): Worksheet {
  const { headRow } = page;
  const sheet = workbook.addWorksheet(page.name, {
    views: [
      headRow === undefined
        ? { showGridLines: false }
        : { state: 'frozen', ySplit: headRow, showGridLines: false },
    ],
    pageSetup: {
      paperSize: PAPER_A4,
      orientation: page.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: page.orientation === 'portrait' && !page.flows ? 1 : 0,
      horizontalCentered: true,
      margins: MARGINS,
      ...(headRow === undefined ? {} : { printTitlesRow: `${headRow}:${headRow}` }),
    },
    headerFooter: { oddHeader: header, oddFooter: footer },
  });
  page.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  return sheet;
}

/** Names the standard, or in red that it is not official, and the marks (草稿, 示例). What it says of itself is on the cover. */
// Excel allows 255 characters for all of it; two lines of 58 leave room for the marks beside them.
export function standardHeader(
  standard: Standard,
  marked: readonly string[],
  { orientation }: Pick<Page, 'orientation'>,
): string {
  const official = basisOf(standard) === 'official';
  const centre = official ? standard.title : `${authorityName(standard)}，仅供自查，正式申报以官方文本为准`;
  const end = headerEnd(centre);
  const rest = centre.slice(end);
  const lines = [centre.slice(0, end), rest.slice(0, 58) + (rest.length > 58 ? '…' : '')];
  const [first = '', second = ''] = lines.map((line) => headerText(line));
  const marks = marked.join('　');
  const size = orientation === 'landscape' ? 8 : 6;
  return `&C&${size}&K${official ? '000000' : 'C00000'} ${first}${second && `\n${second}`}&R&12&B&KC00000 ${marks}`;
}

/** Where the first line ends: 58 characters, or before a 文号 (豫法政办〔2018〕16号) that would be broken there. */
function headerEnd(text: string): number {
  const most = 58;
  if (text.length <= most) return text.length;
  for (const { index, 0: number } of text.matchAll(/[\u4e00-\u9fff]{0,12}〔\d{4}〕\d+号[）)》]*/gu)) {
    if (index > most / 2 && index < most && index + number.length > most) {
      const before = text.slice(index - 1, index);
      return '（(《'.includes(before) ? index - 1 : index;
    }
  }
  return most;
}

/** Writes one cell. Text stays text, whatever it begins with. */
export function put(sheet: Worksheet, row: number, column: number, value: Value, style: CellStyle): Cell {
  const cell = sheet.getRow(row).getCell(column);
  cell.style = styleFor(value, style);
  if (typeof value === 'string') cell.value = escapeXstring(cellText(value));
  else if (value === undefined || typeof value === 'number') cell.value = value;
  else if ('formula' in value) cell.value = { formula: value.formula, result: value.result };
  else cell.value = { text: escapeXstring(cellText(value.text)), hyperlink: value.href };
  return cell;
}

/** What looks like a formula has the text format, which keeps it text also after F2 and Enter. */
function styleFor(value: Value, style: CellStyle): CellStyle {
  const text = typeof value === 'object' && 'text' in value ? value.text : value;
  return typeof text === 'string' && looksLikeFormula(text) ? asText(style) : style;
}

/** Writes one value over a block of cells, each of which bears what it has of the block's border. */
export function putMerged(
  sheet: Worksheet,
  [top, left, bottom, right]: readonly [number, number, number, number],
  value: Value,
  style: CellStyle,
): Cell {
  const cell = put(sheet, top, left, value, style);
  if (top === bottom && left === right) return cell;
  const whole = styleFor(value, style);
  for (let row = top; row <= bottom; row += 1) {
    const cells = sheet.getRow(row);
    for (let column = left; column <= right; column += 1) {
      const edges = {
        top: row === top,
        bottom: row === bottom,
        left: column === left,
        right: column === right,
      };
      cells.getCell(column).style = atEdges(whole, edges);
    }
  }
  merge(sheet, [top, left, bottom, right]);
  return cell;
}

/**
 * The library holds each block that is merged against all that are: of a long sheet that is most of the work. Ours never
 * meet, and are put aside meanwhile.
 */
function merge(sheet: Worksheet, block: readonly [number, number, number, number]): void {
  const inside = sheet as unknown as { _merges: Record<string, unknown> };
  const known = inside._merges;
  inside._merges = {};
  sheet.mergeCellsWithoutStyle(...block);
  inside._merges = Object.assign(known, inside._merges);
}

/** Sets the row's height to what its highest cell needs. */
export function fitRow(sheet: Worksheet, row: number, blocks: readonly Block[], least = 20): number {
  const height = Math.min(MAX_ROW_HEIGHT, Math.max(least, ...blocks.map(heightOf)));
  sheet.getRow(row).height = height;
  return height;
}

export function widthOf(widths: readonly number[], from: number, to: number): number {
  return widths.slice(from - 1, to).reduce((sum, width) => sum + width, 0);
}

/** A merged cell higher than half a page shows its text at the top: its middle may fall on a page edge. */
export function tallStyle(style: CellStyle, height: number): CellStyle {
  if (height <= LANDSCAPE_HEIGHT / 2) return style;
  return { ...style, alignment: { ...style.alignment, vertical: 'top' } };
}

export function letter(column: number): string {
  return String.fromCharCode(64 + column);
}

/** What is printed: from A1 to here. Absolute, as a print area has to be. */
export function setPrintArea(sheet: Worksheet, lastRow: number, columns: number): void {
  sheet.pageSetup.printArea = `A$1:${letter(columns)}$${lastRow}`;
}

export interface Column {
  readonly title: string;
  readonly width: number;
}

/** A full-width line above or between tables, in several rows where it is long. Answers the row after it. */
export function putLine(
  sheet: Worksheet,
  first: number,
  widths: readonly number[],
  text: string,
  style: CellStyle,
): number {
  const last = widths.length;
  const block = { width: widthOf(widths, 1, last), size: style.font?.size ?? BODY_SIZE };
  const pieces = splitByLines({ text, ...block }, LINES_PER_ROW);
  pieces.forEach((piece, index) => {
    putMerged(sheet, [first + index, 1, first + index, last], piece, style);
    fitRow(sheet, first + index, [{ text: piece, ...block }]);
  });
  return first + pieces.length;
}

/** Points that each line of a signature block takes: room for a seal and a name by hand. */
const SIGNATURE_HEIGHT = 38;

/** Seal, signatures and date in one row over the full width, so that no page comes between them. Answers the row after it. */
export function putSignatures(
  sheet: Worksheet,
  row: number,
  columns: number,
  lines: readonly string[],
): number {
  putMerged(sheet, [row, 1, row, columns], lines.join('\n\n'), STYLES.seal);
  sheet.getRow(row).height = lines.length * SIGNATURE_HEIGHT;
  return row + 1;
}

export function putHead(sheet: Worksheet, row: number, columns: readonly Column[]): number {
  columns.forEach(({ title }, index) => put(sheet, row, index + 1, title, STYLES.head));
  fitRow(
    sheet,
    row,
    columns.map(({ title, width }) => ({ text: title, width, size: BODY_SIZE })),
    24,
  );
  return row + 1;
}

/** One table row; heights follow the longest text. */
export function putRow(
  sheet: Worksheet,
  row: number,
  columns: readonly Column[],
  cells: readonly StyledValue[],
): number {
  cells.forEach(([value, style], index) => put(sheet, row, index + 1, value, style));
  fitRow(
    sheet,
    row,
    cells.map(([value], index) => ({
      text: textOf(value),
      width: columns[index]?.width ?? 1,
      size: BODY_SIZE,
    })),
  );
  return row + 1;
}

/** What a row has to have room for; a number is never wrapped. */
export function textOf(value: Value): string {
  if (typeof value !== 'object') return typeof value === 'string' ? value : '';
  if ('text' in value) return value.text;
  return value.longest ?? (typeof value.result === 'string' ? value.result : '');
}
