import { type CellObject, read, set_cptable, type WorkSheet } from 'xlsx';
import * as cptable from 'xlsx/dist/cpexcel.full.mjs';
import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';
import { dayOfCell, isDateFormat } from './cell-day.ts';
import { struckWords } from './cell-doubts.ts';
import { inlineText, richText } from './rich-text.ts';
import { drawnTexts } from './sheet-boxes.ts';
import type { StoredZip } from './stored-zip.ts';
import { ofAll, withDoubts, withDrawn } from './drawn-table.ts';
import { cleanText, type Doubt, makeTable, shorten } from './table.ts';

// Sheets of Excel 95 and earlier hold GBK.
set_cptable(cptable);

/** Names that a program gave: the heading on the sheet says more. */
const GIVEN_NAME = /^(sheet|工作表|表格?)\s*\d*$/i;

/** One table per sheet that holds text: .xlsx, .xlsb, .xls, .et, .ods, XML Spreadsheet 2003. Formulas are not evaluated. */
export function parseSheets(bytes: Buffer, zip?: StoredZip): SourceTable[] {
  const drawn = zip && drawnTexts(zip);
  const workbook = readWorkbook(bytes);
  // The library keeps this list beyond the workbook: every shared string of it, with its markup. Cells have the text.
  const { Strings: strings } = workbook as { Strings?: unknown[] };
  if (strings) strings.length = 0;
  const tables = workbook.SheetNames.slice(0, LIMITS.tables).flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
    const table = sheet && tableOf(sheet, { id: String(index + 1), name, hidden, from1904 });
    return table ? [drawn ? withDrawn(table, index, drawn) : table] : [];
  });
  const [first, ...others] = tables;
  if (!first) throw importFailure('import-empty', '这份文件的工作表都是空的。');
  const unplaced = (drawn?.sheets ?? []).flatMap((boxes, index) =>
    boxes.length > 0 && !tables.some(({ id }) => id === String(index + 1))
      ? [`工作表“${workbook.SheetNames[index] ?? ''}”里只有文本框，没有读取；里面有要求的请自行核对`]
      : [],
  );
  const unread = drawn?.hasUnread === true ? ['这份文件里有文本框没有读取；里面有要求的请自行核对'] : [];
  return [withDoubts(first, ofAll([...unplaced, ...unread])), ...others];
}

/**
 * The library reads a text of an .xls on and on where its record ends before the length of it: `i != undefined` never comes
 * true, and all memory goes into what it takes for letters. None is past the end.
 */
function withinTheFile<T>(reading: () => T): T {
  const { fromCharCode } = String;
  String.fromCharCode = (...codes) => {
    if (codes.length === 1 && !(Number(codes[0]) >= 0))
      throw new Error('A text goes on past the end of the file');
    return fromCharCode(...codes);
  };
  try {
    return reading();
  } finally {
    String.fromCharCode = fromCharCode;
  }
}

function readWorkbook(bytes: Buffer) {
  try {
    const options = {
      type: 'buffer',
      dense: true,
      // It takes memory: only where cells hold runs of their own, of which nothing else tells the fonts.
      cellHTML: bytes.includes('inlineStr') && (bytes.includes('superscript') || bytes.includes('<strike')),
      // Without it hidden rows and columns are not told.
      cellStyles: true,
      dateNF: 'yyyy/m/d',
      // One row more than may be there, so that a longer sheet is seen to be one.
      sheetRows: LIMITS.rows + 1,
      bookVBA: false,
      WTF: false,
    } as const;
    return withinTheFile(() => read(bytes, options));
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) {
      throw importFailure('import-encrypted', '这份文件设了打开密码，不能读取。', error);
    }
    throw error;
  }
}

interface Sheet {
  /** The sheet's place in the file, from 1. */
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** Its days are counted from 1904. */
  readonly from1904: boolean;
}

function tableOf(sheet: WorkSheet, about: Sheet): SourceTable | undefined {
  const { spans, covered } = mergesOf(sheet);
  const cells: SourceCell[] = [];
  const doubts: Doubt[] = [];
  const lines = sheet['!data'] ?? [];
  for (const [row, line] of lines.entries()) {
    // What has been read is let go: both forms of a large sheet at once are too much.
    lines[row] = [];
    for (const [column, cell] of (line ?? []).entries()) {
      const place = placeOf(row, column);
      const { text, odd } = cell === undefined ? NOTHING : readCell(cell);
      const span = spans.get(place);
      // What a program left behind under a merged cell is not shown.
      if (covered.has(place) || (text === '' && !span)) continue;
      const day = cell && text !== '' ? dayOfCell(cell, about) : undefined;
      cells.push({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        ...span,
        text,
        ...(day !== undefined && { day }),
      });
      for (const each of odd) doubts.push({ row, column, text: each });
      spans.delete(place);
    }
  }
  // Merged cells without content, of which nothing else is stored.
  for (const [place, span] of spans) {
    cells.push({ row: Math.floor(place / WIDEST), column: place % WIDEST, ...span, text: '' });
  }
  const made = makeTable(about.id, about.name, cells, doubts);
  if (!made) return undefined;
  const { table, caption } = withoutCaption(made);
  return { ...table, name: nameOf(sheet, table, { ...about, caption }) };
}

/** Columns of the widest sheet that a program writes. */
const WIDEST = 16_384;

/** A cell's place as one number: hundreds of thousands of texts would take the memory of the sheet itself. */
function placeOf(row: number, column: number): number {
  return row * WIDEST + column;
}

