import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { newWorkbook, toBytes } from '../../../sheets/deterministic.ts';
import { LINES_PER_ROW, splitByLines } from '../../../sheets/measure.ts';
import {
  fitRow,
  PORTRAIT_HEIGHT,
  put,
  putLine,
  putMerged,
  putSignatures,
  setPrintArea,
  type StyledValue,
  widthOf,
} from '../../../sheets/sheet.ts';
import { BODY_SIZE, type CellStyle, POINTS_FORMAT, STYLES } from '../../../sheets/styles.ts';
import { addDeskSheet, addDeskTable, type PageMarks } from '../../../sheets/page.ts';
import { type Cell, centre } from './cell.ts';
import type { ReportInput } from './input.ts';
import { type Report, reportOf } from './parts.ts';
import type { ReportTable } from './table.ts';

const COVER_WIDTHS = [13, 33, 13, 33];
/** How many pages of the cover are still printed on one. */
const SHRUNK = 1.2;
const KINDS: Record<Cell['kind'], CellStyle> = {
  text: STYLES.text,
  centre: STYLES.centre,
  points: STYLES.points,
  alert: STYLES.alert,
  changed: { ...STYLES.alert, numFmt: POINTS_FORMAT },
};

/** 核验报告.xlsx: the result and how it comes about first, then a sheet for each table that has something in it. Same review and day, same bytes. */
export async function buildReportWorkbook(input: ReportInput, today: string): Promise<Uint8Array> {
  const report = reportOf(input);
  const said: PageMarks = { standard: input.standard, marks: report.marks, about: report.unit, date: today };
  const workbook = newWorkbook(today);
  putCover(workbook, report, said);
  for (const table of report.tables) {
    if (!table.onCover && table.rows.length > 0) putTable(workbook, table, said);
  }
  return toBytes(workbook, today);
}

function putCover(workbook: Workbook, report: Report, said: PageMarks): void {
  const page = { name: '核验结果', widths: COVER_WIDTHS, orientation: 'portrait', flows: true } as const;
  const sheet = addDeskSheet(workbook, page, said);
  let row = putLine(sheet, 1, COVER_WIDTHS, report.title, STYLES.title);
  const mark = [report.unit, ...report.marks].join('　');
  row = putLine(sheet, row, COVER_WIDTHS, mark, { ...STYLES.caption, alignment: STYLES.title.alignment });
  if (report.warning !== '') row = putLine(sheet, row, COVER_WIDTHS, report.warning, STYLES.warning);
  for (let index = 0; index < report.facts.length; index += 2) {
    const facts = report.facts.slice(index, index + 2);
    facts.forEach(([label, value], place) => {
      put(sheet, row, place * 2 + 1, label, STYLES.head);
      put(sheet, row, place * 2 + 2, value, STYLES.text);
    });
    const texts = facts.map(([, value]) => ({ text: value, width: 33, size: BODY_SIZE }));
    fitRow(sheet, row, texts, 20);
    row += 1;
  }
  put(sheet, row, 1, '核验结论', STYLES.head);
  const width = widthOf(COVER_WIDTHS, 2, 4);
  const pieces = splitByLines({ text: report.conclusion, width, size: BODY_SIZE }, LINES_PER_ROW);
  pieces.forEach((piece, index) => {
    if (index > 0) put(sheet, row, 1, undefined, STYLES.head);
    putMerged(sheet, [row, 2, row, 4], piece, STYLES.text);
    fitRow(sheet, row, [{ text: piece, width, size: BODY_SIZE }], 60);
    row += 1;
  });
  for (const table of report.tables) if (table.onCover) row = putOnCover(sheet, row, table);
  const empty = report.tables.filter(({ rows }) => rows.length === 0);
  if (empty.length > 0) {
    const said = empty.map(({ name, empty: words }) => `${name}：${words}`).join('；');
    row = putLine(sheet, row, COVER_WIDTHS, `${said}。`, STYLES.note);
  }
  row = putSignatures(sheet, row, COVER_WIDTHS.length, report.signatures);
  let height = 0;
  for (let each = 1; each < row; each += 1) height += sheet.getRow(each).height ?? 0;
  // A little more than a page is printed a little smaller: no page with two lines and a seal.
  if (height <= PORTRAIT_HEIGHT * SHRUNK) sheet.pageSetup.fitToHeight = 1;
  setPrintArea(sheet, row - 1, COVER_WIDTHS.length);
}

/** Its first column over the first two of the cover. Answers the row after it. */
function putOnCover(sheet: Worksheet, first: number, { name, columns, rows }: ReportTable): number {
  if (rows.length === 0) return first;
  let row = putLine(sheet, first, COVER_WIDTHS, name, STYLES.caption);
  const put3 = (cells: readonly StyledValue[]): void => {
    cells.forEach(([value, style], index) => {
      if (index === 0) putMerged(sheet, [row, 1, row, 2], value, style);
      else put(sheet, row, index + 2, value, style);
    });
    const title = cells[0]?.[0];
    const text = typeof title === 'string' ? title : '';
    fitRow(sheet, row, [{ text, width: widthOf(COVER_WIDTHS, 1, 2), size: BODY_SIZE }], 17);
    row += 1;
  };
  put3(columns.map(({ title }) => [title, STYLES.head]));
  for (const cells of rows) put3(cells.map(styled));
  return row;
}

function putTable(workbook: Workbook, { name, columns, rows }: ReportTable, said: PageMarks): void {
  const table = addDeskTable<readonly Cell[]>(
    workbook,
    {
      name,
      columns: columns.map((column, place) => ({ ...column, cell: (cells) => styled(cells[place]) })),
      above: [[`${said.about}　${name}`, STYLES.caption]],
      orientation: 'portrait',
    },
    said,
  );
  const widths = columns.map(({ width }) => width);
  table.put(rows.flatMap((cells) => brokenUp(cells, widths)));
  table.end();
}

function styled({ text, kind }: Cell = centre('')): StyledValue {
  const isNumber = (kind === 'points' || kind === 'changed') && text !== '';
  return [isNumber ? Number(text) : text, KINDS[kind]];
}

/** Printed lines of one row: what is longer goes on below, so that no high row leaves the foot of a page empty. */
const FLOWING = 12;
/** In the first cell of such a row. */
const CONTINUED = '（续）';

/** A long row goes on in rows below it: nothing written is lost in print, and the pages are filled. */
function brokenUp(cells: readonly Cell[], widths: readonly number[]): Cell[][] {
  const pieces = cells.map(({ text }, index) =>
    splitByLines({ text, width: widths[index] ?? 1, size: BODY_SIZE }, FLOWING),
  );
  const rows = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) =>
    cells.map(({ kind }, column) => ({
      kind,
      text: pieces[column]?.[row] ?? (column === 0 ? CONTINUED : ''),
    })),
  );
}
