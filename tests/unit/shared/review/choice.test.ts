import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { checkChoice, departures } from '../../../../shared/review/choice.ts';
import { rankCandidates } from '../../../../shared/review/ranking.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';
import { candidate, deskOf, keyOf, NOW, source } from './fixtures.ts';

const STANDARD = officialOf(standardOf());

const quota = { perBody: 2, distinct: 'industryOrRegion', total: 3, source };

function problems(
  candidates: readonly Candidate[],
  choices: readonly (string | [unit: string, reason: string])[],
  campaign: Record<string, unknown> = { quota },
): string[] {
  const desk = deskOf(campaign, {
    choices: choices.map((each) =>
      typeof each === 'string' ? { key: keyOf(each), reason: '' } : { key: keyOf(each[0]), reason: each[1] },
    ),
  });
  return checkChoice(desk, STANDARD, rankCandidates(desk, candidates)).map(({ code }) => code);
}

const scored = (unit: string, result: number, changes: Partial<Candidate> = {}): Candidate =>
  candidate(unit, { result, verifiedScore: result, ...changes });

describe('a choice', () => {
  it('of two units of a body in different regions, the best, may go out', () => {
    const rows = [scored('甲', 9900), scored('乙', 9800), scored('丙', 9100)];
    expect(problems(rows, ['甲', '乙'])).toEqual([]);
  });

  it.each<[what: string, rows: Candidate[], choices: string[], expected: string[]]>([
    [
      'a third of one body',
      [scored('甲', 9900), scored('乙', 9800), scored('丙', 9700)],
      ['甲', '乙', '丙'],
      ['perBody'],
    ],
    [
      'two of one body, of the same industry and region',
      [scored('甲', 9900, { region: '一区' }), scored('乙', 9800, { region: '一区' })],
      ['甲', '乙'],
      ['sameKind'],
    ],
    [
      'two of one body that both left industry and region empty',
      [scored('甲', 9900, { region: '', industry: '' }), scored('乙', 9800, { region: ' ', industry: '' })],
      ['甲', '乙'],
      ['sameKind'],
    ],
    [
      'the same region in another industry is fine',
      [scored('甲', 9900, { region: '一区' }), scored('乙', 9800, { region: '一区', industry: '税务' })],
      ['甲', '乙'],
      [],
    ],
    [
      'more than the total',
      ['甲', '乙', '丙', '丁'].map((unit) => scored(unit, 9500, { body: unit })),
      ['甲', '乙', '丙', '丁'],
      ['total'],
    ],
    ['a unit without its body', [scored('甲', 9900, { body: '' })], ['甲'], ['noBody']],
    ['one below the line', [scored('甲', 8999)], ['甲'], ['belowLine']],
    ['one that is not verified', [candidate('甲', { result: undefined })], ['甲'], ['unfinished']],
    [
      'one that is not eligible',
      [scored('甲', 9900, { qualifies: false, eligible: false })],
      ['甲'],
      ['notEligible'],
    ],
    ['a draft', [scored('甲', 9900, { verdict: 'draft' })], ['甲'], ['out']],
    ['one that is gone', [], ['甲'], ['unknown']],
    [
      'two packages of one unit',
      [
        scored('甲', 9900, { assessmentId: 'a', revision: 2 }),
        scored('乙', 9800, { assessmentId: 'a', unit: '甲' }),
      ],
      ['甲', '乙'],
      ['out', 'twice'],
    ],
    ['one whose content is in doubt', [scored('甲', 9900, { suspicions: ['改过'] })], ['甲'], ['doubt']],
    [
      'the first received of two that collide',
      [scored('甲', 9900), scored('乙', 9800, { assessmentId: '甲', receivedAt: NOW })],
      ['甲'],
      ['doubt'],
    ],
    [
      'both of two that collide',
      [scored('甲', 9900), scored('乙', 9800, { assessmentId: '甲', receivedAt: NOW })],
      ['甲', '乙'],
      ['doubt', 'doubt', 'twice'],
    ],
  ])('says what is wrong: %s', (_what, rows, choices, expected) => {
    expect(problems(rows, choices)).toEqual(expected);
  });

  it('needs a reason where a better one of the body is passed over', () => {
    const rows = [scored('甲', 9900), scored('乙', 9800), scored('丙', 9700)];
    expect(problems(rows, ['甲', '丙'])).toEqual(['order']);
    expect(problems(rows, ['甲', ['丙', '乙主动放弃']])).toEqual([]);
  });

  it('needs none where the better one could not have had the place', () => {
    const alike = [
      scored('甲', 9900, { region: '一区' }),
      scored('乙', 9800, { region: '一区' }),
      scored('丙', 9700),
    ];
    expect(problems(alike, ['甲', '丙'])).toEqual([]);
    const barred = [scored('甲', 9900, { qualifies: false, eligible: false }), scored('乙', 9800)];
    expect(problems(barred, ['乙'])).toEqual([]);
    const elsewhere = [scored('甲', 9900, { body: '别市' }), scored('乙', 9800)];
    expect(problems(elsewhere, ['乙'])).toEqual([]);
  });

  it('needs one across bodies once the total is used up', () => {
    const rows = ['甲', '乙', '丙', '丁'].map((unit, index) => scored(unit, 9900 - index, { body: unit }));
    expect(problems(rows, ['乙', '丙', '丁'])).toEqual(['order', 'order', 'order']);
  });

  it('has no quota to break where the campaign states none', () => {
    const rows = ['甲', '乙', '丙'].map((unit) => scored(unit, 9500));
    expect(problems(rows, ['甲', '乙', '丙'], {})).toEqual([]);
  });

  it('of the first of each body, taken in order while the quota holds, never needs a reason', () => {
    const rows = fc.uniqueArray(
      fc.record({
        unit: fc.string({ minLength: 1, maxLength: 3 }),
        result: fc.integer({ min: 9000, max: 9100 }),
        body: fc.constantFrom('一市', '二市', '三市'),
        industry: fc.constantFrom('城管', '税务'),
        region: fc.constantFrom('一区', '二区'),
      }),
      { selector: ({ unit }) => unit, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (wishes) => {
        const campaign = { quota: { ...quota, total: 50 } };
        const ranked = rankCandidates(
          deskOf(campaign),
          wishes.map(({ unit, ...rest }) => candidate(unit, rest)),
        );
        const choices: { key: string; reason: string }[] = [];
        for (const { candidate: each } of ranked) {
          const more = [...choices, { key: each.key, reason: '' }];
          const found = checkChoice(deskOf(campaign, { choices: more }), STANDARD, ranked);
          if (found.every(({ code }) => code === 'order')) choices.push({ key: each.key, reason: '' });
        }
        expect(departures(deskOf(campaign, { choices }), ranked)).toEqual([]);
        for (const body of ['一市', '二市', '三市']) {
          const mine = ranked.filter(
            ({ candidate: each }) => each.body === body && choices.some(({ key }) => key === each.key),
          );
          expect(mine.length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
