import { describe, expect, it } from 'vitest';
import type { Rollup } from '../../../../../shared/registers/rollup/schema.ts';
import { rollupWeek } from '../../../../../shared/registers/rollup/week.ts';
import { aCase, attachment } from './collect/samples.ts';
import { RECEIVED, rollup, task, unit } from './fixtures.ts';

const TODAY = '2026-06-23';
const done = { state: '已完成', formal: true };
const finished = task(1, { state: '已完成', doneOn: '2026-06-20', formal: true });
const county = { category: 'county-government', received: RECEIVED, tasks: [finished] };
const told = (part: Partial<Rollup>, today = TODAY) => {
  const { office, units } = rollupWeek(rollup(part), today, []);
  const words = (lines: (typeof office)[number][]) =>
    lines.map((line) => [line.tone, line.words, line.place].join(' '));
  return {
    office: words([...office]),
    units: units.map((each) => [each.unit.name, ...words([...each.lines])]),
  };
};

describe('the week of all units', () => {
  it('names the tasks that are late, due within a week or bare, most that is late first', () => {
    const calm = unit(1, { received: RECEIVED, tasks: [task(1, done), task(2, { due: '2026-07-01' })] });
    const one = unit(2, {
      received: RECEIVED,
      tasks: [task(1), task(2, { due: '2026-06-30' }), task(3, { state: '已完成' })],
    });
    const most = unit(3, {
      tasks: [1, 2, 3, 4].map((number) => task(number, { due: `2026-06-0${number}` })),
    });
    expect(told({ units: [calm, one, most] })).toEqual({
      office: [],
      units: [
        [
          '示例市第3局',
          'late 过期 4 项：材料1（过期22天）、材料2（过期21天）、材料3（过期20天）等 tasks',
          'soon 没有报送进度表 units',
        ],
        [
          '示例市第2局',
          'late 过期 1 项：材料1（过期3天） tasks',
          'soon 7天内到期 1 项：材料2（还有7天） tasks',
          'soon 已完成、没有PDF正式文件 1 项：材料3 tasks',
        ],
      ],
    });
  });

  it('names the matter too where several tasks have one material', () => {
    const brief = (number: number) => task(number, { material: '简报' });
    const [line] = told({
      units: [unit(1, { received: RECEIVED, tasks: [brief(1), brief(2), task(3)] })],
    }).units;
    expect(line?.[1]).toBe(
      'late 过期 3 项：事项1：简报（过期3天）、事项2：简报（过期3天）、材料3（过期3天） tasks',
    );
  });

  it('goes by the office’s word, and asks where the unit says something else since', () => {
    const saw = { state: '未开始', doneOn: '', formal: false };
    const correction = { ...saw, ...done, reason: '现场看过', on: TODAY, saw };
    const units = [unit(1, { received: RECEIVED, tasks: [task(1, { correction })] })];
    expect(told({ units }).units).toEqual([]);
    const since = [unit(1, { received: RECEIVED, tasks: [task(1, { state: '进行中', correction })] })];
    expect(told({ units: since }).units).toEqual([
      ['示例市第1局', 'soon 更正后单位改报，请核对 1 项：材料1 tasks'],
    ]);
  });

  it('says nothing of cases before any were asked for', () => {
    expect(told({ units: [unit(1, county)] })).toEqual({ office: [], units: [] });
  });

  it.each([
    ['2026-06-26', 'soon 典型案例还差 2 篇，还有3天 caseUnits'],
    ['2026-06-23', 'soon 典型案例还差 2 篇，今天截止 caseUnits'],
    ['2026-06-22', 'late 典型案例还差 2 篇，已过截止日1天 caseUnits'],
  ])('who is short of cases until %s', (caseDay, words) => {
    expect(told({ units: [unit(1, county)], caseDay }).units).toEqual([['示例市第1局', words]]);
  });

  it('tells the office what only it can do', () => {
    const own = unit(1, county);
    const unsaid = unit(2, { received: RECEIVED, category: 'dispatched-office' });
    const cases = [
      aCase(1, { unit: own.id, mark: 9000 }),
      aCase(2, { unit: own.id, mark: 8000, chosen: true }),
      aCase(3),
    ];
    const parts = { units: [own, unsaid], cases, attachments: [attachment(1)] };
    expect(told(parts).office).toEqual([
      'soon 1 篇案例没有选单位 noUnit',
      'soon 1 个附件没有归到案例 disc',
      'soon 典型案例没有填截止日期 caseUnits',
      'soon 1 个单位没有选应当推选还是积极推选 caseUnits',
      'soon 典型案例没有填满分，还不能评分 caseList',
      'soon 1 篇案例得分更高没有入选，没有写理由 caseList',
    ]);
    const said = cases.map((each) => ({ ...each, reason: '已推荐过', unit: own.id }));
    expect(told({ ...parts, cases: said, caseTop: 10_000, caseDay: TODAY, attachments: [] }).office).toEqual([
      'soon 1 个单位没有选应当推选还是积极推选 caseUnits',
      'soon 1 篇案例未评分 caseList',
    ]);
  });
});
