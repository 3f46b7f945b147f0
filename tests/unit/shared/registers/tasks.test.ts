import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duesIn, weekOf } from '../../../../shared/registers/due.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';
import { planForm } from '../../../../shared/registers/plan.ts';
import {
  carriedLimit,
  daysLeftWords,
  inOrder,
  materialLack,
  standingOf,
  tasksOf,
} from '../../../../shared/registers/tasks.ts';
import type { Year } from '../../../../shared/registers/year/schema.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { repository } from '../../../repository.ts';

const TODAY = '2026-06-13';
const NO_YEAR = { year: 2026, registers: {} } as unknown as Year;
let count = 0;
const newId = (): string => {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
};
const task = (fields: Record<string, string>, files: Entry['files'] = []): Entry => ({
  id: newId(),
  fields,
  files,
});
const file = (mediaType: string, role: 'document' | 'picture' = 'document'): Entry['files'][number] => ({
  ...{ sha256: 'a'.repeat(64), bytes: 1, fileName: '方案', mediaType, role },
});

describe('what a task asks for whose day is a month, or a stretch of days', () => {
  it.each([
    ['2026年8月', 'calm', '2026年8月到期，没有写哪一天'],
    ['2026.6', 'soon', '2026年6月到期，没有写哪一天'],
    ['2026年5月上旬', 'late', '2026年5月已过，没有写哪一天到期'],
    ['2026-06-01 至 2026-06-15', 'soon', '还有2天'],
    ['2026-06-01 至 2026-06-12', 'late', '已过期1天'],
    ['年底前后', 'calm', ''],
  ])('%s: %s, %s', (due, tone, words) => {
    expect(duesIn(NO_YEAR, 'tasks', TODAY)(task({ due }))).toEqual({ tone, words });
    const over = duesIn(NO_YEAR, 'tasks', TODAY)(task({ due, progress: '不适用', note: '没有职能' }));
    expect(over.words).toBe('');
  });

  it('of a complaint that was published in some month: no last day can be said', () => {
    const words = (published: string) =>
      duesIn(NO_YEAR, 'complaints', TODAY)(task({ against: '是', published })).words;
    expect(words('2026.6')).toContain('算不出备案的最后一天（公布后5日内），请补日期');
    expect(words('2026-06-12')).toContain('最迟2026-06-17报备案');
    expect(words('')).toBe('');
  });
});

describe('where a task stands', () => {
  it.each([
    [{ due: '2026-06-12' }, 'late', '已过期1天'],
    [{ due: '2026-06-13' }, 'soon', '今天到期'],
    [{ due: '2026-06-20' }, 'soon', '还有7天'],
    [{ due: '2026-06-21' }, 'open', '还有8天'],
    [{ due: '2026-06-12', progress: '进行中' }, 'late', '已过期1天'],
    [{ due: '2026-06-12', progress: '已完成' }, 'done', ''],
    [{ due: '2026-06-12', progress: '不适用' }, 'none', ''],
    [{}, 'undated', ''],
    [{ due: '6月中旬' }, 'undated', ''],
  ] as const)('%j is %s', (fields, standing, words) => {
    const found = standingOf(task(fields), TODAY);
    expect([found.standing, daysLeftWords(found)]).toEqual([standing, words]);
  });

  it('puts what is late first, what has no day and what is done last', () => {
    const all = [
      { due: '2026-07-01' },
      {},
      { due: '2026-01-01', progress: '已完成' },
      { due: '2026-06-01' },
    ].map((fields) => task(fields as Record<string, string>));
    expect(inOrder(all, TODAY)).toEqual([all[3], all[0], all[1], all[2]]);
  });
});

describe('what a task lacks of what the notice asks for', () => {
  it.each([
    ['', task({})],
    ['还没有添加材料', task({ progress: '已完成' })],
    ['还没有PDF格式的正式文件', task({ progress: '已完成' }, [file('image/png', 'picture')])],
    ['还没有PDF格式的正式文件', task({ progress: '已完成' }, [file('application/pdf', 'picture')])],
    ['', task({ progress: '已完成' }, [file('application/pdf')])],
    [
      '完成日期在今天以后，请核对',
      task({ progress: '已完成', doneOn: '2999-01-01' }, [file('application/pdf')]),
    ],
    ['请在备注写明为什么不适用', task({ progress: '不适用' })],
    ['', task({ progress: '不适用', note: '没有行政调解职能' })],
  ])('%s', (lack, each) => {
    expect(materialLack(each, TODAY)).toBe(lack);
  });
});

describe('what is due of a year', () => {
  it('is what is late, then what is due within a week or lacks its material, of every register', () => {
    const done = task({ matter: '已办', progress: '已完成', due: '2026-01-01' });
    const tasks = [
      task({ matter: '近的', material: '材料', due: '2026-06-15' }),
      task({ matter: '远的', due: '2026-09-01' }),
      task({ matter: '晚的', due: '2026-06-01' }),
      done,
    ];
    const complaints = [task({ matter: '投诉', against: '是', published: '2026-05-01', phone: '000' })];
    const year = { registers: { tasks, complaints } } as unknown as Year;
    expect(
      weekOf(year, TODAY).map(({ register, title, words, tone }) => [register, title, words, tone]),
    ).toEqual([
      ['complaints', '投诉', '备案已过期38天（公布后5日内）', 'late'],
      ['tasks', '晚的', '已过期12天', 'late'],
      ['tasks', '近的：材料', '还有2天', 'soon'],
      ['tasks', '已办', '还没有添加材料', 'soon'],
    ]);
  });
});

