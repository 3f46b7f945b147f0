import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 1000);
  return `${confidence} ${shortRule(rule)}`;
}

describe('a second price for the same thing from a number on', () => {
  it.each([
    ['未达标的，每项扣1分；超过3项未达标的，每项扣2分。', 'likely deduct 1/项 2/项'],
    ['发现问题每个扣0.5分，第4个起每个扣1分。', 'likely deduct 0.5/个 1/个'],
    ['发现问题每个扣0.5分；4个以上的每个扣1分', 'likely deduct 0.5/个 1/个'],
    ['发现问题每个扣0.5分；多于5个的，每个扣1分', 'likely deduct 0.5/个 1/个'],
    ['发现问题每处扣0.5分，自第四处开始每处扣1分', 'likely deduct 0.5/处 1/处'],
    ['迟到每次扣0.5分；一年内迟到满3次的每次扣1分', 'likely deduct 0.5/次 1/次'],
    ['前3处每处扣0.5分，其余每处扣1分', 'likely deduct 0.5/处 1/处'],
    ['第一处扣0.5分，其余每处扣1分', 'likely deduct 0.5/处 1/处'],
    ['前三次每次扣0.5分，后每次扣1分', 'likely deduct 0.5/次 1/次'],
    ['每缺一份扣0.5分，每多缺一份扣1分', 'likely deduct 0.5/份 1/份'],
    ['缺一人扣0.5分，每多一人扣1分', 'likely deduct 0.5/人 1/人'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));

  it.each([
    ['a time', '超过3个月未更新的每个扣1分，未公示的每个扣2分', 'sure deduct 1/个 2/个'],
    ['a count of others', '超过3人缺席的，每次扣1分', 'sure deduct 1/次'],
    ['one too many', '超过一天扣1分', 'sure deduct 1/天'],
    ['a requirement', '会议不足3次的，每次扣1分', 'sure deduct 1/次'],
  ])('but not %s', (_, text, reading) => expect(told(text)).toBe(reading));
});
