import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { parseTable } from '../table-fixture.ts';

it.each([
  [3, true],
  [2, false],
])('a column called 分值 with %i scores in ten rows of long text holds scores: %s', (scores, expected) => {
  const rows = Array.from(
    { length: 10 },
    (_, index) => `项目${index} | ${index < scores ? '10' : '有方案有总结有台账有照片'}`,
  );
  const { roles } = guessColumns(parseTable(['考核内容 | 分值', ...rows].join('\n')));
  expect(roles[1] === 'fullScore').toBe(expected);
});

it.each<[string, string, number, from?: number]>([
  ['one row', '考核内容 | 评分标准 | 分值\n方案 | 缺一项扣1分 | 10', 1],
  [
    'one row, and the same again',
    '考核内容 | 评分标准 | 分值\n考核内容 | 评分标准 | 分值\n方案 | 缺一项扣1分 | 10',
    1,
  ],
  [
    'a second row that fills the blanks',
    '考核内容 | 评分标准 | | 备注\n | | 分值 | \n方案 | 缺一项扣1分 | 10 | ',
    2,
  ],
  [
    'a second row below merged words',
    '序号 | 考核 | < | 分值\n^ | 考核内容 | 评分标准 | ^\n1 | 方案 | 缺一项扣1分 | 10',
    2,
  ],
  ['a second row that is no header', '考核内容 | | 分值\n方案 | 缺一项扣1分 | 10', 1],
  [
    'one row, below the title in the first cell of a row',
    '某镇考核细则 | | \n考核内容 | 评分标准 | 分值\n方案 | 缺一项扣1分 | 10',
    2,
    1,
  ],
  [
    'two rows, the upper one with a wide word and a long one',
    '考核内容 | < | 由各科室分别填写的那几栏\n一级指标 | 评分标准 | 分值\n方案 | 缺一项扣1分 | 10',
    2,
  ],
])('the header is %s', (_, table, to, from = 0) => {
  const { headerFrom, headerTo } = guessColumns(parseTable(table));
  expect([headerFrom, headerTo]).toEqual([from, to]);
});
