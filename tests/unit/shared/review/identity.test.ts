import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { checkChoice } from '../../../../shared/review/choice.ts';
import { applyDeskEdit } from '../../../../shared/review/desk-edits.ts';
import { collisionOf } from '../../../../shared/review/identity.ts';
import { type Ranked, rankCandidates } from '../../../../shared/review/ranking.ts';
import { type Acceptance, acceptanceSchema, deskSchema } from '../../../../shared/review/schema.ts';
import { statusOf } from '../../../../shared/review/status.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';
import { candidate, deskOf, keyOf, NOW } from './fixtures.ts';

const SHA_B = 'b'.repeat(64);
/** One minute after another, in the order of naming. */
const at = (minute: number): string => `2026-11-20T01:${String(minute).padStart(2, '0')}:00.000Z`;

/** A package of the id `a`, named by its file. */
const of = (file: string, changes: Partial<Candidate> = {}): Candidate =>
  candidate(file, { assessmentId: 'a', unit: '甲局', ...changes });

const accept = (key: string, changes: Partial<Acceptance> = {}): Acceptance =>
  acceptanceSchema.parse({ key: keyOf(key), reason: '已电话核实', ...changes });

/** file -> [rank, why it is out, how many doubts are open]. */
function standing(rows: readonly Candidate[], acceptances: readonly Acceptance[] = []) {
  const ranked = rankCandidates(deskOf({}, { acceptances: [...acceptances] }), rows);
  return Object.fromEntries(
    ranked.map(({ candidate: { fileName }, rank, out, doubts }) => [
      fileName.replace('.zip', ''),
      [rank ?? null, out?.reason ?? null, doubts.length],
    ]),
  );
}

describe('two packages', () => {
  it.each<[what: string, a: Partial<Candidate>, b: Partial<Candidate>, said: string]>([
    ['two revisions of one unit go together', { revision: 1 }, { revision: 2 }, ''],
    ['blanks and width tell no names apart', { unit: '甲局' }, { unit: ' 甲　局\u200b', revision: 2 }, ''],
    ['a code that only one states is no contradiction', { creditCode: 'A1' }, { revision: 2 }, ''],
    ['a code is compared without case', { creditCode: 'a1 b' }, { creditCode: 'Ａ1B', revision: 2 }, ''],
    ['a draft beside the final one', { draft: true }, { revision: 1 }, ''],
    ['a draft whose unit was not named yet', { draft: true, unit: '' }, {}, ''],
    ['two units', {}, { assessmentId: 'b', unit: '乙局' }, ''],
    ['two units without a name', { unit: '' }, { assessmentId: 'b', unit: '' }, ''],
    [
      'one name, two codes: two units',
      { creditCode: 'A' },
      { assessmentId: 'b', creditCode: 'B', unit: '甲局' },
      '',
    ],
    ['a sample takes nobody’s place', { sample: true }, { unit: '乙局' }, ''],
    ['a name of another unit', {}, { unit: '乙局', revision: 2 }, '单位名称不同（“甲局”与“乙局”）'],
    ['a final package without a name', {}, { unit: '', revision: 2 }, '单位名称不同（“甲局”与“未录入”）'],
    [
      'a final package without a name, the other way round',
      { unit: '' },
      { unit: '乙局', revision: 2 },
      '单位名称不同（“未录入”与“乙局”）',
    ],
    ['two seals, one of them missing', { sealCode: '' }, { sealCode: 'X' }, '封签码却不同（无与X）'],
    ['another code', { creditCode: 'A' }, { creditCode: 'B', revision: 2 }, '统一社会信用代码不同（A与B）'],
    ['another standard', {}, { standardContent: SHA_B, revision: 2 }, '所用标准不同'],
    ['two first revisions', {}, { sealCode: 'X' }, '都是第1版，封签码却不同'],
    ['one unit under two ids', {}, { assessmentId: 'b' }, '单位名称相同，自评档案编号却不同'],
    [
      'one code under two ids',
      { creditCode: 'A' },
      { assessmentId: 'b', unit: '乙局', creditCode: 'a' },
      '统一社会信用代码（A）相同，自评档案编号却不同',
    ],
  ])('%s', (_what, a, b, said) => {
    const [one, two] = [of('一', a), of('二', b)];
    if (said === '') expect(collisionOf(one, two)).toBe('');
    else expect(collisionOf(one, two)).toContain(said);
    expect(collisionOf(two, one) === '').toBe(said === '');
  });
});

