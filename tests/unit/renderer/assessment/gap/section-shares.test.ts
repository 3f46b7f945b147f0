import { describe, expect, it } from 'vitest';
import { sectionShares } from '../../../../../renderer/assessment/gap/section-shares.ts';
import { scoreAssessment } from '../../../../../shared/scoring/report.ts';
import { STANDARD, completeAssessment } from '../../../../component/fixtures.ts';

describe('what the charts draw', () => {
  it('keeps points lost apart from points that are still open', () => {
    const complete = completeAssessment();
    const report = scoreAssessment(STANDARD, {
      ...complete,
      entries: {
        ...complete.entries,
        '1.1': { state: 'scored', input: { kind: 'award', points: 1550 }, reason: '', evidence: [] },
        '1.2': { state: 'unscored', reason: '', evidence: [] },
      },
    });
    expect(sectionShares(report.sections)).toMatchObject([
      { title: '组织保障', score: 1550, full: 4000, percent: 38.8, lost: 450, open: 2000, unscored: 1 },
      { title: '服务执法', score: 6000, full: 6000, percent: 100, lost: 0, open: 0, unscored: 0 },
    ]);
  });

  it('has nothing to draw of a section that is not applicable as a whole', () => {
    const [first, second] = STANDARD.sections;
    if (!first || !second) throw new Error('fixture');
    const standard = { ...STANDARD, sections: [first, { ...second, items: second.items.slice(2) }] };
    const report = scoreAssessment(standard, {
      ...completeAssessment(),
      entries: { '2.3': { state: 'notApplicable', reason: '没有', evidence: [] } },
    });
    expect(sectionShares(report.sections)).toMatchObject([
      { code: '1', whole: 4000, full: 4000 },
      { code: '2', whole: 2000, full: 0, percent: 0 },
    ]);
  });
});
