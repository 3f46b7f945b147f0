import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 500);
  return `${confidence} ${shortRule(rule)}`;
}

describe('a sum said once more is no part of what it sums up', () => {
  it.each([
    '合计5分',
    '小计：5分',
    '总分5分',
    '总分为5分',
    '总计得5分',
    '共计5分',
    '以上合计5分',
    '两项合计5分',
  ])('%s', (sum) => {
    for (const text of [`有方案得2分，有总结得3分，${sum}`, `有方案（2分）；有总结（3分）。${sum}。`])
      expect(told(text)).toBe('sure checklist 2 3');
    expect(told(`有方案2分，有总结3分（${sum}）`)).toMatch(/^(?:sure|likely) checklist 2 3$/);
    expect(told(`${sum}。每缺一份扣1分。`)).toMatch(/^(?:sure|likely) deduct 1\/份$/);
  });

  it.each([
    ['another number', '有方案得2分，有总结得3分，合计6分', 'likely checklist 2 3'],
    ['none', '未公示扣1分，未更新扣2分，合计0分', 'likely deduct 1/次 2/次'],
    ['the sum of a case', '有方案得2分，有总结得3分，都没有的合计0分', 'likely checklist 2 3'],
    ['what is taken from the total', '未公示扣1分，再扣总分5分', 'likely deduct 1/次'],
    ['a score that is reached elsewhere', '总分90分以上得5分，总分80分以上得3分', 'likely tiers 5 3 0'],
  ])('but %s is a doubt', (_, text, reading) => expect(told(text)).toBe(reading));

  it('and never a label', () => {
    const { rule } = proposeRule('未完成合计0分，完成小计5分', 500);
    expect(JSON.stringify(rule)).not.toMatch(/完成合|完成小|合计|小计/);
  });
});

describe('what measures keeps its name, each price its own', () => {
  it.each([
    ['未报送的每件扣0.5分，每下降1个位次扣1分', 'sure deduct 0.5/件 1/位次'],
    ['每下降1个位次扣1分，未报送的每件扣0.5分', 'sure deduct 1/位次 0.5/件'],
    ['每下降1位次扣1分', 'sure deduct 1/位次'],
    ['每下降一个名次扣1分', 'sure deduct 1/名次'],
    ['每降1个档次扣1分', 'sure deduct 1/档次'],
    ['每少1个学分扣1分', 'sure deduct 1/学分'],
    ['每少1个案件扣1分', 'sure deduct 1/个'],
    ['每降低1个位次、每缺1件扣1分', 'likely deduct 1/位次'],
    ['每缺一人或每迟到一次扣1分', 'likely deduct 1/人'],
    ['每月每村少报一次扣1分', 'sure deduct 1/次'],
    ['随机提问3名执法人员，每人答错一题扣0.5分', 'sure deduct 0.5/题'],
    ['每题答错扣0.5分', 'sure deduct 0.5/题'],
    ['每批次抽查不合格1个扣0.5分', 'sure deduct 0.5/个'],
    ['抽查3批次，每批次不合格1个扣0.5分', 'sure deduct 0.5/个'],
    ['每村不达标1户扣1分', 'sure deduct 1/户'],
    ['每份档案填写不规范一处扣1分', 'sure deduct 1/处'],
    ['每村每户缺一份扣1分', 'sure deduct 1/份'],
    ['每季度每村扣1分', 'sure deduct 1/村'],
    ['每次检查每处扣1分', 'sure deduct 1/处'],
    ['每个问题扣1分', 'sure deduct 1/个'],
    // For each of two: which of them is counted?
    ['每人每题答错扣0.5分', 'likely deduct 0.5/题'],
    ['每户每处扣1分', 'likely deduct 1/处'],
    ['每人每天扣1分', 'likely deduct 1/天'],
    ['每单位未报送1份扣1分', 'likely deduct 1/单位'],
    ['每户一人未参加扣1分', 'likely deduct 1/户'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));
});

describe('one slip that may cost twice, or somebody else', () => {
  it.each([
    ['late, and later', '未按期整改的每项扣1分，超期30天以上的每项扣2分', 'likely deduct 1/项 2/项'],
    ['the other way round', '逾期10日以上每件扣1分；未按时办结每件扣0.5分', 'likely deduct 1/件 0.5/件'],
    ['how late alone', '迟报的每次扣1分，超过3天的每次扣2分', 'likely deduct 1/次 2/次'],
    ['units by their part in it', '责任单位每件扣2分，配合单位每件扣1分', 'likely deduct 2/件 1/件'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));

  it.each([
    ['another time', '超过3个月未更新的每个扣1分，未公示的每次扣1分', 'sure deduct 1/个 1/次'],
    ['a person with a fault', '责任人未到岗每次扣1分', 'sure deduct 1/次'],
  ])('but not %s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('a step that is not one of its unit', () => {
  it.each([
    '每高0.1个百分点扣2分',
    '每低0.5个百分点扣1分',
    '每降0.5个位次扣1分',
    '每超0.1公里扣2分',
    '每多半个百分点扣1分',
    '每延误2天扣1分',
  ])('%s is counted out by hand', (text) => expect(told(text)).toMatch(/^hand/));

  it('but of one is counted', () => expect(told('每高1个百分点扣2分')).toBe('sure deduct 2/百分点'));
});

describe('an amount in a unit that nobody listed', () => {
  it.each(['超用100度扣1分', '超标1微克扣2分'])('%s is not sure', (text) =>
    expect(told(text)).not.toMatch(/^sure/),
  );
});