interface ReadCell {
  readonly text: string;
  /** What it shows besides, in words. */
  readonly odd: readonly string[];
}
const NOTHING: ReadCell = { text: '', odd: [] };

function readCell(cell: CellObject): ReadCell {
  const hasComment = (cell.c ?? []).some(({ t }) => (t ?? '').trim() !== '');
  const comment = hasComment ? ['这一格有批注，没有读取；批注里有要求的请自行核对'] : [];
  const rich = typeof cell.r === 'string' ? richIn(cell.r) : inlineText(cell.h);
  if (!rich) return { text: cleanText(shownText(cell)), odd: comment };
  const struck = rich.struck.length > 0 ? [struckWords(rich.struck)] : [];
  return { text: cleanText(rich.text), odd: [...struck, ...comment] };
}

function richIn(xml: string): ReturnType<typeof richText> | undefined {
  return /strike|superscript/.test(xml) ? richText(xml) : undefined;
}

interface Merges {
  readonly spans: Map<number, { readonly rowSpan: number; readonly columnSpan: number }>;
  /** Cells that a merged one hides: bounded by the cells that may be there at all. */
  readonly covered: ReadonlySet<number>;
}

/** A range that overlaps one before it is left out, as Excel does when it mends a file: each of its cells is shown. */
function mergesOf(sheet: WorkSheet): Merges {
  const spans: Merges['spans'] = new Map();
  const covered = new Set<number>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    const places: number[] = [];
    for (let row = s.r; row <= Math.min(e.r, LIMITS.rows); row += 1) {
      for (let column = s.c; column <= Math.min(e.c, WIDEST - 1); column += 1)
        places.push(placeOf(row, column));
      if (covered.size + places.length > LIMITS.cells * 4) return { spans, covered };
    }
    const [start, ...others] = places;
    if (start === undefined || places.some((place) => covered.has(place) || spans.has(place))) continue;
    spans.set(start, { rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 });
    for (const place of others) covered.add(place);
  }
  return { spans, covered };
}

/**
 * The text that the cell shows; a score that its format rounds away ("0" for 0.4) is shown in full, because points
 * are counted by it. A formula without a stored result shows itself: it is not evaluated here. A picture that WPS
 * puts into a cell is none.
 */
function shownText(cell: CellObject): string {
  if (typeof cell.f === 'string' && /\bDISPIMG\(/.test(cell.f)) return '';
  if (cell.t === 'z') return typeof cell.f === 'string' && cell.f !== '' ? `=${cell.f}` : '';
  if (cell.t !== 'n' || typeof cell.v !== 'number')
    return cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  const shown = cell.w ?? String(cell.v);
  if (typeof cell.z === 'string' && isDateFormat(cell.z)) return shown;
  const number = Number(shown.replace(/[^\d.+-]/g, ''));
  const percent = shown.includes('%') ? 100 : 1;
  const isWhole = shown !== '' && Math.abs(number / percent - cell.v) < 1e-9;
  // Twelve digits: 0.1 + 0.2 is 0.3 to people.
  return isWhole ? shown : String(Number(cell.v.toPrecision(12)));
}

function nameOf(
  sheet: WorkSheet,
  table: SourceTable,
  { name, hidden, caption }: Sheet & { readonly caption: string },
): string {
  const heading = caption || (GIVEN_NAME.test(name.trim()) ? headingOf(table) : '');
  const rows = (sheet['!rows'] ?? []).flatMap((row, index) =>
    row?.hidden && index < table.rows ? [String(index + 1)] : [],
  );
  const columns = (sheet['!cols'] ?? []).filter((column, index) => column?.hidden && index < table.columns);
  const marks = [
    ...(hidden ? ['隐藏的工作表'] : []),
    ...(rows.length > 0
      ? [`含隐藏的第 ${rows.slice(0, 5).join('、')}${rows.length > 5 ? ' 等' : ''} 行`]
      : []),
    ...(columns.length > 0 ? [`含隐藏的 ${columns.length} 列`] : []),
    // What lies so far below is not read; text up to there would have been too much already.
    ...(isLonger(sheet) ? [`第 ${LIMITS.rows} 行以后没有读取`] : []),
  ];
  return `${name}${heading && `：${heading}`}${marks.length > 0 ? `（${marks.join('；')}）` : ''}`;
}

/** LibreOffice puts the caption of a page's table into its first cell, above the name of the first column. */
function withoutCaption(table: SourceTable): { table: SourceTable; caption: string } {
  const first = table.cells.find(({ text }) => text !== '');
  const [caption = '', name = '', ...more] = first?.text.split('\n') ?? [];
  const names = table.cells.filter(({ row, text }) => row === first?.row && text !== '');
  const isCaption =
    caption.length >= 8 && name !== '' && name.length <= 8 && more.length === 0 && names.length > 2;
  if (!isCaption) return { table, caption: '' };
  const cells = table.cells.map((cell) => (cell === first ? { ...cell, text: name } : cell));
  return { table: { ...table, cells }, caption: shorten(caption) };
}

/** The first row with text, where that is one cell. */
function headingOf({ cells }: SourceTable): string {
  const first = cells.find(({ text }) => text !== '');
  const alone = cells.filter(({ row, text }) => row === first?.row && text !== '').length === 1;
  return first && alone ? shorten(first.text) : '';
}

function isLonger(sheet: WorkSheet): boolean {
  const full: unknown = sheet['!fullref'];
  const last = typeof full === 'string' ? Number(/\d+$/.exec(full)?.[0] ?? 0) : 0;
  return last > LIMITS.rows + 1;
}
