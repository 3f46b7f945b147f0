import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../shared/assessment/schema.ts';
import type { RuleInput } from '../../../../shared/assessment/rule-input.ts';
import {
  comprehensiveScore,
  surveyPercent,
  weightsSentence,
} from '../../../../shared/review/comprehensive.ts';
import { compareUnits } from '../../../../shared/review/compare.ts';
import { applyReviewEdit, type ReviewEdit } from '../../../../shared/review/edits.ts';
import { heatTable, lossesOf } from '../../../../shared/review/heat.ts';
import type { Review } from '../../../../shared/review/schema.ts';
import { verifyScore } from '../../../../shared/review/verified-score.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import {
  assessmentOf,
  campaignOf,
  entriesOf,
  evidence,
  item,
  section,
  SHA_A,
  SHA_B,
  standardOf,
} from '../scoring/fixtures.ts';
import { emptyReview, NOW, source } from './fixtures.ts';

const standard = standardOf({
  bonus: {
    title: '加分',
    entries: [
      {
        code: 'B1',
        title: '表彰',
        criterion: '',
        options: [{ code: 'a', label: '省级', points: '2' }],
        counting: 'sum',
      },
    ],
  },
  vetoes: [{ code: 'V1', title: '弄虚作假', criterion: '', effect: 'notEligible' }],
});
const claims = (count: number): RuleInput => ({ kind: 'claims', counts: { a: count } });
const veto = (applies: boolean): RuleInput => ({ kind: 'veto', applies });

const scored = entriesOf({ '1.1': 5000, '1.2': 4500, B1: claims(1), V1: veto(false) });
const assessment: Assessment = assessmentOf({
  entries: { ...scored, '1.1': { ...scored['1.1']!, evidence: [SHA_A, SHA_B] } },
  evidence: [evidence(SHA_A), evidence(SHA_B)],
});

function after(...edits: ReviewEdit[]): Review {
  return edits.reduce(
    (review, edit) => applyReviewEdit(review, edit, { assessment, now: NOW }),
    emptyReview(),
  );
}
const agreeAll: ReviewEdit = { kind: 'agree', codes: ['1.1', '1.2', 'B1', 'V1'] };
const score = (code: string, points: number): ReviewEdit => ({
  kind: 'score',
  code,
  input: { kind: 'award', points },
});
const verify = (review: Review) => verifyScore(standard, { assessment, review });
const owed = (review: Review) => verify(review).findings.map(({ code, item }) => `${code} ${item}`);

describe('the verified score', () => {
  it('is there only when items, claimed bonus and vetoes are all verified', () => {
    expect(verify(emptyReview())).toMatchObject({ pending: ['1.1', '1.2', 'B1', 'V1'] });
    expect(verify(emptyReview()).verifiedScore).toBeUndefined();
    for (const code of ['1.1', '1.2', 'B1', 'V1']) {
      expect(verify(after(agreeAll, { kind: 'clearScore', code })).verifiedScore).toBeUndefined();
    }
    expect(verify(after(agreeAll)).verifiedScore).toBe(9700);
  });

  it.each([
    [{}, false],
    [{ a: 0 }, false],
    [{ a: 1 }, true],
  ])('bonus claimed as %o is to be verified: %s', (counts, expected) => {
    const entries = { ...assessment.entries, ...entriesOf({ B1: { kind: 'claims', counts } }) };
    const { required, pending } = verifyScore(standard, {
      assessment: { ...assessment, entries },
      review: emptyReview(),
    });
    expect(required.includes('B1')).toBe(expected);
    expect(pending).toEqual(required);
  });

  it('equals the self score where the evaluator agrees with everything, and nothing is owed', () => {
    const { verifiedScore, self, findings } = verify(after(agreeAll));
    expect(verifiedScore).toBe(scoreAssessment(standard, assessment).total);
    expect(self.total).toBe(verifiedScore);
    expect(findings).toEqual([]);
  });

  it("comes from the same rules, and the unit's own data stays as it is", () => {
    const before = JSON.stringify(assessment);
    const review = after(agreeAll, score('1.2', 4000), { kind: 'score', code: 'B1', input: claims(0) });
    expect(verify(review).verifiedScore).toBe(9000);
    expect(JSON.stringify(assessment)).toBe(before);
  });

  it('needs a reason wherever it differs: items, bonus, veto', () => {
    const review = after(
      agreeAll,
      score('1.2', 4499),
      { kind: 'score', code: 'B1', input: claims(0) },
      { kind: 'score', code: 'V1', input: veto(true) },
    );
    expect(owed(review)).toEqual(['reasonMissing 1.2', 'reasonMissing B1', 'reasonMissing V1']);
    const explained = applyReviewEdit(
      review,
      { kind: 'setReason', code: '1.2', reason: '少一份台账' },
      { assessment, now: NOW },
    );
    expect(owed(explained)).toEqual(['reasonMissing B1', 'reasonMissing V1']);
  });

  it('needs a reason for rejected evidence, and says where all of it is rejected', () => {
    const reject = (sha256: string, reason = ''): ReviewEdit => ({
      kind: 'decideEvidence',
      code: '1.1',
      sha256,
      decision: 'rejected',
      reason,
    });
    expect(owed(after(agreeAll, reject(SHA_A)))).toEqual(['rejectionWithoutReason 1.1']);
    expect(owed(after(agreeAll, reject(SHA_A, '过期')))).toEqual([]);
    expect(owed(after(agreeAll, reject(SHA_A, '过期'), reject(SHA_B, '不是本单位的')))).toEqual([
      'allEvidenceRejected 1.1',
    ]);
    const taken = after(reject(SHA_A, '过期'), {
      kind: 'decideEvidence',
      code: '1.1',
      sha256: SHA_A,
      decision: 'undecided',
      reason: '',
    });
    expect(taken.entries['1.1']?.evidence).toEqual({});
  });

  it('is not there while an input does not fit its rule', () => {
    const wrong = after(agreeAll, { kind: 'score', code: '1.1', input: veto(true) });
    expect(verify(wrong)).toMatchObject({ pending: ['1.1'] });
    expect(owed(wrong)).toContain('reviewInput 1.1');
  });

  it('refuses evidence that is not linked to the item', () => {
    const edit: ReviewEdit = {
      kind: 'decideEvidence',
      code: '1.2',
      sha256: SHA_A,
      decision: 'accepted',
      reason: '',
    };
    expect(() => after(edit)).toThrow(RangeError);
  });
});

