import { expect, it } from 'vitest';
import { rollupReminder, yearReminder } from '../../../../shared/registers/reminders.ts';
import { yearSchema } from '../../../../shared/registers/year/schema.ts';
import { RECEIVED, rollup, task, unit } from './rollup/fixtures.ts';

const AT = '2026-01-01T00:00:00.000Z';
const ID = '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11';
const TODAY = '2026-06-23';

const year = (registers: Record<string, Record<string, string>[]>) =>
  yearSchema.parse({
    ...{
      version: 1,
      id: ID,
      createdAt: AT,
      updatedAt: AT,
      title: '示例局2026年',
      unit: '示例局',
      year: 2026,
    },
    registers: Object.fromEntries(
      Object.entries(registers).map(([name, rows], at) => [
        name,
        rows.map((fields, index) => ({ id: `${ID.slice(0, -2)}${at}${index}`, fields })),
      ]),
    ),
  });

const aTask = (due: string, part = {}) => ({
  matter: '事项',
  material: due,
  due,
  progress: '未开始',
  ...part,
});

it.each([
  ['nothing due', year({ tasks: [aTask('2026-12-01')] }), { isLate: false, words: '' }],
  [
    'a task late, one due soon',
    year({ tasks: [aTask('2026-06-01'), aTask('2026-06-25')] }),
    { isLate: true, words: '年度任务 1 项已过期，1 项快到期、缺材料或待核对' },
  ],
  [
    'a ledger beside a task',
    year({ tasks: [aTask('2026-06-25')], places: [{ place: '示例镇', due: '2026-06-01' }] }),
    { isLate: true, words: '年度任务 1 项快到期、缺材料或待核对；宣讲覆盖 1 处已过期' },
  ],
])('tells of a year: %s', (_, value, told) => {
  expect(yearReminder(value, TODAY)).toEqual(told);
});

it.each([
  ['nothing', {}, { isLate: false, words: '' }],
  [
    'late, unsent, bare, uncounted',
    {
      units: [
        unit(1, { received: RECEIVED, tasks: [task(1), task(2), task(3, { state: '已完成' })] }),
        unit(2, { tasks: [task(1, { due: '2026-06-25' })] }),
        unit(3, { category: '' }),
      ],
    },
    {
      isLate: true,
      words:
        '1 个单位有 2 项任务已过期；1 个单位有7天内到期的任务；2 个单位没有报送进度表；1 个单位有事项待核实；办公室要办的 1 件；另有 1 个单位没有选类别，没有算',
    },
  ],
  [
    'nothing late, one uncounted',
    { units: [unit(1, { category: '' })] },
    { isLate: false, words: '1 个单位没有报送进度表；办公室要办的 1 件；另有 1 个单位没有选类别，没有算' },
  ],
  [
    'cases that are short',
    { units: [unit(1, { category: 'county-government', received: RECEIVED })], caseDay: '2026-06-20' },
    {
      isLate: true,
      words: '1 个单位有事项待核实；1 个单位的典型案例没有交齐或者要核对；办公室要办的 1 件',
    },
  ],
])('tells of a roll-up: %s', (_, part, told) => {
  const { isLate, words } = rollupReminder(rollup(part), TODAY, []);
  if (told.words.includes('典型案例')) expect(words).toContain('1 个单位的典型案例没有交齐或者要核对');
  else expect({ isLate, words }).toEqual(told);
});
