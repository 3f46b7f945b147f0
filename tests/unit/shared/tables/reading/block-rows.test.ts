import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { namesBlock } from '../../../../../shared/tables/cells/sides.ts';
import { saysEntry } from '../../../../../shared/tables/reading/block-rows.ts';
import type { DraftNode } from '../../../../../shared/tables/standard-draft.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

const GRADES = '项目 | 内容 | 要求 | 优 | 差\n作风 | 到岗 | 到岗及时 | 60 | 0\n | 纪律 | 服从安排 | 40 | 0\n';
const GRADED = [
  'section 1 作风',
  '  item 1.1 到岗 =60 [sure: tiers 60 0]',
  '  item 1.2 纪律 =40 [sure: tiers 40 0]',
];
const SCORES =
  '项目 | 内容 | 评分标准 | 分值\n作风 | 到岗 | 迟到一次扣5分 | 60\n | 纪律 | 缺一次扣5分 | 40\n';
const SCORED = [
  'section 1 作风',
  '  item 1.1 到岗 =60 [sure: deduct 5/次]',
  '  item 1.2 纪律 =40 [sure: deduct 5/次]',
];
const LEVELS =
  '一级指标 | 二级指标 | 评分标准\n作风 | 到岗（60分） | 迟到一次扣5分\n | 纪律（40分） | 缺一次扣5分\n';
const NAMES = '项目 | 评分标准\n到岗（60分） | 迟到一次扣5分\n纪律（40分） | 缺一次扣5分\n';

