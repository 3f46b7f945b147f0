import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/check-draft.ts';
import { remove, update } from '../../../../../shared/tables/draft/draft-edits.ts';
import { cellAddress, lostColumns } from '../../../../../shared/tables/import/cell-words.ts';
import { finalCells, isReadingOf, traceOf } from '../../../../../shared/tables/import/traced-cells.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';

/** 组织领导 and its criterion are merged over two rows; nobody wants the 自评分 in a standard. */
const ROWS = [
  ['一级指标', '考核内容', '评分标准', '分值', '自评分'],
  ['组织领导', '会议研究', '每少1次扣5分，扣完为止', '60', '55'],
  ['', '工作机制', '', '40', '38'],
];
const MERGED = ['组织领导', '每少1次扣5分，扣完为止'];
const TABLE: SourceTable = {
  ...{ id: '1', name: '考核细则', rows: 3, columns: 5 },
  cells: ROWS.flatMap((texts, row) =>
    texts.flatMap((text, column) =>
      text === '' ? [] : [{ row, column, rowSpan: MERGED.includes(text) ? 2 : 1, columnSpan: 1, text }],
    ),
  ),
};
/** Section 1 and item 1. */
const NUMBERED: SourceTable = {
  ...{ id: '1', name: '考核细则', rows: 5, columns: 5 },
  cells: [
    ['序号', '一级指标', '考核内容', '评分标准', '分值'],
    ['1', '组织领导', '会议研究', '每少1次扣5分，扣完为止', '40'],
    ['2', '', '工作机制', '没有建立机制的不得分', '20'],
    ['3', '日常管理', '服务台账', '每缺1项扣2分，扣完为止', '20'],
    ['4', '', '档案管理', '每缺1份扣2分，扣完为止', '20'],
  ].flatMap((texts, row) =>
    texts.flatMap((text, column) => (text === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text }])),
  ),
};
const readNumbered = () => readTables([{ table: NUMBERED, map: guessColumns(NUMBERED) }]);
const map = guessColumns(TABLE);
const read = readTables([{ table: TABLE, map }]);
const node = (title: string) => allNodes(read.nodes).find((each) => each.title === title)!;

describe('traceOf', () => {
  const trace = traceOf(read, [TABLE]);
  const shown = (title: string) =>
    trace(node(title)).map((cell) => `${cellAddress(cell)} ${cell.field} ${cell.text}`);

  it('names the cells of an item: those merged over its row, and those that are nowhere', () => {
    expect(shown('工作机制').sort()).toStrictEqual([
      'B3 criterion 工作机制',
      'C2 criterion 每少1次扣5分，扣完为止',
      'D3 score 40',
      'E3 none 38',
    ]);
  });

  it('names of a section its own words alone', () => {
    expect(shown('组织领导')).toStrictEqual(['A2 name 组织领导']);
  });

  it('tells a section from an item of the same number', () => {
    const numbered = readNumbered();
    const own = traceOf(numbered, [NUMBERED]);
    const shownOf = (title: string) =>
      own(allNodes(numbered.nodes).find((each) => each.title === title)!).map(cellAddress);
    expect(shownOf('组织领导')).toStrictEqual(['B2']);
    expect(shownOf('会议研究')).toStrictEqual(['A2', 'C2', 'D2', 'E2']);
  });

  it('finds them under a code that was changed by hand', () => {
    const renamed = { ...node('工作机制'), code: '甲' };
    expect(trace(renamed)).toStrictEqual(trace(node('工作机制')));
  });
});

describe('finalCells', () => {
  const score = (edited = read) =>
    finalCells(read, edited, [TABLE]).find((cell) => cellAddress(cell) === 'D3');

  it('follows a node to its new code', () => {
    expect(score()).toMatchObject({ code: node('工作机制').code, isDeleted: false });
    expect(score(update(read, node('工作机制').id, { code: '甲' }))).toMatchObject({
      code: '甲',
      isDeleted: false,
    });
  });

  it('says where it was deleted', () => {
    expect(score(remove(read, node('工作机制').id))).toMatchObject({ code: '', isDeleted: true });
  });
});

it('tells a draft of this reading, changed by hand or not, from one of another', () => {
  expect(isReadingOf(read, update(read, node('工作机制').id, { title: '改名' }))).toBe(true);
  const other = readTables([
    { table: TABLE, map: { ...map, roles: map.roles.map((role, at) => (at === 2 ? 'ignore' : role)) } },
  ]);
  expect(isReadingOf(other, read)).toBe(false);
});

it('counts lost cells by column, with its heading', () => {
  expect(lostColumns(read.cells, [TABLE], { 1: map })).toStrictEqual([
    { table: '1', column: 5, heading: '自评分', count: 2 },
  ]);
});

it.each([
  [1, 'A7'],
  [26, 'Z7'],
  [27, 'AA7'],
  [52, 'AZ7'],
  [703, 'AAA7'],
])('column %i is %s', (column, address) => {
  expect(cellAddress({ row: 7, column })).toBe(address);
});
