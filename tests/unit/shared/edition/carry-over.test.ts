import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { carryOver } from '../../../../shared/edition/carry-over.ts';
import { applyEdit, type Edit } from '../../../../shared/assessment/edits.ts';
import { unlinkedEvidence } from '../../../../shared/assessment/unlinked-evidence.ts';
import { type Assessment, assessmentSchema, type Entry } from '../../../../shared/assessment/schema.ts';
import { type RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { checkEligibility } from '../../../../shared/eligibility/eligibility.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { allCodes } from '../../../../shared/standard/places.ts';
import {
  assessmentOf,
  entriesOf,
  evidence,
  item,
  section,
  SHA_A,
  SHA_B,
  standardOf,
} from '../scoring/fixtures.ts';

type Json = Record<string, unknown>;

const NOW = '2026-11-20T08:00:00.000Z';
const NEW_ID = '7f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a22';
const SHA_C = 'c'.repeat(64);

const carry = (assessment: Assessment, from: Standard, to: Standard) =>
  carryOver(assessment, from, to, { newId: NEW_ID, standardSha256: SHA_C, now: NOW });

const PLAN = { title: '制定年度工作方案', criterion: '方案以正式文件印发，任务明确，责任到人' };
const TRAIN = { title: '组织执法人员培训', criterion: '每年培训不少于四十学时，查看签到表和试卷' };
const of = (...items: Json[]): Standard => standardOf({ sections: [section('1', items)] });

/** One item before and after; the assessment answers it with reason and evidence. */
function carryOne(before: Json, after: Json, input: RuleInput | 'na') {
  const [from, to] = [of(item('1', '5', { ...PLAN, ...before })), of(item('1', '5', { ...PLAN, ...after }))];
  const [[code, entry] = ['', { state: 'unscored' as const, reason: '', evidence: [] }]] = Object.entries(
    entriesOf({ '1': input }),
  );
  const start = assessmentOf({
    entries: { [code]: { ...entry, evidence: [SHA_A] } },
    evidence: [evidence(SHA_A)],
  });
  return carry(start, from, to).assessment.entries['1'];
}

const tiers = (...options: [string, string, string][]): Json => ({
  rule: { kind: 'tiers', options: options.map(([code, label, points]) => ({ code, label, points })) },
});
const award = (points: number): RuleInput => ({ kind: 'award', points });

describe('what became of one answered entry', () => {
  it('the same: nothing to do', () => {
    expect(carryOne({}, {}, award(400))).toEqual({
      state: 'scored',
      input: award(400),
      reason: '理由',
      evidence: [SHA_A],
    });
  });

  it('reworded: kept, to be confirmed, with the old beside the new', () => {
    expect(carryOne({}, { criterion: `${PLAN.criterion}，并按时报送` }, award(400))).toEqual({
      state: 'scored',
      input: award(400),
      reason: '理由',
      evidence: [SHA_A],
      confirm: {
        change: 'reworded',
        formerCode: '1',
        formerTitle: PLAN.title,
        formerCriterion: PLAN.criterion,
        formerFullScore: 500,
        formerScore: 400,
        formerExplanation: '满分5分，按情况给4分',
        details: ['评分标准的文字有改动'],
      },
    });
  });

  it('rescored below what was given: reason and evidence stay, the answer is asked for anew', () => {
    expect(carryOne({}, { fullScore: '3' }, award(400))).toMatchObject({
      state: 'unscored',
      reason: '理由',
      evidence: [SHA_A],
      confirm: { change: 'rescored', formerScore: 400, formerFullScore: 500 },
    });
    expect(carryOne({}, { fullScore: '3' }, award(400))?.input).toBeUndefined();
    expect(carryOne({}, { fullScore: '3' }, award(400))?.confirm?.details).toEqual([
      '分值由“5分”改为“3分”',
      '原来的填写不符合新的评分标准，请重新评分',
    ]);
    expect(carryOne({}, { fullScore: '4' }, award(400))?.confirm?.details).toEqual(['分值由“5分”改为“4分”']);
  });

  it('another kind of rule: asked for anew', () => {
    const ratio = { rule: { kind: 'ratio', numerator: '甲', denominator: '乙', target: '30' } };
    expect(carryOne({}, ratio, award(400))).toMatchObject({
      state: 'unscored',
      confirm: { formerScore: 400 },
    });
  });

  it('codes of the tiers given anew: the answer follows the label, not the code', () => {
    const before = tiers(['a', '好', '5'], ['b', '差', '1']);
    const after = tiers(['a', '差', '1'], ['b', '好', '5']);
    const entry = carryOne(before, after, { kind: 'tiers', option: 'a' });
    expect(entry).toMatchObject({ state: 'scored', input: { option: 'b' } });
    expect(entry?.confirm).toBeUndefined();
  });

  it('the chosen tier is gone and its code stands for another: asked for anew, never guessed', () => {
    const before = tiers(['a', '好', '5'], ['b', '差', '1']);
    const after = tiers(['a', '差', '1'], ['b', '一般', '3']);
    expect(carryOne(before, after, { kind: 'tiers', option: 'a' })).toMatchObject({ state: 'unscored' });
  });

  it('not applicable where the new edition allows it no more: asked for anew', () => {
    const open = of(item('1', '5', PLAN));
    const strict = standardOf({
      notApplicable: { rule: 'forbidden' },
      sections: [section('1', [item('1', '5', PLAN)])],
    });
    const start = assessmentOf({ entries: entriesOf({ '1': 'na' }) });
    expect(carry(start, open, open).assessment.entries['1']).toEqual(start.entries['1']);
    expect(carry(start, open, strict)).toMatchObject({
      toConfirm: ['1'],
      toScore: ['1'],
      assessment: { entries: { '1': { state: 'unscored', reason: '理由', confirm: { change: 'same' } } } },
    });
  });

  it('a veto answered keeps its answer and says what it was', () => {
    const veto = (criterion: string): Standard =>
      standardOf({ vetoes: [{ code: 'V', title: '弄虚作假', criterion, effect: 'totalZero' }] });
    const start = assessmentOf({ entries: entriesOf({ V: { kind: 'veto', applies: false } }) });
    expect(carry(start, veto('材料造假的'), veto('材料、数据造假的')).assessment.entries['V']).toMatchObject({
      state: 'scored',
      confirm: { formerExplanation: '已回答“否”' },
    });
  });
});

describe('an assessment', () => {
  const from = of(item('1.1', '50', PLAN), item('1.2', '50', TRAIN));
  const start = assessmentOf({
    entries: {
      '1.1': { state: 'scored', input: award(5000), reason: '方案已印发', evidence: [SHA_A] },
      '1.2': { state: 'scored', input: award(3000), reason: '培训两次', evidence: [SHA_B] },
    },
    evidence: [evidence(SHA_A), evidence(SHA_B)],
    materials: { report: { files: [{ sha256: SHA_A, theme: '' }], checked: ['data'] } },
    revisions: [{ number: 1, date: '2026-11-01', draft: false, packageId: 'p', contentSha256: SHA_A }],
  });

  it('keeps an entry under its new code, and what is gone with its evidence', () => {
    const { assessment, toConfirm } = carry(start, from, of(item('9', '100', { ...PLAN, fullScore: '50' })));
    expect(assessment.entries).toEqual({ '9': start.entries['1.1'] });
    expect(toConfirm).toEqual([]);
    expect(assessment.carriedFrom).toEqual({
      assessmentId: start.id,
      standard: { id: 'test', edition: '1', title: '测试标准' },
      gone: [
        {
          code: '1.2',
          title: TRAIN.title,
          explanation: '满分50分，按情况给30分',
          reason: '培训两次',
          evidence: [SHA_B],
        },
      ],
    });
    expect(unlinkedEvidence(assessment).map(({ sha256 }) => sha256)).toEqual([SHA_B]);
    const { unit, campaign, materials, evidence: pieces } = start;
    expect(assessment).toMatchObject({
      id: NEW_ID,
      unit,
      campaign,
      materials,
      evidence: pieces,
      revisions: [],
    });
    expect(assessment.standard.sha256).toBe(SHA_C);
  });

  it('remembers what was gone one edition before', () => {
    const once = carry(start, from, of(item('1.1', '50', PLAN))).assessment;
    const twice = carry(
      once,
      of(item('1.1', '50', PLAN)),
      of(item('1.9', '50', { title: '新', criterion: '项' })),
    );
    expect(twice.assessment.carriedFrom?.gone.map(({ code }) => code)).toEqual(['1.2', '1.1']);
  });

  it('keeps the unit category by its title, and asks for it where there is none', () => {
    const categories = (...unitCategories: Json[]): Standard => standardOf({ unitCategories });
    const [a, b, c] = [
      categories({ code: 'x', title: '部门' }),
      categories({ code: 'y', title: '部门' }),
      categories({ code: 'z', title: '乡镇' }),
    ];
    const chosen = assessmentOf({ unit: { ...start.unit, category: 'x' } });
    expect(carry(chosen, a, b).assessment.unit.category).toBe('y');
    expect(carry(chosen, a, c).assessment.unit.category).toBe('');
  });

  it('cannot be handed in before everything is confirmed; confirming and scoring anew both settle it', () => {
    const reworded = (each: Json): Json => ({ ...each, criterion: `${String(each['criterion'])}，并公开` });
    const to = of(item('1.1', '50', reworded(PLAN)), item('1.2', '50', reworded(TRAIN)));
    const blocks = (assessment: Assessment): (string | undefined)[] =>
      checkEligibility(to, assessment, scoreAssessment(to, assessment), '2026-11-20')
        .findings.filter(({ code }) => code === 'unconfirmed')
        .map(({ severity, message }) => `${severity} ${message}`);
    const edit = (assessment: Assessment, change: Edit): Assessment => applyEdit(assessment, change, NOW);

    const { assessment, toConfirm, toScore } = carry(start, from, to);
    expect([toConfirm, toScore]).toEqual([['1.1', '1.2'], []]);
    expect(scoreAssessment(to, assessment).total).toBe(8000);
    expect(blocks(assessment)).toEqual([
      'block 还有2项沿用旧版标准的内容没有确认，请到“逐项自评”逐项确认或重新评分',
    ]);
    const one = edit(assessment, { kind: 'confirmEntry', code: '1.1' });
    expect(one.entries['1.1']).toEqual(start.entries['1.1']);
    expect(blocks(one)[0]).toContain('还有1项');
    expect(blocks(edit(one, { kind: 'setReason', code: '1.2', reason: '改' }))[0]).toContain('还有1项');
    expect(blocks(edit(one, { kind: 'score', code: '1.2', input: award(2000) }))).toEqual([]);
    expect(blocks(edit(one, { kind: 'clearScore', code: '1.2' }))).toEqual([]);
    expect(blocks(edit(one, { kind: 'notApplicable', code: '1.2', reason: '无此职能' }))).toEqual([]);
  });

  it('does not block by an entry that this unit is not judged by', () => {
    const forOthers = { ...TRAIN, appliesTo: ['乡镇'] };
    const to = of(item('1.1', '50', PLAN), item('1.2', '50', forOthers));
    const { assessment, toConfirm } = carry(start, from, to);
    expect(assessment.entries['1.2']?.confirm).toBeDefined();
    expect(toConfirm).toEqual([]);
  });
});

describe('any assessment, any two editions', () => {
  const SHAS = ['1', '2', '3', '4'].map((digit) => digit.repeat(64));
  const rule = fc.constantFrom<Json>(
    {},
    tiers(['a', '好', '2'], ['b', '差', '0']),
    tiers(['b', '好', '2'], ['c', '差', '1']),
    { rule: { kind: 'deduct', faults: [{ code: 'a', label: '错字', points: '0.5' }] } },
    { rule: { kind: 'ratio', numerator: '甲', denominator: '乙', target: '30' } },
  );
  const input = fc.constantFrom<RuleInput>(
    award(100),
    award(900),
    { kind: 'tiers', option: 'a' },
    { kind: 'tiers', option: '?' },
    { kind: 'deduct', counts: { a: 2 } },
    { kind: 'ratio', numerator: 1, denominator: 0 },
    { kind: 'ratio', numerator: 1, denominator: 4 },
  );
  const code = fc.constantFrom('1', '2', '3', '4');
  const standard = fc
    .uniqueArray(
      fc.record({
        code,
        title: fc.constantFrom(PLAN.title, TRAIN.title),
        criterion: fc.constantFrom(PLAN.criterion, TRAIN.criterion, `${PLAN.criterion}，并公开`),
        points: fc.integer({ min: 1, max: 9 }),
        rule,
      }),
      { selector: (each) => each.code, minLength: 1 },
    )
    .map((items) =>
      of(
        ...items.map(({ code: own, points, rule: by, ...text }) =>
          item(own, String(points), { ...text, ...by }),
        ),
      ),
    );
  const entry: fc.Arbitrary<Entry> = fc
    .record({
      state: fc.constantFrom('unscored' as const, 'scored' as const, 'notApplicable' as const),
      input,
      reason: fc.constantFrom('', '说明'),
      linked: fc.subarray(SHAS),
    })
    .map(({ state, input: answer, reason, linked }) => ({
      state,
      ...(state === 'scored' ? { input: answer } : {}),
      reason,
      evidence: linked,
    }));
  const entries = fc.dictionary(code, entry);
  const started = (own: Assessment['entries']): Assessment =>
    assessmentOf({ entries: own, evidence: SHAS.map((sha) => evidence(sha)) });

  test('no evidence, link, reason or answer is lost, and the old one is not touched', () => {
    fc.assert(
      fc.property(standard, standard, entries, (from, to, own) => {
        const start = started(own);
        const before = structuredClone(start);
        const { assessment, toConfirm } = carry(start, from, to);
        expect(start).toEqual(before);
        expect(assessment.evidence).toEqual(start.evidence);
        expect(
          assessmentSchema.parse(JSON.parse(JSON.stringify(z.encode(assessmentSchema, assessment)))),
        ).toEqual(assessment);
        const carried = [...Object.values(assessment.entries), ...(assessment.carriedFrom?.gone ?? [])];
        const told = ({ reason, evidence: linked }: { reason: string; evidence: string[] }): string =>
          JSON.stringify([reason, linked]);
        const filled = Object.values(own).filter(
          ({ state, reason, evidence: linked }) => state !== 'unscored' || reason !== '' || linked.length > 0,
        );
        for (const each of filled) expect(carried.map(told)).toContain(told(each));
        expect(carried.filter((each) => told(each) !== '["",[]]').length).toBe(
          filled.filter((each) => told(each) !== '["",[]]').length,
        );
        expect(Object.keys(assessment.entries).filter((each) => !allCodes(to).includes(each))).toEqual([]);
        // What is scored and not to be confirmed was scored so before.
        const scores = (report: ReturnType<typeof scoreAssessment>): number[] =>
          report.items.filter(({ state }) => state === 'scored').map(({ score }) => score);
        const rest = scoreAssessment(to, assessment);
        const open = new Set(toConfirm);
        const old = scores(scoreAssessment(from, start));
        for (const score of scores({ ...rest, items: rest.items.filter((each) => !open.has(each.code)) })) {
          expect(old).toContain(score);
        }
      }),
    );
  });

  test('carried over to the same standard, every entry and every score is the same', () => {
    fc.assert(
      fc.property(standard, entries, (own, answers) => {
        const start = started(
          Object.fromEntries(Object.entries(answers).filter(([each]) => allCodes(own).includes(each))),
        );
        const { assessment, toConfirm } = carry(start, own, own);
        expect(assessment.entries).toEqual(start.entries);
        expect(toConfirm).toEqual([]);
        expect(scoreAssessment(own, assessment)).toEqual(scoreAssessment(own, start));
      }),
    );
  });
});
