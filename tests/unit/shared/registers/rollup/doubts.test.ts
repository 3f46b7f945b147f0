import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../../shared/registers/plan.ts';
import { doubtsOf, expectedOf } from '../../../../../shared/registers/rollup/doubts.ts';
import { receiveAll } from '../../../../../shared/registers/rollup/receive.ts';
import type { Correction, Rollup, UnitTask } from '../../../../../shared/registers/rollup/schema.ts';
import { rollupWeek } from '../../../../../shared/registers/rollup/week.ts';
import { plannedTasks } from '../../../../../shared/registers/rollup/units.ts';
import { progress, RECEIVED, rollup, task, unit, uuid } from './fixtures.ts';

const row = (number: number, due?: string) => ({
  ...{ matter: `事项${number}`, material: `材料${number}`, limit: '', only: '' },
  ...(due !== undefined && { due }),
});
const plan = (year: number, category = 'department'): Plan => ({
  ...{ version: 1, id: `plan-${year}`, title: `${year}年任务`, document: `示例〔${year}〕1号`, year },
  ...{ reading: '参考', asks: { words: 'PDF', source: { document: '示例', clause: '一' } } },
  tables: [{ category, title: '各部门', clause: '附件1', rows: [row(1, '06-20'), row(2, '06-20'), row(3)] }],
});
const PLANS = [plan(2026)];
const ALL = [task(1), task(2), task(3, { due: '' })];
const each = (part: Partial<UnitTask>) => [task(1, part), task(2, part), task(3, { due: '', ...part })];
const later = '2026-11-25T01:00:00.000Z';

function receive(before: Rollup, tasks: UnitTask[], plans: readonly Plan[] = PLANS) {
  const clock = { at: later, newId: () => uuid(777), dayOf: (at: string) => at.slice(0, 10), plans };
  const file = { fileName: '1.json', progress: progress({ exportedAt: later, tasks }) };
  const { rollup: after, receipts } = receiveAll(before, [file], clock);
  return { after, words: receipts[0]?.words };
}

const correction: Correction = {
  ...{ state: '未开始', doneOn: '', formal: false, reason: '已批准延期', on: '2026-11-21' },
  saw: { state: '未开始', doneOn: '', formal: false, due: '2027-12-31' },
};
const NO_TABLE = '没有可比的任务表，时限没有核对';

describe('what a unit’s file alone says in its favour', () => {
  it.each<{ name: string; tasks: UnitTask[]; plans?: readonly Plan[]; lines: string[] }>([
    { name: 'the table as it is, a row without a day too', tasks: ALL, lines: [] },
    {
      name: 'days of its own',
      tasks: [...each({ due: '2027-12-31' }).slice(0, 2), ALL[2]!],
      lines: ['时限与示例〔2026〕1号的任务表不同 2 项'],
    },
    { name: 'no days', tasks: each({ due: '' }), lines: ['没有时限 2 项'] },
    {
      name: 'every task twice',
      tasks: [...ALL, ...ALL.map((one, index) => ({ ...one, id: uuid(50 + index) }))],
      lines: ['同一项报了两次 3 项'],
    },
    { name: 'nothing applies', tasks: each({ state: '不适用' }), lines: ['不适用 3 项'] },
    { name: 'tasks left out', tasks: [task(1)], lines: ['示例〔2026〕1号的任务表里有、没有报 2 项'] },
    {
      name: 'no table, a day after the year',
      tasks: [task(8, { due: '2027-12-31' })],
      plans: [],
      lines: ['时限不在本年 1 项'],
    },
    { name: 'no table, no day', tasks: [task(8, { due: '' })], plans: [], lines: ['没有时限 1 项'] },
    {
      name: 'done by the day of the table, whatever its own',
      tasks: each({ due: '2027-12-31', state: '已完成', doneOn: '2026-06-20' }),
      lines: [],
    },
    {
      name: 'done after it, or nobody knows when, and its day moved',
      tasks: [
        task(1, { due: '2027-12-31', state: '已完成', doneOn: '2026-06-21' }),
        task(2, { due: '2027-12-31', state: '已完成', doneOn: '' }),
        ALL[2]!,
      ],
      lines: ['时限与示例〔2026〕1号的任务表不同 2 项'],
    },
    {
      name: 'done, on no day or on one of another year',
      tasks: [
        task(1, { state: '已完成', doneOn: '' }),
        task(2, { state: '已完成', doneOn: '2025-01-01' }),
        ALL[2]!,
      ],
      lines: ['报已完成、没有完成日期 1 项', '完成日期不在本年 1 项'],
    },
    {
      name: 'a day that the office has looked at',
      tasks: [
        task(1, { due: '2027-12-31', correction: { ...correction, due: '2027-12-31' } }),
        ...ALL.slice(1),
      ],
      lines: [],
    },
    {
      name: 'a day of which the office has said nothing, whatever else it has put right',
      tasks: [task(1, { due: '2027-12-31', correction }), ...ALL.slice(1)],
      lines: ['时限与示例〔2026〕1号的任务表不同 1 项'],
    },
    {
      name: 'done on a day that has not come',
      tasks: [task(1, { state: '已完成', doneOn: '2027-03-01' }), ...ALL.slice(1)],
      lines: ['完成日期在今天以后 1 项'],
    },
    {
      name: 'a day that moved again since',
      tasks: [
        task(1, { due: '2028-12-31', correction: { ...correction, due: '2026-06-20' } }),
        ...ALL.slice(1),
      ],
      lines: ['时限与示例〔2026〕1号的任务表不同 1 项'],
    },
    {
      name: 'does not apply, and the office says why',
      tasks: [task(1, { state: '不适用', correction: { ...correction, state: '不适用' } }), ...ALL.slice(1)],
      lines: [],
    },
  ])('$name', ({ tasks, plans = PLANS, lines }) => {
    const doubts = doubtsOf(unit(1, { tasks }), { plans, year: 2026, today: '2026-11-25' });
    expect(doubts.lines.map(({ words }) => words)).toEqual(lines);
  });

  it('is told where its file holds no task at all, on every screen and in the receipt', () => {
    const empty = unit(1, { received: RECEIVED, tasks: [] });
    const against = { plans: PLANS, year: 2026, today: '2026-11-25' };
    expect(doubtsOf(empty, against).lines).toEqual([{ words: '报来的进度表里没有任务', names: [] }]);
    expect(doubtsOf({ ...empty, received: undefined }, against).lines).toEqual([]);
    const week = rollupWeek(rollup({ units: [empty] }), '2026-11-25', PLANS);
    expect(week.units[0]?.lines.map(({ words }) => words)).toEqual(['报来的进度表里没有任务，请核实']);
    expect(receive(rollup(), []).words).toContain('报来的进度表里没有任务，请核实');
  });

  it('is held against the newest table up to the year', () => {
    const plans = [plan(2017), plan(2025), plan(2027), plan(2026, 'county-government')];
    expect(expectedOf(plans, 'department', 2026)?.plan.year).toBe(2025);
    expect(expectedOf(plans, '', 2026)).toBeUndefined();
  });
});

