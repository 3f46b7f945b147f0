import { describe, expect, it } from 'vitest';
import { parseSheets } from '../../../../../electron/services/import/parse/sheets.ts';
import { buildRegister } from '../../../../../electron/services/registers/register-workbook.ts';
import type { Entry } from '../../../../../shared/registers/entry.ts';
import { headingsOf, proposeReading } from '../../../../../shared/registers/import/reading.ts';
import { readTable } from '../../../../../shared/registers/import-table.ts';
import { REGISTER_NAMES, type RegisterName } from '../../../../../shared/registers/kinds.ts';
import { isCutShort } from '../../../../../shared/registers/same-entry.ts';
import { allColumns, type YearColumn } from '../../../../../shared/registers/year/columns.ts';
import { yearSchema } from '../../../../../shared/registers/year/schema.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { type Random, randomOf } from '../../../../tables/random.ts';
import { tableOf } from '../../../shared/registers/office-table.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const SEED = 20_261_130;

/** Texts of several rows: with and without breaks, names below each other, empty lines, indents, words, the mark itself. */
const PIECES = [
  ...[
    '很长的说明。',
    '一、总体要求',
    '\n',
    '\n',
    '\n\n\n',
    '\n　　第二段：',
    '张三\n李四\n',
    '↵',
    ' English words ',
  ],
  ...['\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n', '12\n', '2026-03-05', '𠮷𠮷'],
];

function longText(random: Random, column: YearColumn, length: number): string {
  let text = column.label;
  const some = Array.from({ length: random.int(1, 4) }, () => random.pick(PIECES));
  while (text.length < length) text += random.pick(some);
  // As it comes out of any table.
  return `${text.replace(/ +\n/gu, '\n').trim()}终`;
}

function entriesWith(random: Random, columns: readonly YearColumn[]): Entry[] {
  return [1, 2, 3, 4].map((at): Entry => {
    const fields = columns.map((column): [string, string] => {
      const isLong = column.of === undefined && random.int(0, 2) > 0;
      if (isLong) return [column.code, longText(random, column, random.pick([200, 500, 1500]))];
      return [column.code, column.code === 'page' ? '1' : `${column.label}${at}`];
    });
    return { id: id(at), fields: Object.fromEntries(fields), files: [] };
  });
}

const yearWith = (name: RegisterName, entries: readonly Entry[]) =>
  yearSchema.parse({
    ...{
      version: 1,
      id: id(0),
      createdAt: '2026-11-28T08:00:00.000Z',
      updatedAt: '2026-11-28T08:00:00.000Z',
    },
    ...{ title: '示例局2026年', unit: '示例局', category: '', year: 2026, registers: { [name]: entries } },
  });
const columnsOfKind = (name: RegisterName) => allColumns(yearWith(name, []), name);

async function exported(name: RegisterName, entries: readonly Entry[]) {
  const year = yearWith(name, entries);
  const columns = allColumns(year, name);
  const bytes = await buildRegister(year, name, { personal: true, today: '2026-12-31' });
  const [table] = parseSheets(Buffer.from(bytes));
  const read = (from: SourceTable, known: readonly Entry[]) =>
    readTable(from, name, {
      ...{ reading: proposeReading(from, name, columns), year: 2026, known, columns },
      newId: () => id(99),
    });
  return { table: table!, columns, read };
}

describe.each(REGISTER_NAMES)('long texts in the table that is exported of %s', (name) => {
  it.each([1, 2, 3])('come back as they were, run %i', async (run) => {
    const random = randomOf(SEED + run);
    const entries = entriesWith(random, columnsOfKind(name));
    const { table, columns, read } = await exported(name, entries);
    expect(read(table, entries)).toMatchObject({ entries: [], same: [], twins: [], torn: [] });
    const taken = columns.filter(({ isHidden, apart }) => !isHidden && !apart);
    const texts = (some: readonly { fields: Entry['fields'] }[]) =>
      some.map(({ fields }) => taken.map(({ code }) => fields[code])).sort();
    const fresh = read(table, []);
    expect(texts(fresh.entries)).toEqual(texts(entries));
  });

  it('has its head by the names alone, also with a column to the right of it', async () => {
    const { table, columns } = await exported(name, entriesWith(randomOf(SEED), columnsOfKind(name)));
    const { header } = proposeReading(table, name, columns);
    const mine = { row: header, column: table.columns, rowSpan: 1, columnSpan: 1, text: '复核' };
    for (const each of [table, { ...table, columns: table.columns + 1, cells: [...table.cells, mine] }]) {
      const headings = headingsOf(each, proposeReading(each, name, columns));
      expect(headings.filter(({ group }) => group !== '')).toEqual([]);
    }
  });
});

