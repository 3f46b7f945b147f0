import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { rankCandidates } from '../../../../shared/review/ranking.ts';
import { candidate, deskOf, keyOf, order, source } from './fixtures.ts';

const scored = (unit: string, result: number, changes: Partial<Candidate> = {}): Candidate =>
  candidate(unit, { result, verifiedScore: result, ...changes });
const unfinished = (unit: string, selfScore: number): Candidate =>
  candidate(unit, { selfScore, verifiedScore: undefined, result: undefined, delta: undefined });

describe('the order of a desk', () => {
  it('is by result; 89.99 does not pass, 90.00 does', () => {
    const ranked = rankCandidates(deskOf(), [scored('乙', 8999), scored('甲', 9000), scored('丙', 9800)]);
    expect(ranked.map((each) => [each.candidate.unit, each.rank, each.passes])).toEqual([
      ['丙', 1, true],
      ['甲', 2, true],
      ['乙', 3, false],
    ]);
  });

  it('puts unfinished ones after all finished ones, by self score, and marks them', () => {
    const ranked = rankCandidates(deskOf(), [
      unfinished('丙', 9900),
      scored('甲', 9000),
      unfinished('丁', 10_000),
    ]);
    expect(ranked.map((each) => [each.candidate.unit, each.rank, each.provisional])).toEqual([
      ['甲', 1, false],
      ['丁', 2, true],
      ['丙', 3, true],
    ]);
    expect(ranked[1]?.passes).toBeUndefined();
  });

  it('gives equals one rank where the campaign states no rule for ties', () => {
    const ranked = rankCandidates(deskOf(), [scored('甲', 9500), scored('乙', 9500), scored('丙', 9400)]);
    expect(ranked.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
  });

  it('goes through the rules for ties one after another', () => {
    const desk = deskOf({
      tieRules: [
        { by: 'survey', source },
        { by: 'section', section: '2', source },
        { by: 'self', source },
      ],
    });
    const section = (verified: number) => [{ code: '2', title: '二', fullScore: 5000, self: 0, verified }];
    const rows = [
      scored('甲', 9500, { survey: 9000, sections: section(10) }),
      scored('乙', 9500, { survey: 9000, sections: section(20), selfScore: 9500 }),
      scored('丙', 9500, { survey: 9100 }),
      scored('丁', 9500, { survey: 9000, sections: section(20), selfScore: 9600 }),
      scored('戊', 9500),
    ];
    expect(order(desk, rows)).toEqual([
      ['丙', 1],
      ['丁', 2],
      ['乙', 3],
      ['甲', 4],
      ['戊', 5],
    ]);
  });

  it('keeps an adjusted candidate at its place and shows the reason', () => {
    const adjustment = { key: keyOf('丙'), place: 1, reason: '集体研究决定' };
    const desk = deskOf({}, { adjustments: [adjustment] });
    const ranked = rankCandidates(desk, [scored('甲', 9500), scored('乙', 9500), scored('丙', 9000)]);
    expect(ranked.map((each) => [each.candidate.unit, each.rank])).toEqual([
      ['丙', 1],
      ['乙', 2],
      ['甲', 2],
    ]);
    expect(ranked[0]?.adjustment).toEqual(adjustment);
    expect(ranked[1]?.adjustment).toBeUndefined();
  });

  it('takes one revision of each unit, the newest of those in time; what came late stands after the ranked, with the reason', () => {
    const own = { assessmentId: 'a', unit: '甲' };
    const rows = [
      scored('一版', 9900, { ...own, revision: 1 }),
      scored('二版', 9100, { ...own, revision: 2, verdict: 'newer' }),
      scored('三版', 9950, { ...own, revision: 3, verdict: 'late', timing: 'late' }),
      scored('草稿', 9990, { ...own, revision: 4, verdict: 'draft', draft: true }),
    ];
    const ranked = rankCandidates(deskOf(), rows);
    const shown = ranked.map(({ candidate: { fileName }, rank, out }) => [
      fileName.replace('.zip', ''),
      rank,
      out?.reason,
    ]);
    expect(shown).toEqual([
      ['二版', 1, undefined],
      ['三版', undefined, 'late'],
      ['一版', undefined, 'superseded'],
      ['草稿', undefined, 'draft'],
    ]);
  });

  const rows = fc.uniqueArray(
    fc.record({
      unit: fc.string({ minLength: 1, maxLength: 4 }),
      result: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      selfScore: fc.integer({ min: 0, max: 30 }),
      verdict: fc.constantFrom<Candidate['verdict']>('accepted', 'late', 'draft', 'wrong-standard'),
    }),
    { selector: ({ unit }) => unit, maxLength: 30 },
  );
  const adjustments = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })), { maxLength: 5 });

  it('holds every package once, never a better finished one behind a worse, whatever comes in which order', () => {
    fc.assert(
      fc.property(rows, adjustments, (wishes, moves) => {
        const all = wishes.map(({ unit, ...rest }) =>
          candidate(unit, { ...rest, verifiedScore: rest.result }),
        );
        const desk = deskOf();
        const ranked = rankCandidates(desk, all);
        expect(ranked.map(({ candidate: { key } }) => key).sort()).toEqual(all.map(({ key }) => key).sort());
        const running = ranked.filter(({ rank }) => rank !== undefined);
        running.forEach((each, index) => {
          const next = running[index + 1];
          expect(each.rank).toBeLessThanOrEqual(index + 1);
          if (!next) return;
          expect(Number(each.provisional)).toBeLessThanOrEqual(Number(next.provisional));
          if (!next.provisional)
            expect(each.candidate.result).toBeGreaterThanOrEqual(next.candidate.result ?? 0);
          const equal =
            each.candidate.result === next.candidate.result &&
            (!each.provisional || each.candidate.selfScore === next.candidate.selfScore);
          expect(each.rank === next.rank).toBe(equal);
        });
        expect(order(desk, all.toReversed())).toEqual(expect.arrayContaining(order(desk, all)));

        const chosen = [...new Map(moves.map(([at, place]) => [all[at]?.key ?? '', place]))]
          .filter(([key]) => key !== '')
          .map(([key, place]) => ({ key, place, reason: '研究决定' }));
        const moved = rankCandidates({ ...desk, adjustments: chosen }, all);
        expect(moved).toHaveLength(all.length);
        expect(moved.filter(({ rank }) => rank !== undefined)).toHaveLength(running.length);
      }),
    );
  });
});