describe('the comprehensive score', () => {
  const weights = { verified: '60', survey: '40', source };
  const survey = { sample: 3, satisfied: 2, date: '' as const, by: '' };
  const parts = { verified: 9000, survey, fieldVisit: undefined };

  it('is not there where the campaign states no weights: the order is by the verified score', () => {
    expect(comprehensiveScore({}, 10_000, parts).score).toBeUndefined();
    expect(weightsSentence({})).toBe('按核验得分排序');
  });

  it.each([
    [3, 2, 6667],
    [3, 1, 3333],
    [200, 199, 9950],
    [1, 0, 0],
    [7, 7, 10_000],
  ])('counts %i asked, %i satisfied as %i hundredths of a percent', (sample, satisfied, expected) => {
    expect(surveyPercent({ sample, satisfied, date: '', by: '' })).toBe(expected);
  });

  it('weighs exact shares and rounds once', () => {
    const { comprehensive } = campaignOf({ comprehensive: weights });
    // 0.6 × 90 + 0.4 × 66.666… = 80.666…; with the rounded 66.67 it would be 80.668.
    expect(comprehensiveScore({ comprehensive }, 10_000, parts).score).toBe(8067);
    // On a standard of 1,000 points.
    expect(comprehensiveScore({ comprehensive }, 100_000, { ...parts, verified: 90_000 }).score).toBe(80_667);
  });

  it('is missing while a part with a weight is, and names it', () => {
    const { comprehensive } = campaignOf({
      comprehensive: { verified: '50', survey: '30', fieldVisit: '20', source },
    });
    const result = comprehensiveScore({ comprehensive }, 10_000, { ...parts, survey: undefined });
    expect(result.score).toBeUndefined();
    expect(result.explanation).toContain('满意度调查、实地核验');
    expect(comprehensiveScore({ comprehensive }, 10_000, { ...parts, fieldVisit: 10_000 }).score).toBe(8500);
  });

  it('takes weights only where they make up the whole', () => {
    expect(() => campaignOf({ comprehensive: { ...weights, survey: '30' } })).toThrow('100');
  });
});

describe('comparing', () => {
  const other = assessmentOf({ entries: entriesOf({ '1.1': 5000, '1.2': 3000 }) });
  const columns = [
    { title: '甲', standard, assessment, review: after(agreeAll, score('1.2', 4000)) },
    { title: '乙', standard, assessment: other, review: emptyReview() },
  ];

  it('puts units side by side, verified before self, and marks what differs', () => {
    const { columns: heads, rows } = compareUnits(columns);
    expect(heads.map(({ self, verified }) => [self, verified])).toEqual([
      [9700, 9200],
      [8000, undefined],
    ]);
    const row = (code: string) => rows.find((each) => each.code === code);
    expect(rows.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', 'B1', 'base', 'bonus', 'total']);
    expect(row('1.1')).toMatchObject({ differs: false });
    expect(row('1.2')).toMatchObject({
      differs: true,
      cells: [
        { self: 4500, verified: 4000 },
        { self: 3000, verified: undefined },
      ],
    });
    expect(row('1')?.cells.map((cell) => cell?.verified)).toEqual([9000, undefined]);
  });

  it('sets each level of the standard further in', () => {
    const [inner, outer] = [section('1-1', [item('1.2', '50')]), section('1', [item('1.1', '50')])];
    const deep = standardOf({ sections: [{ ...outer, sections: [inner] }] });
    const column = { title: '甲', standard: deep, assessment, review: emptyReview() };
    const { rows } = compareUnits([column, { ...column, title: '乙' }]);
    const tree = rows.filter(({ kind }) => kind !== 'sum');
    expect(tree.map(({ code, depth }) => [code, depth])).toEqual([
      ['1', 0],
      ['1.1', 1],
      ['1-1', 1],
      ['1.2', 2],
    ]);
  });

  it('leaves a hole where a unit lacks an item', () => {
    const later = standardOf({
      sections: [
        {
          code: '1',
          title: '一',
          items: [
            {
              ...standard.sections[0]!.items[0],
              code: '9.9',
              fullScore: '100',
              rule: { kind: 'award', step: '1' },
            },
          ],
        },
      ],
    });
    const { rows } = compareUnits([columns[0]!, { ...columns[1]!, standard: later }]);
    expect(rows.find(({ code }) => code === '9.9')?.cells[0]).toBeNull();
    expect(rows.find(({ code }) => code === '1.1')?.cells[1]).toBeNull();
  });

  it('adds up where the batch loses points, as shares of what could be had', () => {
    const batch = [assessment, other].map((each) => lossesOf(scoreAssessment(standard, each).items));
    const { units, rows } = heatTable(standard, batch);
    expect(units).toBe(2);
    expect(rows.map(({ code, lost, share, losing }) => [code, lost, share, losing])).toEqual([
      ['1', 2500, 1250, 2],
      ['1.1', 0, 0, 0],
      ['1.2', 2500, 2500, 2],
    ]);
  });
});
