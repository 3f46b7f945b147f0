import { describe, expect, it } from 'vitest';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { countCells } from '../../../../../shared/tables/reading/cells.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

/** One table for each kind of fault that real tables have shown: what a careful clerk reads of it. */
const CLASSES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a column under a heading that nobody foresaw is the requirement',
    '项目 | 事项 | 应知应会 | 分值 | 评分方法\n一、窗口（10分） | 亮牌 | 每日亮牌上岗 | 4 | 未亮牌的扣4分\n | 交接 | 交接签字齐全 | 6 | 缺1次扣1分',
    [
      'section 1 窗口 =10',
      '  item 1.1 亮牌 =4 [sure: deduct 4/次]',
      '  item 1.2 交接 =6 [sure: deduct 1/次]',
    ],
  ],
  [
    '否决 in the score column is a veto',
    '检查内容 | 评分标准 | 分值\n台账 | 缺一份扣5分 | 100\n虚报数据 | 经查实的 | 否决',
    ['item 1 台账 =100 [sure: deduct 5/份]', 'veto 否决1 虚报数据 notEligible'],
  ],
  [
    'several cases of one text are several vetoes',
    '检查内容 | 评分标准 | 分值\n台账 | 缺一份扣5分 | 100\n有下列情形之一的，一票否决：1.虚报数据的；2.发生事故的。 | < | <',
    [
      'item 1 台账 =100 [sure: deduct 5/份]',
      'veto 否决1 虚报数据的 notEligible',
      'veto 否决2 发生事故的 notEligible',
      'note row 3: 有下列情形之一的，一票否决：',
    ],
  ],
  [
    'a mention of a veto is none',
    '检查内容 | 评分标准 | 分值\n制度 | 建立“一票否决”制度台账的得满分，没有不得分 | 100',
    ['item 1 制度 =100 [sure: tiers 100 0]'],
  ],
  [
    'a merged criterion holds for every row',
    '指标 | 检查内容 | 分值 | 评分标准\n制度 | 有计划 | 2 | 齐全得满分，不齐全不得分\n^ | 有总结 | 3 | ^\n台账 | 台账完整 | 5 | 缺一份扣1分',
    [
      'section 1 制度',
      '  item 1.1 有计划 =2 [sure: tiers 2 0]',
      '  item 1.2 有总结 =3 [sure: tiers 3 0]',
      'section 2 台账',
      '  item 2.1 台账完整 =5 [sure: deduct 1/份]',
    ],
  ],
  [
    'grades below are remarks',
    '检查内容 | 评分标准 | 分值\n台账 | 缺一份扣5分 | 100\n等级 | 得分区间 | 处理\n优 | 90分以上 | 通报表扬\n差 | 60分以下 | 约谈',
    [
      'item 1 台账 =100 [sure: deduct 5/份]',
      'note row 3: 等级 | 得分区间 | 处理',
      'note row 4: 优 | 90分以上 | 通报表扬',
      'note row 5: 差 | 60分以下 | 约谈',
    ],
  ],
  [
    'a second header row with remarks is no item, and own numbers are codes',
    '评价项目 | < | < | 评分标准 | 分值\n一级指标 | 二级指标 | 三级指标⏎★为核心指标 | ^ | ^\n1.管理 | 1.1制度 | 1.1.1有制度★ | 没有制度的扣40分 | 40\n^ | ^ | 1.1.2有记录 | 缺一次扣5分 | 60',
    [
      'section 1 管理',
      '  section 1.1 制度',
      '    item 1.1.1 有制度★ =40 [sure: deduct 40/次]',
      '    item 1.1.2 有记录 =60 [sure: deduct 5/次]',
      'warning row 3: markUnread',
    ],
  ],
  [
    'points in words, of the section and of the row',
    '工作内容 | 工作要求 | 评分标准 | 得分\n组织领导（60分） | 有领导小组。（20分） | 没有的扣20分。 | \n | 有工作计划。（40分） | 没有的扣40分。 | \n日常工作（40分） | 有台账。（40分） | 缺一次扣5分。 | ',
    [
      'section 1 组织领导 =60',
      '  item 1.1 有领导小组 =20 [sure: deduct 20/次]',
      '  item 1.2 有工作计划 =40 [sure: deduct 40/次]',
      'section 2 日常工作 =40',
      '  item 2.1 有台账 =40 [sure: deduct 5/次]',
    ],
  ],
  [
    'columns of grades are tiers',
    '考核项目 | 考核内容 | 优 | 良 | 中 | 差\n作风 | 到岗及时 | 10 | 8 | 6 | 2\n作风 | 服从安排 | 20 | 15 | 10 | 5',
    [
      'section 1 作风',
      '  item 1.1 到岗及时 =10 [sure: tiers 10 8 6 2]',
      '  item 1.2 服从安排 =20 [sure: tiers 20 15 10 5]',
    ],
  ],
  [
    'ranges of grades are for the evaluator, beside a full score of its own',
    '项目 | 满分 | 优 | 良 | 差\n教态 | 20 | 20-18 | 17-15 | 14以下\n教案 | 80 | 80-70 | 69-60 | 59以下',
    ['item 1 教态 =20 [hand: hand]', 'item 2 教案 =80 [hand: hand]'],
  ],
  [
    'one row a tier under a merged name is one item',
    '指标 | 情形 | 分值\n规模 | 100人以上 | 60\n^ | 50人以上不满100人 | 40\n^ | 不满50人 | 10\n年限 | 5年以上 | 40\n^ | 不满5年 | 20',
    ['item 1 规模 =60 [sure: tiers 60 40 10]', 'item 2 年限 =40 [sure: tiers 40 20]'],
  ],
  [
    'one row a tier with the name said again in each is one item, for the evaluator where its points are ranges',
    '序号 | 项目 | 评分标准 | 分值\n1 | 方案 | 优：方案合理 | 15-20\n1 | 方案 | 良：方案较完整 | 10-14\n1 | 方案 | 一般：有欠缺 | 0-9\n2 | 报价 | 最低价得满分，其他酌情扣分 | 80',
    [
      'item 1 方案 =20 [hand: hand]',
      'item 2 报价 =80 [hand: hand]',
      'warning row 2: scoreIsMost',
      'warning row 3: scoreIsMost',
      'warning row 4: scoreIsMost',
    ],
  ],
  [
    'one row a tier, its text beside the first alone, is an item of its section',
    '内容 | 标准 | 评价等级 | 分值\n态度 | 认真听讲 | A | 30\n |  | B | 10\n | 完成作业 | A | 20\n |  | B | 10\n实践 | 参加实践 | A | 50\n |  | B | 30',
    [
      'section 1 态度',
      '  item 1.1 认真听讲 =30 [sure: tiers 30 10]',
      '  item 1.2 完成作业 =20 [sure: tiers 20 10]',
      'section 2 实践',
      '  item 2.1 参加实践 =50 [sure: tiers 50 30]',
    ],
  ],
  [
    'a target is a fact of the item',
    '一级指标 | 二级指标 | 三级指标 | 计量单位 | 目标值 | 分值\n产出 | 数量 | 培训率 | % | 100% | 60\n产出 | 质量 | 合格率 | % | 95% | 40',
    [
      'section 1 产出',
      '  section 1.1 数量',
      '    item 1.1.1 培训率 =60 [hand: hand]',
      '  section 1.2 质量',
      '    item 1.2.1 合格率 =40 [hand: hand]',
    ],
  ],
  [
    'a heading over two columns names both',
    '考核内容 | < | 赋分标准 | <\n出勤 | 到岗 | 30分 | 迟到一次扣5分\n^ | 值班 | 20分 | 脱岗一次扣5分\n质量 | 记录 | 50分 | 缺一次扣5分',
    [
      'section 1 出勤',
      '  item 1.1 到岗 =30 [sure: deduct 5/次]',
      '  item 1.2 值班 =20 [sure: deduct 5/次]',
      'section 2 质量',
      '  item 2.1 记录 =50 [sure: deduct 5/次]',
    ],
  ],
  [
    'a merged group score is the sum of the rows that say their own points',
    '项目 | 内容 | 分值 | 评分标准\n甲 | 做到一。（10分） | 30 | 缺一次扣1分\n^ | 做到二。（20分） | ^ | 缺一份扣1分\n乙 | 做到三。（70分） | 70 | 缺一份扣1分',
    [
      'section 1 甲 =30',
      '  item 1.1 做到一 =10 [sure: deduct 1/次]',
      '  item 1.2 做到二 =20 [sure: deduct 1/份]',
      'section 2 乙 =70',
      '  item 2.1 做到三 =70 [sure: deduct 1/份]',
    ],
  ],
  [
    'a scored row over unscored ones is one item, a negative one a penalty',
    '一级指标 | 二级指标 | 三级指标 | 分值\n一、整治（3分） |  |  | 3\n | 1.摸排（2分） |  | 2\n |  | 摸排率 | \n |  | 排名 | \n | 2.通报（1分） |  | 1\n |  | 通报率 | \n | 3.布控（-0.5分） |  | -0.5\n |  | 扣分 | ',
    [
      'section 一 整治 =3',
      '  item 1 摸排 =2 [hand: hand]',
      '  item 2 通报 =1 [hand: hand]',
      '  penalty 扣分1 布控 [0.5 sum cap 0.5]',
    ],
  ],
  [
    'a section said again after a page break is one section, the header no item',
    '一级指标 | 二级指标 | 分值 | 评分标准\n一、甲 | 子一 | 50 | 缺一份扣1分\n一级指标 | 二级指标 | 分值 | 评分标准\n一、甲 | 子二 | 50 | 缺一次扣1分',
    ['section 1 甲', '  item 1.1 子一 =50 [sure: deduct 1/份]', '  item 1.2 子二 =50 [sure: deduct 1/次]'],
  ],
  [
    'a 合计 of the bonus block is the bonus',
    '项目 | 评分标准 | 分值\n一、基本项目（100分） |  | \n制度 | 没有的扣40分 | 40\n台账 | 缺一份扣5分 | 60\n合计 |  | 100\n二、加分项目（10分） |  | \n推广 | 有，得10分 | 10\n合计 |  | 10',
    [
      'section 1 基本项目 =100',
      '  item 1.1 制度 =40 [sure: deduct 40/次]',
      '  item 1.2 台账 =60 [sure: deduct 5/份]',
      'section 2 加分项目 =10',
      '  bonus 加分1 推广 [10 sum cap 10]',
      'sum row 5: 100 of all',
      'sum row 8: 10 of rows 6-7 (bonus)',
      'bonus cap 10',
    ],
  ],
  [
    'points beside the name of a section are its score, and signs without 分 are points',
    '编号 | 项目 | 内容 | 评分标准 | 分值\n（一） | 利用 | 30分 |  | \n1 | 甲 | 做到甲 | 缺一次扣1分 | 10\n2 | 乙 | 做到乙 | 缺一份扣1分 | 10\n（二） | 加分项 |  |  | \n1 | 表彰 | 获奖 | 国家级+10，省级+5 | ',
    [
      'section 一 利用 =30',
      '  item 1 甲 =10 [sure: deduct 1/次]',
      '  item 2 乙 =10 [sure: deduct 1/份]',
      'section 二 加分项',
      '  bonus 加分1 表彰 [10 5 sum]',
      'warning row 2: sectionSum',
    ],
  ],
  [
    'a 小计 may sum the sections above it',
    '项目 | 评分标准 | 分值\n一、制度(40) |  | \n有制度 | 没有的扣40分 | 40\n二、人员(60) |  | \n有人员 | 缺一人扣5分 | 60\n小计 |  | 100',
    [
      'section 1 制度 =40',
      '  item 1.1 有制度 =40 [sure: deduct 40/次]',
      'section 2 人员 =60',
      '  item 2.1 有人员 =60 [sure: deduct 5/人]',
      'sum row 6: 100 of rows 1-5',
    ],
  ],
  [
    'a number that a spreadsheet spoiled is put right, and said',
    '编号 | 项目 | 评分标准 | 分值\n1.8 | 甲 | 缺一份扣1分 | 25\n1.9 | 乙 | 缺一份扣1分 | 25\n1.1 | 丙 | 缺一份扣1分 | 25\n1月11日 | 丁 | 缺一份扣1分 | 25',
    [
      'item 1.8 甲 =25 [sure: deduct 1/份]',
      'item 1.9 乙 =25 [sure: deduct 1/份]',
      'item 1.1 丙 =25 [sure: deduct 1/份]',
      'item 1.11 丁 =25 [sure: deduct 1/份]',
      'warning row 5: codeFromDate',
    ],
  ],
  [
    'a veto written as what is asked for is named by its opposite, or by the case beside it',
    '检查内容 | 评分标准 | 分值\n台账 | 缺一份扣5分 | 100\n未发生安全事故 |  | 否决\n无违纪违法 |  | 否决\n无重大污染 | 发生重大污染的，取消资格 | 否决\n无证上岗 |  | 否决',
    [
      'item 1 台账 =100 [sure: deduct 5/份]',
      'veto 否决1 发生安全事故 notEligible',
      'veto 否决2 有违纪违法 notEligible',
      'veto 否决3 发生重大污染的，取消资格 notEligible',
      'veto 否决4 无证上岗 notEligible',
      'warning row 3: vetoReversed',
      'warning row 4: vetoReversed',
    ],
  ],
  [
    'each row of a block that is called 一票否决 is a veto',
    '项目 | 内容 | 分值 | 评分标准\n管理 | 台账 | 50 | 缺一份扣5分\n^ | 会议 | 50 | 缺一次扣5分\n一票否决 | 发生事故 |  | 取消评优资格\n^ | 弄虚作假 |  | 取消评优资格',
    [
      'section 1 管理',
      '  item 1.1 台账 =50 [sure: deduct 5/份]',
      '  item 1.2 会议 =50 [sure: deduct 5/次]',
      'section 2 一票否决',
      '  veto 否决1 发生事故 notRated',
      '  veto 否决2 弄虚作假 notRated',
    ],
  ],
  [
    'a veto beside points is named by its case, and what leads to several stays with each',
    '项目 | 内容 | 分值 | 评分标准\n党建 | 会议 | 100 | 缺一次扣5分；泄密的，一票否决\n扣分项 | 事故 |  | 一般事故扣5分，重大事故取消评优资格\n否决项 | 有下列情形之一的取消资格：①瞒报；②造假 |  | \n否决项目 | 10.发生事故 |  | 直接定为不合格',
    [
      'item 1 党建 =100 [sure: deduct 5/次]',
      'veto 否决1 党建：泄密的，一票否决 notEligible',
      'section 2 扣分项',
      '  penalty 扣分1 事故 [5 sum]',
      '  veto 否决2 重大事故取消评优资格 notRated',
      'veto 否决3 瞒报 notEligible',
      'veto 否决4 造假 notEligible',
      'section 3 否决项目',
      '  veto 否决5 发生事故 notEligible',
      'warning row 2: vetoWithPoints',
      'warning row 3: vetoWithPoints',
    ],
  ],
  [
    'a column of vetoes that says cases in words',
    '序号 | 一票否决情形 | 认定依据\n1 | 发生较大事故 | 调查报告\n2 | 数据造假 | 核查报告',
    ['veto 否决1 发生较大事故 notEligible', 'veto 否决2 数据造假 notEligible', 'warning row 0: noBaseScore'],
  ],
  [
    'a score for each, or of an item that vetoes, in the column of scores',
    '项目 | 内容 | 分值 | 评分标准\n管理 | 台账 | 100（否决） | 缺一份扣5分\n违规 | 被通报 | 扣5分/次 | 以通报为准\n创新 | 获表彰 | 加2分/项 | 以文件为准',
    [
      'item 1 管理 =100 [sure: deduct 5/份]',
      'veto 否决1 管理 notEligible',
      'penalty 扣分1 违规 [5 sum]',
      'bonus 加分1 创新 [2 sum]',
      'warning row 2: vetoWithPoints',
    ],
  ],
  [
    'names that say their score, under 项目及分值, and a cap of the one side alone',
    '类别 | 考核项目及分值 | 考核细则\n共性（100分） | 党建工作（40分） | 少一次扣1分\n^ | 廉政建设60分 | 未签订扣5分\n加减分项 | 创新加分 | 省级加3分，最高不超过5分\n^ | 通报扣分 | 省级每次扣3分',
    [
      'section 1 共性 =100',
      '  item 1.1 党建工作 =40 [sure: deduct 1/次]',
      '  item 1.2 廉政建设 =60 [sure: deduct 5/次]',
      'section 2 加减分项',
      '  bonus 加分1 创新加分 [3 sum cap 5]',
      '  penalty 扣分1 通报扣分 [3 sum]',
    ],
  ],
  [
    '加分 and 扣分 over sentences are a bonus and the criterion',
    '序号 | 项目 | 要求 | 基本分 | 加分 | 扣分 | 自评分\n1 | 客服 | 受理报修 | 40 | 满意率95%以上加2分 | 投诉处理不及时每次扣1分 | \n2 | 设施 | 设施完好 | 60 |  | 破损一处扣0.5分 | ',
    [
      'item 1 客服 =40 [sure: deduct 1/次]',
      'bonus 加分1 客服：满意率95%以上 [2 sum]',
      'item 2 设施 =60 [sure: deduct 0.5/处]',
    ],
  ],
  [
    'rewards by words alone',
    '序号 | 奖励事项 | 奖励标准\n1 | 获国家级奖励 | 每项加5分\n2 | 获省级奖励 | 每项加3分',
    ['bonus 加分1 获国家级奖励 [5 sum]', 'bonus 加分2 获省级奖励 [3 sum]', 'warning row 0: noBaseScore'],
  ],
];

