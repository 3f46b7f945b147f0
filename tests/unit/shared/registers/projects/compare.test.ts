import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareAssessments,
  differenceFields,
  differencesOf,
} from '../../../../../shared/registers/projects/compare.ts';
import { unitSchema } from '../../../../../shared/assessment/schema.ts';
import { assessmentOf, entriesOf, item, section, standardOf } from '../../scoring/fixtures.ts';

const CODES = ['1.1', '1.2', '1.3', '1.4'];
const standard = standardOf({
  sections: [
    section(
      '1',
      CODES.map((code) => item(code, '25')),
    ),
  ],
});
type Scores = Parameters<typeof entriesOf>[0];
const of = (unit: string, scores: Scores, sample = false) => ({
  standard,
  assessment: assessmentOf({ sample, unit: unitSchema.parse({ name: unit }), entries: entriesOf(scores) }),
});

describe('two assessments', () => {
  it('are held against each other item by item', () => {
    const ours = of('示例乙局', { '1.1': 1000, '1.2': 2500, '1.4': 'na' });
    const theirs = of('示例甲局', { '1.1': 2000, '1.2': 2500, '1.3': 500, '1.4': 2500 }, true);
    const found = compareAssessments(ours, theirs);
    expect(found).toMatchObject({ isSameStandard: true, alike: 1, unscored: 0, notApplicable: 1 });
    expect(found.theirs).toMatchObject({ unit: '示例甲局', by: '按自定义标准', isSample: true });
    expect(differencesOf(found.items, 'theirs').map(differenceFields)).toEqual([
      {
        item: '1.1 项目1.1',
        theirs: '理由',
        ours: '理由',
        gap: '对方自评 20 分，本单位自评 10 分（满分 25 分）',
      },
      { item: '1.3 项目1.3', theirs: '理由', ours: '', gap: '对方自评 5 分，本单位还没有评（满分 25 分）' },
    ]);
    expect(differencesOf(found.items, 'ours')).toEqual([]);
    const turned = compareAssessments(theirs, ours);
    expect(differencesOf(turned.items, 'ours').map(({ code }) => code)).toEqual(['1.1']);
    expect(turned).toMatchObject({ unscored: 1, notApplicable: 1 });
  });

  it('are the same standard by its content, and nothing is compared by another one', () => {
    const ours = of('示例乙局', { '1.1': 1000 });
    const theirs = of('示例甲局', { '1.1': 2000 });
    const renamed = { ...theirs, standard: { ...standard, id: 'copy', title: '抄本', edition: '2' } };
    expect(compareAssessments(ours, renamed)).toMatchObject({
      isSameStandard: true,
      items: [{ code: '1.1' }],
    });
    const other = standardOf({
      sections: [
        section(
          '1',
          CODES.map((code) => item(code, '25', { criterion: '另一种' })),
        ),
      ],
    });
    expect(compareAssessments(ours, { ...theirs, standard: other })).toMatchObject({
      ...{ isSameStandard: false, items: [], alike: 0, unscored: 0, notApplicable: 0 },
    });
  });

  it('have every item either told apart, alike, or counted as not compared', () => {
    const score = fc.oneof(fc.constant('na' as const), fc.integer({ min: 0, max: 2500 }));
    const scores = fc.dictionary(fc.constantFrom(...CODES), score, { noNullPrototype: true });
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const found = compareAssessments(of('甲', a), of('乙', b));
        const counted = found.items.length + found.alike + found.unscored + found.notApplicable;
        expect(counted).toBe(CODES.length);
        for (const each of differencesOf(found.items, 'theirs'))
          expect(each.theirs.score * each.fullScore).toBeGreaterThan(each.ours.score * each.fullScore);
        for (const { theirs } of found.items) expect(theirs.state).toBe('scored');
      }),
    );
  });
});
