import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../shared/assessment/schema.ts';
import { checkEligibility, reservations } from '../../../../shared/eligibility/eligibility.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import { assessmentOf, campaignOf, evidence, SHA_A, SHA_B, standardOf } from '../scoring/fixtures.ts';

const source = { document: '测字〔2027〕1号', clause: '三' };
const condition = { code: 'clean', title: '近两年没有败诉案件', source };
const veto = { code: 'fraud', title: '弄虚作假', source };
const material = { code: 'report', title: '汇报', kind: 'report', required: true, source };

function judged(campaign: object, changes: Partial<Assessment>) {
  const assessment = assessmentOf({
    ...{ campaign: campaignOf({ kind: 'acceptance', ...campaign }) },
    ...changes,
  });
  const standard = standardOf();
  return checkEligibility(standard, assessment, scoreAssessment(standard, assessment), '2027-01-01');
}

describe('a condition of the notice', () => {
  it.each([
    ['condition.clean', {}, 'open', /还没有回答/],
    ['condition.clean', { clean: true }, 'pass', /已回答“是”/],
    ['condition.clean', { clean: false }, 'fail', /已回答“否”/],
    ['bar.fraud', {}, 'open', /还没有回答/],
    ['bar.fraud', { fraud: false }, 'pass', /已回答“否”/],
    ['bar.fraud', { fraud: true }, 'fail', /按通知不能参加/],
  ])('%s answered %o: %s', (code, answers, result, words) => {
    const { conditions, findings } = judged({ conditions: [condition], vetoes: [veto] }, { answers });
    const found = conditions.find((each) => each.code === code);
    expect(found).toMatchObject({ result, source });
    expect(found?.detail).toMatch(words);
    expect(findings.some((each) => each.code === code)).toBe(result !== 'pass');
  });

  it('that whoever holds the campaign judges is not asked of the unit, and bars nothing', () => {
    const by = 'office';
    const conditions = [{ ...condition, title: '综合评价90分以上', by }];
    const found = judged({ conditions, vetoes: [{ ...veto, by }] }, {});
    const pending = { result: 'pending', detail: '由主办机关认定，单位不用回答', source };
    expect(found.conditions).toContainEqual({
      code: 'condition.clean',
      title: '综合评价90分以上',
      ...pending,
    });
    expect(found.conditions).toContainEqual({ code: 'bar.fraud', title: '没有“弄虚作假”', ...pending });
    expect(reservations(found.conditions)).toEqual(['2项待主办机关认定']);
    expect(found.findings.some(({ code }) => code === 'condition.clean' || code === 'bar.fraud')).toBe(false);
  });

  it.each([
    [undefined, 'open'],
    [{ document: '某办〔2027〕5号', date: '' }, 'pass'],
    [{ document: '', date: '2027-06-12' }, 'pass'],
  ])('培育对象 by %o: %s', (cultivation, result) => {
    const unit = { ...assessmentOf().unit, cultivation };
    const { conditions } = judged({ cultivation: { source } }, { unit });
    expect(conditions.find(({ code }) => code === 'cultivation')).toMatchObject({ result, source });
  });
});

describe('a limit of a material', () => {
  const files = [{ sha256: SHA_A, theme: '' }];
  const big = { ...evidence(SHA_A), bytes: 11 * 2 ** 20 };
  it.each([
    ['none stated', undefined, files, ''],
    ['as many as allowed', { files: 1 }, files, ''],
    ['too many', { files: 1 }, [...files, { sha256: SHA_B, theme: '' }], '最多1份，现有2份'],
    ['too large', { megabytes: 10 }, files, '材料.pdf超过10MB'],
    ['of another kind', { formats: ['docx', 'wps'] }, files, '材料.pdf不是docx、wps文件'],
    ['of the kind', { formats: ['pdf'] }, files, ''],
  ])('%s', (_what, limits, listed, expected) => {
    const { conditions } = judged(
      { materials: [{ ...material, ...(limits && { limits }) }] },
      { evidence: [big, evidence(SHA_B)], materials: { report: { files: listed, checked: [] } } },
    );
    const found = conditions.find(({ code }) => code === 'material.report');
    expect(found?.result).toBe(expected === '' ? 'pass' : 'fail');
    expect(found?.detail).toContain(expected);
  });

  it('that the program cannot count is nobody’s 符合', () => {
    const materials = [{ ...material, limits: { words: 3000 } }];
    const change = { evidence: [big], materials: { report: { files, checked: [] } } };
    const { conditions } = judged({ materials }, change);
    expect(conditions.find(({ code }) => code === 'material.report')).toMatchObject({
      ...{ result: 'pending', detail: '已添加1份文件，3000 字以内请自行核对' },
    });
    expect(reservations(conditions)).toEqual(['材料的字数、时长待核对']);
  });
});

describe('单位类别', () => {
  const kinds = standardOf({ unitCategories: [{ code: 'a', title: '甲类' }] });
  it.each([
    [{ category: 'a' }, false],
    [{ category: '' }, true],
    [{ category: '', otherCategory: '' }, true],
    [{ category: '', otherCategory: '开发区直属机构' }, false],
  ])('%o is missing: %s', (fields, isMissing) => {
    const unit = { ...assessmentOf().unit, name: '某局', industry: '城管', region: '某市', ...fields };
    const assessment = assessmentOf({ unit });
    const report = scoreAssessment(kinds, assessment);
    const { conditions } = checkEligibility(kinds, assessment, report, '2027-01-01');
    const { detail = '' } = conditions.find(({ code }) => code === 'unit') ?? {};
    expect(detail.includes('单位类别')).toBe(isMissing);
  });
});
