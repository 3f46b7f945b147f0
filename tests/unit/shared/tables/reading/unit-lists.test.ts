import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { fullScoreOf } from '../../../../../shared/tables/import/proposal.ts';
import { traceOf } from '../../../../../shared/tables/import/traced-cells.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

function read(source: string) {
  const table = parseTable(source);
  return { table, draft: readTables([{ table, map: guessColumns(table) }]) };
}

const SCHOOLS = [
  'section 1 幼儿园',
  '  item 1.1 校舍 =50 [sure: deduct 1/处] for 幼儿园',
  '  item 1.2 师资 =50 [sure: deduct 2/人] for 幼儿园',
  'section 2 小学',
  '  item 2.1 校舍 =40 [sure: deduct 1/处] for 小学',
  '  item 2.2 师资 =60 [sure: deduct 2/人] for 小学',
  'warning row 1: blocksByUnit',
];

/** Columns of points that are each for one kind of unit. */
const BY_UNIT: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'named in the heading',
    '指标 | 要求 | 幼儿园分值 | 小学分值\n校舍 | 破损一处扣1分 | 50 | 40\n师资 | 缺一人扣2分 | 50 | 60',
    SCHOOLS,
  ],
  [
    'named in brackets',
    '指标 | 要求 | 分值（幼儿园） | 分值（小学）\n校舍 | 破损一处扣1分 | 50 | 40\n师资 | 缺一人扣2分 | 50 | 60',
    SCHOOLS,
  ],
  [
    'of the same numbers',
    '指标 | 要求 | 幼儿园分值 | 小学分值\n校舍 | 破损一处扣1分 | 50 | 50\n师资 | 缺一人扣2分 | 50 | <',
    SCHOOLS.map((line) => line.replace(/=[46]0/, '=50')),
  ],
  [
    'below one heading, whose merged cell is lost, each with rows of its own',
    '序号 | 考核内容 | 评分标准 | 分值 | \n | | | 乡镇 | 街道\n1 | 招商 | 少一个扣5分 | 70 | 70\n2 | 农业 | 缺一次扣5分 | 30 | 0\n3 | 环卫 | 发现一处扣1分 | / | 20\n4 | 物业 | 投诉一次扣1分 | | 10\n | 合计 | | 100 | 100',
    [
      'section 1 乡镇',
      '  item 1.1 招商 =70 [sure: deduct 5/个] for 乡镇',
      '  item 1.2 农业 =30 [sure: deduct 5/次] for 乡镇',
      'section 2 街道',
      '  item 2.1 招商 =70 [sure: deduct 5/个] for 街道',
      '  item 2.3 环卫 =20 [sure: deduct 1/处] for 街道',
      '  item 2.4 物业 =10 [sure: deduct 1/次] for 街道',
      'sum row 7: 100 of all',
      'sum row 7: 100 of all',
      'warning row 2: blocksByUnit',
    ],
  ],
  [
    'with sections, sums, a veto and a bonus for all',
    '指标 | 评分标准 | 标准分 | <\n^ | ^ | 县直部门 | 乡镇\n一、安全 | | 60 | 40\n消防 | 缺一处扣2分 | 20 | 20\n巡查 | 少一次扣2分。发生亡人事故的一票否决 | 40 | 20\n小计 | | 60 | 40\n二、服务 | | 40 | 60\n办件 | 错一件扣5分 | 40 | 60\n小计 | | 40 | 60\n总分 | | 100 | 90\n加分项 | 获市级表彰的加5分 | +5 | +5',
    [
      'section 1 县直部门',
      '  section 1.1 安全 =60',
      '    item 1.1.1 消防 =20 [sure: deduct 2/处] for 县直部门',
      '    item 1.1.2 巡查 =40 [sure: deduct 2/次] for 县直部门',
      '  section 1.2 服务 =40',
      '    item 1.2.1 办件 =40 [sure: deduct 5/件] for 县直部门',
      'section 2 乡镇',
      '  section 2.1 安全 =40',
      '    item 2.1.1 消防 =20 [sure: deduct 2/处] for 乡镇',
      '    item 2.1.2 巡查 =20 [sure: deduct 2/次] for 乡镇',
      '  section 2.2 服务 =60',
      '    item 2.2.1 办件 =60 [sure: deduct 5/件] for 乡镇',
      'veto 否决1 巡查：发生亡人事故的一票否决 notEligible',
      'section 3 加分项',
      '  bonus 加分1 获市级表彰的 [5 sum cap 5]',
      'sum row 6: 60 of rows 1-5',
      'sum row 6: 40 of rows 1-5',
      'sum row 9: 40 of rows 7-8',
      'sum row 9: 60 of rows 7-8',
      'sum row 10: 100 of all',
      'sum row 10: 90 of all',
      'warning row 5: vetoWithPoints',
      'warning row 2: blocksByUnit',
      'warning row 10: declaredSum',
    ],
  ],
];

