import { describe, expect, it } from 'vitest';
import { checkGaps, proposedGaps } from '../../../../shared/eligibility/gap-findings.ts';
import { gapsWords } from '../../../../shared/eligibility/verdict.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import { exemptionOf, exemptionOrigin } from '../../../../shared/standard/gaps.ts';
import { allItems } from '../../../../shared/standard/places.ts';
import { unitSchema } from '../../../../shared/assessment/schema.ts';
import { assessmentOf, entriesOf, item, section, standardOf } from '../scoring/fixtures.ts';

const standard = standardOf({
  notApplicable: { rule: 'renormalise', scope: 'marked' },
  unitCategories: [
    { code: 'county', title: '县（市、区）政府' },
    { code: 'dept', title: '市政府部门' },
  ],
  facts: [
    { code: 'penalty', title: '行政处罚职能' },
    { code: 'mediation', title: '行政调解职能', notAskedOf: ['county'] },
  ],
  sections: [
    section('1', [
      item('3.3', '20', { needs: ['penalty'] }),
      item('7.2', '20', { needs: ['penalty'] }),
      item('4.2', '31', {
        needs: ['mediation'],
        notApplicableBasis: [{ document: '郑依法行政领办〔2017〕36号', clause: '附件3 第三项' }],
      }),
      item('7.7', '9', { needs: ['penalty'], notApplicableWhen: '当年没有需要公布处理结果的' }),
      item('1.1', '20'),
    ]),
  ],
});

type Scores = Parameters<typeof entriesOf>[0];
function judged(scores: Scores, facts?: Record<string, boolean>, category = 'dept') {
  const unit = unitSchema.parse({ category, ...(facts && { facts }) });
  const assessment = assessmentOf({ unit, entries: entriesOf(scores) });
  const report = scoreAssessment(standard, assessment);
  return { assessment, report, findings: checkGaps(standard, assessment, report) };
}

describe('合理缺项 that contradict', () => {
  it.each<[string, Scores, Record<string, boolean> | undefined, RegExp[]]>([
    ['nothing', { '3.3': 2000, '7.2': 2000 }, { penalty: true, mediation: true }, []],
    [
      '“没有处罚职能” beside a scored one',
      { '3.3': 'na', '7.2': 2000 },
      undefined,
      [/“3\.3 .*以没有行政处罚职能为由.*“7\.2 .*前后矛盾/, /1项（20分）.*没有回答有没有行政处罚职能/],
    ],
    [
      'the answer and what is scored',
      { '7.2': 2000 },
      { penalty: false },
      [/“没有行政处罚职能”，却给“7\.2 .*评了分/],
    ],
    [
      'the answer and what is left out',
      { '3.3': 'na' },
      { penalty: true },
      [/“有行政处罚职能”，却把“3\.3 .*申报为不适用/],
    ],
    ['no answer', { '4.2': 'na' }, { penalty: true }, [/1项（31分）.*没有回答有没有行政调解职能/]],
    // It may be left out for what happened that year as well.
    ['a circumstance of its own', { '7.7': 'na', '3.3': 2000 }, { penalty: true }, []],
  ])('%s', (_, scores, facts, messages) => {
    const { findings } = judged(scores, facts);
    expect(findings.map(({ severity }) => severity)).toEqual(messages.map(() => 'warn'));
    for (const [at, message] of messages.entries()) expect(findings[at]?.message).toMatch(message);
  });
});

describe('what may be left out', () => {
  it('follows from the answers, of what is not scored yet', () => {
    const { assessment } = judged({ '7.2': 2000 }, { penalty: false, mediation: false });
    expect(proposedGaps(standard, assessment).map(({ code, reason }) => [code, reason])).toEqual([
      ['3.3', '没有行政处罚职能'],
      ['4.2', '没有行政调解职能'],
      ['7.7', '没有行政处罚职能'],
    ]);
  });

  it('is summed: “合理缺项31分”', () => {
    expect(gapsWords(judged({ '4.2': 'na' }, { mediation: false }).report)).toBe('合理缺项31分（1项）');
    expect(gapsWords(judged({}).report)).toBe('');
  });

  it('is no mediation for a county, which is not asked', () => {
    const { report, assessment } = judged({ '4.2': 'na' }, { mediation: false }, 'county');
    expect(report.items.find(({ code }) => code === '4.2')?.problem).toMatch(
      /本类单位的这一项不得申报“不适用”/,
    );
    expect(report.gaps).toEqual({ count: 0, points: 0, codes: [] });
    expect(proposedGaps(standard, assessment)).toEqual([]);
  });

  it.each([
    ['dept', undefined],
    ['', undefined],
    ['county', '本类单位的这一项不得申报“不适用”，请按实际情况评分'],
  ])('holds a condition to the kinds of unit that it is for: “%s”', (category, problem) => {
    const [first] = standard.sections;
    const held = { ...first!.items[4]!, notApplicableWhen: '当年没有案件的部门', notApplicableFor: ['dept'] };
    const only = { ...standard, sections: [{ ...first!, items: [held] }] };
    const assessment = assessmentOf({
      unit: unitSchema.parse({ category }),
      entries: entriesOf({ '1.1': 'na' }),
    });
    expect(scoreAssessment(only, assessment).items[0]?.problem).toBe(problem);
  });

  it('names the document that says so, or says that none does', () => {
    const of = (code: string) => {
      const place = allItems(standard).find((each) => each.code === code);
      const exemption = exemptionOf(standard, place!.item, 'dept');
      return [exemption.words, exemptionOrigin(exemption, { authority: 'reference' })];
    };
    expect(of('4.2')).toEqual(['没有行政调解职能的单位', '郑依法行政领办〔2017〕36号 附件3 第三项']);
    expect(of('7.7')).toEqual([
      '没有行政处罚职能的单位；当年没有需要公布处理结果的',
      '本软件推断，文件没有写明',
    ]);
    expect(of('1.1')[0]).toBe('');
  });
});
