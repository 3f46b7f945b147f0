import { describe, expect, it } from 'vitest';
import { readFilledWorkbook } from '../../../../shared/review/filled-workbook.ts';
import { parseTable } from '../tables/table-fixture.ts';

const COVER = `
封面 | < | <
推荐包 编号 | BB-0001 | 其他
`;
const SCORES = `
自评打分表 | < | < | < | <
编 号 | 评分项 | 自评分 | 核验⏎分 | 核验意见
1.1 | 方案 | 4 | 3.5 | 缺一份
1.2 | 培训 | 3 |  |
1.3 | 回访 | 3 | | 见现场记录
组织领导 小计 | < | 10 | 9 |
 | 说明 | | 1 | 没有编号
2.1 | 提示 | 7 | 7 |
`;
const OTHER = `
编号 | 核验分 | 备注
9.9 | 1 | 别的表
`;
const ROWS = [
  { code: '1.1', score: '3.5', opinion: '缺一份' },
  { code: '1.3', score: '', opinion: '见现场记录' },
  { code: '2.1', score: '7', opinion: '' },
];

describe('a filled-in 推荐材料.xlsx', () => {
  it('gives the lines that somebody filled in, by the heads, and whose it is', () => {
    const tables = [COVER, OTHER, SCORES].map((text, index) => parseTable(text, String(index)));
    expect(readFilledWorkbook(tables)).toEqual({ rows: ROWS, packageId: 'BB-0001' });
  });

  it.each([
    ['in its first part', '3.5', '缺一份', '', '', { score: '3.5', opinion: '缺一份' }],
    ['in its second part', '', '', '3.5', '缺一份', { score: '3.5', opinion: '缺一份' }],
    ['in both', '3.5', '缺一份', '', '另见记录', { score: '3.5', opinion: '缺一份；另见记录' }],
    ['with two numbers, for a person to sort out', '3.5', '', '3', '', { score: '3.5；3', opinion: '' }],
  ])(
    'reads a line that goes on on the next page as one, filled in %s',
    (_, score, opinion, next, more, read) => {
      const table = parseTable(`
编号 | 评分项 | 核验分 | 核验意见
1.1 | 方案 | 4 |
1.2 | 培训 | ${score} | ${opinion}
1.2⏎（续） | | ${next} | ${more}
1.3 | 回访 | 2 |
`);
      expect(readFilledWorkbook([table])?.rows).toEqual([
        { code: '1.1', score: '4', opinion: '' },
        { code: '1.2', ...read },
        { code: '1.3', score: '2', opinion: '' },
      ]);
    },
  );

  it.each(['推荐包编号', '自查包编号', '材料包编号'])('finds the number that the cover calls %s', (label) => {
    const cover = COVER.replace('推荐包 编号', label);
    expect(readFilledWorkbook([parseTable(cover), parseTable(SCORES)])?.packageId).toBe('BB-0001');
  });

  it('has no number of a package where its cover is gone', () => {
    expect(readFilledWorkbook([parseTable(SCORES)])).toEqual({ rows: ROWS, packageId: '' });
    expect(readFilledWorkbook([parseTable('推荐包编号'), parseTable(SCORES)])?.packageId).toBe('');
  });

  it.each(['编号', '核验分', '核验意见'])('is none without the head %s', (head) => {
    const without = SCORES.replace(/编 号|核验⏎分|核验意见/g, (found) =>
      found.replace(/\s|⏎/g, '') === head ? '别的' : found,
    );
    expect(readFilledWorkbook([parseTable(without)])).toBeUndefined();
  });
});
