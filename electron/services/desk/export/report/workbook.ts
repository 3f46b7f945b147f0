import type { Workbook } from '@cj-tech-master/excelts';
import { newWorkbook, toBytes } from '../../../sheets/deterministic.ts';
import { LINES_PER_ROW, splitByLines } from '../../../sheets/measure.ts';
import {
  fitRow,
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
import { type ReportInput, reportOf, type Report, type ReportTable } from './parts.ts';

const COVER_WIDTHS = [13, 33, 13, 33];
const KINDS: Record<Cell['kind'], CellStyle> = {
  text: STYLES.text,
  centre: STYLES.centre,
  points: STYLES.points,
  alert: STYLES.alert,
  changed: { ...STYLES.alert, numFmt: POINTS_FORMAT },
};

/** 核验报告.xlsx: the result on its first page, then a sheet for each table. Same review and day, same bytes. */
export async function buildReportWorkbook(input: ReportInput, today: string): Promise<Uint8Array> {
  const report = reportOf(input);
  const said: PageMarks = { standard: input.standard, marks: report.marks, about: report.unit, date: today };
  const workbook = newWorkbook(today);
  putCover(workbook, report, said);
  for (const table of report.tables) putTable(workbook, table, said);
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
    fitRow(sheet, row, texts, 24);
    row += 1;
  }
  put(sheet, row, 1, '核验结论', STYLES.head);
  const width = widthOf(COVER_WIDTHS, 2, 4);
  const pieces = splitByLines({ text: report.conclusion, width, size: BODY_SIZE }, LINES_PER_ROW);
  pieces.forEach((piece, index) => {
    if (index > 0) put(sheet, row, 1, undefined, STYLES.head);
    putMerged(sheet, [row, 2, row, 4], piece, STYLES.text);
    fitRow(sheet, row, [{ text: piece, width, size: BODY_SIZE }], 80);
    row += 1;
  });
  row = putSignatures(sheet, row, COVER_WIDTHS.length, report.signatures);
  setPrintArea(sheet, row - 1, COVER_WIDTHS.length);
}

function putTable(workbook: Workbook, { name, columns, rows, empty }: ReportTable, said: PageMarks): void {
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
  if (rows.length === 0) table.say(empty, STYLES.subtitle);
  table.end();
}

function styled({ text, kind }: Cell = centre('')): StyledValue {
  const isNumber = (kind === 'points' || kind === 'changed') && text !== '';
  return [isNumber ? Number(text) : text, KINDS[kind]];
}

/** A row higher than a spreadsheet allows goes on in rows below it, so that nothing written is lost in print. */
function brokenUp(cells: readonly Cell[], widths: readonly number[]): Cell[][] {
  const pieces = cells.map(({ text }, index) =>
    splitByLines({ text, width: widths[index] ?? 1, size: BODY_SIZE }, LINES_PER_ROW),
  );
  const rows = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) =>
    cells.map(({ kind }, column) => ({ kind, text: pieces[column]?.[row] ?? '' })),
  );
}
