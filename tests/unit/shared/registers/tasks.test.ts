import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dueOf, weekOf } from '../../../../shared/registers/due.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';
import { planForm } from '../../../../shared/registers/plan.ts';
import {
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
    expect(dueOf('tasks', task({ due }), TODAY)).toEqual({ tone, words });
    const over = dueOf('tasks', task({ due, progress: '不适用', note: '没有职能' }), TODAY);
    expect(over.words).toBe('');
  });

  it('of a complaint that was published in some month: no last day can be said', () => {
    const words = (published: string) =>
      dueOf('complaints', { ...task({ against: '是', published }) }, TODAY).words;
    expect(words('2026.6')).toContain('算不出备案的最后一天（公布后5日内），请补日期');
    expect(words('2026-06-12')).toContain('2026-06-17前报备案');
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
    ['请在备注写明为什么不适用', task({ progress: '不适用' })],
    ['', task({ progress: '不适用', note: '没有行政调解职能' })],
  ])('%s', (lack, each) => {
    expect(materialLack(each)).toBe(lack);
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