describe('columns of points, each for one kind of unit', () => {
  it.each(BY_UNIT)('%s', (_, source, expected) => {
    const { draft } = read(source);
    expect(describeDraft(draft).split('\n')).toEqual(expected);
    expect(fullScoreOf(draft)).toBe(100_00);
    expect(draft.cells.filter(({ field }) => field === 'none')).toEqual([]);
    // Each cell of points is its own list's, and a row that is not for a kind is told as that.
    const units = new Map(
      allNodes(draft.nodes).flatMap(({ code, kind, appliesTo }) =>
        kind === 'item' ? [[code, appliesTo]] : [],
      ),
    );
    const columns = [
      ...new Set(draft.cells.filter(({ field }) => field === 'score').map(({ column }) => column)),
    ];
    for (const column of columns) {
      const cells = draft.cells.filter((cell) => cell.field === 'score' && cell.column === column);
      const owners = new Set(cells.flatMap(({ code }) => units.get(code) ?? []));
      expect(owners.size).toBe(1);
    }
  });

  it('tell a row that is not for a kind of unit as that', () => {
    const { draft } = read(
      '指标 | 要求 | 幼儿园分值 | 小学分值\n校舍 | 破损一处扣1分 | 100 | 60\n师资 | 缺一人扣2分 | 0 | 40',
    );
    expect(draft.cells.filter(({ row }) => row === 3).slice(2)).toMatchObject([
      { field: 'appliesTo', code: '2.2' },
      { field: 'score', code: '2.2' },
    ]);
  });

  it('show the cells that a row shares at each of its items', () => {
    const { table, draft } = read(
      '指标 | 要求 | 幼儿园分值 | 小学分值\n校舍 | 破损一处扣1分 | 50 | 40\n师资 | 缺一人扣2分 | 50 | 60',
    );
    const trace = traceOf(draft, [table]);
    const shown = ['1.1', '2.1'].map((code) => {
      const node = allNodes(draft.nodes).find((each) => each.code === code);
      return node && trace(node, draft).map(({ text }) => text);
    });
    expect(shown).toEqual([
      ['校舍', '破损一处扣1分', '50'],
      ['校舍', '破损一处扣1分', '40'],
    ]);
  });
});

