import { expect, it } from 'vitest';
import { scoreContest } from '../../../../shared/registers/contest/score.ts';
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

it.each<[heading: string, why: string]>([
  ['理论成绩名次', '不是分数，不当作“理论成绩”'],
  ['理论扣分', '不是分数，不当作“理论成绩”'],
  ['理论平均分', '是算好的平均分，不是每个人的成绩，不当作“理论成绩”'],
  ['理论成绩（40分）', '不是满分100分的，不当作“理论成绩”'],
  ['理论折算分', '是折算过的，不当作“理论成绩”'],
  ['模拟执法成绩（满分60）', '不是满分100分的，不当作“模拟执法成绩”'],
  ['理论成绩（占40%）', '是折算过的，不当作“理论成绩”'],
  ['理论加分', '看不出是不是满分100分的成绩，不当作“理论成绩”'],
])('proposes no column for what is no mark out of 100, and says why: %s', (heading, why) => {
  const { entries, odd } = read(
    tableOf([
      ['队伍', '姓名', heading],
      ['甲局', '张三', '35'],
    ]),
    'contest',
  );
  expect(entries.map(({ fields }) => fields)).toEqual([{ team: '甲局', name: '张三' }]);
  expect(odd).toEqual([{ row: 1, reason: `“${heading}”${why}，没有登记；要登记的请在上面选` }]);
});

it('registers a mark that is weighted later, and says what is like one that it registers', () => {
  const { entries, odd } = read(
    tableOf([
      ['队伍', '姓名', '理论成绩（占40%）', '模拟执法抽签号', '理论补考成绩'],
      ['甲局', '张三', '88', '3', '90'],
    ]),
    'contest',
  );
  expect(entries.map(({ fields }) => fields)).toEqual([{ team: '甲局', name: '张三', theory: '88' }]);
  expect(odd).toEqual([
    {
      row: 1,
      reason:
        '“理论补考成绩”和“理论成绩（占40%）”都像“理论成绩”，登记的是“理论成绩（占40%）”，不对的请在上面改选',
    },
  ]);
});

it.each(['未作弊', '无作弊承诺书', '作弊处理结果', '不存在弄虚作假'])(
  'asks about a heading that may say who cheated, filled in or not: %s',
  (heading) => {
    const { entries, odd } = read(
      tableOf([
        [...HEAD.slice(0, 3), heading],
        ['甲局', '张三', '35', ''],
      ]),
      'contest',
    );
    expect(entries.map(({ fields }) => fields['cheat'])).toEqual([undefined]);
    expect(odd).toEqual([{ row: 1, reason: `“${heading}”看不出是不是“作弊”，没有登记；是的请在上面选` }]);
  },
);

it.each<[text: string, asked: boolean]>([
  ['因作弊取消成绩', true],
  ['夹带', true],
  ['未发现作弊', false],
])('asks about a cell of a column that is not taken where it says who cheated: %s', (text, asked) => {
  const table = tableOf([
    ['队伍', '姓名', '理论成绩', '处理结果'],
    ['甲局', '张三', '88', text],
  ]);
  expect(read(table, 'contest').odd).toEqual(
    asked
      ? [{ row: 2, reason: `“作弊”空着，旁边写着“${text}”，请核对；登记时记入备注：“处理结果：${text}”` }]
      : [],
  );
});

it.each<[heading: string, text: string, note: string, kept: string]>([
  ['违规情况', '是', '', '违规情况：是'],
  ['违规情况', '是', '上午场', '上午场；违规情况：是'],
  ['违规查处', '是', '', '违规查处：是（作弊待核对）'],
  ['违规情况', '否', '上午场', '上午场'],
])('loses nothing of an unread cell that says who cheated: %s %s', (heading, text, note, kept) => {
  const table = tableOf([
    ['队伍', '姓名', '理论成绩', heading, '备注'],
    ['甲局', '张三', '88', text, note],
  ]);
  const { entries } = read(table, 'contest');
  expect(entries.map(({ fields }) => fields['note'])).toEqual([kept]);
  expect(read(table, 'contest', entries)).toMatchObject({ entries: [], same: [] });
  const { faults } = scoreContest(
    entries.map(({ id, fields: { team = '', name = '', theory = '', note: words = '' } }) => ({
      ...{ at: id, team, name, theory, simulation: '', cheat: '', note: words },
    })),
  );
  expect(faults).toHaveLength(text === '是' ? 1 : 0);
});

it('registers a simulation that a team has nowhere else, whatever its row is called, and asks about it', () => {
  const { entries, left, odd } = read(
    tableOf([
      ['序号', ...HEAD],
      ['1', '甲局', '张三', '88', '', ''],
      ['2', '甲局', '团体', '', '60', ''],
      ['3', '乙局', '李四', '70', '', ''],
      ['平均', '乙局', '', '70', '90', ''],
      ['', '丙局', '王五', '80', '', ''],
      ['丙局小计', '丙局', '', '80', '95', ''],
      ['合计', '', '', '238', '245', ''],
    ]),
    'contest',
  );
  expect(entries.map(({ fields: { team, name, simulation } }) => [team, name, simulation ?? ''])).toEqual([
    ['甲局', '张三', ''],
    ['甲局', '团体', '60'],
    ['乙局', '李四', ''],
    ['乙局', '合计', '90'],
    ['丙局', '王五', ''],
    ['丙局', '合计', '95'],
  ]);
  expect(left).toEqual([{ row: 8, reason: '合计行' }]);
  expect(odd.map(({ row }) => row)).toEqual([5, 7]);
});

it('asks about a text around the rows that says who cheated', () => {
  const { odd } = read(
    tableOf([HEAD, ['甲局', '张三', '88', '', ''], ['注：张三作弊，成绩按零分计算', '', '', '', '']]),
    'contest',
  );
  expect(odd).toEqual([{ row: 3, reason: '写着“注：张三作弊，成绩按零分计算”，请核对“作弊”一栏' }]);
  const long = `注：张三作弊，成绩按零分计算，${'其他人的成绩照旧'.repeat(4)}`;
  const cut = read(tableOf([HEAD, ['甲局', '张三', '88', '', ''], [long, '', '', '', '']]), 'contest');
  expect(cut.odd[0]?.reason).toBe(`写着“${long.slice(0, 30)}”，请核对“作弊”一栏`);
});
