import type { Talk } from '../../../shared/registers/coverage.ts';
import type { Column } from '../../../shared/registers/column.ts';
import { countWords } from '../../../shared/registers/contradictions.ts';
import { countOf } from '../../../shared/registers/count.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../../shared/registers/kinds.ts';
import {
  aheadWords,
  inMonths,
  monthName,
  monthlyTotals,
  wholeTotals,
} from '../../../shared/registers/monthly.ts';
import {
  columnsIn,
  countedIn,
  filledIn,
  hasOwnForm,
  hiddenContent,
  shownLabel,
} from '../../../shared/registers/year/columns.ts';
import { filledEntries } from '../../../shared/registers/year/entries.ts';
import { registerTitle } from '../../../shared/registers/year/register-title.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { dayOrder } from '../../../shared/registers/when.ts';
import { onPaper } from '../../../shared/registers/year/on-paper.ts';
import { ratioLines } from '../../../shared/registers/year-rows.ts';
import type { Workbook } from '@cj-tech-master/excelts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { STYLES } from '../sheets/styles.ts';
import { Table, type TableColumn, titled } from '../sheets/table.ts';
import { addRanks } from './contest-sheet.ts';
import { addCoverage } from './coverage-sheet.ts';
import { entryRows, type EntryRow, FILES, NUMBERED } from './entry-rows.ts';
import { addReferencePage } from './reference-page.ts';
import { addSteps, addTold } from './site-sheets.ts';

/** Widths in spreadsheet units. */
const WIDTHS: Readonly<Record<Column['kind'], number>> = {
  text: 14,
  long: 26,
  day: 11,
  count: 8,
  choice: 12,
};

