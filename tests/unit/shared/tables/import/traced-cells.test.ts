import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import {
  acceptAllSure,
  mergeInto,
  move,
  remove,
  setRule,
  split,
  update,
} from '../../../../../shared/tables/draft/draft-edits.ts';
import { cellAddress, lostColumns } from '../../../../../shared/tables/import/cell-words.ts';
import {
  finalCells,
  isReadingOf,
  isRestructured,
  type TracedCell,
  traceOf,
} from '../../../../../shared/tables/import/traced-cells.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { StandardDraft } from '../../../../../shared/tables/standard-draft.ts';
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
    trace(node(title), read).map((cell) => `${cellAddress(cell)} ${cell.field} ${cell.text}`);

  const cellsIn = (draft: StandardDraft, title: string) =>
    trace(
      allNodes(draft.nodes).find((each) => each.title === title)!,
      draft,
    ).map((cell) => `${cellAddress(cell)} ${cell.field} ${cell.text}`);

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
      own(
        allNodes(numbered.nodes).find((each) => each.title === title)!,
        numbered,
      ).map(cellAddress);
    expect(shownOf('组织领导')).toStrictEqual(['B2']);
    expect(shownOf('会议研究')).toStrictEqual(['A2', 'C2', 'D2', 'E2']);
  });

  it('finds them under a code that was changed by hand', () => {
    const renamed = update(read, node('工作机制').id, { code: '甲' });
    expect(cellsIn(renamed, '工作机制')).toStrictEqual(shown('工作机制'));
  });
});

/** Each section is named in every row of its; one has the name of its item. */
const REPEATED: SourceTable = {
  ...{ id: '1', name: '考核细则', rows: 4, columns: 4 },
  cells: [
    ['一级指标', '二级指标', '评分标准', '分值'],
    ['组织领导', '会议研究', '组织领导有力、每少1次扣5分', '20'],
    ['组织领导', '工作机制', '没有机制扣分，组织领导不力扣5分', '30'],
    ['日常管理', '日常管理', '日常管理每缺1项扣2分', '50'],
  ].flatMap((texts, row) => texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))),
};
const readRepeated = () => readTables([{ table: REPEATED, map: guessColumns(REPEATED) }]);
const tell = (cells: readonly TracedCell[]) => cells.map((cell) => `${cellAddress(cell)} ${cell.field}`);

it('takes a level’s cell for the section’s name in every row, though the text of the item says it too', () => {
  const repeated = readRepeated();
  const own = traceOf(repeated, [REPEATED]);
  const told = allNodes(repeated.nodes).map((each) => [each.code, tell(own(each, repeated))]);
  expect(Object.fromEntries(told)).toStrictEqual({
    '1': ['A2 name', 'A3 name'],
    '1.1': ['B2 name', 'C2 criterion', 'D2 score'],
    '1.2': ['B3 name', 'C3 criterion', 'D3 score'],
    '2': ['A4 name'],
    '2.1': ['B4 name', 'C4 criterion', 'D4 score'],
  });
});

describe('what was changed by hand', () => {
  const repeated = readRepeated();
  const own = traceOf(repeated, [REPEATED]);
  const byCode = (code: string, { nodes } = repeated) => allNodes(nodes).find((each) => each.code === code)!;
  const cellsOf = (code: string, draft: StandardDraft) => tell(own(byCode(code, draft), draft));
  const final = (draft: StandardDraft) =>
    finalCells(repeated, draft, [REPEATED]).filter(({ row }) => row > 1);

  it('shows the cells of an item at the one that it was merged into', () => {
    const merged = mergeInto(repeated, byCode('1.2').id, byCode('1.1').id);
    expect(cellsOf('1.1', merged)).toStrictEqual([
      ...['B2 name', 'C2 criterion', 'D2 score'],
      ...['B3 name', 'C3 criterion', 'D3 score'],
    ]);
    expect(final(merged).find((cell) => cellAddress(cell) === 'C3')).toMatchObject({
      code: '1.1',
      isDeleted: false,
      isTakenOver: true,
    });
  });

  it('shows the name of a section at the one that it was merged into, and loses it with none', () => {
    const merged = mergeInto(repeated, byCode('2').id, byCode('1').id);
    expect(cellsOf('1', merged)).toStrictEqual(['A2 name', 'A3 name', 'A4 name']);
    expect(final(merged).filter(({ isDeleted }) => isDeleted)).toStrictEqual([]);
    expect(final(merged).find((cell) => cellAddress(cell) === 'A4')?.code).toBe('1');
    const removed = remove(repeated, byCode('2').id, 'keep');
    expect(
      final(removed)
        .filter(({ isDeleted }) => isDeleted)
        .map(cellAddress),
    ).toStrictEqual(['A4']);
  });

  it('shows at both halves of an item what it was read from', () => {
    const halves = split(repeated, byCode('1.1').id, 7);
    expect(cellsOf('1.1', halves)).toStrictEqual(['B2 name', 'C2 criterion', 'D2 score']);
    expect(cellsOf('1.1-2', halves)).toStrictEqual(cellsOf('1.1', halves));
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
    expect(score(remove(read, node('工作机制').id))).toMatchObject({
      ...{ code: '', isDeleted: true, isTakenOver: false },
    });
    // What stands in the same row did not take it over.
    const [section, ...more] = read.nodes;
    const veto = { ...node('工作机制'), id: 'n99', code: '否', kind: 'veto' as const };
    const beside = { ...read, nodes: [section!, ...more, veto] };
    const left = remove(beside, node('工作机制').id);
    const cell = finalCells(beside, left, [TABLE]).find((each) => cellAddress(each) === 'D3');
    expect(cell).toMatchObject({ code: '', isDeleted: true, isTakenOver: false });
  });
});

it('tells a draft of this reading, changed by hand or not, from one of another', () => {
  expect(isReadingOf(read, update(read, node('工作机制').id, { title: '改名' }))).toBe(true);
  const other = readTables([
    { table: TABLE, map: { ...map, roles: map.roles.map((role, at) => (at === 2 ? 'ignore' : role)) } },
  ]);
  expect(isReadingOf(other, read)).toBe(false);
});

it('tells what was put in place of the reading from what was decided of its rules', () => {
  const { id } = node('工作机制');
  expect(isRestructured(read, structuredClone(read))).toBe(false);
  expect(isRestructured(read, setRule(acceptAllSure(read), id, { kind: 'award', step: 100 }))).toBe(false);
  expect(isRestructured(read, update(read, id, { title: '改名' }))).toBe(true);
  expect(isRestructured(read, remove(read, id))).toBe(true);
  expect(isRestructured(read, move(read, id, node('组织领导').id, 0))).toBe(true);
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
