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
    ['of each named fault', '未公示、未更新的各扣1分，每缺一份扣1分', 'sure deduct 1/次 1/次 1/份'],
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
    ['a cap in other words', '每缺1次扣1分，扣至3分后不再扣分', 'likely deduct 1/次^3'],
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

describe('outcomes that cost points may be no faults beside each other', () => {
  it.each([
    ['机构建设：专设机构的得满分，挂靠的扣1分，无机构的扣3分。', 3],
    ['不及时处置的扣0.5分，造成一般影响的扣1分，造成较大影响的扣2分，造成重大影响的不得分。', 3],
    ['安全事故造成轻微影响扣1分，较大影响扣3分，重大影响不得分。', 6],
    ['情节较轻的扣1分，情节较重的扣3分，情节严重的不得分', 10],
    ['活动有特色的得满分，开展一般的扣1分', 10],
    ['无故缺席扣1分，造成较大影响扣3分', 10],
  ])('%s', (text, fullScore) => expect(told(text, fullScore)).toMatch(/^likely deduct/));

  it('but states of one thing are tiers, and a grave case may zero the item', () => {
    expect(told('完成得满分，基本完成扣1分，未完成不得分')).toBe('sure tiers 10 9 0');
    expect(told('每处扣1分，情节严重的不得分')).toBe('sure deduct 1/处 0/次!');
  });
});

describe('what beside 每处扣1分 leaves a doubt', () => {
  it.each([
    ...[
      '出现食物中毒的学校该校全部指标不得分',
      '拒不配合检查的单位全年考核不得分',
      '弄虚作假的该村（社区）所有分项不得分',
      '弄虚作假的全部指标不得分',
      '弄虚作假的所有考核指标不得分',
      '弄虚作假的年度考核不得分',
      '弄虚作假的全年综合考评不得分',
      '弄虚作假的责任单位不得分',
      '弄虚作假的党建工作全部考核不得分',
      '弄虚作假的，所有分项不得分',
      '弄虚作假的，全部分项不得分',
      '弄虚作假的，相关分项不得分',
      '弄虚作假的，所有项目均不得分',
      '弄虚作假的，全年不得分',
      '弄虚作假的，上述两项不得分',
      '弄虚作假的，平时考核不得分',
    ].map((words) => ['a zero of more than the item', words]),
    ...[
      '被挂牌整治的单位降低一个考核等次',
      '被挂牌整治的单位下调一个等次',
      '被挂牌整治的单位等次下调一级',
      '发生事故的单位评为差等次',
      '发生事故的单位定为差等',
      '发生事故的单位全县排名置末',
      '发生事故的单位综合考核退后两名',
      '发生事故的单位列入末位单位管理',
      '发生事故的单位重新考核',
      '发生事故的单位纳入黑名单',
      '发生事故的单位作黄牌警告',
      '发生事故的单位罚款200元',
      '发生事故的单位核减年度奖金',
      '发生事故的单位停业整顿',
    ].map((words) => ['a consequence beyond the item', words]),
    ...[
      '由考核组根据情节掌握',
      '具体由考核组研究确定',
      '由考核组集体研究后确定',
      '特殊情况由领导小组研究决定',
      '可适当放宽',
      '以考核组认定为准',
      '其余按实际情况掌握',
    ].map((words) => ['discretion in other words', words]),
  ])('%s: %s', (_, words) => expect(told(`每处扣1分，${words}。`)).toMatch(/^likely deduct 1\/处/));

  it.each([
    ['a grade of the year as a condition', '年度考核不合格的不得分', 'sure deduct 1/处 0/次!'],
    ['all work that is not done', '未完成全部工作的不得分', 'sure deduct 1/处 0/次!'],
    ['a case with its price behind it', '发生事故的单位，每起扣1分', 'sure deduct 1/处 1/起'],
    ['a list that costs points', '被纳入黑名单的扣2分', 'sure deduct 1/处 2/次'],
    ['a fine as what is looked at', '采取罚款措施不当的，每起扣1分', 'sure deduct 1/处 1/起'],
  ])('but not %s', (_, words, reading) => expect(told(`每处扣1分；${words}`)).toBe(reading));
});

