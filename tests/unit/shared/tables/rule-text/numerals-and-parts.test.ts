import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 500);
  const named = rule.kind === 'deduct' ? rule.faults : rule.kind === 'checklist' ? rule.points : [];
  return [`${confidence} ${shortRule(rule)}`, ...named.map(({ label }) => label)].join('|');
}

describe('halves', () => {
  it.each([
    ['每缺一次扣一分半', 'sure deduct 1.5/次|每缺一次'],
    ['每缺一次扣1分半，未公示扣半分', 'sure deduct 1.5/次 0.5/次|每缺一次|未公示'],
    ['每处扣一分，最多扣两分半', 'sure deduct 1/处^2.5|每处'],
    ['完成得五分，基本完成得两分半，未完成不得分', 'sure tiers 5 2.5 0'],
    ['方案1分半，台账1分半，总结2分', 'sure checklist 1.5 1.5 2|方案|台账|总结'],
    ['每少一次扣1分半年一次', 'sure deduct 1/次|每少一次'],
    ['每处扣一分半至两分', 'likely deduct 1.5/处|每处'],
    ['未公示的扣该项分值的一半', 'sure deduct 2.5/次|未公示'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));
});

describe('letters that number', () => {
  it.each([
    ['A．有方案2分；B．有总结3分', 'sure checklist 2 3|有方案|有总结'],
    ['a)有方案2分;b)有总结3分', 'sure checklist 2 3|有方案|有总结'],
    [
      'A．制度健全2分，未建立扣1分；B．台账齐全3分，每缺一份扣0.5分',
      'sure deduct 1/次^2 0.5/份^3|未建立|每缺一份',
    ],
    ['A.优秀得5分；B.良好得3分；C.差不得分', 'sure tiers 5 3 0'],
    ['A.未公示扣1分；B.弄虚作假的，本项不得分', 'sure deduct 1/次 0/次!|未公示|弄虚作假'],
    ['A、B两类人员每缺一人扣1分', 'sure deduct 1/人|A、B两类人员每缺一人'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));
});

describe('依此类推', () => {
  it.each([
    ['一处扣1分，依此类推', 'sure deduct 1/处|一处'],
    ['每少一人扣1分，以此类推，扣完为止', 'sure deduct 1/人|每少一人'],
    ['第一次扣1分，依此类推', 'likely deduct 1/次|第一次'],
    ['未公示扣1分，缺一份扣1分，依此类推', 'likely deduct 1/次 1/份|未公示|缺一份'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));

  it.each(['1处扣1分，2处扣2分，依此类推', '第一次扣1分，第二次扣2分，以此类推'])(
    'but %s leaves a doubt',
    (text) => expect(told(text)).toMatch(/^likely/),
  );
});

describe('points of each that is named', () => {
  it.each([
    ['1.有场所；2.有人员；3.有台账；4.有经费；5.有标牌。各得1分', '有场所|有人员|有台账|有经费|有标牌'],
    ['有场所；有人员；有台账；有经费；有标牌；各1分', '有场所|有人员|有台账|有经费|有标牌'],
    [
      '具备下列条件的，每项得1分：①有场所；②有人员；③有台账；④有经费；⑤有标牌',
      '有场所|有人员|有台账|有经费|有标牌',
    ],
  ])('%s', (text, labels) => expect(told(text)).toBe(`sure checklist 1 1 1 1 1|${labels}`));

  it.each([
    ['查看资料。有方案；有总结；有台账；有经费；各得1分'],
    ['制度健全，责任落实。有方案。有总结。有经费。有台账。各得1分'],
  ])('but %s is given by hand', ([text = '']) => expect(told(text)).toBe('hand hand'));

  it.each([
    ['未设公示栏、未公布电话的，各扣1分', 'sure deduct 1/次 1/次|未设公示栏|未公布电话'],
    ['无计划、无总结各扣1分，最多扣1.5分', 'sure deduct 1/次 1/次 >=3.5|无计划|无总结'],
    ['未公示、内容不全、更新不及时的，各扣1分', 'sure deduct 1/次 1/次 1/次|未公示|内容不全|更新不及时'],
    ['上报及时、资料齐全各2.5分', 'sure checklist 2.5 2.5|上报及时|资料齐全'],
    ['无计划、总结各扣1分', 'likely deduct 1/次 1/次|无计划|无总结'],
    ['迟到、早退各扣1分', 'likely deduct 1/次 1/次|迟到|早退'],
    ['未建立机制、不落实责任的村各扣1分', 'likely deduct 1/次 1/次|未建立机制|不落实责任的村'],
    ['三个村未完成、未上报的各扣1分', 'hand hand'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));
});
