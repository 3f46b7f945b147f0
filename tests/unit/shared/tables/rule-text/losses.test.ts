import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 500);
  return `${confidence} ${shortRule(rule)}`;
}

describe('states of one thing that cost points are tiers', () => {
  it.each([
    ['grades', '优秀不扣分，良好扣1分，一般扣2分，差扣5分', 'sure tiers 5 4 3 0'],
    ['grades with the full score', '优秀得满分，良好扣1分，合格扣2分，不合格不得分', 'sure tiers 5 4 3 0'],
    ['what is graded', '年度考核被评为优秀的得满分，良好的扣1分，较差的不得分。', 'sure tiers 5 4 0'],
    ['letters', '评价等次为A的得满分，为B的扣1分，为C的扣3分，为D的不得分', 'sure tiers 5 4 2 0'],
    ['grades with their noun', '优秀等次不扣分；良好等次扣1分；较差等次扣3分，扣完为止', 'sure tiers 5 4 2'],
    ['the best one last', '一般扣1分，较差扣3分，优秀不扣分', 'sure tiers 4 2 5'],
    ['degrees of satisfaction', '测评满意的不扣分，基本满意的扣1分，不满意的扣3分', 'sure tiers 5 4 2'],
    ['bands', '90%以上不扣分，80%-90%扣1分，80%以下扣3分', 'sure tiers 5 4 2'],
    ['places', '前5名不扣分，6-10名扣1分，10名以后扣2分', 'sure tiers 5 4 3'],
    ['bands of scores', '90分以上不扣分，80分以上不足90分扣1分，不足80分扣3分', 'sure tiers 5 4 2'],
    ['ranks', '排名前三的不扣分，第四至六名扣1分，其余扣2分', 'sure tiers 5 4 3'],
    ['how far one thing is done', '全部落实不扣分，部分落实扣2分，未落实扣4分', 'sure tiers 5 3 1'],
    ['how much of one thing', '部分未公开的扣1分，全部未公开的扣3分', 'sure tiers 5 4 2'],
    ['how often', '未发生投诉不扣分，发生1起扣1分，发生2起扣3分，3起及以上不得分', 'sure tiers 5 4 2 0'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('a doubt of such tiers', () => {
  it.each([
    ['the best is not written', '良好扣1分，一般扣2分，差扣5分', 'likely tiers 5 4 3 0'],
    ['worse is not written', '一等不扣分，二等扣1分，三等扣2分', 'likely tiers 5 4 3'],
    ['a gap', '90%以上不扣分，80%-85%扣1分，80%以下扣3分', 'likely tiers 5 4 2'],
    ['more than the full score', '优秀不扣分，良好扣1分，差扣6分', 'likely tiers 5 4 0'],
    ['each of several', '病历甲级不扣分，乙级扣1分，丙级扣5分', 'likely tiers 5 4 0'],
    ['late ones can be several', '按时完成得满分，延期完成扣1分，未完成不得分', 'likely tiers 5 4 0'],
    ['rated each quarter', '季度考核优秀不扣分，良好扣1分，差扣2分', 'likely tiers 5 4 3'],
    ['rated for each village', '各村评为优秀的不扣分，良好的扣1分，差的扣2分', 'likely tiers 5 4 3'],
    ['one of several places', '抽查3个点位，合格不扣分，不合格扣1分', 'likely tiers 5 4'],
    ['between some and all', '个别户未入户扣1分，全部户未入户扣5分', 'likely tiers 5 4 0'],
    ['named in a list', '一般、较差的分别扣1分、3分', 'likely tiers 5 4 2'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('no tiers', () => {
  it.each([
    ['what is counted', '优秀不扣分，良好每人扣1分，一般每人扣2分', 'likely deduct 1/人 2/人'],
    ['events of two kinds', '无事故不扣分，一般事故扣2分，较大事故扣5分', 'likely deduct 2/次 5/次'],
    ['kinds of faults', 'A类扣1分，B类扣2分，C类扣3分', 'likely deduct 1/次 2/次 3/次'],
    ['bands of two things', '培训率低于90%的扣1分，合格率低于80%的扣2分', 'likely deduct 1/次 2/次'],
    [
      'grades beside a fault',
      '优秀不扣分，良好扣1分，差扣3分，每漏报一次扣1分',
      'likely deduct 1/次 3/次 1/次',
    ],
    ['a grade behind its thing', '档案差扣3分，一般扣1分', 'likely deduct 3/次 1/次'],
    ['part of a thing and the thing', '部分群众不满意扣1分，群众不满意扣3分', 'likely deduct 1/次 3/次'],
    ['what is spared', '每缺一份扣1分，因客观原因的不扣分', 'sure deduct 1/份'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('vetoes that are left out of what is said leave no doubt', () => {
  it.each([
    '一票否决项除外，每项扣1分',
    '除一票否决事项外，每项扣1分',
    '每项扣1分（一票否决项除外）',
    '否决项另行处理；每项扣1分',
    '每项扣1分；一票否决事项按规定处理。',
  ])('%s', (text) => expect(told(text)).toBe('sure deduct 1/项'));

  it.each(['发生事故的，除一票否决外，扣5分', '每项扣1分，发生事故的一票否决'])('but: %s', (text) =>
    expect(told(text)).toMatch(/^likely deduct/),
  );
});