describe('the receipt of such a file', () => {
  let last = 200;
  const newId = () => uuid(last++);
  const listed = rollup({
    units: [unit(1, { name: '示例市教育局', tasks: plannedTasks(PLANS[0]!.tables[0]!, 2026, newId) })],
  });
  const known = rollup({ units: [unit(1, { name: '示例市教育局', received: RECEIVED, tasks: ALL })] });
  const moved = each({ due: '2027-12-31' });

  it.each([
    [
      'first, days moved',
      rollup(),
      moved,
      PLANS,
      /^新增单位，3 项任务；时限与示例〔2026〕1号的任务表不同 2 项，请核实；时限不在本年 1 项，请核实$/,
    ],
    ['first, no table', rollup(), ALL.slice(0, 2), [], `新增单位，2 项任务；${NO_TABLE}`],
    ['first of the office’s list', listed, ALL, PLANS, '已收下'],
    [
      'newer, days moved, no table',
      known,
      moved.slice(0, 2),
      [],
      /时限改了 2 项；比原来少 1 项：事项3；时限与原来不同 2 项，请核实$/,
    ],
    ['newer, no days', known, each({ due: '' }), PLANS, '时限改了 2 项；没有时限 2 项，请核实'],
    ['newer, nothing applies', known, each({ state: '不适用' }), PLANS, '不适用 3 项，请核实'],
  ])('%s', (_, before, tasks, plans, words) => {
    expect(receive(before, tasks, plans).words).toMatch(words);
  });

  it('keeps the day that was there first, until the unit goes back to it', () => {
    const once = receive(known, moved.slice(0, 2), []).after;
    expect(once.units[0]?.tasks[0]).toMatchObject({ due: '2027-12-31', dueBefore: '2026-06-20' });
    const lines = rollupWeek(once, '2026-11-28', []).units[0]?.lines;
    expect(lines).toEqual([
      {
        ...{ tone: 'soon', about: 'doubt', place: 'tasks' },
        words: '时限与原来不同 2 项，请核实：材料1、材料2',
      },
    ]);
    const again = { ...progress({ exportedAt: '2026-11-26T01:00:00.000Z', tasks: ALL }) };
    const clock = { at: later, newId: () => uuid(777), dayOf: (at: string) => at, plans: [] };
    const back = receiveAll(once, [{ fileName: '2.json', progress: again }], clock).rollup;
    expect(back.units[0]?.tasks[0]).toEqual(task(1));
  });

  it('is the same again although its days are kept beside it', () => {
    const once = receive(known, moved, []).after;
    expect(receive(once, moved, []).words).toBe('已经收过同一份，没有变化');
  });
});
