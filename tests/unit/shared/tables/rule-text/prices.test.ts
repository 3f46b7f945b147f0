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
    ['一周内未整改的每项扣1分，一个月内未整改的每项扣3分', 'likely deduct 1/项 3/项'],
    ['投诉未在24小时内处理的每件扣1分，48小时内未处理的每件扣2分', 'likely deduct 1/件 2/件'],
    ['未开展培训的扣3分，少于4次的，每少1次扣1分', 'likely deduct 3/次 1/次'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));

  it.each([
    ['a time', '超过3个月未更新的每个扣1分，未公示的每个扣2分', 'sure deduct 1/个 2/个'],
    ['a count of others', '超过3人缺席的，每次扣1分', 'sure deduct 1/次'],
    ['one too many', '超过一天扣1分', 'sure deduct 1/天'],
    ['two time limits', '未在10分钟内到岗每次扣1分，30分钟内未处置每次扣2分', 'sure deduct 1/次 2/次'],
    ['a requirement', '会议不足3次的，每次扣1分', 'sure deduct 1/次'],
  ])('but not %s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('a softer price is none of its own', () => {
  it.each([
    ...['经查实整改到位的可少扣0.5分', '及时整改的少扣0.5分', '有特殊情况的可以少减0.5分'],
    ...['整改的可减半扣0.5分', '初犯的折半扣0.5分', '情节轻微的从轻扣0.5分', '主动上报的减轻处罚，扣0.5分'],
    ...['有客观原因的免扣0.5分', '经批准的可减免0.5分', '情节轻微的酌减0.5分', '经提醒的适当少扣0.5分'],
    ...['主动上报的减少扣0.5分', '按期补报的改为扣0.5分', '按期补报的改扣0.5分', '从轻的降为扣0.5分'],
  ])('未开展的扣1分；%s。', (words) => expect(told(`未开展的扣1分；${words}。`)).toBe('likely deduct 1/次'));

  it.each([
    ...['经督促完成的扣0.5分', '主动上报的减0.5分', '已处置的扣0.5分', '限期内整改的扣0.5分'],
    ...['整改到位少扣0.5分', '主动承认减少扣0.5分', '情节轻微的只扣0.5分'],
  ])('nor beside it: %s', (words) =>
    expect(told(`未开展的扣1分；${words}。`)).toBe('likely deduct 1/次 0.5/次'),
  );

  it.each([
    ['每发现1处涂改扣1分', 'sure deduct 1/处'],
    ['未整改扣1分', 'sure deduct 1/次'],
    ['参加人数少扣1分', 'sure deduct 1/次'],
    ['签字缺少扣1分', 'sure deduct 1/次'],
    ['后果轻微扣1分', 'sure deduct 1/次'],
    ['未及时处置的扣1分', 'sure deduct 1/次'],
    ['名次下降扣1分', 'sure deduct 1/次'],
  ])('but not %s', (text, reading) => expect(told(text)).toBe(reading));
});
