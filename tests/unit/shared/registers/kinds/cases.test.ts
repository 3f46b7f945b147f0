import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../../shared/registers/entry.ts';
import { registerOf } from '../../../../../shared/registers/kinds.ts';
import { monthlyTotals } from '../../../../../shared/registers/monthly.ts';
import { yearDocument } from '../../../../../shared/registers/year/document.ts';
import { entriesOf } from '../../../../../shared/registers/year/entries.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { CLEAN, sample } from '../cases/samples.ts';

const AT = '2026-11-20T01:00:00.000Z';
const ID = '6f1d2f2c-9b9e-4d8e-8a5e-0f6f0f3c2a11';
const entry = (fields: Entry['fields']): Entry => ({ id: ID, fields, files: [] });
const year = (...cases: Entry[]): Year =>
  yearSchema.parse({
    ...{ version: 1, id: '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11', createdAt: AT, updatedAt: AT, title: '' },
    ...{ unit: '示例局', year: 2026, registers: { cases } },
  });
const edited = (value: Year, edit: unknown): Year =>
  yearDocument.apply(value, yearDocument.edit.parse(edit), undefined, AT);

describe('典型案例', () => {
  it('keeps each text as it is typed', () => {
    const text = sample('餐饮油烟');
    const set = { kind: 'setEntry', register: 'cases', id: ID, fields: { title: '标题', text } };
    expect(entriesOf(edited(year(entry({})), set), 'cases')).toEqual([entry({ title: '标题', text })]);
    // Far more than the notice allows, so that what is too long can be written shorter.
    const long = '字'.repeat(20_000);
    expect(yearDocument.edit.safeParse({ ...set, fields: { text: long } }).success).toBe(true);
    expect(yearDocument.edit.safeParse({ ...set, fields: { text: `${long}字` } }).success).toBe(false);
  });

  it('has no other columns than its own', () => {
    const set = { kind: 'setEntry', register: 'cases', id: ID, fields: { party: '张XX' } } as const;
    expect(yearDocument.check?.(year(entry({})), set, undefined)).toBe('没有这一栏');
  });

  it.each(CLEAN)('asks for nothing of %s', (name) => {
    expect(registerOf('cases').due?.(entry({ text: sample(name) }), '2026-11-20')).toBe('');
  });

  it('says in the list how many errors a case has', () => {
    const { due } = registerOf('cases');
    expect(due?.(entry({ title: '标题', text: '我局处理。我局回访。' }), '2026-11-20')).toBe('2 处错误');
    expect(due?.(entry({ title: '标题' }), '2026-11-20')).toBe('');
  });

  it('counts the ways of the notice by month', () => {
    const cases = [
      entry({ day: '2026-03-01', topic: '包容审慎监管', state: '撰写中' }),
      entry({ day: '2026-03-09', topic: '包容审慎监管', state: '已报送' }),
    ];
    expect(monthlyTotals('cases', cases)).toMatchObject([
      { month: '2026-03', entries: 2, counts: { topic: { 包容审慎监管: 2 }, state: { 已报送: 1 } } },
    ]);
  });
});
