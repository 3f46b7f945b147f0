import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReviews, type Picks, reviewDifferences } from '../../../../shared/review/merge.ts';
import { type Review, type ReviewEntry } from '../../../../shared/review/schema.ts';
import { SHA_A, SHA_B } from '../scoring/fixtures.ts';
import { emptyReview, NOW } from './fixtures.ts';

const CODES = ['1.1', '1.2', '2.1'];

const entry = (points: number, changes: Partial<ReviewEntry> = {}): ReviewEntry => ({
  state: 'scored',
  input: { kind: 'award', points },
  reason: '',
  evidence: {},
  ...changes,
});
const reviewOf = (entries: Record<string, ReviewEntry>, changes: Partial<Review> = {}): Review => ({
  ...emptyReview(),
  entries,
  ...changes,
});
const merge = (ours: Review, theirs: Review, picks: Picks = {}): Review =>
  mergeReviews(ours, theirs, { codes: CODES, picks, now: NOW });
const paths = (ours: Review, theirs: Review): string[] =>
  reviewDifferences(ours, theirs, CODES).map(({ path }) => path);

describe('two reviews of one package', () => {
  it('have no differences where they say the same, in whatever order of keys', () => {
    const ours = reviewOf({ '1.1': entry(100), '1.2': entry(200) });
    const theirs = reviewOf({
      '1.2': Object.fromEntries(Object.entries(entry(200)).reverse()) as ReviewEntry,
      '1.1': entry(100),
    });
    expect(paths(ours, theirs)).toEqual([]);
  });

  it('complete each other without a pick where only one has something', () => {
    const rejected = { decision: 'rejected', reason: '过期' } as const;
    const ours = reviewOf({ '1.1': entry(100) }, { reviewers: ['甲'] });
    const theirs = reviewOf(
      { '1.2': entry(200, { evidence: { [SHA_A]: rejected } }) },
      { reviewers: ['乙'], conclusion: '属实', survey: { sample: 2, satisfied: 1, date: '', by: '' } },
    );
    const merged = merge(ours, theirs);
    expect(merged.entries).toEqual({
      '1.1': entry(100),
      '1.2': entry(200, { evidence: { [SHA_A]: rejected } }),
    });
    expect(merged).toMatchObject({ reviewers: ['甲', '乙'], conclusion: '属实', survey: { sample: 2 } });
  });

  it('are never merged over a conflict without a pick', () => {
    const ours = reviewOf({ '1.1': entry(100) });
    const theirs = reviewOf({ '1.1': entry(90, { reason: '少一项' }) });
    expect(paths(ours, theirs)).toEqual(['entry:1.1']);
    expect(() => merge(ours, theirs)).toThrow(RangeError);
    expect(merge(ours, theirs, { 'entry:1.1': 'ours' }).entries['1.1']).toEqual(entry(100));
    expect(merge(ours, theirs, { 'entry:1.1': 'theirs' }).entries['1.1']).toEqual(
      entry(90, { reason: '少一项' }),
    );
  });

  it("keep photos that are here, whoever's words about the visit are taken", () => {
    const photo = { sha256: SHA_A, bytes: 1, fileName: 'a.jpg', mediaType: 'image/jpeg' };
    const visit = {
      id: '6f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a11',
      date: '2026-11-18',
      people: [],
      findings: [],
      photos: [photo],
    };
    const theirs = { ...visit, date: '2026-11-19', photos: [] };
    const merged = merge(reviewOf({}, { fieldVisits: [visit] }), reviewOf({}, { fieldVisits: [theirs] }), {
      [`visit:${visit.id}`]: 'theirs',
    });
    expect(merged.fieldVisits).toEqual([{ ...theirs, photos: [photo] }]);
  });

  const decision = fc.record({
    decision: fc.constantFrom('accepted', 'rejected'),
    reason: fc.constantFrom('', '过期'),
  });
  const anyEntry = fc.record({
    points: fc.integer({ min: 0, max: 2 }),
    reason: fc.constantFrom('', '少一项'),
    evidence: fc.dictionary(fc.constantFrom(SHA_A, SHA_B), decision),
  });
  const anyReview = fc
    .record({
      entries: fc.dictionary(fc.constantFrom(...CODES), anyEntry),
      conclusion: fc.constantFrom('', '属实', '不实'),
      reviewers: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙')),
    })
    .map(({ entries, ...rest }) =>
      reviewOf(
        Object.fromEntries(
          Object.entries(entries).map(([code, { points, ...more }]) => [
            code,
            entry(points, more as Partial<ReviewEntry>),
          ]),
        ),
        rest,
      ),
    );

  it('with all of ours picked keep ours, with all of theirs take theirs, and lose nothing of either', () => {
    fc.assert(
      fc.property(anyReview, anyReview, (ours, theirs) => {
        const differences = reviewDifferences(ours, theirs, CODES);
        const all = (side: 'ours' | 'theirs'): Picks =>
          Object.fromEntries(differences.map(({ path }) => [path, side]));
        for (const side of ['ours', 'theirs'] as const) {
          const [kept, other] = side === 'ours' ? [ours, theirs] : [theirs, ours];
          const merged = merge(ours, theirs, all(side));
          // Nothing of the picked side is lost, and what only the other has is there too.
          expect(reviewDifferences(kept, merged, CODES).every((each) => each.ours === undefined)).toBe(true);
          const lost = reviewDifferences(other, merged, CODES);
          expect(lost.every((each) => each.theirs !== undefined)).toBe(true);
          expect(new Set(merged.reviewers)).toEqual(new Set([...ours.reviewers, ...theirs.reviewers]));
        }
        expect(reviewDifferences(ours, merge(ours, ours), CODES)).toEqual([]);
      }),
    );
  });
});