/** A register as .xlsx: its entries in the order of days, and what is counted of each month. `today`: ISO 8601. */
export function buildRegister(
  year: Year,
  name: RegisterName,
  { personal, today, talks = [] }: { personal: boolean; today: string; talks?: readonly Talk[] },
): Promise<Uint8Array> {
  const { label, unit, paper, paperColumns } = registerOf(name);
  const typed = entriesToPrint(year, name);
  const { entries, notes } = onPaper(year, name, { entries: typed, today });
  const workbook = newWorkbook(today);
  const title = registerTitle(year, name);
  const shown = columnsIn(year, name);
  const wanted = shown.filter((column) => (personal || !column.personal) && !column.apart);
  const isNarrow = paper !== undefined && entries.length > 0;
  // A list is handed on: as on its paper.
  const empty = wanted.filter(({ code }) => isNarrow && filledIn(entries, code) === 0);
  const filled = wanted.filter((column) => !empty.includes(column));
  // So many columns on a page nobody can read: the others stand to the right of it.
  const apart = paperColumns === 'listed' ? filled.filter(({ listed }) => !listed) : [];
  const columns = [...filled.filter((column) => !apart.includes(column)), ...apart];
  const widths = Object.fromEntries([
    ...columns.map((column) => [column.code, widthOf(column)] as const),
    [FILES, FILES_WIDTH] as const,
  ]);
  const line = [
    `单位：${year.unit}　　${countWords(name, typed)}　　制表日期：${today}`,
    ...notes,
    ...notesOf(year, name, { left: shown.filter((column) => !personal && column.personal), entries }),
    ...shown.filter(({ apart }) => apart).map((each) => `${each.label}另行导出`),
    ...(empty.length === 0 ? [] : [`没有填写的栏目（${empty.map((each) => each.label).join('、')}）未列`]),
    ...(apart.length === 0 ? [] : [`右边的栏目（${apart.map((each) => each.label).join('、')}）不打印`]),
  ].join('　　');
  const table = new Table<EntryRow>(
    {
      name: label,
      columns: [NUMBERED, ...columns.map((column) => cellsOf(column, unit)), ATTACHED],
      above: titled(title, line),
      ...(apart.length > 0 && { printed: 1 + columns.length - apart.length }),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  table.put(entryRows(entries, columns, widths));
  if (entries.length === 0) table.say('还没有登记。', STYLES.subtitle);
  table.end();
  if (name === 'places') addCoverage(workbook, year, { talks, today });
  if (name === 'contest') addRanks(workbook, year, today);
  if (name === 'sites') addSteps(workbook, year, today);
  if (name === 'notices') addTold(workbook, year, today);
  addMonths(workbook, year, { name, entries: typed, title, today, unit });
  return toBytes(workbook, today);
}

/** By their days, or in the order in which they came where nobody is asked for one. */
export function entriesToPrint(year: Year, name: RegisterName): readonly Entry[] {
  const { month, isOfTheYear } = registerOf(name);
  const dayOf = (entry: Entry): string => dayOrder(fieldOf(entry, month));
  const entries = filledEntries(year, name);
  return isOfTheYear ? entries : [...entries].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

/** What the table does not have, and whose its columns are. */
export function notesOf(
  year: Year,
  name: RegisterName,
  { left, entries }: { left: readonly Column[]; entries: readonly Entry[] },
): string[] {
  const hidden = hiddenContent(year, name, entries).map(({ label }) => label);
  return [
    ...(left.length === 0 ? [] : [`个人信息（${left.map(({ label }) => label).join('、')}）未导出`]),
    ...(hidden.length === 0 ? [] : [`不显示的栏目（${hidden.join('、')}）有内容，未导出`]),
    ...(hasOwnForm(year, name) ? ['栏目按本单位的格式'] : []),
  ];
}

const FILES_WIDTH = 22;
const ATTACHED: TableColumn<EntryRow> = {
  title: '已附材料',
  width: FILES_WIDTH,
  cell: ({ texts }) => [texts[FILES] ?? '', STYLES.text],
};

/** In spreadsheet units; what another entry is called may be long. */
function widthOf({ kind, of }: Pick<Column, 'kind' | 'of'>): number {
  return WIDTHS[of === undefined ? kind : 'long'];
}

function cellsOf({ code, label, kind, of }: Column, unit: string): TableColumn<EntryRow> {
  return {
    title: label,
    width: widthOf({ kind, of }),
    cell: ({ entry, texts }) => {
      const text = texts[code] ?? '';
      // Of a part of what is no number the digits stay as they are.
      const isWhole = text === fieldOf(entry, code);
      const count = kind === 'count' && isWhole ? countOf(text, unit) : undefined;
      if (count !== undefined) return [count, STYLES.count];
      if (kind === 'day' || kind === 'choice') return [text, STYLES.centre];
      return [text, kind === 'long' ? STYLES.textTop : STYLES.text];
    },
  };
}

interface Count {
  readonly month: string;
  readonly what: string;
  readonly count: number;
}

function addMonths(
  workbook: Workbook,
  year: Year,
  {
    name,
    entries,
    title,
    today,
    unit,
  }: { name: RegisterName; entries: readonly Entry[]; title: string; today: string; unit: string },
): void {
  if (entries.length === 0) return;
  const counted = countedIn(year, name);
  const labels = new Map(counted.map((column) => [column.code, shownLabel(column)]));
  const of = { today, year: year.year };
  const rows = inMonths(name, entries, of);
  const months = [...monthlyTotals(name, rows, counted), wholeTotals(rows, counted)];
  const lines = months.flatMap(({ month, entries: count, counts }): Count[] => [
    // Every line says its month: a page may end between them, and they may be sorted.
    { month: monthName(name, month), what: `合计（${unit}）`, count },
    ...Object.entries(counts).flatMap(([code, choices]) =>
      Object.entries(choices).map(([choice, each]) => ({
        ...{ month: monthName(name, month), what: `${labels.get(code) ?? ''}：${choice}`, count: each },
      })),
    ),
  ]);
  const table = new Table<Count>(
    {
      name: '按月统计',
      orientation: 'portrait',
      columns: [
        { title: '月份', width: 16, cell: ({ month }) => [month, STYLES.centre] },
        { title: '统计项', width: 46, cell: ({ what }) => [what, STYLES.text] },
        { title: '数量', width: 14, cell: ({ count }) => [count, STYLES.count] },
      ],
      above: titled(`${title}按月统计`, `${countWords(name, entries)}　　制表日期：${today}`),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  table.put(lines);
  const ahead = aheadWords(name, rows, of).get('合计');
  if (ahead !== undefined) table.say(`合计${ahead}。`, STYLES.note);
  for (const line of ratioLines(year, name, today)) table.say(line, STYLES.note);
  table.end();
}
