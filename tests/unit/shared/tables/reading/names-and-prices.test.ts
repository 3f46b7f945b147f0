import { describe, expect, it } from 'vitest';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { countCells } from '../../../../../shared/tables/reading/cells.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

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
      'penalty 扣分2 打架 [10 sum cap 10]',
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
];

describe('names, prices and kinds', () => {
  it.each(CLASSES)('%s', (_, sources, expected) => {
    const tables = sources.map((source, i) => parseTable(source, String(i + 1)));
    const draft = readTables(tables.map((table) => ({ table, map: guessColumns(table) })));
    expect(describeDraft(draft).split('\n')).toEqual(expected);
    expect(countCells(draft.cells).unaccounted > 0).toBe(expected.some((line) => /unaccounted$/.test(line)));
  });
});