describe('a row of several parts', () => {
  const column = columnsOfKind('projects').find(({ code }) => code === 'plan')!;
  const entries = [1, 2, 3].map((at): Entry => ({
    id: id(at),
    fields: { name: `试点${at}`, plan: longText(randomOf(SEED + at), column, at === 2 ? 1500 : 20) },
    files: [],
  }));
  const serials = ({ cells }: SourceTable) =>
    cells.filter(({ column: at, row }) => at === 0 && row > 2).map(({ text }) => text);
  /** The same rows in another order; -1 for one that is gone. */
  const inOrder = (table: SourceTable, order: (rows: number[]) => number[]): SourceTable => {
    const body = [...new Set(table.cells.map(({ row }) => row))].filter((row) => row > 2);
    const to = new Map(order(body).map((row, index) => [row, 3 + index]));
    const cells = table.cells.flatMap((cell) => {
      const row = cell.row > 2 ? to.get(cell.row) : cell.row;
      return row === undefined ? [] : [{ ...cell, row }];
    });
    return { ...table, cells };
  };

  it('numbers them', async () => {
    const { table } = await exported('projects', entries);
    expect(serials(table).slice(0, 4)).toEqual(['1', '2', '2（续）', '2（续2）']);
  });

  it.each<[string, (rows: number[]) => number[]]>([
    ['sorted', (rows) => [...rows.slice(0, 2), rows.at(-1)!, ...rows.slice(2, -1)]],
    ['backwards', (rows) => [...rows].reverse()],
    ['without one in the middle', (rows) => rows.filter((_, at) => at !== 2)],
    ['without the first', (rows) => rows.filter((_, at) => at !== 1)],
  ])('is told of and not taken where they are %s', async (_, order) => {
    const { table, read } = await exported('projects', entries);
    const known = [
      entries[0]!,
      { ...entries[1]!, fields: { ...entries[1]!.fields, plan: '旧' } },
      entries[2]!,
    ];
    const found = read(inOrder(table, order), known);
    expect(found.torn.length).toBeGreaterThan(1);
    expect(found.entries).toEqual([]);
    expect(found.same).toEqual([]);
  });

  it('is not put over the whole unasked where the rest is gone altogether', async () => {
    const { table, read } = await exported('projects', entries);
    const found = read(
      inOrder(table, (rows) => [rows[0]!, rows[1]!, rows.at(-1)!]),
      entries,
    );
    expect(found.same.map((row) => isCutShort(row))).toEqual([true]);
  });

  it.each<[string, readonly string[], number, readonly number[]]>([
    ['a further one of a row that is not there', ['4', '4（续）', '5（续）'], 1, [6]],
    ['the same below a row that may have been numbered anew', ['4', '5（续）'], 0, [4, 5]],
    ['a further one of its own that does not join', ['4', '4（续3）'], 0, [4, 5]],
  ])('loses none that is sound by a stray one: %s', (_, numbers, taken, torn) => {
    const head = ['序号', '名称', '方案'];
    const rows = numbers.map((number, at) => [number, at === 0 ? '试点' : '', `方案的第${at + 1}段`]);
    const table = tableOf([['试点台账'], [], head, ...rows]);
    const found = readTable(table, 'projects', {
      ...{ reading: { ...proposeReading(table, 'projects'), header: 2, columns: { 1: 'name', 2: 'plan' } } },
      ...{ year: 2026, known: [], newId: () => id(99) },
    });
    expect(found.entries).toHaveLength(taken);
    expect(found.torn.map(({ row }) => row)).toEqual(torn);
  });

  it('is said once where each of its parts says whose it is', () => {
    const head = ['序号', '名称', '方案'];
    const table = tableOf([['试点台账'], [], head, ['1', '试点', '一段'], ['1（续）', '试点', '又一段']]);
    const reading = { ...proposeReading(table, 'projects'), header: 2, columns: { 1: 'name', 2: 'plan' } };
    const found = readTable(table, 'projects', { reading, year: 2026, known: [], newId: () => id(99) });
    expect(found.entries[0]?.fields).toMatchObject({ name: '试点', plan: '一段又一段' });
  });

  it('is known as a twin by all of its parts', async () => {
    const twice = [...entries, { ...entries[1]!, id: id(4) }];
    const { table, read } = await exported('projects', twice);
    const found = read(table, []);
    expect(found.twins).toHaveLength(1);
    expect(found.entries).toHaveLength(3);
    const other = {
      ...entries[1]!,
      id: id(4),
      fields: { ...entries[1]!.fields, plan: `${entries[1]!.fields['plan']}别` },
    };
    const again = await exported('projects', [...entries, other]);
    expect(again.read(again.table, []).twins).toEqual([]);
  });
});
