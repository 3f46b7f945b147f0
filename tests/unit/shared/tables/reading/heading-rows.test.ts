import { describe, it } from 'vitest';
import { expectReading } from '../expect-reading.ts';

/** What heads the rows below it, what goes on from the row above, and which score is whose: parts, and what is read. */
const CLASSES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'numbers of headings that count apart from those of items',
    [
      '序号 | 项目 | 要求 | 分值 | 评分标准\n1 | 窗口 | < | 40 |\n1.1 | 亮牌 | < | 25 |\n1 | 挂牌 | 每日挂牌 | 18 | 缺一次扣1分\n2 | 公示 | 公示电话 | 7 | 缺一处扣1分\n1.2 | 交接 | < | 15 |\n3 | 签字 | 交接签字 | 15 | 缺一次扣1分\n2 | 台账 | < | 60 |\n4 | 建账 | 建立台账 | 60 | 缺一份扣5分',
    ],
    [
      'section 1 窗口 =40',
      '  section 1.1 亮牌 =25',
      '    item 1 挂牌 =18 [sure: deduct 1/次]',
      '    item 2 公示 =7 [sure: deduct 1/处]',
      '  section 1.2 交接 =15',
      '    item 3 签字 =15 [sure: deduct 1/次]',
      'section 2 台账 =60',
      '  item 4 建账 =60 [sure: deduct 5/份]',
    ],
  ],
  [
    'a row of the heading with one word across two columns beside a long one over one',
    [
      '考核项目的主要内容与具体要求 | 评分 | <\n^ | 标准 | 分值\n窗口 | 缺一次扣1分 | 40\n台账 | 缺一份扣5分 | 60',
    ],
    ['item 1 窗口 =40 [sure: deduct 1/次]', 'item 2 台账 =60 [sure: deduct 5/份]'],
  ],
  [
    'a numbered section said again after a page break is one',
    [
      '序号 | 项目 | 分值 | 评分标准\n1.窗口 | < | 40分 |\n1 | 挂牌 | 18分 | 缺一次扣1分\n序号 | 项目 | 分值 | 评分标准\n1.窗口（续） | < | < | <\n2 | 公示 | 22分 | 缺一处扣1分\n2.台账 | < | 60分 |\n3 | 建账 | 60分 | 缺一份扣5分',
    ],
    [
      'section 1 窗口 =40',
      '  item 1 挂牌 =18 [sure: deduct 1/次]',
      '  item 2 公示 =22 [sure: deduct 1/处]',
      'section 2 台账 =60',
      '  item 3 建账 =60 [sure: deduct 5/份]',
    ],
  ],
  [
    'an item without words of its own heads none that follow, though another count begins below it',
    [
      '编号 | 项目 | 评分标准 | 分值\n1.1 | 挂牌 | 缺一次扣1分 | 20\n1.2 | 公示 | | 20\n2.1 | 建账 | 缺一份扣5分 | 60',
    ],
    [
      'item 1.1 挂牌 =20 [sure: deduct 1/次]',
      'item 1.2 公示 =20 [hand: hand]',
      'item 2.1 建账 =60 [sure: deduct 5/份]',
      'warning row 3: emptyCriterion',
    ],
  ],
  [
    'a level said again on each row heads none of them',
    [
      '一级指标 | 编号 | 二级指标 | 情形 | 分值\n一、规模 | A1 | 人数 | 10人以上 | 40\n一、规模 | ^ | ^ | 5人以上不满10人 | 20\n一、规模 | ^ | ^ | 不满5人 | 0\n一、规模 | A2 | 产值 | 1000万元以上 | 20\n一、规模 | ^ | ^ | 500万元以上不满1000万元 | 10\n一、规模 | ^ | ^ | 不满500万元 | 0\n二、年限 | B1 | 从业 | 3年以上 | 40\n二、年限 | ^ | ^ | 1年以上不满3年 | 20\n二、年限 | ^ | ^ | 不满1年 | 0',
    ],
    [
      'section 一 规模',
      '  item A1 人数 =40 [sure: tiers 40 20 0]',
      '  item A2 产值 =20 [sure: tiers 20 10 0]',
      'section 二 年限',
      '  item B1 从业 =40 [sure: tiers 40 20 0]',
    ],
  ],
  [
    'an item without a text of its own stands beside the level that begins below it',
    [
      '一级 | 二级 | 三级 | 评分标准 | 分值\n一、窗口 | （一）亮牌 | 1)挂牌 | 缺一次扣1分 | 10\n | | 2)公示 | | 30\n | （二）交接 | 1)签字 | 缺一次扣1分 | 25\n | | 2)归档 | | 35',
    ],
    [
      'section 1 窗口',
      '  section 1.1 亮牌',
      '    item 1.1.1 挂牌 =10 [sure: deduct 1/次]',
      '    item 1.1.2 公示 =30 [hand: hand]',
      '  section 1.2 交接',
      '    item 1.2.1 签字 =25 [sure: deduct 1/次]',
      '    item 1.2.2 归档 =35 [hand: hand]',
      'warning row 3: emptyCriterion',
      'warning row 5: emptyCriterion',
    ],
  ],
  [
    'numbers of sections in a column that ends in a long note are numbers',
    [
      '序号 | 工作门类 | 工作板块 | 评价指标 | 评分标准 | 分值\n1 | 窗口 | 亮牌 | 挂牌 | 缺一次扣1分 | 20\n | | | 公示 | 缺一处扣1分 | 20\n | | 交接 | 签字 | 缺一次扣1分 | 10\n2 | 台账 | 建账 | 建立 | 缺一份扣5分 | 25\n | | | 更新 | 缺一次扣1分 | 25\n注：本表自印发之日起施行，由牵头科室负责解释，未尽事宜另行通知，考核结果在单位内部公开。 | | | | |',
    ],
    [
      'section 1 窗口',
      '  section 1.1 亮牌',
      '    item 1.1.1 挂牌 =20 [sure: deduct 1/次]',
      '    item 1.1.2 公示 =20 [sure: deduct 1/处]',
      '  section 1.2 交接',
      '    item 1.2.1 签字 =10 [sure: deduct 1/次]',
      'section 2 台账',
      '  section 2.1 建账',
      '    item 2.1.1 建立 =25 [sure: deduct 5/份]',
      '    item 2.1.2 更新 =25 [sure: deduct 1/次]',
      'note row 7: 注：本表自印发之日起施行，由牵头科室负责解释，未尽事宜另行通知，考核结果在单位内部公开。',
    ],
  ],
  [
    'rows below a level said again go on with the item',
    [
      '一级指标 | 二级指标 | 要求 | 分值 | 评分标准\n窗口 | 1.亮牌 | 每日亮牌上岗 | 40 | 缺一次扣1分\n窗口 | | 台面整洁 | |\n窗口 | 2.交接 | 签字齐全 | 20 | 缺一次扣1分\n台账 | 1.建账 | 建立台账 | 40 | 缺一份扣5分\n台账 | | 按月更新 | |',
    ],
    [
      'section 1 窗口',
      '  item 1.1 亮牌 =40 [sure: deduct 1/次]',
      '  item 1.2 交接 =20 [sure: deduct 1/次]',
      'section 2 台账',
      '  item 2.1 建账 =40 [sure: deduct 5/份]',
    ],
  ],
  [
    'rows of grades that fall are items, no tiers of one',
    [
      '序号 | 一级指标 | 二级指标 | 三级指标 | 要求 | 优秀 | 良好 | 合格 | 不合格\n1 | 窗口 | 按规定亮牌 | 挂牌 | 每日挂牌上岗 | 40 | 20 | 10 | 5\n^ | ^ | ^ | 公示 | 公示电话地址 | 30 | 15 | 8 | 4\n2 | 台账 | 按规定建账 | 建立 | 每半年检查更新情况，做到一事一档 | 13 | 8 | 5 | 2\n^ | ^ | ^ | 更新 | 持续部署反馈情况，做到一事一档 | 6 | 4 | 2 | 1\n^ | ^ | 按规定归档 | 归档 | 每年归档一次 | 11 | 5 | 3 | 1',
    ],
    [
      'section 1 窗口',
      '  section 1.1 按规定亮牌',
      '    item 1.1.1 挂牌 =40 [sure: tiers 40 20 10 5]',
      '    item 1.1.2 公示 =30 [sure: tiers 30 15 8 4]',
      'section 2 台账',
      '  section 2.1 按规定建账',
      '    item 2.1.1 建立 =13 [sure: tiers 13 8 5 2]',
      '    item 2.1.2 更新 =6 [sure: tiers 6 4 2 1]',
      '  section 2.2 按规定归档',
      '    item 2.2.1 归档 =11 [sure: tiers 11 5 3 1]',
    ],
  ],
  [
    'headings of an export that has lost its merged cells',
    [
      '序号 | 项目 | 要求 | 分值 | 评分标准\n1 | 窗口(40分) | | 40 |\n1 | 亮牌 | 每日亮牌上岗 | 18 | 缺一次扣1分\n2 | 交接 | 签字齐全 | 22 | 缺一次扣1分\n2 | 台账(60分) | | 60 |\n3 | 建账 | 建立台账 | 60 | 缺一份扣5分\n3 | 加分项目 | | |\n | 获通报表扬的 | | 5 | 以通报为准',
    ],
    [
      'section 1 窗口 =40',
      '  item 1 亮牌 =18 [sure: deduct 1/次]',
      '  item 2 交接 =22 [sure: deduct 1/次]',
      'section 2 台账 =60',
      '  item 3 建账 =60 [sure: deduct 5/份]',
      'section 3 加分项目',
      '  bonus 加分1 获通报表扬的 [5 sum cap 5]',
    ],
  ],
  [
    'a name with its score and no criterion is an item of its own',
    [
      '一级指标 | 二级指标 | 评分标准\n1.窗口（60分） | 亮牌（25分） | 缺一次扣1分\n | 交接（35分） |\n2.台账（40分） | 建账（30分） | 缺一份扣5分\n | 更新（10分） |',
    ],
    [
      'section 1 窗口 =60',
      '  item 1.1 亮牌 =25 [sure: deduct 1/次]',
      '  item 1.2 交接 =35 [hand: hand]',
      'section 2 台账 =40',
      '  item 2.1 建账 =30 [sure: deduct 5/份]',
      '  item 2.2 更新 =10 [hand: hand]',
      'warning row 3: emptyCriterion',
      'warning row 5: emptyCriterion',
    ],
  ],
  [
    'a group that a page break has cut keeps its score',
    [
      '一级指标 | 二级指标 | 要求 | 分值 | 评分标准\n一、窗口 | 1.亮牌 | 每日亮牌。（25） | 60 | 缺一次扣1分\n一级指标 | 二级指标 | 要求 | 分值 | 评分标准\n一、窗口 | 2.交接 | 签字齐全。（25） | 60 | 缺一次扣1分\n | 3.公示 | 公示电话。（10） | ^ | 缺一处扣1分\n二、台账 | 1.建账 | 建立台账。（30） | 40 | 缺一份扣5分\n | 2.更新 | 按月更新。（10） | ^ | 缺一次扣1分',
    ],
    [
      'section 1 窗口 =60',
      '  item 1.1 亮牌 =25 [sure: deduct 1/次]',
      '  item 1.2 交接 =25 [sure: deduct 1/次]',
      '  item 1.3 公示 =10 [sure: deduct 1/处]',
      'section 2 台账 =40',
      '  item 2.1 建账 =30 [sure: deduct 5/份]',
      '  item 2.2 更新 =10 [sure: deduct 1/次]',
    ],
  ],
  [
    'a group cut into single rows is none of their scores',
    [
      '一级指标 | 内容 | 分值 | 评分标准\n窗口（60分） | 1.亮牌（26分） | 60 | 缺一次扣1分\n一级指标 | 内容 | 分值 | 评分标准\n窗口（60分） | 2.交接（34分） | 60 | 缺一次扣1分\n台账（40分） | 1.建账（15分） | 40 | 缺一份扣5分\n一级指标 | 内容 | 分值 | 评分标准\n台账（40分） | 2.更新（25分） | 40 | 缺一次扣1分',
    ],
    [
      'section 1 窗口 =60',
      '  item 1.1 亮牌 =26 [sure: deduct 1/次]',
      '  item 1.2 交接 =34 [sure: deduct 1/次]',
      'section 2 台账 =40',
      '  item 2.1 建账 =15 [sure: deduct 5/份]',
      '  item 2.2 更新 =25 [sure: deduct 1/次]',
    ],
  ],
  [
    'headings among plain texts',
    [
      '工作门类 | 分值 | 评分标准\n1.窗口 | 60 |\n1.1亮牌 | 25 |\n挂牌 | 18 | 缺一次扣1分\n公示 | 7 | 缺一处扣1分\n1.2交接 | 35 |\n签字 | 35 | 缺一次扣1分\n2.台账 | 40 |\n建账 | 40 | 缺一份扣5分',
    ],
    [
      'section 1 窗口 =60',
      '  section 1.1 亮牌 =25',
      '    item 1.1.1 挂牌 =18 [sure: deduct 1/次]',
      '    item 1.1.2 公示 =7 [sure: deduct 1/处]',
      '  section 1.2 交接 =35',
      '    item 1.2.1 签字 =35 [sure: deduct 1/次]',
      'section 2 台账 =40',
      '  item 2.1 建账 =40 [sure: deduct 5/份]',
    ],
  ],
  [
    'a wrong sum of one item is told where points stand in words',
    [
      '一级指标 | 序号 | 二级指标 | 评分标准\n窗口（60分） | 1 | 亮牌 | 满分25分。缺一次扣1分\n^ | 2 | 交接 | 满分35分。缺一次扣1分\n台账（40分） | 3 | 建账 | 全部建立的得30分；部分建立的得15分；没有建立的不得分',
    ],
    [
      'section 1 窗口 =60',
      '  item 1 亮牌 =25 [sure: deduct 1/次]',
      '  item 2 交接 =35 [sure: deduct 1/次]',
      'section 2 台账 =40',
      '  item 3 建账 =30 [sure: tiers 30 15 0]',
      'warning row 2: scoreFromWords',
      'warning row 3: scoreFromWords',
      'warning row 4: scoreFromWords',
      'warning row 4: sectionSum',
    ],
  ],
  [
    'a short row above a header that nobody knows in full is header',
    [
      '考核评价部分 | | 评分标准\n指标体系 | |\n一级指标 | 二级指标 |\n窗口 | 1.亮牌（60分） | 缺一次扣1分\n | 2.交接（20分） | 缺一次扣1分\n台账 | 1.建账（20分） | 缺一份扣5分',
    ],
    [
      'section 1 窗口',
      '  item 1.1 亮牌 =60 [sure: deduct 1/次]',
      '  item 1.2 交接 =20 [sure: deduct 1/次]',
      'section 2 台账',
      '  item 2.1 建账 =20 [sure: deduct 5/份]',
    ],
  ],
  [
    'names in tables that are parts of one',
    [
      '项目 | 内容 | 要求 | 评分标准 | 分值\n窗口 | 亮牌 | 每日亮牌上岗 | 缺一次扣1分 | 40\n^ | 交接 | 签字齐全 | 缺一次扣1分 | 20',
      '项目 | 内容 | 要求 | 评分标准 | 分值\n台账 | 建账 | 建立台账 | 缺一份扣5分 | 40',
    ],
    [
      'section 1 窗口',
      '  item 1.1 亮牌 =40 [sure: deduct 1/次]',
      '  item 1.2 交接 =20 [sure: deduct 1/次]',
      'section 2 台账',
      '  item 2.1 建账 =40 [sure: deduct 5/份]',
    ],
  ],
  [
    'the total of the last part counts all of them, with the bonus',
    [
      '项目 | 评分标准 | 分值\n亮牌 | 缺一次扣1分 | 40\n交接 | 缺一次扣1分 | 20',
      '项目 | 评分标准 | 分值\n建账 | 缺一份扣5分 | 40\n加分项目 | < | <\n获通报表扬的 | 以通报为准 | +5\n总计 | | 105',
    ],
    [
      'item 1 亮牌 =40 [sure: deduct 1/次]',
      'item 2 交接 =20 [sure: deduct 1/次]',
      'item 3 建账 =40 [sure: deduct 5/份]',
      'section 4 加分项目',
      '  bonus 加分1 获通报表扬的 [5 sum cap 5]',
      'sum row 5: 105 of all (both)',
    ],
  ],
  [
    'scores of sections and items in columns of their own',
    [
      '序号 | 项目 | 大项总分 | 分项总分 | 小项总分\n1 | 必备条件 | 60 | |\n1.1 | 建筑 | | 60 |\n1.1.1 | 外观 | | | 15\n1.1.2 | 结构 | | | 45\n2 | 服务 | 40 | |\n2.1 | 接待 | | 40 |\n2.1.1 | 热情 | | | 10\n2.1.2 | 餐饮 | | | 30',
    ],
    [
      'section 1 必备条件 =60',
      '  section 1.1 建筑 =60',
      '    item 1.1.1 外观 =15 [hand: hand]',
      '    item 1.1.2 结构 =45 [hand: hand]',
      'section 2 服务 =40',
      '  section 2.1 接待 =40',
      '    item 2.1.1 热情 =10 [hand: hand]',
      '    item 2.1.2 餐饮 =30 [hand: hand]',
      'warning row 4: emptyCriterion',
      'warning row 5: emptyCriterion',
      'warning row 8: emptyCriterion',
      'warning row 9: emptyCriterion',
    ],
  ],
  [
    'a caption above the first of several headers is a section',
    [
      '单位考核表 | < | < | <\n一、党建（30分） | < | < | <\n考核内容 | 评分标准 | 分值 | 得分\n组织 | 少1次扣2分 | 15 |\n教育 | 少1次扣2分 | 15 |\n二、治理（70分） | < | < | <\n考核内容 | 评分标准 | 分值 | 得分\n调处 | 未调处1起扣5分 | 70 |',
    ],
    [
      'section 1 党建 =30',
      '  item 1.1 组织 =15 [sure: deduct 2/次]',
      '  item 1.2 教育 =15 [sure: deduct 2/次]',
      'section 2 治理 =70',
      '  item 2.1 调处 =70 [likely: deduct 5/起]',
      'note row 1: 单位考核表',
    ],
  ],
  [
    'points of a name win over points of its words',
    [
      '考核项目（100分） | 考核内容 | 评分标准\n组织领导30分 | 成立机构15分，印发方案15分 | 未成立扣15分，未印发扣15分\n宣传教育70分 | 开展活动每次10分 | 少1次扣10分',
    ],
    ['item 1 组织领导 =30 [likely: deduct 15/次 15/次]', 'item 2 宣传教育 =70 [sure: deduct 10/次]'],
  ],
  [
    'the total in a name makes no sum of it',
    ['项目 | 评分标准\n班子建设（满分70分） | 缺1次扣2分\n队伍建设（共计30分） | 缺1次扣3分'],
    ['item 1 班子建设 =70 [sure: deduct 2/次]', 'item 2 队伍建设 =30 [sure: deduct 3/次]'],
  ],
  [
    'another table below is told',
    [
      '项目 | 内容 | 评分标准 | 分值\n门卫 | 值班 | 脱岗1次扣5分 | 60\n食堂 | 证照 | 无证扣10分 | 40\n项目 | 分值 | 评分标准 |\n机构 | 10 | 无机构扣10分 |',
    ],
    [
      'item 1 门卫 =60 [sure: deduct 5/次]',
      'item 2 食堂 =40 [sure: deduct 10/次]',
      'item 3 机构 [likely: deduct 10/次]',
      'warning row 4: otherTable',
      'warning row 5: noScore',
    ],
  ],
  [
    'another table below whose words run over two columns is told',
    [
      '序号 | 考核内容 | 评分标准 | 分值\n1 | 值班 | 脱岗1次扣5分 | 60\n2 | 证照 | 无证扣10分 | 40\n项目 | < | 评分标准 | 满分\n机构 | < | 缺1次扣1分 | 10',
    ],
    [
      'item 1 值班 =60 [sure: deduct 5/次]',
      'item 2 证照 =40 [sure: deduct 10/次]',
      'item 3 机构 =10 [sure: deduct 1/次]',
      'warning row 4: otherTable',
    ],
  ],
  [
    'two tables side by side are told',
    ['项目 | 分值 | 得分 | 项目 | 分值 | 得分\n卫生 | 10 | | 纪律 | 10 |\n礼仪 | 20 | | 学习 | 20 |'],
    [
      'item 1 纪律 =10 [hand: hand]',
      'item 2 学习 =20 [hand: hand]',
      'warning row 1: sideBySide',
      'warning row 2: unaccounted',
    ],
  ],
  [
    'points for each kind of unit are a list each, none taken for a department',
    [
      '考核指标 | 分值 | < | 评分标准\n^ | 乡镇 | 部门 | ^\n党建 | 30 | 40 | 未落实1项扣2分\n经济 | 70 | 60 | 未完成1项扣5分',
    ],
    [
      'section 1 乡镇',
      '  item 1.1 党建 =30 [likely: deduct 2/项] for 乡镇',
      '  item 1.2 经济 =70 [likely: deduct 5/项] for 乡镇',
      'section 2 部门',
      '  item 2.1 党建 =40 [likely: deduct 2/项] for 部门',
      '  item 2.2 经济 =60 [likely: deduct 5/项] for 部门',
      'warning row 2: blocksByUnit',
    ],
  ],
  [
    'numbered names with their scores are items, whose criterion has lost its merge',
    [
      '考核类别 | 考核内容 | 考核要点 | 评分细则 | 责任科室\n一、档案 | （1）普法 | 1)轮岗(20分) | 缺1项扣5分 | 信息科\n | | 2)巡查(20分) | |\n | | 3)用电(10分) | 缺1项扣5分 | 办公室\n | （2）服务 | 1)统计(20分) | 缺1份扣5分 | 财务科\n | | 2)流程(30分) | |',
    ],
    [
      'section 1 档案',
      '  section 1.1 普法',
      '    item 1.1.1 轮岗 =20 [sure: deduct 5/项]',
      '    item 1.1.2 巡查 =20 [likely: checklist 20]',
      '    item 1.1.3 用电 =10 [sure: deduct 5/项]',
      '  section 1.2 服务',
      '    item 1.2.1 统计 =20 [sure: deduct 5/份]',
      '    item 1.2.2 流程 =30 [likely: checklist 30]',
    ],
  ],
];

describe('headings and groups', () => {
  it.each(CLASSES)('%s', (_, sources, expected) => {
    expectReading(sources, expected);
  });
});
