import { describe, expect, it } from 'vitest';
import type { RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { applyReviewEdit } from '../../../../shared/review/edits.ts';
import type { FilledRow } from '../../../../shared/review/filled-workbook.ts';
import { newReview, type Review, reviewEntryOf } from '../../../../shared/review/schema.ts';
import { scoreToClaims, scoreToInput } from '../../../../shared/review/score-to-input.ts';
import { verifyScore } from '../../../../shared/review/verified-score.ts';
import { compareWorkbook } from '../../../../shared/review/workbook-scores.ts';
import { itemSchema } from '../../../../shared/standard/schema.ts';
import { assessmentOf, entriesOf, item, section, standardOf } from '../scoring/fixtures.ts';

const option = (code: string, points: string) => ({ code, label: code, points });
const award = { kind: 'award', step: '0.5' };
const tiers = {
  kind: 'tiers',
  options: [option('a', '5'), option('b', '3'), option('c', '0'), option('d', '3')],
};
const checklist = { kind: 'checklist', points: [option('p', '2'), option('q', '2'), option('r', '1')] };
const oneFault = { kind: 'deduct', faults: [{ ...option('f', '0.5'), cap: '3' }] };
const twoFaults = { kind: 'deduct', faults: [option('f', '0.5'), option('g', '1')] };
const ratio = { kind: 'ratio', numerator: '甲', denominator: '乙', target: '100' };

describe('a plain number under each kind of rule', () => {
  it.each([
    ['a whole step', award, 350, { input: { kind: 'award', points: 350 } }],
    ['no whole step', award, 330, 'problem'],
    ['above full', award, 550, 'problem'],
    ['one tier', tiers, 500, { input: { kind: 'tiers', option: 'a' } }],
    ['two tiers with these points', tiers, 300, { points: 300 }],
    ['no tier', tiers, 400, 'problem'],
    ['no point met', checklist, 0, { input: { kind: 'checklist', met: [] } }],
    ['every point met', checklist, 500, { input: { kind: 'checklist', met: ['p', 'q', 'r'] } }],
    ['some points, nobody knows which', checklist, 300, { points: 300 }],
    ['a sum that no points give', checklist, 250, 'problem'],
    ['no fault', twoFaults, 500, { input: { kind: 'deduct', counts: {} } }],
    ['the only fault, three times', oneFault, 350, { input: { kind: 'deduct', counts: { f: 3 } } }],
    ['what the cap leaves', oneFault, 200, { input: { kind: 'deduct', counts: { f: 6 } } }],
    ['below what the cap leaves', oneFault, 150, 'problem'],
    ['one of two faults', twoFaults, 400, { points: 400 }],
    ['no multiple of the price', twoFaults, 420, 'problem'],
    ['a share', ratio, 333, { points: 333 }],
    ['below 0', ratio, -1, 'problem'],
  ] as const)('%s', (_, rule, points, expected) => {
    const form = scoreToInput(itemSchema.parse(item('1', '5', { rule })), points);
    if (expected === 'problem') expect(form).toHaveProperty('problem');
    else expect(form).toEqual(expected);
  });

  it('takes claims of the bonus block where they are beyond doubt', () => {
    const standard = standardOf({
      bonus: {
        title: '加分',
        cap: '5',
        entries: [
          {
            code: 'j1',
            title: '一',
            criterion: '',
            counting: 'highest',
            options: [option('x', '3'), option('y', '1')],
          },
          { code: 'j2', title: '二', criterion: '', counting: 'sum', options: [option('x', '1')] },
        ],
      },
    });
    const [highest, sum] = standard.bonus!.entries;
    expect(scoreToClaims(highest!, standard.bonus!, 300)).toEqual({
      input: { kind: 'claims', counts: { x: 1 } },
    });
    expect(scoreToClaims(highest!, standard.bonus!, 200)).toEqual({ points: 200 });
    expect(scoreToClaims(sum!, standard.bonus!, 400)).toEqual({
      input: { kind: 'claims', counts: { x: 4 } },
    });
    expect(scoreToClaims(sum!, standard.bonus!, 600)).toHaveProperty('problem');
  });
});

const standard = standardOf({
  notApplicable: { rule: 'forbidden', scope: 'marked' },
  sections: [
    section('1', [
      item('1.1', '50'),
      item('1.2', '45', { rule: award }),
      item('1.3', '5', { rule: checklist }),
    ]),
  ],
  vetoes: [{ code: 'V1', title: '否决', criterion: '', effect: 'notEligible' }],
});
const met: RuleInput = { kind: 'checklist', met: ['p'] };
const assessment = assessmentOf({ entries: entriesOf({ '1.1': 4000, '1.2': 4500, '1.3': met }) });
const fresh = newReview('p', 's', '2026-11-20T00:00:00Z');
const now = { assessment, now: '2026-11-20T01:00:00Z' };
const compare = (review: Review, ...rows: FilledRow[]) =>
  compareWorkbook({ standard, assessment, review }, rows);
const row = (code: string, score: string, opinion = ''): FilledRow => ({ code, score, opinion });

describe('the lines of a filled-in workbook beside the review', () => {
  it('takes the unit’s own input where the number agrees with it', () => {
    const [line] = compare(fresh, row('1.3', '2'));
    expect(line).toMatchObject({ outcome: 'new', entry: { state: 'scored', input: met } });
  });

  it.each(['３９．５分', '39。5', '39.5\u200b', '+39.50 分'])('reads %j as people write it', (score) => {
    expect(compare(fresh, row('1.1', score, '缺一份'))[0]).toMatchObject({
      outcome: 'new',
      message: '',
      entry: { input: { kind: 'award', points: 3950 }, reason: '缺一份' },
    });
  });

  it('shows a conflict with what the evaluator has decided, and changes nothing itself', () => {
    const decided = applyReviewEdit(
      fresh,
      { kind: 'score', code: '1.1', input: { kind: 'award', points: 3000 } },
      now,
    );
    const review = applyReviewEdit(decided, { kind: 'setReason', code: '1.1', reason: '缺三份' }, now);
    const before = structuredClone(review);
    const lines = compare(review, row('1.1', '35', '缺两份'), row('1.2', '45'));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['conflict', 'new']);
    expect(lines[0]?.present).toEqual({ value: '30', reason: '缺三份' });
    expect(review).toEqual(before);
    expect(compare(review, row('1.1', '30.00', '缺三份'))[0]?.outcome).toBe('same');
    expect(compare(review, row('1.1', '', '另一条意见'))[0]).toMatchObject({
      outcome: 'conflict',
      entry: { state: 'scored', input: { points: 3000 }, reason: '另一条意见' },
    });
  });

  it.each([
    ['above full', row('1.1', '50.01')],
    ['no multiple of the step', row('1.2', '40.3')],
    ['three decimals', row('1.1', '1.234')],
    ['text', row('1.1', '良好')],
    ['a code that the standard lacks', row('9.9', '1')],
    ['not applicable where the standard knows none', row('1.1', '不适用')],
    ['a number for a veto', row('V1', '1')],
  ])('names as a problem: %s', (_, filled) => {
    const [line] = compare(fresh, filled);
    expect(line).toMatchObject({ outcome: 'problem' });
    expect(line?.message).not.toBe('');
    expect(line?.entry).toBeUndefined();
  });

  it.each([
    [row('1.1', '50.01'), '规则'],
    [row('1.1', '1.234'), '“1.234”不是最多两位小数的分数'],
    [row('1.1', '良好'), '“良好”不是最多两位小数的分数'],
    [row('1.1', '8①'), '“①”不是普通数字，请改成 0 至 9'],
    [row('1.1', '3²'), '“²”不是普通数字，请改成 0 至 9'],
    [row('1.1', '2,5'), '逗号只用来分千位'],
    [row('1.1', '8 1'), '数字中间不能有空格'],
    [row('V1', '存①在'), '请填“存在”或“不存在”'],
    [row('9.9', '1'), '本标准没有这个编号'],
    [row('1.1', '不适用'), '本标准不设“不适用”'],
    [row('V1', '1'), '请填“存在”或“不存在”'],
    [row('1.1', '40', '长'.repeat(5001)), '核验意见超过 5000 字'],
  ])('says what is wrong with %o: %s', (filled, words) => {
    const [line] = compare(fresh, filled);
    expect(line).toMatchObject({ outcome: 'problem', present: { value: '待核', reason: '' } });
    expect(line?.message).toContain(words === '规则' ? '50' : words);
    expect(line?.title).toBe(
      filled.code === '9.9' ? '' : filled.code === 'V1' ? '否决' : `项目${filled.code}`,
    );
  });

  it('says what it takes outright, what the unit filled in itself, and what both lines of one code are', () => {
    const outright = compare(
      fresh,
      row('1.3', '3'),
      row('V1', ' 存在 '),
      row('1.1', '+40', '长'.repeat(5000)),
    );
    expect(outright.map(({ message, outcome }) => [outcome, message])).toEqual([
      ['new', '按3分直接计，具体情形请写在核验意见里'],
      ['new', ''],
      ['new', ''],
    ]);
    expect(outright[1]?.entry?.input).toEqual({ kind: 'veto', applies: true });
    const twice = compare(fresh, row('1.1', '40'), row('1.1', '41'), row('1.2', '45'));
    const words = '这个编号在表里出现了几次，无法确定用哪一行';
    expect(twice.map(({ message }) => message)).toEqual([words, words, '']);
    const na = assessmentOf({ entries: entriesOf({ '1.1': 'na', '1.2': 4500 }) });
    const allowed = { ...standard, notApplicable: { rule: 'renormalise', scope: 'all' } } as const;
    const lines = compareWorkbook({ standard: allowed, assessment: na, review: fresh }, [
      row('1.1', '不适用'),
      row('1.2', '不适用'),
    ]);
    expect(lines.map(({ message }) => message)).toEqual(['单位申报不适用，导出时表里已填', '']);
    expect(lines.map(({ entry }) => entry?.state)).toEqual(['notApplicable', 'notApplicable']);
  });

  it('does not take a line for an item that does not apply to the unit’s category', () => {
    const sections = [section('1', [item('1.1', '50'), item('1.2', '50', { appliesTo: ['county'] })])];
    const unitCategories = [
      { code: 'county', title: '县区' },
      { code: 'city', title: '市直' },
    ];
    const parts = { standard: standardOf({ sections, unitCategories }), review: fresh };
    const unit = { ...assessment.unit, category: 'city' };
    const lines = compareWorkbook({ ...parts, assessment: { ...assessment, unit } }, [row('1.2', '40')]);
    expect(lines).toMatchObject([{ outcome: 'problem', message: '这一项不适用于该单位的类别' }]);
  });

  it('takes neither of two lines with one code', () => {
    expect(compare(fresh, row('1.1', '40'), row('1.1', '41')).map(({ outcome }) => outcome)).toEqual([
      'problem',
      'problem',
    ]);
  });

  it('adds points that stand by themselves to the verified score, until the rule’s input replaces them', () => {
    const lines = compare(
      fresh,
      row('1.1', '40'),
      row('1.2', '45'),
      row('1.3', '3', '有三个要点'),
      row('V1', '不存在', '已查'),
    );
    expect(lines[2]?.entry).toMatchObject({ state: 'scored', points: 300 });
    const entries = Object.fromEntries(
      lines.flatMap((each) => (each.entry ? [[each.code, each.entry]] : [])),
    );
    const taken = applyReviewEdit(fresh, { kind: 'takeEntries', entries }, now);
    const verified = verifyScore(standard, { assessment, review: taken });
    expect(verified.verifiedScore).toBe(8800);
    expect(verified.report.items[2]?.explanation).toBe('核验人直接给3分');
    expect(verified.findings).toEqual([]);
    const scored = applyReviewEdit(taken, { kind: 'score', code: '1.3', input: met }, now);
    expect(reviewEntryOf(scored, '1.3').points).toBeUndefined();
    expect(verifyScore(standard, { assessment, review: scored }).verifiedScore).toBe(8700);
  });

  it('does not score points out of range that a damaged review holds', () => {
    const review: Review = {
      ...fresh,
      entries: { '1.1': { state: 'scored', points: 9900, reason: '', evidence: {} } },
    };
    const { report, pending } = verifyScore(standard, { assessment, review });
    expect(report.items[0]).toMatchObject({ score: 0 });
    expect(pending).toContain('1.1');
  });
});
