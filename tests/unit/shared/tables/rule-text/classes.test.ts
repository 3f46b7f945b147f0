import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string, fullScore = 10): string {
  const { confidence, rule } = proposeRule(text, fullScore * 100);
  return `${confidence} ${shortRule(rule)}`;
}

/** A row a class of texts; `sure` only where a careful clerk would not ask. */
describe('zeroing clauses', () => {
  it.each([
    ['the item', '每缺一项扣1分；未开展的，本项不得分', 'sure deduct 1/项 0/次!'],
    ['other words for it', '每缺一项扣1分；弄虚作假的，全部分值扣除', 'sure deduct 1/项 0/次!'],
    ['an item without partial work', '未报送的不得分', 'sure deduct 0/次!'],
    ['but not beside a requirement', '建立台账，内容完整。未报送的不得分', 'likely deduct 0/次!'],
    ['one piece of many', '每缺一项扣1分；未签字的，该卷不得分', 'likely deduct 1/项'],
    ['a part named by its fault', '每缺一项扣1分；未签字的案卷不得分', 'likely deduct 1/项'],
    ['a part named by 部分', '每缺一项扣1分；未完成部分不得分', 'likely deduct 1/项'],
    ['a numbered part', '1.缺一项扣1分。2.未开展的，该项不得分。', 'likely deduct 1/项 0/次!'],
    ['an elided subject', '未及时上图每处扣1分；无观测资料者，无分', 'likely deduct 1/处 0/次!'],
    [
      'after an unscored clause and ；',
      '每缺一项扣1分；未建立台账；或未更新不得分',
      'likely deduct 1/项 0/次!',
    ],
    ['of the item or of the total', '每缺一项扣1分；未开展的，直接0分', 'likely deduct 1/项 0/次!'],
    ['a condition that is not written', '每缺一项扣1分，否则不得分', 'likely deduct 1/项 0/次!'],
    ['a condition before 扣完为止', '迟报一次扣1分，瞒报的，扣完为止', 'likely deduct 1/次'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('units, as they are written', () => {
  it.each([
    ['每部门未报送扣1分', 'sure deduct 1/部门'],
    ['每单位未报送扣1分', 'sure deduct 1/单位'],
    ['每个部门未报送扣1分', 'sure deduct 1/个'],
    ['每逾期1个工作日扣1分', 'sure deduct 1/工作日'],
    ['每降低1个百分点扣1分', 'sure deduct 1/百分点'],
    ['每降低1%扣1分', 'sure deduct 1/%'],
    ['每人每次迟到扣1分', 'sure deduct 1/人次'],
    ['没人扣1分', 'likely deduct 1/人'],
    ['没次迟到扣1分', 'likely deduct 1/次'],
    ['没缺一份扣1分', 'likely deduct 1/份'],
    ['缺项扣1分', 'likely deduct 1/次'],
    ['未持证上岗扣1分（每人）', 'sure deduct 1/人'],
    ['未持证上岗扣1分每人', 'likely deduct 1/次'],
    ['每5人扣1分', 'hand hand'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));
});

describe('numbers that are mended or counted out', () => {
  it.each([
    ['每缺一份扣2。5分', 'likely deduct 2.5/份'],
    ['每缺一份扣0，5分', 'likely deduct 0.5/份'],
    ['每缺一份扣O.5分', 'likely deduct 0.5/份'],
    ['每缺一份扣05分', 'likely deduct 0.5/份'],
    ['每缺一份扣.5分', 'sure deduct 0.5/份'],
    ['每缺一份扣半分', 'sure deduct 0.5/份'],
    ['未公示的扣该项分值的20%，每缺一份扣1分', 'sure deduct 2/次 1/份'],
    ['未公示的扣一半分，每缺一份扣1分', 'sure deduct 5/次 1/份'],
    ['百分制评查，每处扣1分', 'likely deduct 1/处'],
    ['未公示的扣得分的20%，每缺一份扣1分', 'likely deduct 1/份'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));
});

describe('what gives points', () => {
  it.each([
    ['named parts', '有方案、有台账各5分', 'sure checklist 5 5'],
    ['named parts that do not add up', '有方案、有台账各3分', 'hand hand'],
    ['pieces without a name', '每项1分，共10项', 'hand hand'],
    [
      'scores before their conditions',
      '得10分：制度健全；得5分：基本健全；得0分：无制度',
      'sure tiers 10 5 0',
    ],
    ['scores in a list', '按“好”“中”“差”分别计10、5、0分', 'sure tiers 10 5 0'],
    ['steps of a fault', '发生一次扣1分，两次扣3分，三次及以上不得分', 'sure tiers 10 9 7 0'],
    ['steps that leave more open', '发生一次扣1分，两次扣3分', 'likely tiers 10 9 7'],
    ['states of one thing', '健全得10分，不健全扣5分，未成立不得分', 'sure tiers 10 5 0'],
    ['a gap below the lowest band', '80%以上得10分，60%-80%得5分，未开展不得分', 'likely tiers 10 5 0'],
    ['a gap between bands', '95%以上得10分，80%-90%得5分，80%以下不得分', 'likely tiers 10 5 0'],
    ['grades with a deduction', '优秀得10分，良好得5分，其他不得分；瞒报每次扣1分', 'likely tiers 10 5 0'],
    ['the full score and a step', '80%以上得满分，每少5%减1分，低于50%不得分', 'likely deduct 1/次 0/次!'],
    ['less from rank to rank', '第一名得满分，其余每降一个名次递减1分', 'hand hand'],
    ['honours of several levels', '获省级表彰得6分，获市级表彰得4分', 'likely checklist 6 4'],
    ['one of two', '有专职人员得4分，有兼职人员得6分，任选其一', 'likely checklist 4 6'],
    ['discretion in a base', '有承诺得基本分4分，视承诺情况酌情加分，最多不超过10分', 'hand hand'],
    ['−1分 is no gift', '未上报-5分，未完成-5分', 'hand hand'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('deductions within the full score', () => {
  it.each([
    ['by the piece', '违规记录按条扣分，每条扣5分，扣完为止', 'sure deduct 5/条'],
    ['of each named fault', '未公示、未更新的各扣1分，每缺一份扣1分', 'likely deduct 1/次 1/份'],
    ['all together', '未公示扣1分，未更新扣1分，均未做到扣5分', 'likely deduct 1/次 1/次 5/次'],
    ['once mended', '每处扣1分，整改到位的扣0.5分', 'likely deduct 1/处 0.5/次'],
    ['in brackets', '每处扣2分（责任事故扣5分）', 'likely deduct 2/处 5/次'],
    ['from the total', '每缺一份扣1分，瞒报的从总分中扣2分', 'likely deduct 1/份'],
    ['a cap over all', '缺方案扣1分，缺总结扣2分，最多扣3分', 'sure deduct 1/次 2/次 >=7'],
    ['a cap of a part', '每处扣1分，单个案卷最多扣3分', 'likely deduct 1/处^3'],
    ['the same fault counted once', '每处扣1分，同一问题不重复扣分', 'sure deduct 1/处'],
    ['a veto beside it', '每处扣1分，发生事故的一票否决', 'likely deduct 1/处'],
    ['one of a list that costs more', '霉变、丢失的每卷扣1分，丢失的每卷扣2分', 'likely deduct 1/卷 2/卷'],
    ['a fault and more of it', '未报告的扣2分，未报告且隐瞒的扣5分', 'likely deduct 2/次 5/次'],
    ['the same from an amount on', '超期的每件扣1分；超期30日以上的每件扣2分', 'likely deduct 1/件 2/件'],
    ['how grave the one before is', '发生一起扣1分，有责任的扣3分', 'likely deduct 1/起 3/次'],
    ['beyond a number', '每个扣1分；超过5个问题的，超出部分每个扣2分', 'likely deduct 1/个 2/个'],
    ['once made up for', '每少一次扣1分，补开的每次扣0.5分', 'likely deduct 1/次 0.5/次'],
    ['several times in a row', '被评为末位扣2分，连续两年末位的扣4分', 'likely deduct 2/次 4/次'],
    ['what is allowed for', '错误率每超过1个百分点扣1分（允许误差2%）', 'likely deduct 1/百分点'],
    ['a mean over the year', '每缺一次扣1分，年终取各季度平均值', 'likely deduct 1/次'],
    ['a bare count beside points', '覆盖不全扣1分，每人扣0.2分', 'likely deduct 1/次 0.2/人'],
    ['a cap in other words', '每缺1次扣1分，扣至3分后不再扣分', 'likely deduct 1/次'],
    ['a fault that is owned', '未完成的扣2分，主动说明的扣1分', 'likely deduct 2/次 1/次'],
    ['a mean of months', '每次不合格扣1分，全年平均计算', 'likely deduct 1/次'],
    ['points beside the zero', '未完成的不得分并扣2分', 'likely deduct 0/次! 2/次'],
    ['down to the zero', '每缺一项扣1分，直至本项不得分', 'sure deduct 1/项'],
    ['what the points include', '每份扣1分（含错别字）', 'sure deduct 1/份'],
    ['a veto that is only spoken of', '未落实《“一票否决”办法》的扣2分', 'sure deduct 2/次'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));
});

describe('words of the same fault stand in its label', () => {
  const labels = (text: string) => {
    const { confidence, rule } = proposeRule(text, 1000);
    return [confidence, ...(rule.kind === 'deduct' ? rule.faults.map(({ label }) => label) : [])];
  };
  it.each([
    ['1.命名不规范。一个扣2分。2.没有注释。一个扣3分。', ['sure', '命名不规范', '没有注释']],
    ['资料造假。发现一例扣2分', ['sure', '资料造假']],
    ['台账规范。每处扣1分', ['sure', '台账规范,每处']],
    ['命名不规范。没有注释。一个扣2分', ['likely', '一个']],
    ['缺一种扣2分；未填写的按缺项论处', ['sure', '缺一种（未填写的按缺项论处）']],
    ['每缺一份扣1分，因客观原因的不扣分', ['sure', '每缺一份（因客观原因的不扣分）']],
    ['完成率达到90%得满分，每低1个百分点扣1分', ['sure', '完成率达到90%,每低1个百分点']],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected));

  it('but words that alter it do not', () => {
    expect(labels('缺一种扣2分；未填写的视为不合格')[0]).toBe('likely');
    expect(labels('缺一种扣2分；未填写的不在此限')[0]).toBe('likely');
  });
});

it('says in short what it doubts, in the words of the text', () => {
  const { explanation } = proposeRule('每缺一项扣1分；未签字的，该卷不得分', 1000);
  expect(explanation).toBe('读作“按次扣分”；“未签字的,该卷不得分”是一部分不得分还是本项不得分，请核对');
});
