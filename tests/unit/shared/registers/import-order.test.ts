import { expect, it } from 'vitest';
import { likeliestTable } from '../../../../shared/registers/import/reading.ts';
import type { RegisterName } from '../../../../shared/registers/kinds.ts';
import { read, tableOf } from './office-table.ts';

const UNITS = ['顺序', '单位全称', '单位(机构)级别'];
const PERSONS = ['顺序', '姓名', '单位全称', '处(科)室名称', '职务', '职级', '执法(监督)证件号'];
const TOLD = /“顺序”一栏有空着、重复或不是数字的/u;

it.each<[what: string, numbers: readonly string[], order: string, isTold: boolean]>([
  ['as they stand', ['1', '2', '3'], '甲局乙局丙局', false],
  ['sorted', ['3', '１', '2'], '乙局丙局甲局', false],
  ['with gaps', ['30', '10', '20'], '乙局丙局甲局', false],
  ['twice', ['2', '1', '1'], '甲局乙局丙局', true],
  ['one is missing', ['2', '', '1'], '甲局乙局丙局', true],
  ['no number', ['二', '一', '三'], '甲局乙局丙局', true],
  ['not filled in', ['', '', ''], '甲局乙局丙局', false],
])('units come in the order of their 顺序: %s', (_, numbers, order, isTold) => {
  const rows = ['甲局', '乙局', '丙局'].map((unit, at) => [numbers[at] ?? '', unit, '正科级']);
  const { entries, entryRows, odd } = read(tableOf([UNITS, ...rows]), 'commendedUnits');
  expect(entries.map(({ fields }) => fields['unit']).join('')).toBe(order);
  expect(entryRows.map((row) => rows[row - 2]?.[1]).join('')).toBe(order);
  expect(odd.some(({ reason }) => TOLD.test(reason))).toBe(isTold);
});

it.each<[RegisterName, number]>([
  ['commendedUnits', 0],
  ['commendedPersons', 1],
])('%s are looked for in the sheet whose headings fit', (name, at) => {
  const sheets = [UNITS, PERSONS].map((head) => tableOf([head, head.map(() => '1')]));
  expect(likeliestTable(sheets, name)).toBe(sheets[at]);
  expect(likeliestTable([...sheets].reverse(), name)).toBe(sheets[at]);
});