describe('a neighbour’s package that a unit took as its starting point', () => {
  const first = of('甲', { revision: 1, receivedAt: at(1) });
  const taken = of('乙', { revision: 2, unit: '乙局', receivedAt: at(2), result: 9900 });

  it('never supersedes: the first stays in the ranking, both are amber', () => {
    expect(standing([first, taken])).toEqual({ 甲: [1, null, 1], 乙: [null, 'suspect', 1] });
    const [kept] = rankCandidates(deskOf(), [first, taken]);
    expect(kept?.doubts[0]).toBe(
      '身份存疑：与“乙局”第2版（乙.zip）自评档案编号相同，但单位名称不同（“甲局”与“乙局”）',
    );
    expect(kept && statusOf(kept)).toBe('suspect');
  });

  it('is picked by a person, who may take it, leave it, or take both', () => {
    const both = [first, taken];
    expect(standing(both, [accept('乙', { instead: [first.key], against: [first.key] })])).toEqual({
      甲: [null, 'replaced', 0],
      乙: [1, null, 0],
    });
    expect(standing(both, [accept('甲', { instead: [taken.key] })])).toEqual({
      甲: [1, null, 0],
      乙: [null, 'replaced', 0],
    });
    expect(standing(both, [accept('乙', { against: [first.key] })])).toEqual({
      甲: [2, null, 0],
      乙: [1, null, 0],
    });
  });

  it('comes up again with the next one that collides', () => {
    const third = of('丙', { revision: 3, unit: '丙局', receivedAt: at(3) });
    const acceptances = [accept('乙', { instead: [first.key], against: [first.key] })];
    expect(standing([first, taken, third], acceptances)).toEqual({
      甲: [null, 'replaced', 0],
      乙: [1, null, 1],
      丙: [null, 'suspect', 1],
    });
  });

  it('stays what it is while the first unit hands in its next revision', () => {
    const next = of('甲2', { revision: 3, receivedAt: at(3) });
    expect(standing([first, taken, next])).toEqual({
      甲2: [1, null, 1],
      乙: [null, 'suspect', 2],
      甲: [null, 'superseded', 1],
    });
  });

  it('may be chosen beside the first where a person let both count', () => {
    const rows = [first, { ...taken, region: '别处' }];
    const choices = rows.map(({ key }) => ({ key, reason: '' }));
    const acceptances = [accept('乙', { against: [first.key] })];
    const desk = deskOf({}, { choices, acceptances });
    expect(checkChoice(desk, officialOf(standardOf()), rankCandidates(desk, rows))).toEqual([]);
  });
});

describe('a package whose content is in doubt', () => {
  const doubted = of('改', { suspicions: ['内容存疑：自评分对不上'], result: 9900 });

  it('is not ranked until it is accepted, and is never called whole after that', () => {
    expect(standing([doubted])).toEqual({ 改: [null, 'suspect', 1] });
    expect(standing([doubted], [accept('改')])).toEqual({ 改: [1, null, 0] });
    const desk = deskOf({}, { acceptances: [accept('改')] });
    expect(rankCandidates(desk, [doubted]).map(statusOf)).toEqual(['suspect']);
  });

  it('does not take the place of the revision before it', () => {
    const before = of('原', { revision: 1, receivedAt: at(1) });
    const forged = { ...doubted, revision: 2, receivedAt: at(2) };
    expect(standing([before, forged])).toEqual({ 原: [1, null, 0], 改: [null, 'suspect', 1] });
    expect(standing([before, forged], [accept('改')])).toEqual({
      改: [1, null, 0],
      原: [null, 'superseded', 0],
    });
  });

  it('does not hold the place against one that came later and is whole', () => {
    const whole = of('真', { receivedAt: at(5), sealCode: 'X' });
    expect(standing([{ ...doubted, receivedAt: at(1) }, whole])).toEqual({
      真: [1, null, 1],
      改: [null, 'suspect', 2],
    });
  });

  it('asks again for content that was accepted before it was looked at', () => {
    expect(standing([doubted], [accept('改', { content: false })])).toEqual({ 改: [null, 'suspect', 1] });
  });

  it('stays late after it is accepted', () => {
    const late = { ...doubted, timing: 'late' as const, revision: 2, receivedAt: at(2) };
    const inTime = of('按时', { receivedAt: at(1) });
    expect(standing([inTime, late], [accept('改')])).toEqual({
      按时: [1, null, 0],
      改: [null, 'late', 0],
    });
  });
});

