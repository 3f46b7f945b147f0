import { describe, expect, it } from 'vitest';
import { isPageBreak } from '../../../../../shared/tables/cells/page-breaks.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

it.each([
  ...['（续上页）', '续表', '续 表', '（接上表）', '续表1', '附件1（续）', '附表二（续表）', '续附件2'],
  ...[
    '（续）',
    '转下页',
    '过次页',
    '承前页',
    '接上页：',
    '（下接第3页）',
    '— 2 —',
    '第 2 页 共 3 页',
    '表2（接上页）',
  ],
])('knows what a page break puts there: %s', (text) => {
  expect(isPageBreak(text)).toBe(true);
});

it.each([
  '组织领导（续）',
  '持续改进',
  '续聘手续',
  '附件1',
  '附件1 评分表',
  '下表',
  '接上级通知',
  '手续',
  '2',
  '表2',
])('takes nothing else for it: %s', (text) => {
  expect(isPageBreak(text)).toBe(false);
});

const HEAD = '序号 | 评分项目 | 评分标准 | 分值';
const FIRST = '1 | 领导小组 | 未成立的不得分 | 20\n2 | 工作方案 | 每缺1项扣2分 | 20';
const LAST = '3 | 行政指导 | 每少1件扣2分 | 30\n4 | 行政调解 | 每少1件扣2分 | 30';
const ITEMS = [
  'item 1 领导小组 =20 [sure: deduct 0/次!]',
  'item 2 工作方案 =20 [sure: deduct 2/项]',
  'item 3 行政指导 =30 [sure: deduct 2/件]',
  'item 4 行政调解 =30 [sure: deduct 2/件]',
];

describe('a row that a page break puts between others is no part of them', () => {
  const ROWS = ['（续上页）', '续表', '某市示范点验收标准（续）', '附件1（续）', '— 2 —', '承前页'];
  const merged = (text: string) => `${text} | < | < | <`;
  const lost = (text: string) => `${text} |  |  | `;
  it.each([
    ...ROWS.map((text) => [text, 'merged, with the header', merged, `${HEAD}\n`] as const),
    ...ROWS.map((text) => [text, 'merged, without the header', merged, ''] as const),
    ...ROWS.map((text) => [text, 'in an export that has lost its merges', lost, `${HEAD}\n`] as const),
  ])('%s, %s', (text, _, row, header) => {
    const table = {
      ...parseTable(`${HEAD}\n${FIRST}\n${row(text)}\n${header}${LAST}`),
      before: ['某市示范点验收标准（2027年）'],
    };
    const draft = readTables([{ table, map: guessColumns(table) }]);
    expect(describeDraft(draft).split('\n')).toEqual([...ITEMS, 'note row 0: 某市示范点验收标准（2027年）']);
    expect(draft.rows[3]).toMatchObject({
      fate: 'header',
      reason: expect.stringMatching(/不使用|重复的标题/),
    });
  });

  it('with the sum of the pages before it, which is no item', () => {
    const table = parseTable(
      `${HEAD}\n${FIRST}\n | 本页小计 |  | 40\n | 过次页 |  | 40\n | 承前页 |  | 40\n${LAST}\n | 本页小计 |  | 60\n | 总计 |  | 100`,
    );
    const draft = readTables([{ table, map: guessColumns(table) }]);
    expect(draft.nodes.map(({ title }) => title)).toEqual(['领导小组', '工作方案', '行政指导', '行政调解']);
    expect(draft.warnings).toEqual([]);
  });

  it.each([
    '序号 | 项目 | 标准 | 满分',
    '序号 | 评分项目 | 评分标准（接上页） | 分值',
    '序号 | 评分项目 | 评分标准 | 分值⏎（60分）',
  ])('the header in other words: %s', (header) => {
    const table = parseTable(`${HEAD}\n${FIRST}\n${header}\n${LAST}\n${header}`);
    const draft = readTables([{ table, map: guessColumns(table) }]);
    expect(describeDraft(draft).split('\n')).toEqual(ITEMS);
  });
});