/** One table for each kind of block outside the full score: what a careful clerk reads of it. */
const BLOCKS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'beside grades the points of a block say nothing of the columns',
    `${GRADES}加分项 | 获得表彰的，加2分 |  |  | \n | 承办现场会的，加3分 |  |  | `,
    [
      ...GRADED,
      'section 2 加分项',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      '  bonus 加分2 承办现场会的 [3 sum cap 3]',
    ],
  ],
  [
    'a range in the name of an entry is asked about',
    '一级指标 | 二级指标 | 优 | 差\n作风 | 到岗 | 60 | 0\n | 纪律 | 40 | 0\n扣分项 | 逾期不改的，扣1—5分 |  | ',
    [
      ...GRADED,
      'section 2 扣分项',
      '  penalty 扣分1 逾期不改的 [5 sum cap 5]',
      'warning row 4: adjustmentUnclear',
    ],
  ],
  [
    'an export that has lost its merges: a block and its entries each alone in the first column',
    '内容 | 优 | 差\n到岗 | 60 | 0\n纪律 | 40 | 0\n加分项 |  | \n获得表彰的，加2分 |  | \n扣分项 |  | \n逾期不改的，扣1分 |  | ',
    [
      'item 1 到岗 =60 [sure: tiers 60 0]',
      'item 2 纪律 =40 [sure: tiers 40 0]',
      'section 3 加分项',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      'section 4 扣分项',
      '  penalty 扣分1 逾期不改的 [1 sum cap 1]',
    ],
  ],
  [
    'a numbered block over entries each alone in their rows',
    '项目 | 内容 | 优 | 差\n1.作风 |  |  | \n1.1到岗 | 到岗及时 | 60 | 0\n1.2纪律 | 服从安排 | 40 | 0\n2.加分项 |  |  | \n获得表彰的，加2分 |  |  | \n承办现场会的，加3分 | 以通报为准 |  | ',
    [
      'section 1 作风',
      '  item 1.1 到岗 =60 [sure: tiers 60 0]',
      '  item 1.2 纪律 =40 [sure: tiers 40 0]',
      'section 2 加分项',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      '  bonus 加分2 承办现场会的 [3 sum cap 3]',
    ],
  ],
  [
    'a veto below another one is none of its words',
    `${LEVELS}一票否决 | 虚报数据的，一票否决 | \n | 发生事故的，一票否决 | `,
    [
      ...SCORED,
      'section 2 一票否决',
      '  veto 否决1 虚报数据的，一票否决 notEligible',
      '  veto 否决2 发生事故的，一票否决 notEligible',
    ],
  ],
  [
    'what stands below the name of a block of vetoes is one',
    `${LEVELS}一票否决 | 虚报数据的 | \n | 发生事故的 | `,
    [
      ...SCORED,
      'section 2 一票否决',
      '  veto 否决1 虚报数据的 notEligible',
      '  veto 否决2 发生事故的 notEligible',
    ],
  ],
  [
    'what speaks of points below the name of a block of vetoes is none',
    `${LEVELS}一票否决 | 虚报数据的 | \n^ | 后续工作 | 得到60分的单位另行帮扶`,
    [
      ...SCORED,
      'section 2 一票否决',
      '  veto 否决1 虚报数据的 notEligible',
      '  item 2.1 后续工作 [hand: hand]',
      'warning row 5: noScore',
    ],
  ],
  [
    'a veto below an entry is none of its words',
    `${SCORES}加分项 | 获得表彰的 | 以通报为准 | +2\n | 发生事故的，一票否决 |  | `,
    [
      ...SCORED,
      'section 2 加分项',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      'veto 否决1 发生事故的，一票否决 notEligible',
    ],
  ],
  [
    'a veto in the names below an entry is none of its words',
    `${LEVELS}加分项 | 获得表彰的 | 加2分\n | 发生事故的，一票否决 | `,
    [
      ...SCORED,
      'section 2 加分项',
      '  bonus 加分1 获得表彰的 [2 sum]',
      'veto 否决1 发生事故的，一票否决 notEligible',
    ],
  ],
  [
    'a heading of vetoes alone in its row is none of them',
    '编号 | 一级指标 | 要求 | 评分标准\nA1 | 到岗（60分） | 每日到岗 | 迟到一次扣5分\nA2 | 纪律（40分） | 服从安排 | 缺一次扣5分\n一票否决 |  |  | \n | 虚报数据的，一票否决 |  | \n | 发生事故的，一票否决 |  | ',
    [
      'item A1 到岗 =60 [sure: deduct 5/次]',
      'item A2 纪律 =40 [sure: deduct 5/次]',
      'section 3 一票否决',
      '  veto 否决1 虚报数据的，一票否决 notEligible',
      '  veto 否决2 发生事故的，一票否决 notEligible',
    ],
  ],
  [
    'a block of one entry heads nothing of what stands across the table below it',
    '项目 | 内容 | 评分标准 | 分值\n一、作风 | 到岗 | 迟到一次扣5分 | 60\n^ | 纪律 | 缺一次扣5分 | 40\n二、加分项 | 获得表彰的 | 以通报为准 | 加2分\n有下列情形之一的，一票否决：1.虚报数据的；2.发生事故的。 | < | < | <',
    [
      ...SCORED,
      'section 2 加分项',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      'veto 否决1 虚报数据的 notEligible',
      'veto 否决2 发生事故的 notEligible',
      'note row 5: 有下列情形之一的，一票否决：',
    ],
  ],
  [
    'entries of a block are no tiers, whatever their points',
    '指标 | 名称 | 情形 | 分值\n规模 | 人数 | 100人以上 | 60\n^ | ^ | 不满100人 | 20\n^ | 年限 | 5年以上 | 40\n^ | ^ | 不满5年 | 10\n加分项 | < | < | <\n | 获得表彰的 | 以通报为准 | +1\n | 承办现场会的 | 由考核组核实 | +3',
    [
      'section 1 规模',
      '  item 1.1 人数 =60 [sure: tiers 60 20]',
      '  item 1.2 年限 =40 [sure: tiers 40 10]',
      'section 2 加分项',
      '  bonus 加分1 获得表彰的 [1 sum cap 1]',
      '  bonus 加分2 承办现场会的 [3 sum cap 3]',
    ],
  ],
  [
    'a veto inside a block leaves its cap',
    `${SCORES}加分项（加分总和不超过3分） | 获得表彰的 |  | +2\n | 承办现场会的 |  | +3\n | 发生事故的 |  | 否决`,
    [
      ...SCORED,
      'section 2 加分项（加分总和不超过3分）',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      '  bonus 加分2 承办现场会的 [3 sum cap 3]',
      '  veto 否决1 发生事故的 notEligible',
      'bonus cap 3',
    ],
  ],
  [
    'a block named where the items are is a heading',
    '序号 | 内容 | 要求 | 评分标准 | 分值\n1 | 到岗 | 到岗及时 | 迟到一次扣5分 | 60\n2 | 纪律 | 服从安排 | 缺一次扣5分 | 40\n3 | 加分项 |  |  | \n | 获得表彰的 |  | 以通报为准 | 2\n | 承办现场会的 |  |  | 3',
    [
      'item 1 到岗 =60 [sure: deduct 5/次]',
      'item 2 纪律 =40 [sure: deduct 5/次]',
      'section 3 加分项',
      '  bonus 加分1 获得表彰的 [2 sum cap 2]',
      '  bonus 加分2 承办现场会的 [3 sum cap 3]',
    ],
  ],
  [
    'numbers of sections stay numbers above a long text in their column',
    '序号 | 项目 | 内容 | 评分标准 | 分值\n1 | 作风 | 到岗 | 迟到一次扣5分 | 60\n | | 纪律 | 缺一次扣5分 | 20\n2 | 台账 | 记录 | 缺一份扣5分 | 20\n有下列情形之一的，一票否决：1.虚报考核数据的；2.发生重大责任事故的；3.拒不接受检查的。',
    [
      'section 1 作风',
      '  item 1.1 到岗 =60 [sure: deduct 5/次]',
      '  item 1.2 纪律 =20 [sure: deduct 5/次]',
      'section 2 台账',
      '  item 2.1 记录 =20 [sure: deduct 5/份]',
      'veto 否决1 虚报考核数据的 notEligible',
      'veto 否决2 发生重大责任事故的 notEligible',
      'veto 否决3 拒不接受检查的 notEligible',
      'note row 5: 有下列情形之一的，一票否决：',
    ],
  ],
  [
    'a heading that stood over several rows of the header is the heading still',
    `考核部分 |  | 评分标准\n指标体系 |  | \n一级指标 | 二级指标 | \n作风 | 1.到岗（60） | 迟到一次扣5分\n | 2.纪律（40） | 缺一次扣5分`,
    ['section 1 作风', '  item 1 到岗 =60 [sure: deduct 5/次]', '  item 2 纪律 =40 [sure: deduct 5/次]'],
  ],
];

