import { describe, expect, it } from 'vitest';
import { readAdjustment } from '../../../../../shared/tables/rule-text/adjustment.ts';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';

function labels(text: string): string[] {
  const { confidence, rule } = proposeRule(text, 1000);
  return [confidence, ...(rule.kind === 'deduct' ? rule.faults.map(({ label }) => label) : [])];
}

describe('the condition before the first case of a sentence', () => {
  it.each([
    ['未整改的，一般隐患每项扣1分，重大隐患每项扣5分', '未整改的,一般隐患每项|未整改的,重大隐患每项'],
    ['未整改的，一般隐患每项扣1分，重大隐患不得分', '未整改的,一般隐患每项|未整改的,重大隐患'],
    ['凡被曝光的，县级每次扣1分、市级每次扣2分', '凡被曝光的,县级每次|凡被曝光的,市级每次'],
    ['检查中发现：缺项每处扣1分；错项每处扣2分', '检查中发现:缺项每处|检查中发现:错项每处'],
    ['未整改的，一般违章每次扣1分，严重违章每次扣2分', '未整改的,一般违章每次|未整改的,严重违章每次'],
    ['抽查台账时，缺项每处扣1分，错项每处扣2分', '抽查台账时,缺项每处|抽查台账时,错项每处'],
    ['因管理不善，造成停工的扣1分，造成损失的每台扣2分', '因管理不善,造成停工|因管理不善,造成损失的每台'],
    ['签订不及时，每延迟1日扣1分，超过10日的不得分', '签订不及时,每延迟1日|签订不及时,超过10日'],
    ['离岗30分钟以内每人次扣1分，30分钟以上每人次扣2分', '离岗30分钟以内每人次|离岗30分钟以上每人次'],
    ['不参加会议的，缺席扣2分/次，迟到扣1分/次', '不参加会议的,缺席|不参加会议的,迟到'],
    ['检查中，未公示、未更新的每处分别扣1分、2分', '检查中,未公示|检查中,未更新'],
    ['迟到的，每次扣1分，早退的，每次扣2分', '迟到的,每次|早退的,每次'],
    ['未整改的，一般隐患每项扣1分，弄虚作假的扣5分', '未整改的,一般隐患每项|弄虚作假'],
    ['台账健全，缺项每处扣1分，错项每处扣2分', '台账健全,缺项每处|错项每处'],
  ])('is that of the others, unless they have their own: %s', (text, expected) => {
    const [confidence, ...faults] = labels(text);
    expect([confidence, faults.join('|')]).toEqual(['sure', expected]);
  });

  it.each([
    ['未整改的，一般隐患每项扣1分；重大隐患每项扣5分', '重大隐患每项'],
    ['发生责任事故的，一般事故扣1分，通报批评扣2分', '通报批评'],
    ['未落实带班制度，无值班表扣1分，脱岗一次扣2分', '脱岗一次'],
    ['记录不全，台账缺失每处扣1分，数据错误每处扣2分', '数据错误每处'],
    ['未建档的，未公示的每处扣1分，未更新的每处扣2分', '未更新的每处'],
    ['早退，旷会每次扣1分，旷工每次扣2分', '旷工每次'],
  ])('may be of the first alone: %s', (text, fault) => {
    expect(labels(text).at(-1)).toBe(fault);
    expect(proposeRule(text, 1000).explanation).toContain(`是否也是“${fault}”的条件，请核对`);
  });

  it.each([
    ['获表彰的，国家级加3分，省级加2分', '获表彰的,国家级|获表彰的,省级'],
    ['加分项，获一等奖加3分，获二等奖加2分', '获一等奖|获二等奖'],
  ])('so with points that are added: %s', (text, expected) => {
    const { bonus, doubts } = readAdjustment(text, 'bonus');
    expect([bonus?.options.map(({ label }) => label).join('|'), doubts]).toEqual([expected, []]);
  });

  it('a doubt of points that are added', () => {
    const { doubts } = readAdjustment('经验在全国推广的，国家级加3分；省级加1分', 'bonus');
    expect(doubts).toEqual(['“经验在全国推广的”是否也是“省级”的条件，请核对']);
  });
});
