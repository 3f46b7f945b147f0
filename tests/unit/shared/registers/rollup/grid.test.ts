import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../../shared/registers/plan.ts';
import {
  gridOf,
  hasDoubts,
  lateOf,
  lateTasks,
  markedWords,
  othersWords,
} from '../../../../../shared/registers/rollup/grid.ts';
import { pointsByUnit } from '../../../../../shared/registers/rollup/points.ts';
import type { PointEntry, UnitTask } from '../../../../../shared/registers/rollup/schema.ts';
import { taskStanding } from '../../../../../shared/registers/rollup/standing.ts';
import { namesIn } from '../../../../../shared/registers/rollup/units.ts';
import { RECEIVED, rollup, task, unit, uuid } from './fixtures.ts';

const TODAY = '2026-06-23';
const received = { received: RECEIVED };
const correction = {
  ...{ state: '进行中', doneOn: '', formal: false, reason: '不是正式文件', on: TODAY },
  saw: { state: '已完成', doneOn: '', formal: true },
};

describe('where a unit is with a task', () => {
  it.each<[words: string, short: string, part: Partial<UnitTask>, of: object]>([
    ['已完成', '已完成', { state: '已完成', formal: true }, received],
    ['已完成，无PDF', '无PDF', { state: '已完成' }, received],
    ['过期3天', '过期3天', {}, received],
    ['已完成，晚5天，无PDF', '晚5天，无PDF', { state: '已完成', doneOn: '2026-06-25' }, received],
    ['已完成', '已完成', { state: '已完成', formal: true, doneOn: '2026-06-20' }, received],
    // By the office's day, not by the unit's.
    ['过期3天', '过期3天', { due: '2027-12-31', correction: { ...correction, due: '2026-06-20' } }, received],
    ['没有日期', '没有日期', { correction: { ...correction, due: '' } }, received],
    ['今天到期', '今天到期', { due: TODAY }, received],
    ['还有7天', '还有7天', { due: '2026-06-30' }, received],
    ['未到期', '未到期', { due: '2026-07-01' }, received],
    ['没有日期', '没有日期', { due: '' }, received],
    ['不适用', '不适用', { state: '不适用' }, received],
    ['未报送，过期3天', '过期3天', {}, {}],
    ['未报送', '未报送', { due: '2026-07-01' }, {}],
    ['未报送', '未报送', { due: '' }, {}],
    // The office's word counts, also before anything was handed in.
    ['过期3天', '过期3天', { state: '已完成', formal: true, correction }, received],
    ['过期3天', '过期3天', { correction }, {}],
    ['已完成', '已完成', { correction: { ...correction, state: '已完成', formal: true } }, {}],
  ])('%s', (words, short, part, of) => {
    expect(taskStanding(of, task(1, part), TODAY)).toMatchObject({ words, short });
  });
});

const late = task(1);
const done = task(2, { state: '已完成', formal: true });
const bare = task(2, { state: '已完成' });
const none = task(1, { state: '不适用' });
const many = rollup({
  units: [
    unit(1, { ...received, tasks: [none, done] }),
    unit(2, { ...received, tasks: [late, bare, task(3, { due: '2026-05-01' })] }),
    unit(3, { tasks: [late, task(2, { due: '2026-12-31' })] }),
    unit(4, { ...received, category: 'county-government', tasks: [late] }),
  ],
});

const planOf = (rows: readonly number[]): Plan => ({
  ...{ version: 1, id: 'plan', title: '任务', document: '示例〔2026〕1号', year: 2026, reading: '参考' },
  asks: { words: 'PDF', source: { document: '示例', clause: '一' } },
  tables: [
    {
      ...{ category: 'department', title: '各部门', clause: '附件1' },
      rows: rows.map((number) => ({
        ...{ matter: `事项${number}`, material: `材料${number}`, limit: '', only: '', due: '06-20' },
      })),
    },
  ],
});

