import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { countOf } from '../../../../shared/registers/count.ts';
import { progressForm, progressOf } from '../../../../shared/registers/progress.ts';
import { receiveAll } from '../../../../shared/registers/rollup/receive.ts';
import { rollupSchema } from '../../../../shared/registers/rollup/schema.ts';
import { formSchema } from '../../../../shared/registers/year/forms.ts';
import { yearSchema } from '../../../../shared/registers/year/schema.ts';
import { tableRefused } from '../../../../shared/registers/year/tables-edits.ts';
import { statTableSchema } from '../../../../shared/registers/year/tables.ts';
import { aCase } from './rollup/collect/samples.ts';
import { progress, rollup, task, unit, uuid } from './rollup/fixtures.ts';

const many = <Part>(count: number, part: (number: number) => Part): Part[] =>
  Array.from({ length: count }, (_, number) => part(number));

const year = (part: object) => ({
  ...{
    version: 1,
    id: uuid(1),
    createdAt: '2026-11-28T08:00:00.000Z',
    updatedAt: '2026-11-28T08:00:00.000Z',
  },
  ...{ title: '示例局2026年', unit: '示例局', category: '', year: 2026, registers: {}, ...part },
});
const line = (number: number) => ({ id: uuid(number), label: '', by: 'all' });
const table = (number: number, lines: object[] = []) => ({ id: uuid(number), register: 'risks', lines });
const waiting = (number: number) => ({
  ...{ id: uuid(number), fileName: '1.json', at: '2026-11-28T08:00:00.000Z', progress: progress() },
});

describe('what a file may hold of one kind', () => {
  it.each<[what: string, schema: z.ZodType, most: number, file: (count: number) => unknown]>([
    ['own columns', formSchema, 100, (count) => many(count, (at) => ({ key: `c${at}`, label: '甲' }))],
    ['tables of a year', yearSchema, 200, (count) => year({ tables: many(count, (at) => table(at)) })],
    ['lines of a table', statTableSchema, 100, (count) => table(1, many(count, line))],
    [
      'linked items',
      yearSchema,
      200,
      (count) => year({ links: [{ key: 'a', items: many(count, () => ({ key: '1', title: '' })) }] }),
    ],
    ['tasks', progressForm.schema, 300, (count) => progress({ tasks: many(count, (at) => task(at)) })],
    ['units', rollupSchema, 1000, (count) => rollup({ units: many(count, (at) => unit(at)) })],
    ['cases', rollupSchema, 2000, (count) => rollup({ cases: many(count, aCase) })],
    [
      'files that wait',
      rollupSchema,
      10,
      (count) => rollup({ units: [unit(1, { waiting: many(count, waiting) })] }),
    ],
  ])('%s', (_, schema, most, file) => {
    expect(schema.safeParse(file(most)).error).toBeUndefined();
    expect(schema.safeParse(file(most + 1)).success).toBe(false);
  });
});

it.each<[what: string, schema: z.ZodType, most: number, holding: (text: string) => unknown]>([
  ['the name of an own column', formSchema, 40, (label) => [{ key: 'a', label }]],
  ['the title of a table', statTableSchema, 100, (title) => ({ ...table(1), title })],
  ['the name of a line', statTableSchema, 100, (label) => table(1, [{ ...line(1), label }])],
  ['the title of a case', rollupSchema, 500, (title) => rollup({ cases: [aCase(1, { title })] })],
])('%s has so many characters at most', (_, schema, most, holding) => {
  expect(schema.safeParse(holding('长'.repeat(most))).error).toBeUndefined();
  expect(schema.safeParse(holding('长'.repeat(most + 1))).success).toBe(false);
});

it('a task that is handed in is shortened, and shows it', () => {
  const long = '长'.repeat(3000);
  const fields = { matter: long, material: long, limit: long, progress: long };
  const { tasks } = progressOf(
    yearSchema.parse(year({ registers: { tasks: [{ id: uuid(2), fields }] } })),
    '2026-11-28T08:00:00.000Z',
  );
  const texts = tasks.flatMap(({ matter, material, limit, state }) => [matter, material, limit, state]);
  expect(texts.map((text) => [text.length, text.at(-1)])).toEqual(
    [500, 2000, 500, 40].map((length) => [length, '…']),
  );
});

it('a table too many and a unit too many are refused in words', () => {
  const tables = many(200, (at) => statTableSchema.parse(table(at)));
  expect(tableRefused({ tables }, statTableSchema.parse(table(999)))).toBe('统计表最多 200 张');
  expect(tableRefused({ tables: tables.slice(1) }, statTableSchema.parse(table(999)))).toBeUndefined();
  const units = many(1000, (at) => unit(at));
  const clock = {
    at: '2026-11-28T08:00:00.000Z',
    newId: () => uuid(777),
    dayOf: (at: string) => at,
    plans: [],
  };
  const { receipts } = receiveAll(rollup({ units }), [{ fileName: '1.json', progress: progress() }], clock);
  expect(receipts).toMatchObject([{ outcome: 'full', words: '一份汇总最多 1000 个单位；没有收下' }]);
});

it('a number of a register has nine digits at most', () => {
  expect([countOf('999,999,999'), countOf('1,000,000,000')]).toEqual([999_999_999, undefined]);
});
