import type { Workbook } from '@cj-tech-master/excelts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { letter, put, putHead, putRow, setPrintArea } from '../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../sheets/styles.ts';
import {
  ENTRY_COLUMNS,
  ENTRY_SHEET,
  type EntryColumn,
  entryGrid,
  type FormRow,
  RULE_CHOICES,
  TYPE_CHOICES,
} from './form/entries.ts';
import { addChoices, addFormSheet } from './form/form-sheet.ts';
import { EXAMPLE, INSTRUCTIONS } from './form/template-words.ts';
import { HEAD_CHOICES, HEAD_HINTS, HEAD_SHEET, headGrid } from './form/head.ts';
import { MACHINE_SHEET, machineCells } from './form/machine-sheet.ts';
import { visibleCells } from './form/read-form.ts';
import { cleanText } from './parse/table.ts';

/** Times in the file: no clock, so that the same standard gives the same bytes. */
const DATE = '2026-01-01';
/** Drop-downs reach below the last row, for rows that are added. */
const SPARE_ROWS = 300;
const COLUMNS = Object.entries(ENTRY_COLUMNS).map(([title, width]) => ({
  title: title as EntryColumn,
  width,
}));

/**
 * A standard as .xlsx, for people to read, print and change. Imported again untouched it is exactly the same
 * standard; where somebody changed visible cells, those count (`readForm`).
 */
export function writeStandardWorkbook(standard: Standard): Promise<Uint8Array> {
  const workbook = newWorkbook(DATE);
  const head = headGrid(standard);
  const entries = entryGrid(standard);
  addHead(workbook, standard.title, head);
  addEntries(workbook, standard.title, entries);
  // As the reader will see the cells.
  const visible = visibleCells(
    head.map(([label, text]) => [label, cleanText(text)]),
    entries.map(cleaned),
  );
  const machine = workbook.addWorksheet(MACHINE_SHEET, { state: 'veryHidden' });
  machineCells(standard, visible).forEach((text, index) => {
    machine.getCell(index + 1, 1).value = text;
  });
  return toBytes(workbook, DATE);
}

/** An empty standard with instructions, drop-downs and a few example rows, as .xlsx; filled in, it can be imported. */
export function writeStandardTemplate(): Promise<Uint8Array> {
  const workbook = newWorkbook(DATE);
  const title = '验收标准导入模板';
  const sheet = addFormSheet(workbook, '填写说明', { widths: [20, 100], title, head: 'none' });
  INSTRUCTIONS.forEach(([topic, text], index) =>
    putRow(
      sheet,
      index + 1,
      [
        { title: '', width: 20 },
        { title: '', width: 100 },
      ],
      [
        [topic, STYLES.head],
        [text, STYLES.text],
      ],
    ),
  );
  setPrintArea(sheet, INSTRUCTIONS.length, 2);
  addHead(workbook, title, headGrid(EXAMPLE));
  addEntries(workbook, title, entryGrid(EXAMPLE));
  return toBytes(workbook, DATE);
}

function addHead(workbook: Workbook, title: string, grid: readonly (readonly [string, string])[]): void {
  const columns = [
    { title: '', width: 18 },
    { title: '', width: 80 },
    { title: '', width: 50 },
  ];
  const sheet = addFormSheet(workbook, HEAD_SHEET, {
    widths: columns.map(({ width }) => width),
    title,
    head: 'none',
  });
  grid.forEach(([label, value], index) => {
    putRow(sheet, index + 1, columns, [
      [label, STYLES.head],
      [value, asText(STYLES.text)],
      [HEAD_HINTS[label] ?? '', STYLES.text],
    ]);
    const choices = HEAD_CHOICES[label];
    if (choices) addChoices(sheet, `B${index + 1}`, choices);
  });
  setPrintArea(sheet, grid.length, 3);
}

function addEntries(workbook: Workbook, title: string, rows: readonly FormRow[]): void {
  const widths = COLUMNS.map(({ width }) => width);
  const sheet = addFormSheet(workbook, ENTRY_SHEET, { widths, title, head: 'repeated' });
  putHead(sheet, 1, COLUMNS);
  rows.forEach((entry, index) => {
    putRow(
      sheet,
      index + 2,
      COLUMNS,
      COLUMNS.map((column) => [entry[column.title], styleOf(column.title, entry)] as const),
    );
    for (const name of ['分值', '权重%'] as const) {
      const text = entry[name] ?? '';
      if (text === '') continue;
      const cell = put(sheet, index + 2, columnOf(name), Number(text), STYLES.points);
      cell.style = styleOf(name, entry);
    }
  });
  const last = rows.length + 1;
  addChoices(sheet, `A2:A${last + SPARE_ROWS}`, TYPE_CHOICES);
  const rules = letter(columnOf('评分规则'));
  addChoices(sheet, `${rules}2:${rules}${last + SPARE_ROWS}`, RULE_CHOICES);
  setPrintArea(sheet, last, COLUMNS.length);
}

function columnOf(name: EntryColumn): number {
  return COLUMNS.findIndex(({ title }) => title === name) + 1;
}

/** Headings stand out; a number such as "1.10" stays as it is written. */
function styleOf(column: EntryColumn, entry: FormRow): CellStyle {
  const heading = /指标$|部分$/.test(entry['类型'] ?? '');
  if (column === '分值' || column === '权重%') return heading ? STYLES.sum : STYLES.points;
  const base = heading ? { ...STYLES.sumText, alignment: STYLES.text.alignment } : STYLES.text;
  return asText(
    ['类型', '编号', '评分规则'].includes(column) ? { ...base, alignment: STYLES.centre.alignment } : base,
  );
}

function asText(style: CellStyle): CellStyle {
  return { ...style, numFmt: '@' };
}

function cleaned(entry: FormRow): FormRow {
  return Object.fromEntries(Object.entries(entry).map(([column, text]) => [column, cleanText(text)]));
}
