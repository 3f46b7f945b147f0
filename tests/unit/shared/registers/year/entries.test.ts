import { describe, expect, it } from 'vitest';
import { duesIn } from '../../../../../shared/registers/due.ts';
import type { RegisterName } from '../../../../../shared/registers/kinds.ts';
import { progressOf } from '../../../../../shared/registers/progress.ts';
import { reportFigures } from '../../../../../shared/registers/report-figures.ts';
import { filledEntries, isEmpty } from '../../../../../shared/registers/year/entries.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { yearRows } from '../../../../../shared/registers/year-rows.ts';

const TODAY = '2026-11-29';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const FILE = {
  sha256: 'a'.repeat(64),
  bytes: 1,
  fileName: '甲.pdf',
  mediaType: 'application/pdf',
  role: 'other',
};

function yearOf(register: RegisterName, rows: readonly Readonly<Record<string, string>>[]): Year {
  return yearSchema.parse({
    ...{
      version: 1,
      id: id(0),
      createdAt: '2026-11-28T08:00:00.000Z',
      updatedAt: '2026-11-28T08:00:00.000Z',
    },
    ...{ title: '示例局2026年', unit: '示例局', year: 2026 },
    registers: { [register]: rows.map((fields, n) => ({ id: id(n + 1), fields })) },
  });
}

describe('an entry in which nothing is filled in', () => {
  it.each<[RegisterName, Readonly<Record<string, string>>, boolean]>([
    ['risks', {}, true],
    ['risks', { day: TODAY }, true],
    ['risks', { day: '2026-03-01', matter: ' ' }, true],
    ['risks', { day: TODAY, matter: '拆除' }, false],
    ['mediation', { day: TODAY, result: '正在调解' }, true],
    ['mediation', { day: TODAY, result: '达成协议' }, false],
    ['mediation', { day: TODAY, result: '正在调解', party: '甲' }, false],
    ['visits', { day: TODAY, visited: TODAY }, false],
    ['outreach', { day: TODAY, category: '' }, true],
    ['tasks', { progress: '未开始' }, true],
    ['tasks', { progress: '未开始', due: TODAY }, false],
    ['tasks', { progress: '已完成' }, false],
    ['cases', { state: '撰写中' }, true],
  ])('%s %j: %s', (register, fields, expected) => {
    expect(isEmpty(register, { fields, files: [] })).toBe(expected);
    expect(isEmpty(register, { fields, files: [FILE as never] })).toBe(false);
  });

  it('counts nowhere, and is said to be none', () => {
    const year = yearOf('risks', [{ day: '2026-03-01', matter: '拆除' }, { day: TODAY }]);
    expect(filledEntries(year, 'risks')).toHaveLength(1);
    expect(yearRows(year, 'risks', TODAY)).toMatchObject({ rows: 1, counted: 1 });
    const [ledger] = reportFigures(year, TODAY);
    expect(ledger?.figures[0]?.sentence).toBe('2026年登记重大行政执法事项1项。');
    expect(reportFigures(yearOf('risks', [{ day: TODAY }]), TODAY)).toEqual([]);
    expect(duesIn(year, 'risks', TODAY)(year.registers['risks']![1]!)).toEqual({
      words: '还没有填写，不计数',
      tone: 'calm',
    });
    const tasks = yearOf('tasks', [{ matter: '方案', progress: '未开始' }, { progress: '未开始' }]);
    expect(progressOf(tasks, '2026-11-29T08:00:00.000Z').tasks).toHaveLength(1);
  });
});
