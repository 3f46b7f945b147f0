import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

/** How sure, the rule, and the labels of its faults. */
function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 1000);
  const labels = rule.kind === 'deduct' ? rule.faults.map(({ label }) => label) : [];
  return [`${confidence} ${shortRule(rule)}`, ...labels].join(' | ');
}

describe('项目 belongs to the name before it, unless a word points at the item', () => {
  it.each([
    ['无产业项目', '无产业项目'],
    ['无文化活动项目', '无文化活动项目'],
    ['未引进重点项目', '未引进重点项目'],
    ['无整改事项', '无整改事项'],
    ['未实施专项考核', '未实施专项考核'],
    ['无基本项目', '无基本项目'],
    ['未建设安全项目', '未建设安全项目'],
    ['无安全指标', '无安全指标'],
    ['无该项目', '无该项目'],
    ['未获得项目', '未获得项目'],
    ['未开展的，该项目', '未开展'],
    ['未开展的本项目', '未开展'],
    ['未开展的，此项目', '未开展'],
    ['未开展的，此项工作', '未开展'],
    ['未开展的，项目', '未开展'],
    ['未开展的整项', '未开展'],
    ['未开展的，该指标', '未开展'],
  ])('%s不得分', (words, label) => expect(told(`${words}不得分`)).toBe(`sure deduct 0/次! | ${label}`));

  it('and where points are taken it names the item', () => {
    expect(told('每处扣1分，扣完项目分值为止')).toBe('sure deduct 1/处 | 每处');
    expect(told('未开展的扣除项目分值')).toBe('sure deduct 0/次! | 未开展');
  });
});

describe('a scope that is smaller than the item', () => {
  it.each([
    ...['逾期5天以上该次', '超过5处该户', '未签字该卷', '缺证据此案', '迟交3天以上这份', '错误3处以上该单位'],
    ...[
      '遗漏证据的对应案件',
      '漏报的同一案件',
      '漏报的案件',
      '漏报的相应内容',
      '漏报的相关数据',
      '虚假的案件',
    ],
    ...['造假案卷', '不实数据', '过期证照', '违规项目', '雷同试卷', '造假村'],
    ...['不合格的网格', '未达标的路段', '无签名的表格', '未开展的项目', '未完成的事项', '缺项的文书'],
  ])('每处扣1分；%s不得分', (words) => {
    expect(told(`每处扣1分；${words}不得分`)).toBe('likely deduct 1/处 | 每处');
    expect(told(`${words}不得分`)).toBe(`likely deduct 0/次! | ${words}`);
  });

  it.each([
    ...['漏报案件', '伪造档案', '未完成全部任务', '未制定该制度', '未提供该材料', '未建立相应制度'],
    ...['无固定的场所', '没有专门的科室', '无完整的台账', '弄虚作假的单位', '未建立该项台账'],
  ])('but not 每处扣1分；%s不得分', (words) =>
    expect(told(`每处扣1分；${words}不得分`)).toBe(`sure deduct 1/处 0/次! | 每处 | ${words}`),
  );
});
