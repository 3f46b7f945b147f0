import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { FOURTH_HAND } from '../../../../fixtures/rule-texts/fourth-hand.ts';
import { SECOND_HAND } from '../../../../fixtures/rule-texts/second-hand.ts';
import { THIRD_HAND } from '../../../../fixtures/rule-texts/third-hand.ts';
import { DEVELOPMENT, HELD_OUT, RULE_TEXTS, type RuleText } from '../../../../fixtures/rule-texts/index.ts';
import { shortRule } from './short-rule.ts';

/** What a proposal is beside its label: `wrong` where it is another rule, lacks a label's words, or is sure in spite of a doubt. */
function judge({ text, fullScore, rule, doubt, labels }: RuleText): string {
  const proposal = proposeRule(text, Math.round(fullScore * 100));
  const faults = proposal.rule.kind === 'deduct' ? proposal.rule.faults : [];
  const named = labels?.every((words, i) => faults[i]?.label.includes(words)) ?? true;
  const right = shortRule(proposal.rule) === rule && named;
  const { confidence } = proposal;
  if (confidence === 'sure') return right && !doubt ? 'sure right' : 'sure wrong';
  if (confidence === 'likely') return `likely ${right ? (doubt ? 'right, doubted' : 'right') : 'wrong'}`;
  return rule === 'hand' ? 'hand right' : 'hand left';
}

function counted(texts: readonly RuleText[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[judge(text)] = (counts[judge(text)] ?? 0) + 1;
  return counts;
}

/** The numbers of docs/IMPORT.md. Of the texts that were held out only counts are told, never the texts. */
describe('rule texts read as labelled', () => {
  it('holds enough texts', () => expect(RULE_TEXTS.length).toBeGreaterThanOrEqual(400));

  it('is never wrong where it is sure', () => {
    expect(
      [...DEVELOPMENT, ...THIRD_HAND, ...FOURTH_HAND].filter((text) => judge(text) === 'sure wrong'),
    ).toEqual([]);
  });

  it('reads as many of those that the readers were written with as docs/IMPORT.md says', () => {
    expect(counted(DEVELOPMENT)).toEqual({
      'sure right': 195,
      'likely right, doubted': 57,
      'likely right': 24,
      'likely wrong': 13,
      'hand right': 36,
      'hand left': 1,
    });
  });

  it('reads as many of those held out as docs/IMPORT.md says', () => {
    expect(counted(HELD_OUT)).toEqual({
      'sure right': 81,
      'likely right, doubted': 17,
      'likely right': 25,
      'likely wrong': 18,
      'hand right': 20,
      'hand left': 2,
    });
  });

  it('reads as many of a fourth hand, labelled before a reader saw one, as docs/IMPORT.md says', () => {
    expect(counted(FOURTH_HAND)).toEqual({
      'sure right': 68,
      'likely right, doubted': 26,
      'likely right': 16,
      'likely wrong': 4,
      'hand right': 13,
      'hand left': 1,
    });
  });

  it('reads as many of a second hand, labelled when the readers were done, as docs/IMPORT.md says', () => {
    expect(counted(SECOND_HAND)).toEqual({
      'sure right': 35,
      'likely right, doubted': 21,
      'likely right': 15,
      'likely wrong': 6,
      'hand right': 11,
      'hand left': 2,
    });
  });
});

describe('what makes a proposal unsure', () => {
  const confidence = (text: string, fullScore: number | undefined = 500) =>
    proposeRule(text, fullScore).confidence;

  it.each([
    ['part of what is reached', '每缺一项扣1分，未开展的扣除得分的50%'],
    ['a number above the full score', '每缺一项扣6分'],
    ['parts that do not sum to the full score', '有方案得1分；有总结得1分'],
    ['shares of the full score', '优秀得满分，良好得80%，不合格不得分'],
    ['a scope larger than the item', '每缺一项扣1分，弄虚作假的本大项不得分'],
    ['a milder case after 但', '被通报1次扣2分，但整改及时的扣1分'],
    ['a number without 分', '全面落实得5分，较好落实3，未落实0分'],
    ['a step that is part of a unit', '每超过0.1%扣1分'],
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

it('reads no text that a rule could not hold: more faults than any table has', () => {
  const { confidence, explanation } = proposeRule('缺一份扣1分；'.repeat(600), 1000);
  expect([confidence, explanation]).toEqual(['hand', '文字太长，没有逐句读取，按情况给分']);
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