it('says a doubt about a draft or another standard, which stay out', () => {
  const rows = [
    of('草', { verdict: 'draft', draft: true, unit: '乙局', receivedAt: at(1) }),
    of('别', { verdict: 'wrong-standard', standardContent: SHA_B, revision: 2, receivedAt: at(2) }),
    of('正', { revision: 3, receivedAt: at(3) }),
  ];
  const found = standing(rows);
  expect(found).toMatchObject({ 草: [null, 'draft', 2], 别: [null, 'wrong-standard', 2], 正: [1, null, 2] });
  const against = rows.slice(0, 2).map(({ key }) => key);
  expect(standing(rows, [accept('正', { against })])).toMatchObject({ 正: [1, null, 0] });
});

const wishes = fc.uniqueArray(
  fc.record({
    file: fc.string({ minLength: 1, maxLength: 3 }),
    assessmentId: fc.constantFrom('a', 'b', 'c'),
    unit: fc.constantFrom('甲局', '乙局', '丙局'),
    revision: fc.integer({ min: 1, max: 3 }),
    minute: fc.nat(9),
    late: fc.boolean(),
    suspicions: fc.constantFrom<string[]>([], [], ['改过']),
    verdict: fc.constantFrom<Candidate['verdict']>('accepted', 'accepted', 'suspect', 'draft'),
  }),
  { selector: ({ file }) => file, maxLength: 10 },
);
const rowsOf = (all: typeof wishes extends fc.Arbitrary<infer T> ? T : never): Candidate[] =>
  all.map(({ file, minute, ...rest }) => of(file, { ...rest, receivedAt: at(minute) }));

it('does not depend on the order of the rows, and leaves no unit out in silence', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const rows = rowsOf(all);
      const byKey = (ranked: readonly Ranked[]) =>
        new Map(ranked.map(({ candidate: { key }, out, doubts }) => [key, [out, [...doubts].sort()]]));
      const ranked = rankCandidates(deskOf(), rows);
      expect(byKey(rankCandidates(deskOf(), rows.toReversed()))).toEqual(byKey(ranked));
      const running = ranked.filter(({ rank }) => rank !== undefined);
      for (const each of ranked) {
        const { out, candidate: mine, doubts } = each;
        expect(mine.suspicions.length === 0 || doubts.length > 0).toBe(true);
        expect(['accepted', 'newer', 'older'].includes(statusOf(each)) && doubts.length > 0).toBe(false);
        if (out?.reason !== 'superseded') continue;
        const by = running.find(({ candidate: { key } }) => key === out.by)?.candidate;
        expect(by?.unit).toBe(mine.unit);
      }
      // Of those in the running no two collide while nobody has decided.
      for (const [index, { candidate: mine }] of running.entries()) {
        for (const { candidate: other } of running.slice(index + 1))
          expect(collisionOf(mine, other)).toBe('');
      }
    }),
  );
});

describe('a decision', () => {
  it('needs a reason', () => {
    expect(acceptanceSchema.safeParse({ key: keyOf('甲'), reason: '  ' }).success).toBe(false);
    expect(
      acceptanceSchema.safeParse({ key: keyOf('甲'), reason: '核实', instead: [keyOf('甲')] }).success,
    ).toBe(false);
  });

  it('overrules the one before it, and is withdrawn', () => {
    const edit = (acceptance: Acceptance) => ({ kind: 'acceptPackage', acceptance }) as const;
    const one = applyDeskEdit(deskOf(), edit(accept('甲', { instead: [keyOf('乙')] })), NOW);
    const two = applyDeskEdit(one, edit(accept('乙', { instead: [keyOf('甲')] })), NOW);
    expect(two.acceptances.map(({ key, instead }) => [key, instead])).toEqual([
      [keyOf('甲'), []],
      [keyOf('乙'), [keyOf('甲')]],
    ]);
    const back = applyDeskEdit(two, { kind: 'withdrawAcceptance', key: keyOf('乙'), reason: '' }, NOW);
    expect(back.acceptances.map(({ key }) => key)).toEqual([keyOf('甲')]);
  });

  it('is not in desks of before, which read all the same', () => {
    const encoded = z.encode(deskSchema, deskOf()) as Record<string, unknown>;
    const before = Object.fromEntries(Object.entries(encoded).filter(([name]) => name !== 'acceptances'));
    expect(deskSchema.parse(before).acceptances).toEqual([]);
  });
});