describe('columns of plain numbers whose headings say no role', () => {
  const rows = (heads: string, first: string, second: string) =>
    read(
      `序号 | 考核项目 | 评分标准 | ${heads}\n1 | 组织领导 | 未成立机构的扣5分 | ${first}\n2 | 培训 | 每缺一次扣2分 | ${second}`,
    ).draft;

  it.each([
    '乡镇 | 街道',
    '执法单位 | 非执法单位',
    '省直 | 省辖市',
    'A类 | B类',
    '机关 | 事业单位',
    '一类 | 二类',
    '市级 | 县级',
    '乡镇（分） | 街道（分）',
    '县（市、区）政府 | 市直部门',
    '县区 | 部门',
  ])('are a list for each kind of unit: %s', (heads) => {
    const draft = rows(heads, '50 | 60', '50 | 40');
    const items = allNodes(draft.nodes).filter(({ kind }) => kind === 'item');
    expect(items.map(({ fullScore }) => fullScore)).toEqual([50_00, 50_00, 60_00, 40_00]);
    expect(new Set(items.flatMap(({ appliesTo }) => appliesTo)).size).toBe(2);
    expect(draft.warnings.map(({ code }) => code)).toEqual(['blocksByUnit']);
  });

  it('are a list for each of three', () => {
    const draft = rows('乡镇 | 街道 | 部门', '50 | 60 | 30', '50 | 40 | 70');
    expect(draft.nodes.map(({ title }) => title)).toEqual(['乡镇', '街道', '部门']);
    expect(fullScoreOf(draft)).toBe(100_00);
  });

  it.each([
    ['分值 | 调整后', '50 | 60', '50 | 40', [50, 50], 5],
    ['分值 | 乡镇', '50 | 60', '50 | 40', [50, 50], 5],
    ['甲 | 乙', '50 | 60', '50 | 40', [50, 50], 5],
    ['分值 | 上年', '50 | 7', '50 | 31', [50, 50], 5],
    ['乡镇 | 街道', '50 | 60', '50 | 30', [60, 30], 4],
  ])('are told where they are none: %s', (heads, first, second, scores, column) => {
    const draft = rows(heads, first, second);
    expect(draft.nodes.map(({ fullScore }) => (fullScore ?? 0) / 100)).toEqual(scores);
    expect(draft.nodes.map(({ criterion }) => criterion)).toEqual(['未成立机构的扣5分', '每缺一次扣2分']);
    expect(draft.cells.filter(({ field }) => field === 'none')).toMatchObject([
      { row: 2, column },
      { row: 3, column },
    ]);
    expect(draft.warnings.map(({ code }) => code)).toContain('unaccounted');
  });

  it('are what their heading says, where it says something', () => {
    const draft = rows('计量单位 | 目标值 | 分值', '项 | 40 | 50', '次 | 60 | 50');
    expect(draft.warnings).toEqual([]);
    expect(draft.nodes[0]?.criterion).toContain('目标值：40');
  });
});

describe('columns of points that are no kinds of unit', () => {
  it.each([
    ['halves of the year', '上半年分值 | 下半年分值', [50, 50], [50, 50]],
    ['parts of one score', '笔试分值 | 面试分值', [50, 50], [50, 50]],
    ['who scores', '督查室分值 | 组织部门分值', [20, 30], [30, 20]],
    ['what is shared out', '牵头单位分值 | 配合单位分值', [30, 20], [70, 80]],
    ['a total beside them', '乡镇分值 | 总分', [30, 30], [70, 70]],
    ['other words', '乡镇分值 | 街道标准分', [30, 30], [70, 70]],
    ['other totals', '乡镇分值 | 街道分值', [30, 30], [70, 50]],
  ])('are read as before, and told: %s', (_, heads, first, second) => {
    const { draft } = read(
      `指标 | 评分标准 | ${heads}\n党建 | 缺一次扣5分 | ${first.join(' | ')}\n业务 | 错一件扣5分 | ${second.join(' | ')}`,
    );
    expect(draft.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['unaccounted']));
    expect(draft.warnings.map(({ code }) => code)).not.toContain('blocksByUnit');
    expect(draft.cells.filter(({ field }) => field === 'none')).toHaveLength(2);
  });

  it('are levels where each is scored beside its items', () => {
    const { draft } = read(
      '一级指标 | 一级分值 | 二级指标 | 评分标准 | 二级分值\n党建 | 40 | 学习 | 缺一次扣5分 | 20\n^ | ^ | 活动 | 缺一次扣5分 | 20\n业务 | 60 | 办件 | 错一件扣5分 | 60',
    );
    expect(draft.warnings).toEqual([]);
    expect(draft.cells.filter(({ field }) => field === 'none')).toEqual([]);
  });
});
