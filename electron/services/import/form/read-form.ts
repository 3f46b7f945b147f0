import { zhCN } from 'zod/locales';
import { UserError } from '../../../../shared/values/errors.ts';
import { formatPoints, parsePoints } from '../../../../shared/values/points.ts';
import { readPoints } from '../../../../shared/values/typed-number.ts';
import { checkStandard } from '../../../../shared/standard/check.ts';
import { allItems } from '../../../../shared/standard/places.ts';
import type { CellReport, ImportWarning, RowReport } from '../../../../shared/tables/standard-draft.ts';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { type Standard, standardSchema } from '../../../../shared/standard/schema.ts';
import { type Imported, identifier } from '../import-standard.ts';
import { ENTRY_COLUMNS, ENTRY_SHEET, type EntryColumn, type FormRow, LATER_COLUMNS } from './entries.ts';
import { entriesFromGrid } from './entries-from-grid.ts';
import { HEAD_SHEET, headFromGrid } from './head.ts';
import { exactStandard, MACHINE_SHEET } from './machine-sheet.ts';
import type { Json } from '../../../../shared/standard/rules/kind.ts';

const COLUMNS = Object.keys(ENTRY_COLUMNS) as EntryColumn[];
const NAMED_FAULTS = 5;

export interface FormRead extends Imported {
  /** The visible cells are not those that this program wrote; they were read, and they count. */
  readonly edited: boolean;
}

/**
 * A standard from a workbook of this program (exported, or the template filled in); undefined for any other file.
 * An untouched one gives back exactly the standard that was written. Throws a UserError that names the rows that
 * are not understood.
 */
export function readForm(tables: readonly SourceTable[], file: string): FormRead | undefined {
  const head = tables.find(({ name }) => name === HEAD_SHEET);
  const entries = tables.find(({ name }) => name === ENTRY_SHEET);
  const columns = entries && columnsOf(entries);
  if (!head || !entries || !columns) return undefined;
  const machine = tables.find(({ name }) => name.startsWith(MACHINE_SHEET));
  const headCells = new Map(rowsOf(head).map(({ texts }) => [texts[0] ?? '', texts[1] ?? '']));
  const entryRows = rowsOf(entries)
    .slice(1)
    .map(({ row, texts }) => ({ row, entry: entryOf(texts, columns) }));
  const visible = visibleCells(
    [...headCells],
    entryRows.map(({ entry }) => entry),
    columns,
  );
  const exact = machine && exactStandard(machine, visible);
  const standard = exact ?? standardFromCells(headCells, entryRows, file);
  const rows = reports(head, entries);
  return {
    standard,
    edited: exact === undefined,
    rows,
    cells: cellReports([head, entries], rows),
    // What a form states is no proposal.
    confidence: { sure: allItems(standard).length, likely: 0, byHand: 0 },
    isUsable: checkStandard(standard).every(({ severity }) => severity !== 'error'),
    tables: [head, entries],
    warnings: exact ? official(exact) : warningsOf(standard, machine !== undefined),
  };
}

/** Every cell of a form is read by its row, or the form is refused. */
function cellReports(tables: readonly SourceTable[], rows: readonly RowReport[]): CellReport[] {
  const fates = new Map(rows.map(({ table, row, fate, code }) => [`${table}:${row}`, { fate, code }]));
  return tables.flatMap(({ id, cells }) =>
    cells
      .filter(({ text }) => text !== '')
      .map(({ row, column }): CellReport => {
        const { fate, code } = fates.get(`${id}:${row + 1}`) ?? { fate: 'empty', code: '' };
        const field =
          fate === 'note' ? 'remark' : fate === 'empty' ? 'none' : fate === 'header' ? 'header' : 'criterion';
        return { table: id, row: row + 1, column: column + 1, field, code };
      }),
  );
}

/** Every visible cell in one order, for the writer and the reader. `columns`: those that the form has. */
export function visibleCells(
  head: readonly (readonly [string, string])[],
  entries: readonly FormRow[],
  columns: readonly EntryColumn[] = COLUMNS,
): string[] {
  return [...head.flat(), ...entries.flatMap((entry) => columns.map((column) => entry[column] ?? ''))];
}

/** All columns, or those that the first forms had; undefined where it is no form. */
function columnsOf(table: SourceTable): readonly EntryColumn[] | undefined {
  const [first] = rowsOf(table);
  const former = COLUMNS.filter((column) => !LATER_COLUMNS.includes(column));
  return [COLUMNS, former].find((columns) =>
    columns.every((column, index) => first?.texts[index] === column),
  );
}

