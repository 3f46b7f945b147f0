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
  ['other signs', ['②', '①', '③'], '甲局乙局丙局', true],
  ['places', ['第2名', '第1名', '3位'], '乙局甲局丙局', false],
  ['not filled in', ['', '', ''], '甲局乙局丙局', false],
])('units come in the order of their 顺序: %s', (_, numbers, order, isTold) => {
  const rows = ['甲局', '乙局', '丙局'].map((unit, at) => [numbers[at] ?? '', unit, '正科级']);
  const { entries, entryRows, odd } = read(tableOf([UNITS, ...rows]), 'commendedUnits');
  expect(entries.map(({ fields }) => fields['unit']).join('')).toBe(order);
  expect(entryRows.map((row) => rows[row - 2]?.[1]).join('')).toBe(order);
  expect(odd.some(({ reason }) => TOLD.test(reason))).toBe(isTold);
});

it.each<[head: string, order: string]>([
  ...['名次', '顺序号', '推荐名次', '推荐序号', '推荐顺序（从高到低）', '序号'].map(
    (head): [string, string] => [head, '乙局甲局'],
  ),
  ['编号', '甲局乙局'],
])('the order may be called %s', (head, order) => {
  const table = tableOf([
    [head, ...UNITS.slice(1)],
    ['2', '甲局', ''],
    ['1', '乙局', ''],
  ]);
  expect(
    read(table, 'commendedUnits')
      .entries.map(({ fields }) => fields['unit'])
      .join(''),
  ).toBe(order);
});

it('goes by 顺序 where 序号 stands beside it', () => {
  const table = tableOf([
    ['序号', ...UNITS],
    ['1', '2', '甲局', ''],
    ['2', '1', '乙局', ''],
  ]);
  expect(read(table, 'commendedUnits').entries.map(({ fields }) => fields['unit'])).toEqual(['乙局', '甲局']);
});

const MOVED = '表格里的顺序与登记的不同，登记的顺序没有改，请用上移、下移调整';
const BETWEEN = '新登记的排在最后，表格里有的排在已登记的前面，请用上移、下移调整';

it.each<[what: string, rows: readonly (readonly string[])[], told: readonly string[]]>([
  [
    'as it was',
    [
      ['1', '甲局', '正科级'],
      ['2', '乙局', '正科级'],
      ['3', '丙局', ''],
    ],
    [],
  ],
  [
    'moved',
    [
      ['2', '甲局', '正科级'],
      ['1', '乙局', '副科级'],
    ],
    [MOVED],
  ],
  [
    'a new one between',
    [
      ['1', '甲局', '正科级'],
      ['3', '乙局', ''],
      ['2', '丙局', ''],
    ],
    [BETWEEN],
  ],
  [
    'by the rows alone',
    [
      ['', '丙局', ''],
      ['', '乙局', ''],
      ['', '甲局', ''],
    ],
    [`${MOVED}；${BETWEEN}`],
  ],
])('a list that is imported once more keeps its order and says so: %s', (_, rows, told) => {
  const first = tableOf([UNITS, ['1', '甲局', '正科级'], ['2', '乙局', '正科级']]);
  const { entries: known } = read(first, 'commendedUnits');
  const { odd } = read(tableOf([UNITS, ...rows]), 'commendedUnits', known);
  expect(odd.map(({ reason }) => reason)).toEqual(told);
});

it.each<[what: string, rows: readonly (readonly string[])[], told: readonly string[]]>([
  [
    'as it was',
    [
      ['甲', '一'],
      ['乙', '二'],
    ],
    [],
  ],
  [
    'moved',
    [
      ['乙', '二'],
      ['甲', '一'],
    ],
    [MOVED],
  ],
  [
    'moved, and more is said',
    [
      ['乙', '二', '法规科'],
      ['甲', '一'],
    ],
    [MOVED],
  ],
  [
    'a new one between',
    [
      ['甲', '一'],
      ['丙', '三'],
      ['乙', '二'],
    ],
    [BETWEEN],
  ],
  [
    'a new one at the end',
    [
      ['甲', '一'],
      ['乙', '二'],
      ['丙', '三'],
    ],
    [],
  ],
  [
    'more of one that is registered comes to it',
    [
      ['甲', '一'],
      ['甲', '四'],
      ['乙', '二'],
    ],
    [],
  ],
])('a list of risks says where its order is not that of the table: %s', (_, rows, told) => {
  const head = ['风险点', '防控措施', '责任科室'];
  for (const name of ['dangers', 'prevention'] as const) {
    const { entries: known } = read(tableOf([head, ['甲', '一', ''], ['乙', '二', '']]), name);
    const { odd } = read(tableOf([head, ...rows.map(([a = '', b = '', c = '']) => [a, b, c])]), name, known);
    expect(odd.map(({ reason }) => reason)).toEqual(told);
  }
});

it.each<[RegisterName, number]>([
  ['commendedUnits', 0],
  ['commendedPersons', 1],
])('%s are looked for in the sheet whose headings fit', (name, at) => {
  const sheets = [UNITS, PERSONS].map((head) => tableOf([head, head.map(() => '1')]));
  expect(likeliestTable(sheets, name)).toBe(sheets[at]);
  expect(likeliestTable([...sheets].reverse(), name)).toBe(sheets[at]);
});