describe('kinds of tables', () => {
  it.each(CLASSES)('%s', (_, source, expected) => {
    const table = parseTable(source);
    const draft = readTables([{ table, map: guessColumns(table) }]);
    expect(describeDraft(draft).split('\n')).toEqual(expected);
    expect(countCells(draft.cells).unaccounted).toBe(0);
  });
});

it('reads blocks of the same sum as one list for each kind of unit', () => {
  const unit = (name: string, points: number) => ` |  | ${name} | ${points} | ${name}的任务 | 缺一次扣1分`;
  const table = parseTable(
    [
      '序号 | 项目 | 部门 | 分值 | 内容 | 评分标准',
      '一、 | 通用项目 |  | 40 |  | ',
      '1 | 组织领导 |  | 40 | 建立制度 | 缺一次扣1分',
      '二、 | 部门项目 |  | 60 |  | 按部门各60分',
      '1 | 重点部门 | 甲局 | 60 | 甲局的任务 | 缺一次扣1分',
      unit('乙局', 60),
      unit('丙局', 60),
      unit('丁局', 50),
    ].join('\n'),
  );
  const draft = readTables([{ table, map: guessColumns(table) }]);
  const lines = describeDraft(draft).split('\n');
  expect(lines.filter((line) => line.includes(' for '))).toHaveLength(4);
  expect(lines.filter((line) => line.startsWith('warning'))).toEqual([
    'warning row 8: blockSum',
    'warning row 4: blocksByUnit',
  ]);
});

describe('what is no standard', () => {
  it.each([
    [
      'sizes',
      '公称直径（mm） | 直管间距（m） | 横管间距（m）\n15 | 3.0 | 2.5\n20 | 3.5 | 2.5\n25 | 4.0 | 3.0',
    ],
    ['hours', '课程 | 学时 | 讲师\n法制 | 4 | 内训师\n业务 | 6 | 外聘'],
    ['people', '序号 | 姓名 | 年龄 | 得分\n1 | 甲 | 34 | 90\n2 | 乙 | 41 | 88'],
    ['offences', '序号 | 违规行为 | 记分值 | 处理措施\n1 | 未按图施工 | 3 | 整改\n2 | 无证上岗 | 6 | 停工'],
    ['offences in words', '序号 | 违法行为 | 记分标准\n1 | 超速 | 一次记3分\n2 | 闯红灯 | 一次记6分'],
    ['money', '项目 | 金额（万元） | 备注\n印刷 | 3 | \n差旅 | 5 | '],
  ])('%s', (_, source) => {
    expect(proposeImport([parseTable(source)]).chosen).toEqual([]);
  });
});
