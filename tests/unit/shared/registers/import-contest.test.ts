import { expect, it } from 'vitest';
import { read, tableOf } from './office-table.ts';

const HEAD = ['队伍', '姓名', '理论成绩', '模拟执法成绩', '作弊'];

it('registers no row that is made of others, and asks about a mark of nobody', () => {
  const { entries, left, odd } = read(
    tableOf([
      HEAD,
      ['甲局', '张三', '88', '', ''],
      ['甲局 平均值', '', '88', '', ''],
      ['乙局', '', '70', '', ''],
      ['乙局', '', '', '90', ''],
      ['全市平均', '', '79', '', ''],
    ]),
    'contest',
  );
  expect(entries.map(({ fields }) => fields['theory'] ?? '')).toEqual(['88', '70', '']);
  expect(left).toEqual([3, 6].map((row) => ({ row, reason: '合计、平均等行' })));
  expect(odd).toEqual([
    { row: 4, reason: '有理论成绩，没有填姓名：是一个人的请填姓名，是平均、合计等的请删去这一行' },
  ]);
});
