import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { RULE_TEXTS, type RuleText } from '../../../../fixtures/rule-texts.ts';
import { shortRule } from './short-rule.ts';

interface Verdict {
  readonly text: string;
  readonly confidence: string;
  readonly verdict: 'right' | 'wrong' | 'left';
  readonly got: string;
}

/** right: the labelled rule. left: offered by hand where the text states a rule. wrong: another rule. */
function judge({ text, fullScore, rule }: RuleText): Verdict {
  const proposal = proposeRule(text, Math.round(fullScore * 100));
  const got = shortRule(proposal.rule);
  const verdict = got === rule ? 'right' : proposal.confidence === 'hand' ? 'left' : 'wrong';
  return { text, confidence: proposal.confidence, verdict, got };
}

/** The numbers of docs/IMPORT.md. */
describe('rule texts read as labelled', () => {
  const verdicts = RULE_TEXTS.map(judge);

  it('holds enough texts', () => expect(RULE_TEXTS.length).toBeGreaterThanOrEqual(120));

  it('is never wrong where it is sure', () => {
    expect(
      verdicts.filter(({ confidence, verdict }) => confidence === 'sure' && verdict !== 'right'),
    ).toEqual([]);
  });

  it('reads as many as docs/IMPORT.md says', () => {
    const counts: Record<string, number> = {};
    for (const { confidence, verdict } of verdicts) {
      counts[`${confidence} ${verdict}`] = (counts[`${confidence} ${verdict}`] ?? 0) + 1;
    }
    expect(counts).toEqual({ 'sure right': 91, 'likely right': 31, 'likely wrong': 6, 'hand right': 24 });
  });
});

describe('what makes a proposal unsure', () => {
  const confidence = (text: string, fullScore: number | undefined = 500) =>
    proposeRule(text, fullScore).confidence;

  it.each([
    ['part of the item only', '每缺一项扣1分，未开展的扣除该项分值的50%'],
    ['a number above the full score', '每缺一项扣6分'],
    ['parts that do not sum to the full score', '有方案得1分；有总结得1分'],
    ['an exception', '每缺一项扣1分，因不可抗力的除外'],
    ['a nested condition', '每缺一项扣1分，其中缺方案的扣2分'],
    ['a reference elsewhere', '每缺一项扣1分，其他按第3条扣分'],
    ['an ellipsis', '第1名得5分，第2名得4分……'],
    ['a doubled price', '每缺一项扣1分，瞒报的加倍扣分'],
    ['steps of a fault', '第一次扣1分，第二次扣2分'],
    ['shares besides the proportion', '按完成比例得分，甲项占60%'],
    ['a cap that may be for one fault or for all', '甲每次扣1分；乙每次扣0.5分，最多扣2分'],
    ['a full score that the text contradicts', '满分10分，每缺一项扣1分'],
  ])('%s', (_, text) => expect(confidence(text)).not.toBe('sure'));

  it('no full score', () => expect(proposeRule('每缺一项扣1分', undefined).confidence).toBe('likely'));
  it('but not a plain deduction', () => expect(confidence('每缺一项扣1分')).toBe('sure'));
});

describe('words that only look like points', () => {
  it.each([
    '十分重视，部门分管领导负责',
    '三分之一以上人员参加',
    '会议不少于30分钟',
    '责任分工2分明',
    '不得分包、不得转包',
  ])('%s', (text) => expect(proposeRule(text, 500).rule.kind).toBe('award'));
});
