import { describe, it } from 'vitest';
import { expectReading } from '../expect-reading.ts';

/** What names an item or an entry, and what only tells a price, a kind or nothing: rows, and what is read. */
const CLASSES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'a penalty across the table says what each fault costs, not what all may',
    [
      '内容 | 评分标准 | 分值\n窗口 | 脱岗一次扣5分 | 60\n台账 | 缺一份扣1分 | 40\n扣分项：被投诉并查实的，每件扣3分；被通报的，每次扣5分。 | < | <',
    ],
    [
      'item 1 窗口 =60 [sure: deduct 5/次]',
      'item 2 台账 =40 [sure: deduct 1/份]',
      'penalty 扣分1 扣分项 [3 5 sum]',
    ],
  ],
  [
    'a bonus across the table in one price',
    [
      '内容 | 评分标准 | 分值\n窗口 | 脱岗一次扣5分 | 60\n台账 | 缺一份扣1分 | 40\n加分项：经验被推广的，每篇加4分。 | < | <',
    ],
    [
      'item 1 窗口 =60 [sure: deduct 5/次]',
      'item 2 台账 =40 [sure: deduct 1/份]',
      'bonus 加分1 经验被推广的 [4 sum]',
    ],
  ],
  [
    'rule texts where names stand are rules beside a score',
    [
      '一级指标 | 二级指标 | 标准分\n组织 | 每季度研究一次，少一次扣3分 | 60\n^ | 明确专人负责，未明确不得分 | 40',
    ],
    [
      'section 1 组织',
      '  item 1.1 每季度研究一次 =60 [sure: deduct 3/次]',
      '  item 1.2 明确专人负责，未明确不得分 =40 [sure: deduct 0/次!]',
    ],
  ],
  [
    'a name over both columns of levels names its own item',
    [
      '考核项目 | < | 分值 | 考核标准 | 考核人\n纪律 | < | 10 | 迟到一次扣1分 | 人事科\n业绩 | 数量 | 40 | 少一件扣1分 | 生产科\n^ | 质量 | 50 | 退回一件扣2分 | ^',
    ],
    [
      'item 1 纪律 =10 [sure: deduct 1/次]',
      'section 2 业绩',
      '  item 2.1 数量 =40 [sure: deduct 1/件]',
      '  item 2.2 质量 =50 [sure: deduct 2/件]',
    ],
  ],
  [
    'a strange column right of the criterion is told with its heading',
    [
      '考核项目 | < | 分值 | 考核标准 | 抽样\n业绩 | 数量 | 40 | 少一件扣1分 | 每月十件\n^ | 质量 | 60 | 退回一件扣2分 | 每月五件',
    ],
    ['section 1 业绩', '  item 1.1 数量 =40 [sure: deduct 1/件]', '  item 1.2 质量 =60 [sure: deduct 2/件]'],
  ],
  [
    'two of the numbered rows share a name',
    [
      '序号 | 考核内容 | 评分标准 | 分值\n1 | 产量 | 少一件扣1分 | 30\n2 | 安全 | 违章一次扣5分 | 50\n3 | 安全 | 缺一次培训扣2分 | 10\n4 | 卫生 | 一处不洁扣1分 | 10',
    ],
    [
      'item 1 产量 =30 [sure: deduct 1/件]',
      'item 2 安全 =50 [sure: deduct 5/次]',
      'item 3 安全 =10 [sure: deduct 2/次]',
      'item 4 卫生 =10 [sure: deduct 1/处]',
    ],
  ],
  [
    "the numbers' column says which rows are penalties, merged",
    [
      '序号 | 内容 | 评分标准 | 分值\n1 | 门岗 | 脱岗一次扣5分 | 60\n2 | 巡逻 | 缺一次扣1分 | 40\n扣分项 | 物品被盗 | 每起扣5分 |\n^ | 被投诉 | 每次扣2分 |',
    ],
    [
      'item 1 门岗 =60 [sure: deduct 5/次]',
      'item 2 巡逻 =40 [sure: deduct 1/次]',
      'penalty 扣分1 物品被盗 [5 sum]',
      'penalty 扣分2 被投诉 [2 sum]',
    ],
  ],
  [
    'the same said again in each row, with a score or without',
    [
      '序号 | 内容 | 评分标准 | 分值\n1 | 门岗 | 脱岗一次扣5分 | 60\n2 | 巡逻 | 缺一次扣1分 | 40\n扣分项 | 物品被盗 | 每起扣5分 |\n扣分项 | 打架 | 每次扣10分 | 10',
    ],
    [
      'item 1 门岗 =60 [sure: deduct 5/次]',
      'item 2 巡逻 =40 [sure: deduct 1/次]',
      'penalty 扣分1 物品被盗 [5 sum]',
      'penalty 扣分2 打架 [10 sum]',
    ],
  ],
  [
    'the same with blanks below it',
    [
      '序号 | 内容 | 评分标准 | 分值\n1 | 门岗 | 脱岗一次扣5分 | 60\n2 | 巡逻 | 缺一次扣1分 | 40\n加分项 | 拾金不昧 | 每次加1分 |\n | 见义勇为 | 每次加5分 |',
    ],
    [
      'item 1 门岗 =60 [sure: deduct 5/次]',
      'item 2 巡逻 =40 [sure: deduct 1/次]',
      'bonus 加分1 拾金不昧 [1 sum]',
      'bonus 加分2 见义勇为 [5 sum]',
    ],
  ],
  [
    'boxes to tick say nothing',
    ['验收项目 | 验收内容 | 分值 | 是 | 否\n消防 | 器材完好 | 60 | □ | □\n^ | 通道畅通 | 40 | □ | □'],
    ['section 1 消防', '  item 1.1 器材完好 =60 [hand: hand]', '  item 1.2 通道畅通 =40 [hand: hand]'],
  ],
  [
    'entries that are called 奖励分 are named by what they are for',
    [
      '序号 | 考核内容 | 计分标准 | 分值\n1 | 课题 | 少一项扣10分 | 100\n2 | 奖励分 | 获授权专利，每件加2分，最高加10分 |',
    ],
    ['item 1 课题 =100 [sure: deduct 10/项]', 'bonus 加分1 获授权专利 [2 sum cap 10]'],
  ],
  [
    'a table of bonuses under plain headings',
    ['序号 | 积分项目 | 积分标准\n1 | 义务劳动 | 每次加2分\n2 | 献血 | 每次加5分'],
    ['bonus 加分1 义务劳动 [2 sum]', 'bonus 加分2 献血 [5 sum]', 'warning row 0: noBaseScore'],
  ],
  [
    'grades of the total beside a real veto head no block',
    [
      '项目 | 评分标准 | 分值\n教学 | 脱岗一次扣5分 | 60\n车辆 | 漏检一台扣5分 | 40\n评定：70分以下为不合格，取消评先资格；发生重大事故的，一票否决。 | < | <\n否决项 | 泄露秘密的总分计0分 |',
    ],
    [
      'item 1 教学 =60 [sure: deduct 5/次]',
      'item 2 车辆 =40 [sure: deduct 5/台]',
      'veto 否决1 发生重大事故的，一票否决 notEligible',
      'section 3 否决项',
      '  veto 否决2 泄露秘密的总分 totalZero',
    ],
  ],
  [
    'columns of what is gained and of what is lost',
    [
      '考核内容 | 基本分 | 加分 | 扣分\n值班 | 50 | 获评先进加2分 | 缺岗一次扣2分\n任务 | 50 |  | 未完成扣5分',
    ],
    [
      'item 1 值班 =50 [sure: deduct 2/次]',
      'bonus 加分1 值班：获评先进 [2 sum]',
      'item 2 任务 =50 [sure: deduct 5/次]',
    ],
  ],
  [
    'a price each in the score column beside words that count',
    ['类别 | 事项 | 分值\n基本 | 任务完成率 | 100\n扣分 | 每迟到一次 | -1\n加分 | 每发表一篇文章 | +2'],
    [
      'item 1 基本 =100 [hand: hand]',
      'section 2 扣分',
      '  penalty 扣分1 每迟到一次 [1 sum]',
      'section 3 加分',
      '  bonus 加分1 每发表一篇文章 [2 sum]',
    ],
  ],
  [
    'offences in groups are no tiers',
    [
      '类别 | 考核细则 | 扣分\n基本 | 未按规定行驶 | 5\n基本 | 未检查车辆 | 3\n安全 | 超速 | 5\n安全 | 闯红灯 | 10',
    ],
    [
      'section 1 基本',
      '  penalty 扣分1 未按规定行驶 [5 sum cap 5]',
      '  penalty 扣分2 未检查车辆 [3 sum cap 3]',
      'section 2 安全',
      '  penalty 扣分3 超速 [5 sum cap 5]',
      '  penalty 扣分4 闯红灯 [10 sum cap 10]',
      'warning row 0: noBaseScore',
    ],
  ],
  [
    'rows without a score below scored ones, by their words',
    [
      '考核项目 | 分值 | 评分标准\n党建 | 50 | 少一次扣2分\n综治 | 50 | 缺一份扣2分\n创新 | — | 有创新做法的加2分\n舆情 | / | 发生一起扣3分',
    ],
    [
      'item 1 党建 =50 [sure: deduct 2/次]',
      'item 2 综治 =50 [sure: deduct 2/份]',
      'bonus 加分1 创新 [2 sum]',
      'penalty 扣分1 舆情 [3 sum]',
      'warning row 4: sideFromWords',
      'warning row 5: sideFromWords',
    ],
  ],
  [
    'rows named 加分 and 扣分 without a score',
    [
      '考核内容 | 评分标准 | 分值\n巡河 | 少一次扣2分 | 100\n加分 | 发现线索的加5分 | 5\n扣分 | 被督查的每处扣3分 |',
    ],
    [
      'item 1 巡河 =100 [sure: deduct 2/次]',
      'bonus 加分1 发现线索的 [5 sum cap 5]',
      'penalty 扣分1 被督查的每处 [3 sum]',
    ],
  ],
  [
    'a row of its own that joins the one above is asked about',
    [
      '考核内容 | 评分标准 | 分值\n巡河 | 少一次扣2分 | 50\n台账 | 漏记一次扣1分 | 50\n宣传 | 未宣传的扣5分 |',
    ],
    [
      'item 1 巡河 =50 [sure: deduct 2/次]',
      'item 2 台账 =50 [likely: deduct 1/次 5/次]',
      'warning row 4: rowWithoutScore',
    ],
  ],
  [
    'names of months over a form',
    [
      '检查区域 | 检查标准 | 分值 | 一月 | 二月\n办公区 | 不洁一处扣1分 | 50 |  |\n食堂 | 未消毒扣5分 | 50 |  |',
    ],
    ['item 1 办公区 =50 [sure: deduct 1/处]', 'item 2 食堂 =50 [sure: deduct 5/次]'],
  ],
  [
    'tiers in ordinary words end in nothing',
    [
      '指标 | 评价标准 | 分值\n质量 | 优 | 60\n^ | 良 | 40\n^ | 差 | 20\n交货 | 及时 | 40\n^ | 偶有延误 | 20\n^ | 经常延误 | 0',
    ],
    ['item 1 质量 =60 [sure: tiers 60 40 20]', 'item 2 交货 =40 [sure: tiers 40 20 0]'],
  ],
  [
    '奖励 and 惩罚 as names',
    [
      '考核项目 | 分值 | 评分标准\n党建 | 100 | 少一次扣2分\n奖励 | 5 | 获表彰的奖5分\n惩罚 | 5 | 被通报的扣5分',
    ],
    [
      'item 1 党建 =100 [sure: deduct 2/次]',
      'section 2 奖励',
      '  bonus 加分1 获表彰的 [5 sum cap 5]',
      'section 3 惩罚',
      '  penalty 扣分1 被通报的 [5 sum cap 5]',
    ],
  ],
  [
    'points of the group and of each row in their words, one column of texts',
    [
      '考核项目 | 考核内容及评分标准\n市容（40分） | 无出店经营（15分）。发现一处扣2分\n^ | 无流动摊点（25分）。发现一处扣2分\n案件（60分） | 办案及时（60分）。超期一件扣5分',
    ],
    [
      'section 1 市容 =40',
      '  item 1.1 无出店经营 =15 [sure: deduct 2/处]',
      '  item 1.2 无流动摊点 =25 [sure: deduct 2/处]',
      'section 2 案件 =60',
      '  item 2.1 办案及时 =60 [sure: deduct 5/件]',
    ],
  ],
  [
    'the same where an export has left blanks',
    [
      '考核项目 | 考核内容及评分标准\n市容（40分） | 无出店经营（15分）。发现一处扣2分\n | 无流动摊点（25分）。发现一处扣2分\n案件（60分） | 办案及时（60分）。超期一件扣5分',
    ],
    [
      'section 1 市容 =40',
      '  item 1.1 无出店经营 =15 [sure: deduct 2/处]',
      '  item 1.2 无流动摊点 =25 [sure: deduct 2/处]',
      'section 2 案件 =60',
      '  item 2.1 办案及时 =60 [sure: deduct 5/件]',
    ],
  ],
  [
    "headings in the numbers' column with their score",
    [
      '序号 | 考核内容 | 分值 | 评分标准\n一、秩序 | < | 60 |\n1 | 门岗值守 | 30 | 脱岗一次扣5分\n2 | 巡逻 | 30 | 少一次扣1分\n二、保洁 | < | 40 |\n3 | 楼道 | 20 | 一处不洁扣1分\n4 | 清运 | 20 | 缺一次扣1分\n合计 | < | 100 |',
    ],
    [
      'section 一 秩序 =60',
      '  item 1 门岗值守 =30 [sure: deduct 5/次]',
      '  item 2 巡逻 =30 [sure: deduct 1/次]',
      'section 二 保洁 =40',
      '  item 3 楼道 =20 [sure: deduct 1/处]',
      '  item 4 清运 =20 [sure: deduct 1/次]',
      'sum row 8: 100 of all',
    ],
  ],
  [
    'a source of data is no department',
    [
      '指标名称 | 分值 | 评分标准 | 数据来源 | 责任单位\n建档率 | 60 | 缺一份扣1分 | 直报系统 | 基卫股\n管理率 | 40 | 缺一人扣1分 | 现场核查 | 疾控股',
    ],
    ['item 1 建档率 =60 [sure: deduct 1/份]', 'item 2 管理率 =40 [sure: deduct 1/人]'],
  ],
  [
    'rows that say 扣分项 for their score below one name',
    [
      '考核项目 | 考核内容 | 评分标准 | 分值\n日常 | 报送材料 | 每迟1次扣2分 | 60\n^ | 出席会议 | 每缺1次扣1分 | 40\n其他 | 被投诉 | 每查实1次扣3分 | 扣分项\n^ | 被通报 | 每次扣5分 | 扣分项',
    ],
    [
      'section 1 日常',
      '  item 1.1 报送材料 =60 [sure: deduct 2/次]',
      '  item 1.2 出席会议 =40 [sure: deduct 1/次]',
      'section 2 其他',
      '  penalty 扣分1 被投诉 [3 sum]',
      '  penalty 扣分2 被通报 [5 sum]',
    ],
  ],
  [
    'a column 加分项 beside the criterion',
    [
      '考核项目 | 评分标准 | 分值 | 加分项\n卫生 | 每发现1处垃圾扣2分 | 60 | 获县级表彰加2分\n档案 | 每缺1份扣1分 | 40 |',
    ],
    [
      'item 1 卫生 =60 [sure: deduct 2/处]',
      'bonus 加分1 卫生：获县级表彰 [2 sum]',
      'item 2 档案 =40 [sure: deduct 1/份]',
    ],
  ],
];

describe('names, prices and kinds', () => {
  it.each(CLASSES)('%s', (_, sources, expected) => {
    expectReading(sources, expected);
  });
});
