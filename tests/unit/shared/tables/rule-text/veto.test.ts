import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { vetoIn } from '../../../../../shared/tables/rule-text/veto.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

/** "effect: words" of every case. */
const told = (text: string) => vetoIn(text).map(({ effect, text: words }) => `${effect}: ${words}`);

describe('what vetoes, case by case', () => {
  it.each<[string, string[]]>([
    ['发生重大责任事故的，一票否决', ['notEligible: 发生重大责任事故的，一票否决']],
    ['经查实的，否决', ['notEligible: 经查实的，否决']],
    ['否决', ['notEligible: 否决']],
    ['一票否决', ['notEligible: 一票否决']],
    ['弄虚作假的，年度考核总分为零分。', ['totalZero: 弄虚作假的，年度考核总分为零分']],
    ['发生安全事故，实行“一票否决”。', ['notEligible: 发生安全事故，实行“一票否决”']],
    ['发生安全事故的，“一票否决”', ['notEligible: 发生安全事故的，“一票否决”']],
    ['被通报的，一票否优', ['noTopGrade: 被通报的，一票否优']],
    ['被通报的，取消评优资格', ['noTopGrade: 被通报的，取消评优资格']],
    ['被约谈的，不得评为优秀', ['noTopGrade: 被约谈的，不得评为优秀']],
    ['发生舞弊的取消参评资格', ['notEligible: 发生舞弊的取消参评资格']],
    ['未报送的，直接0分', ['ask: 未报送的，直接0分']],
    ['瞒报事故的，年度考核按0分计', ['ask: 瞒报事故的，年度考核按0分计']],
    [
      '发生事故的，一票否决；弄虚作假的，取消评先资格。',
      ['notEligible: 发生事故的，一票否决', 'noTopGrade: 弄虚作假的，取消评先资格'],
    ],
    ['发生事故的；弄虚作假的，一票否决', ['notEligible: 发生事故的', 'notEligible: 弄虚作假的，一票否决']],
    [
      '有下列情形之一的，一票否决：（1）发生重大事故；（2）弄虚作假。',
      ['notEligible: 发生重大事故', 'notEligible: 弄虚作假'],
    ],
    ['一票否决事项：发生重大事故；弄虚作假', ['notEligible: 发生重大事故', 'notEligible: 弄虚作假']],
    ['发生事故一票否决，并取消评优资格', ['notEligible: 发生事故一票否决，并取消评优资格']],
    [
      '发生事故的，一票否决，并且瞒报的，取消评优资格',
      ['notEligible: 发生事故的，一票否决', 'noTopGrade: 并且瞒报的，取消评优资格'],
    ],
    [
      '再犯1人扣5分，超过1%的，该项不得分，并取消评先资格',
      ['noTopGrade: 再犯1人扣5分，超过1%的，该项不得分，并取消评先资格'],
    ],
    ['不体罚学生（出现体罚的一票否决）。', ['notEligible: 出现体罚的一票否决']],
    ['缺勤1次扣1分，累计3次以上的取消评优资格', ['noTopGrade: 缺勤1次扣1分，累计3次以上的取消评优资格']],
    ['一般事故扣5分，重大事故取消评优资格', ['noTopGrade: 重大事故取消评优资格']],
    [
      '受到刑事处罚；出现重大舆情的，实行一票否决',
      ['notEligible: 受到刑事处罚', 'notEligible: 出现重大舆情的，实行一票否决'],
    ],
    [
      '有下列情形之一的，考评不合格：1.受到处罚的；2.弄虚作假的。',
      ['notEligible: 受到处罚的', 'notEligible: 弄虚作假的'],
    ],
    ...['实行一票否决的情形：', '一票否决事项包括：', '否决条件：', '一票否决：'].map(
      (head): [string, string[]] => [
        `${head}发生事故，出现舆情，弄虚作假。`,
        ['notEligible: 发生事故', 'notEligible: 出现舆情', 'notEligible: 弄虚作假'],
      ],
    ),
    ['一票否决：发生事故、弄虚作假。', ['notEligible: 发生事故', 'notEligible: 弄虚作假']],
    ['一票否决：发生事故，造成死亡的。', ['notEligible: 发生事故，造成死亡的']],
    ['否决条件：未公示信息；队伍不稳定。', ['notEligible: 未公示信息', 'notEligible: 队伍不稳定']],
    ...[
      '本标准自印发之日起施行。',
      '总分80分以上合格。',
      '对取消资格的单位，两年内不得申报。',
      '被取消资格的，两年内不得申报。',
      '以上情形以上级部门认定为准。',
      '3.总分80分以上合格。',
    ].flatMap((more): [string, string[]][] => [
      [`一票否决：瞒报的；造假的。${more}`, ['notEligible: 瞒报的', 'notEligible: 造假的']],
      [`一票否决：（1）瞒报；（2）造假。${more}`, ['notEligible: 瞒报', 'notEligible: 造假']],
      [`一票否决：①瞒报的。②造假的。\n${more}`, ['notEligible: 瞒报的', 'notEligible: 造假的']],
    ]),
    [
      '一票否决：瞒报的。造假的。发生事故。',
      ['notEligible: 瞒报的', 'notEligible: 造假的', 'notEligible: 发生事故'],
    ],
    ['对取消资格的单位，两年内不得申报。', []],
    ['每缺一份扣1分。发生事故的，一票否决。', ['notEligible: 发生事故的，一票否决']],
  ])('%s', (text, cases) => expect(told(text)).toEqual(cases));
});