it.each(BLOCKS)('%s', (_, source, expected) => {
  const table = parseTable(source);
  const draft = readTables([{ table, map: guessColumns(table) }]);
  expect(describeDraft(draft).split('\n')).toEqual(expected);
});

it.each([
  [
    'points in its name',
    `${GRADES}加分项 | 获得表彰的，加2分 | 以通报为准 |  | `,
    '获得表彰的，加2分\n\n以通报为准',
  ],
  ['points in words beside it', `${NAMES}加分项 | \n获得表彰的 | 每次加2分`, '每次加2分'],
  [
    'no remark',
    '项目 | 评分标准 | 分值 | 备注\n到岗 | 迟到一次扣5分 | 100 | 重点\n加分项 | < | < | <\n表彰 | 获得表彰的 | +2 | —',
    '获得表彰的',
  ],
  [
    'a remark',
    '项目 | 评分标准 | 分值 | 备注\n到岗 | 迟到一次扣5分 | 100 | 重点\n加分项 | < | < | <\n表彰 | 获得表彰的 | +2 | 以通报为准',
    '获得表彰的\n\n以通报为准',
  ],
  [
    'its method, department and deadline',
    '项目 | 评分标准 | 分值 | 检查方法 | 责任部门 | 完成时限\n到岗 | 迟到一次扣5分 | 100 | 抽查 | 人事科 | 全年\n加分项 | < | < | < | < | <\n表彰 | 获得表彰的 | +2 | 查阅文件 | 宣传科 | 次年1月前',
    '获得表彰的\n\n考核办法：查阅文件\n\n责任部门：宣传科\n\n完成时限：次年1月前',
  ],
])('keeps all that is said of an entry: %s', (_, source, expected) => {
  const table = parseTable(source);
  const all = (nodes: readonly DraftNode[]): DraftNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  const { nodes } = readTables([{ table, map: guessColumns(table) }]);
  expect(all(nodes).flatMap(({ kind, criterion }) => (kind === 'bonus' ? [criterion] : []))).toEqual([
    expected,
  ]);
});

it('knows the name of a block from an entry of it', () => {
  for (const name of ['加分项', '六、一票否决', '4.扣分项目', '三、奖惩情况（奖惩分）'])
    expect([name, namesBlock(name), saysEntry(name)]).toEqual([name, true, /否决/.test(name)]);
  for (const entry of ['获得表彰的，加2分', '虚报数据的，一票否决'])
    expect([entry, namesBlock(entry), saysEntry(entry)]).toEqual([entry, false, true]);
});

it('keeps beside a veto what it refers to', () => {
  const table = parseTable(
    '内容 | 满分 | 评分标准 | 一票否决\n履历表应有照片、签名 | 60 | 缺一份扣5分 | 存在左列情况之一的，为不合格档案\n目录齐全 | 40 | 缺一份扣5分 |',
  );
  const { nodes } = readTables([{ table, map: guessColumns(table) }]);
  expect(nodes.flatMap(({ kind, criterion }) => (kind === 'veto' ? [criterion] : []))).toEqual([
    expect.stringContaining('照片、签名'),
  ]);
});
