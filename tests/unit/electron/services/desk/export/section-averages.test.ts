import { describe, expect, it } from 'vitest';
import {
  type AverageLine,
  type Averages,
  sectionAverages,
} from '../../../../../../electron/services/desk/export/section-averages.ts';
import { item, reportOf, section, standardOf } from '../../../../shared/scoring/fixtures.ts';

const entry = (code: string, points: string) => ({
  ...{ code, title: code, criterion: '看情况', counting: 'sum' },
  options: [{ code: 'a', label: '有', points }],
});
const standard = standardOf({
  sections: [section('1', [item('1.1', '30'), item('1.2', '10')]), section('2', [item('2.1', '60')])],
  bonus: { title: '加分项', cap: '5', entries: [entry('B1', '1')] },
  penalty: { title: '罚分项', entries: [entry('P1', '0.5')] },
});
const claims = (count: number) => ({ kind: 'claims', counts: { a: count } }) as const;

/** 1.2 does not apply to the first; the third is not verified yet. */
const UNITS = [
  {
    self: reportOf(standard, { '1.1': 3000, '1.2': 'na', '2.1': 5500, B1: claims(2) }),
    verified: reportOf(standard, { '1.1': 2800, '1.2': 'na', '2.1': 5500, P1: claims(1) }),
  },
  {
    self: reportOf(standard, { '1.1': 2901, '1.2': 1000, '2.1': 5600 }),
    verified: reportOf(standard, { '1.1': 2900, '1.2': 1000, '2.1': 5600 }),
  },
  { self: reportOf(standard, { '1.1': 2000, '1.2': 900, '2.1': 5000 }) },
];

const byTitle = (lines: readonly AverageLine[]) => new Map(lines.map((line) => [line.title, line]));

describe('各部分平均得分', () => {
  it.each(['full', 'self', 'selfOfVerified', 'verified'] satisfies (keyof Averages)[])(
    'adds up to the total, by %s',
    (key) => {
      const lines = sectionAverages(standard, UNITS);
      expect(lines.at(-1)?.kind).toBe('total');
      const sum = lines.slice(0, -1).reduce((all, line) => all + (line[key] ?? 0), 0);
      expect(sum).toBe(lines.at(-1)?.[key]);
    },
  );

  it('has lines for 折算, what is added and taken off, and what rounding makes', () => {
    expect(sectionAverages(standard, UNITS).map(({ title }) => title)).toEqual([
      ...['指标1', '指标2', '折算', '加分项', '罚分项', '四舍五入', '总分'],
    ]);
    const whole = sectionAverages(standard, UNITS.slice(1, 2)).map(({ title }) => title);
    expect(whole).toEqual(['指标1', '指标2', '总分']);
  });

  it('measures by what applies to each unit, and compares the verified with their own self scores', () => {
    const lines = byTitle(sectionAverages(standard, UNITS));
    // 30 of the first, 40 of the second.
    expect(lines.get('指标1')).toMatchObject({ full: 3500, selfOfVerified: 3451, verified: 3350 });
    expect(lines.get('折算')).toMatchObject({ full: 500 });
    expect(lines.get('加分项')?.full).toBeUndefined();
    expect(lines.get('总分')).toMatchObject({ full: 10_000 });
    // (30 + 39.01 + 29) ÷ 3
    expect(lines.get('指标1')?.self).toBe(3267);
  });

  it('says nothing of the verified where there is none, and nothing at all without units', () => {
    const none = { full: undefined, selfOfVerified: undefined, verified: undefined };
    for (const line of sectionAverages(standard, UNITS.slice(2))) expect(line).toMatchObject(none);
    expect(sectionAverages(standard, []).map(({ title, self }) => [title, self])).toEqual([
      ['指标1', undefined],
      ['指标2', undefined],
    ]);
  });
});