function rowsOf({ cells, columns }: SourceTable): { row: number; texts: string[] }[] {
  const rows = new Map<number, string[]>();
  for (const { row, column, text } of cells) {
    if (text === '') continue;
    const texts = rows.get(row) ?? Array.from({ length: columns }, () => '');
    texts[column] = text;
    rows.set(row, texts);
  }
  return [...rows].map(([row, texts]) => ({ row: row + 1, texts }));
}

function entryOf(texts: readonly string[], columns: readonly EntryColumn[]): FormRow {
  return Object.fromEntries(columns.map((column, index) => [column, texts[index] ?? '']));
}

function standardFromCells(
  head: ReadonlyMap<string, string>,
  entries: readonly { row: number; entry: FormRow }[],
  file: string,
): Standard {
  const faults: string[] = [];
  const json: Json = {
    ...headFromGrid(head, (message) => faults.push(`“${HEAD_SHEET}”：${message}`)),
    ...entriesFromGrid(entries, (row, message) => faults.push(`“${ENTRY_SHEET}”第 ${row} 行：${message}`)),
  };
  if (faults.length > 0) throw notUnderstood(faults);
  const total = entries
    .filter(({ entry }) => entry['类型'] === '评分项')
    .reduce((sum, { entry }) => sum + pointsOf(entry['分值']), 0);
  const fullScore = parsePoints(typeof json['fullScore'] === 'string' ? json['fullScore'] : '') ?? total;
  const complete = {
    id: identifier(file),
    fullScore: formatPoints(total),
    passScore: formatPoints(Math.round(fullScore * 0.9)),
    ...json,
  };
  const parsed = standardSchema.safeParse(complete, { error: zhCN().localeError });
  if (parsed.success) return parsed.data;
  throw notUnderstood(
    parsed.error.issues.map(({ path, message }) => `${whereIs(complete, path)}：${message}`),
  );
}

/** What is no number is a fault of its own. */
function pointsOf(cell = ''): number {
  const read = readPoints(cell, { units: ['分'] });
  return 'value' in read ? read.value : 0;
}

/** The code or title of the nearest entry that a path leads through. */
function whereIs(json: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = json;
  let where = '';
  for (const key of path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
    const { code, title } = (at ?? {}) as { code?: unknown; title?: unknown };
    if (typeof code === 'string') where = `“${code}${typeof title === 'string' ? ` ${title}` : ''}”`;
  }
  return `${where || HEAD_SHEET} ${String(path.at(-1) ?? '')}`;
}

function notUnderstood(faults: readonly string[]): UserError {
  const more = faults.length > NAMED_FAULTS ? `；等共 ${faults.length} 处` : '';
  return new UserError({
    code: 'import-form',
    message: `这份标准表有看不懂的地方：${faults.slice(0, NAMED_FAULTS).join('；')}${more}。`,
    effect: '没有导入任何内容，原文件没有改动。',
    remedy: '请按提示和“填写说明”改正后再导入。',
  });
}

function reports(head: SourceTable, entries: SourceTable): RowReport[] {
  const report = (table: SourceTable, fate: RowReport['fate'], reason: string) =>
    rowsOf(table).map(({ row, texts }) => ({
      table: table.id,
      row,
      fate,
      code: '',
      text: texts.filter((text) => text !== '').join(' '),
      reason,
    }));
  return [
    ...report(head, 'title', '标准的基本信息'),
    ...report(entries, 'item', '按标准表的列读入').map((row, index): RowReport => {
      if (index === 0) return { ...row, fate: 'header', reason: '表头' };
      const cells = entries.cells.filter((cell) => cell.row === row.row - 1);
      const type = cells.find(({ column }) => column === 0)?.text ?? '';
      const code = cells.find(({ column }) => column === 1)?.text ?? '';
      return { ...row, code, fate: /指标$|部分$/.test(type) ? 'section' : 'item' };
    }),
  ];
}

function warningsOf(standard: Standard, wasExported: boolean): ImportWarning[] {
  return [
    ...(wasExported ? [about('formEdited', '这份标准表导出后有改动，按改动后的内容导入')] : []),
    ...official(standard),
    ...checkStandard(standard).map(({ code, message }) => about(code, message)),
  ];
}

function about(code: string, message: string): ImportWarning {
  return { code, table: '', row: 0, column: 0, message };
}

/** Who compared it with the original no form carries: anybody can edit one. */
function official({ authority }: Standard): ImportWarning[] {
  return authority === 'official' ? [about('officialEdited', '正式标准的内容须重新对照原件核对')] : [];
}