describe('a place of 宣讲覆盖 that a talk is planned for', () => {
  const talk = (fields: Record<string, string>) => task({ kind: '微宣讲', matter: '讲', ...fields });
  const reaching = talk({ day: '2026-03-01', area: '甲镇、乙镇' });
  it.each<[string, string, Entry[], string, string | undefined]>([
    ['2026-06-20', '计划还有7天', [], 'soon', '甲镇'],
    ['2026-06-13', '计划今天到期', [], 'soon', '甲镇'],
    ['2026-06-12', '计划已过期1天，本年度没有登记讲到', [], 'late', '甲镇'],
    ['2026-06-21', '计划还有8天', [], 'calm', undefined],
    // A month is due with its last day.
    ['2026年6月', '计划还有17天', [], 'calm', undefined],
    ['2026年5月', '计划已过期13天，本年度没有登记讲到', [], 'late', '甲镇'],
    ['2026-06-01 至 2026-06-14', '计划还有1天', [], 'soon', '甲镇'],
    ['2026-06-12', '', [reaching], 'calm', undefined],
    // What is only planned, or of another place, reaches nobody.
    [
      '2026-06-12',
      '计划已过期1天，本年度没有登记讲到',
      [talk({ day: '2026-07-01', area: '甲镇' })],
      'late',
      '甲镇',
    ],
    [
      '2026-06-12',
      '计划已过期1天，本年度没有登记讲到',
      [talk({ day: '2026-03-01', area: '丙镇' })],
      'late',
      '甲镇',
    ],
    ['', '', [], 'calm', undefined],
    ['汛期前', '计划完成日期看不出是哪一天，请核对', [], 'calm', undefined],
  ])('%s: %s', (due, words, outreach, tone, listed) => {
    const place = task({ place: ' 甲镇', due });
    const year = { year: 2026, registers: { places: [place], outreach } } as unknown as Year;
    expect(duesIn(year, 'places', TODAY)(place)).toEqual({ words, tone });
    const lines = weekOf(year, TODAY).map(({ title }) => title.trim());
    expect(lines).toEqual(listed === undefined ? [] : [listed]);
  });
});

describe('完成时限（原文） in the next year', () => {
  it.each([
    ['2026年3月底前', '2026年的原文：2026年3月底前'],
    ['于２０２６年６月２０日前报送', '2026年的原文：于２０２６年６月２０日前报送'],
    ['2026.3.31', '2026年的原文：2026.3.31'],
    ['二〇二六年三月底前', '2026年的原文：二〇二六年三月底前'],
    // Of no year alone: it is asked for in the next one in the same words.
    ['3月底前', '3月底前'],
    ['每季度末', '每季度末'],
    ['', ''],
    // Carried once before.
    ['2025年的原文：2025年3月底前', '2025年的原文：2025年3月底前'],
  ])('%s', (limit, words) => {
    expect(carriedLimit(limit, 2026)).toBe(words);
  });
});

describe('the tables of notices that come with the program', () => {
  const folder = join(repository, 'scoring-standards/tasks');
  const plans = readdirSync(folder).map((name) =>
    decode(planForm, JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );

  it('are those of 郑依法行政领办〔2017〕36号: 12, 12, 12 and 9 rows, one of each without a day', () => {
    const [plan] = plans;
    expect(plan?.document).toBe('郑依法行政领办〔2017〕36号');
    expect(plan?.tables.map(({ category, rows }) => [category, rows.length])).toEqual([
      ['county-government', 12],
      ['dispatched-office', 12],
      ['city-department', 12],
      ['authorised-organisation', 9],
    ]);
    for (const { rows } of plan?.tables ?? []) {
      const undated = rows.filter(({ due }) => due === undefined);
      expect(undated.map(({ material }) => material.includes('行政调解室'))).toEqual([true]);
    }
    const last =
      plan?.tables
        .at(-1)
        ?.rows.map(({ matter, material }) => `${matter} ${material}`)
        .join() ?? '';
    expect(last).not.toMatch(/学习交流|培育对象|验收/u);
  });

  it('become the tasks of a year, each with its source', () => {
    const [plan] = plans;
    const table = plan?.tables[2];
    if (!plan || !table) throw new Error('no table');
    const tasks = tasksOf(plan, table, { year: 2027, newId });
    expect(tasks[0]?.fields).toEqual({
      ...{ matter: '制定年度实施方案', material: '年度推进服务型行政执法建设实施方案' },
      ...{ limit: '6月中旬', due: '2027-06-20', only: '', progress: '未开始' },
      source: '郑依法行政领办〔2017〕36号 附件3',
    });
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(12);
  });
});