describe('prices that begin somewhere, grow, or are for several at once', () => {
  it.each([
    ['未落实的扣1分起，情节较重的扣3分。', 'likely deduct 1/次 3/次'],
    ['出现违规操作的扣1分起，造成损失的每起扣2分。', 'likely deduct 1/次 2/起'],
    ['未落实的扣1分起步，逾期的扣3分。', 'likely deduct 1/次 3/次'],
    ['未落实的起扣1分，逾期的扣3分。', 'likely deduct 1/次 3/次'],
    ...[
      '第二周起每天',
      '第11天起每天',
      '一周后每天',
      '次月起每天',
      '逾期一个月的每天',
      '一个月以上每天',
      '后续每天',
    ].map((words) => [`每逾期一天扣0.1分，${words}扣0.2分。`, 'likely deduct 0.1/天 0.2/天']),
    ['每迟到一小时扣0.1分，第4小时起每小时扣0.2分。', 'likely deduct 0.1/小时 0.2/小时'],
    ['每逾期一个工作日扣0.1分，第二个月起每个工作日扣0.2分。', 'likely deduct 0.1/工作日 0.2/工作日'],
    ['每次迟到30分钟以上的每人次扣1分', 'sure deduct 1/人次'],
    ['无方案扣1分，无总结扣1分，既无方案又无总结的扣3分', 'likely deduct 1/次 1/次 3/次'],
    ['无方案扣1分，无总结扣1分，全无的扣5分', 'likely deduct 1/次 1/次 5/次'],
    ['无方案扣1分，无总结扣1分，同时存在的扣3分', 'likely deduct 1/次 1/次 3/次'],
    ['没有方案扣1分，方案不完整扣0.5分，两者兼有的扣2分', 'likely deduct 1/次 0.5/次 2/次'],
    ['迟到扣1分，早退扣1分，迟到又早退的扣3分', 'likely deduct 1/次 1/次 3/次'],
    // Neither more nor less than the item's zero.
    ['无方案扣1分，无总结扣1分，两项都没有的不得分', 'sure deduct 1/次 1/次 0/次!'],
    ['每超期3天扣1分', 'hand hand'],
    ['每季度报送得0.5分', 'hand hand'],
  ])('%s', (text, reading) => expect(told(text ?? '')).toBe(reading));
});

describe('scores in a list, and the unit of all of them', () => {
  it.each([
    ['迟到、早退、旷会每人次分别扣0.2、0.5、1分。', 'sure deduct 0.2/人次 0.5/人次 1/人次', '迟到|早退|旷会'],
    [
      '文书缺失、文书错误、文书涂改每份分别扣1分、0.5分、0.5分',
      'sure deduct 1/份 0.5/份 0.5/份',
      '文书缺失|文书错误|文书涂改',
    ],
    [
      '未建档、未更新、未公示每户分别扣1分、0.5分、0.5分',
      'sure deduct 1/户 0.5/户 0.5/户',
      '未建档|未更新|未公示',
    ],
    ['迟报、漏报、瞒报1起的，分别扣0.5分、1分、2分', 'sure deduct 0.5/起 1/起 2/起', '迟报|漏报|瞒报'],
    ['每发现一例迟报、漏报、瞒报，分别扣0.5分、1分、2分', 'sure deduct 0.5/例 1/例 2/例', '迟报|漏报|瞒报'],
    [
      '被撤销、变更、确认违法的，每件分别扣2分、1分、1分',
      'sure deduct 2/件 1/件 1/件',
      '被撤销|变更|确认违法',
    ],
    ['未统一着装、未佩戴证件分别扣1分、2分', 'sure deduct 1/次 2/次', '未统一着装|未佩戴证件'],
    ['每月迟报、漏报分别扣1分、0.5分', 'hand hand', ''],
    ['国家级、省级每项分别得6分、4分', 'hand hand', ''],
    ['超期3天、2天、1天的分别扣3分、2分、1分', 'hand hand', ''],
    ['完成统计得10分，部分统计得3分，未统计得0分', 'sure tiers 10 3 0', '完成统计|部分统计|未统计'],
    ['参评得10分，未参评得0分', 'sure tiers 10 0', '参评|未参评'],
    ['10分：全面完成；3分：基本完成；0分：未启动', 'sure tiers 10 3 0', '全面完成|基本完成|未启动'],
    ['每处扣1分，未审计计0分', 'sure deduct 1/处 0/次!', '每处|未审计'],
    ['每处扣1分，未登记0分', 'sure deduct 1/处 0/次!', '每处|未登记'],
    ['每处扣1分，未登记计0分', 'sure deduct 1/处 0/次!', '每处|未登记'],
    ['每处扣1分，弄虚作假的，所有分值全部扣除', 'sure deduct 1/处 0/次!', '每处|弄虚作假'],
  ])('%s', (text, reading, labels) => {
    const { rule } = proposeRule(text, 1000);
    const named = rule.kind === 'deduct' ? rule.faults : rule.kind === 'tiers' ? rule.options : [];
    expect([told(text), named.map(({ label }) => label).join('|')]).toEqual([reading, labels]);
  });
});

it('says in short what it doubts, in the words of the text', () => {
  const { explanation } = proposeRule('每缺一项扣1分；未签字的，该卷不得分', 1000);
  expect(explanation).toBe('读作“按次扣分”；“未签字的,该卷不得分”是一部分不得分还是本项不得分，请核对');
});