describe('one case in several phrases, its weightiest word counts', () => {
  it.each<[string, string]>([
    ['本项为否决项，不达标的总分计0分', 'totalZero'],
    ['本项为否决项。未达标的，总分计0分', 'totalZero'],
    ['不达标的总分计0分，本项为否决项', 'totalZero'],
    ['发生事故的，一票否决，取消评优资格', 'notEligible'],
    ['发生死亡事故的一票否决，总分计0分', 'totalZero'],
    ['本项为一票否决项', 'notEligible'],
  ])('%s', (text, effect) => expect(told(text)).toEqual([`${effect}: ${text}`]));
});

describe('what a total score leads to is left out, and nothing else', () => {
  it.each<[string, string[]]>([
    ['评定：70分以下为不合格，取消评先资格；发生事故的，一票否决', ['notEligible: 发生事故的，一票否决']],
    ['60分以下的，取消续签资格，瞒报的，取消评优资格', ['noTopGrade: 瞒报的，取消评优资格']],
    ['得分低于60分的；发生事故的，一票否决', ['notEligible: 发生事故的，一票否决']],
    ['得分低于60分或发生事故的，取消评优资格', ['noTopGrade: 得分低于60分或发生事故的，取消评优资格']],
    ['单项得分低于60分的，一票否决', ['notEligible: 单项得分低于60分的，一票否决']],
    ['安全生产考核低于60分的，取消评优资格', ['noTopGrade: 安全生产考核低于60分的，取消评优资格']],
    ['因事故被扣10分以上的，取消评优资格', ['noTopGrade: 因事故被扣10分以上的，取消评优资格']],
    [
      '有下列情形之一的，取消评优资格：（1）得分低于60分的；（2）发生事故的',
      ['noTopGrade: 得分低于60分的', 'noTopGrade: 发生事故的'],
    ],
  ])('%s', (text, cases) => expect(told(text)).toEqual(cases));
});

it('a case that is vetoed, where more follows', () => {
  expect(told('发生事故的，除一票否决外，扣5分')).toEqual(['notEligible: 发生事故的，除一票否决']);
  expect(told('发生事故，一票否决按规定执行')).toEqual(['notEligible: 发生事故，一票否决']);
});

it.each([
  '一票否决项除外，每处扣1分',
  '除一票否决外，每项扣1分',
  '每处扣1分，除“一票否决”事项以外，扣完为止',
  '每项扣1分（一票否决项除外）',
  '每项扣1分，不含一票否决项',
  '否决项另行处理',
  '每处扣1分。一票否决事项按有关规定处理',
  '建立安全生产“一票否决”制度',
  '未落实《“一票否决”实施办法》的，扣2分',
  '建立"一票否决"事项台账',
  '不实行一票否决',
  '本项不作为否决项',
  '未发生一票否决情形的得5分',
  '被一票否决的，扣5分',
  '落实安全生产一票否决制度',
  '本项按0分计',
  '未报送的，本项直接0分',
  '每缺一份扣1分',
  '提案被否决后重新提交',
  '以文件为准，一票否优情形除外',
  '弄虚作假的取消加分资格',
  '年度考核不合格的每人扣1分',
  '得分60分以下的，验收不合格',
  '评定：90分以上为优秀；70—89分为合格；70分以下为不合格，取消年度评先资格。',
  '90分以上为优秀，80-89分为良好，60分以下为不合格，取消评优资格',
  '考核结果运用：90分以上的，优先推荐；60分以下的，取消合同续签资格。',
  '得分低于60分的，取消上岗资格',
  '总分不足60分者取消参评资格，并通报批评',
  '连续两年考核得分不足70分的，取消承包资格',
  '考核等次为不合格的，取消评优资格',
  '不合格（60分以下）：取消评优资格',
])('vetoes nothing: %s', (text) => expect(told(text)).toEqual([]));

it('says where the words stand in the text as it was given', () => {
  const text = ' 每缺 一份扣１分。\n发生事故的， 一票否决 。';
  const [only] = vetoIn(text);
  expect(text.slice(only?.from, only?.to)).toBe('发生事故的， 一票否决');
});

it('a veto beside what a total leads to is named by its case; the whole text is kept', () => {
  const row = '评定：70分以下为不合格，取消评先资格；发生重大事故的，一票否决。';
  const table = parseTable(`检查内容 | 评分标准 | 分值\n台账 | 缺一份扣5分 | 100\n${row} | < | <`);
  const draft = readTables([{ table, map: guessColumns(table) }]);
  expect(describeDraft(draft).split('\n')).toEqual([
    'item 1 台账 =100 [sure: deduct 5/份]',
    'veto 否决1 发生重大事故的，一票否决 notEligible',
  ]);
});
