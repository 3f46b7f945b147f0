import { describe, expect, it } from 'vitest';
import { gridOf, lateTasks } from '../../../../../shared/registers/rollup/grid.ts';
import { doubtsOf } from '../../../../../shared/registers/rollup/doubts.ts';
import { receiveAll } from '../../../../../shared/registers/rollup/receive.ts';
import type { Plan } from '../../../../../shared/registers/plan.ts';
import type { UnitTask } from '../../../../../shared/registers/rollup/schema.ts';
import { rollupWeek } from '../../../../../shared/registers/rollup/week.ts';
import { progress, RECEIVED, rollup, task, unit, uuid } from './fixtures.ts';

const TODAY = '2026-06-23';
const fine = { state: '已完成', formal: true } as const;
const again = (number: number, part: Partial<UnitTask> = {}) =>
  task(number, { id: uuid(50 + number), ...part });
const correction = {
  ...{ state: '已完成', doneOn: '', formal: true, reason: '已核对', on: TODAY },
  saw: { state: '未开始', doneOn: '', formal: false },
};
const PLAN: Plan = {
  ...{ version: 1, id: 'plan', title: '任务', document: '示例〔2026〕1号', year: 2026, reading: '参考' },
  asks: { words: 'PDF', source: { document: '示例', clause: '一' } },
  tables: [
    {
      ...{ category: 'department', title: '各部门', clause: '附件1' },
      rows: [1, 1].map((n) => ({
        matter: `事项${n}`,
        material: `材料${n}`,
        limit: '',
        only: '',
        due: '06-20',
      })),
    },
  ],
};

/** Done, late and all, on every screen; and in how many it was said. */
function totals(tasks: UnitTask[], plans: readonly Plan[] = []) {
  const one = unit(1, { received: RECEIVED, tasks });
  const all = rollup({ units: [one, unit(2, { received: RECEIVED, tasks: [task(1), task(2)] })] });
  const { rows, columns } = gridOf(all, 'department', { today: TODAY, plans });
  const row = rows.find(({ unit: { id } }) => id === one.id);
  const others = rows.flatMap((each) => each.others).filter(({ at }) => at.standing === 'late').length;
  const inColumns = columns.reduce((sum, { counts }) => sum + counts.late, others);
  expect(inColumns).toBe(rows.reduce((sum, { counts }) => sum + counts.late, 0));
  const late = lateTasks(all, { today: TODAY, plans }).filter(({ unit: { id } }) => id === one.id);
  const week = rollupWeek(all, TODAY, plans).units.find(({ unit: { id } }) => id === one.id);
  expect([late.length, week?.late ?? 0]).toEqual([row?.counts.late, row?.counts.late]);
  const { lines } = doubtsOf(one, { plans, year: 2026, today: TODAY });
  const words = lines.map((line) => line.words).filter((line) => line.includes('两次'));
  return [row?.counts.done, row?.counts.late, row?.counts.all, ...words];
}

describe('a task that is said twice counts once, on every screen', () => {
  it.each<[name: string, tasks: UnitTask[], plans: readonly Plan[], counts: (number | string)[]]>([
    ['each once', [task(1), task(2, fine)], [], [1, 1, 2]],
    ['under other ids', [task(1), task(2), again(1), again(2)], [], [0, 2, 2, '同一项报了两次 2 项']],
    // As it may stand in a roll-up that was kept earlier.
    ['under the same ids', [task(1), task(2), task(1), task(2)], [], [0, 2, 2, '同一项报了两次 2 项']],
    ['thrice', [task(1), again(1), task(1, { id: uuid(70) })], [], [0, 1, 1, '同一项报了两次 2 项']],
    ['done, then late', [task(1, fine), again(1)], [], [0, 1, 1, '同一项报了两次 1 项']],
    ['late, then done', [task(1), again(1, fine)], [], [0, 1, 1, '同一项报了两次 1 项']],
    [
      'late, then none of theirs',
      [task(1), again(1, { state: '不适用' })],
      [],
      [0, 1, 1, '同一项报了两次 1 项'],
    ],
    ['the office has said of one', [task(1, { correction }), again(1)], [], [1, 0, 1, '同一项报了两次 1 项']],
    ['twice in the notice’s own table', [task(1), again(1)], [PLAN], [0, 2, 2]],
  ])('%s', (_, tasks, plans, counts) => {
    if (plans.length > 0) {
      const one = unit(1, { received: RECEIVED, tasks });
      const { counted, lines } = doubtsOf(one, { plans, year: 2026, today: TODAY });
      expect([counted.length, lines]).toEqual([2, []]);
    } else expect(totals(tasks, plans)).toEqual(counts);
  });

  it('marks both, and takes the one that is longer late', () => {
    const longer = again(1, { due: '2026-05-01' });
    const one = unit(1, { received: RECEIVED, tasks: [task(1), longer] });
    const { tasks, counted } = doubtsOf(one, { plans: [], year: 2026, today: TODAY });
    expect(counted).toEqual([longer]);
    expect([...tasks.values()].map(({ words }) => words)).toEqual([
      '同一项报了两次，只按这一项算',
      '与另一项相同，报了两次，这一项没有算',
    ]);
  });
});

describe('at receiving', () => {
  const clock = {
    ...{ at: '2026-11-25T01:00:00.000Z', newId: () => uuid(777), plans: [] },
    dayOf: (at: string) => at.slice(0, 10),
  };
  const receive = (before: ReturnType<typeof rollup>, tasks: UnitTask[]) =>
    receiveAll(before, [{ fileName: '1.json', progress: progress({ tasks }) }], clock);

  it('keeps one of the same id and words, and says so', () => {
    const twice = [task(1, fine), task(2), task(1), task(2)];
    const { rollup: after, receipts } = receive(rollup(), twice);
    expect(after.units[0]?.tasks).toEqual([task(1), task(2)]);
    expect(receipts[0]?.words).toContain('新增单位，2 项任务；同一项报了两次 2 项，各留一项');
    expect(receive(after, twice).receipts[0]?.outcome).toBe('same');
  });

  it('keeps those of another id, and says so', () => {
    const { rollup: after, receipts } = receive(rollup(), [task(1), again(1)]);
    expect(after.units[0]?.tasks).toHaveLength(2);
    expect(receipts[0]?.words).toContain('同一项报了两次 1 项，请核实');
  });
});
