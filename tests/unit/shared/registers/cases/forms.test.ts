import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { countCase } from '../../../../../shared/registers/cases/count.ts';
import { caseText } from '../../../../../shared/registers/cases/text.ts';

describe('what stands above a title', () => {
  it.each([
    ['—— 1 ——\n夜市油烟\n正文五个字', '夜市油烟'],
    ['第1页 共3页\n夜市油烟\n正文五个字', '夜市油烟'],
    ['（此件公开发布）\n夜市油烟\n正文五个字', '夜市油烟'],
    ['(此件公开发布)\n夜市油烟\n正文五个字', '夜市油烟'],
    ['行政指导类案例\n夜市油烟\n正文五个字', '夜市油烟'],
    ['目录\n一、工作背景……1\n二、实施过程\t2\n夜市油烟\n正文五个字', '夜市油烟'],
    ['案例名称\n夜市油烟\n报送单位\n某区城管局\n联系人\n王XX\n正文五个字', '夜市油烟'],
    ['报送单位\n某区城管局\n案例名称\n夜市油烟\n联系电话\n0371XX\n正文五个字', '夜市油烟'],
    ['附件1\n案例名称：\n夜市油烟\n类别\n行政指导\n正文五个字', '夜市油烟'],
  ])('is neither the title nor counted: %j', (text, title) => {
    const parsed = caseText(text);
    expect([parsed.title?.text, parsed.body.map((line) => line.text)]).toEqual([title, ['正文五个字']]);
    expect(countCase(parsed).words).toBe(5);
  });

  it.each([
    ['标题\n正文五个字', '标题', 5],
    ['名称\n正文五个字\n又五个字了', '名称', 10],
    ['1.夜市油烟怎么治\n正文五个字', '1.夜市油烟怎么治', 5],
    ['目录外的监管\n正文五个字', '目录外的监管', 5],
    ['案例名称\n夜市油烟\n正文五个字', '案例名称', 9],
  ])('is a title that only looks so: %j', (text, title, words) => {
    const parsed = caseText(text);
    expect([parsed.title?.text, countCase(parsed).words]).toEqual([title, words]);
  });
});

describe('several cases in one text', () => {
  const several = (text: string): string[] =>
    checkCase(text)
      .findings.filter(({ code }) => code === 'several-cases')
      .map(({ at }) => text.slice(at.from, at.to));
  const one = (number: string, title = ''): string =>
    `${number}${title}\n夜市油烟\n一、工作背景\n正文一\n正文二`;

  it.each<[string, string[]]>([
    [`${one('案例一')}\n${one('案例二')}`, ['案例二']],
    [`${one('【案例1】')}\n${one('【案例2】')}\n${one('【案例3】')}`, ['【案例2】']],
    [`汇编\n${one('案例一：', '甲')}\n${one('案例二：', '乙')}`, ['案例二：乙']],
    [one('案例一'), []],
    [`标题\n案例一：甲\n案例二：乙\n案例三：丙`, []],
    [`标题\n正文提到案例一和案例二\n正文\n正文\n正文`, []],
    [`案例评析\n${one('案例一')}`, []],
  ])('are told at the second one: %j', (text, at) => {
    expect(several(text)).toEqual(at);
  });
});