describe('a grid of one category', () => {
  it('has what several units have as columns, most that is late first, and counts both ways', () => {
    const { columns, rows } = gridOf(many, 'department', { today: TODAY, plans: [] });
    expect(columns.map(({ matter, counts }) => [matter, counts])).toEqual([
      ['事项1', { done: 0, late: 2, soon: 0, bare: 0, all: 2 }],
      ['事项2', { done: 2, late: 0, soon: 0, bare: 1, all: 3 }],
    ]);
    expect(rows.map(({ unit: { name }, counts }) => [name, counts.late, counts.done, counts.all])).toEqual([
      ['示例市第2局', 2, 1, 3],
      ['示例市第3局', 1, 0, 2],
      ['示例市第1局', 0, 1, 1],
    ]);
    expect(rows[0]?.others.map((cell) => cell.task.matter)).toEqual(['事项3']);
    expect(rows[2]?.cells.map((cell) => cell?.at.words)).toEqual(['不适用', '已完成']);
  });

  it('marks what is only a unit’s word, and what the office has corrected', () => {
    const plan = planOf([1, 2, 3]);
    const units = [
      unit(1, { ...received, tasks: [task(1, { due: '2027-12-31' }), task(2, { correction }), task(3)] }),
      unit(2, { ...received, tasks: [none, task(2), task(9, { due: '' })] }),
    ];
    const grid = gridOf(rollup({ units }), 'department', { today: TODAY, plans: [plan] });
    const shown = grid.rows.map(({ cells, others, missing }) => [
      ...cells.map((cell) => cell && markedWords(cell, cell.at.short)),
      ...[othersWords(others), missing.length],
    ]);
    expect(shown).toEqual([
      ['未到期？', '过期3天*', '1 项，过期 1', 0],
      ['不适用？', '过期3天', '1 项？', 1],
    ]);
    expect(hasDoubts(grid)).toBe(true);
    expect(hasDoubts(gridOf(many, 'county-government', { today: TODAY, plans: [] }))).toBe(false);
  });

  it('shows a unit alone with all of its tasks', () => {
    const { columns, rows } = gridOf(many, 'county-government', { today: TODAY, plans: [] });
    expect(columns).toHaveLength(1);
    expect(rows[0]?.others).toEqual([]);
  });

  it('keeps tasks apart that the notice’s table names in the same words, and as many columns as can be read', () => {
    const twice = [task(1), task(5, { matter: '事项1', material: '材料1' })];
    const wide = Array.from({ length: 20 }, (_, index) => task(10 + index));
    const units = [1, 2].map((number) => unit(number, { tasks: [...twice, ...wide] }));
    const against = { today: TODAY, plans: [planOf([1, 1])] };
    const { columns, rows } = gridOf(rollup({ units }), 'department', against);
    expect(columns).toHaveLength(14);
    expect(columns.slice(0, 2).map(({ matter }) => matter)).toEqual(['事项1', '事项1']);
    expect(rows[0]?.others).toHaveLength(8);
  });

  it('leaves out the rows and columns in which nothing is late', () => {
    const { columns, rows } = lateOf(gridOf(many, 'department', { today: TODAY, plans: [] }));
    expect(columns.map(({ matter }) => matter)).toEqual(['事项1']);
    expect(rows.map(({ unit: { name }, cells }) => [name, cells.length])).toEqual([
      ['示例市第2局', 1],
      ['示例市第3局', 1],
    ]);
  });
});

it('lists who is late with what over all categories, the longest first', () => {
  expect(
    lateTasks(many, { today: TODAY, plans: [] }).map(({ unit: { name }, task: { matter }, at }) => [
      name,
      matter,
      at.days,
    ]),
  ).toEqual([
    ['示例市第2局', '事项3', -53],
    ['示例市第2局', '事项1', -3],
    ['示例市第3局', '事项1', -3],
    ['示例市第4局', '事项1', -3],
  ]);
});

it('sums what the office entered, and tells what has no number yet', () => {
  const entry = (part: Partial<PointEntry>): PointEntry => ({
    ...{ id: uuid(1), unit: '甲局', day: TODAY, kind: '督查', basis: '', reason: '', note: '' },
    ...part,
  });
  const points = [
    entry({ kind: '考核加分', points: 100 }),
    entry({ kind: '考核扣分', points: 50 }),
    entry({ kind: '考核扣分' }),
    // No document says which way.
    entry({ kind: '通报批评', points: 500 }),
    entry({ unit: '乙局' }),
  ];
  expect(pointsByUnit(points)).toEqual([
    { unit: '甲局', entries: 4, plus: 100, minus: 50, open: 1 },
    { unit: '乙局', entries: 1, plus: 0, minus: 0, open: 0 },
  ]);
});

const NAMED = ['示例市教育局', '示例市科技局', '示例市民政局', '示例市司法局'];
const LEFT_OUT = ['附件：', '2026年推荐单位名单', '序号', '单位'];

it('reads names as they are pasted from a list', () => {
  const text =
    '1. 示例市教育局\r\n（2）示例市科技局\n\n示例市 科技局\n示例市民政局、示例市司法局\t12345热线中心';
  expect(namesIn(text)).toEqual({
    names: ['示例市教育局', '示例市 科技局', '示例市民政局', '示例市司法局', '12345热线中心'],
    leftOut: [],
  });
});

it.each<[string, string[], string[]?]>([
  ['一、示例市教育局\n（三）示例市科技局\n① 示例市民政局\n1. 示例市司法局', NAMED],
  ['1、示例市教育局\n2、示例市科技局\n第三、示例市民政局\n4）示例市司法局', NAMED],
  ['示例市教育局，示例市科技局,示例市民政局；示例市司法局', NAMED],
  ['县（市、区）政府\n1、各县（市、区）政府', ['县（市、区）政府', '各县（市、区）政府']],
  ['附件：\n2026年推荐单位名单\n序号 单位\n1 示例市教育局', ['示例市教育局'], LEFT_OUT],
  ['4\t黄土镇人民政府\t张三 13800000000\n5\t示例市教育局\t李四', ['黄土镇人民政府', '示例市教育局']],
  ['张三 13800000000\n示例市教育局', ['示例市教育局'], ['张三 13800000000']],
  ['序号\t单位名称\n1\t示例市教育局', ['示例市教育局'], ['序号', '单位名称']],
  ['附件2：\n以下单位：\n共3个', [], ['附件2：', '以下单位：', '共3个']],
  [
    '三门峡市教育局\n第一中学\n附属医院\n一六一医院',
    ['三门峡市教育局', '第一中学', '附属医院', '一六一医院'],
  ],
])('reads the names of the list %j', (text, names, leftOut = []) => {
  expect(namesIn(text)).toEqual({ names, leftOut });
});
