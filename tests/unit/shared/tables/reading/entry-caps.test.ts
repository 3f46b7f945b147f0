import { expect, it } from 'vitest';
import { entriesOf } from '../../../../../shared/tables/draft/outside-parts.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { showPoints } from '../../../../../shared/values/points.ts';
import { parseTable } from '../table-fixture.ts';

const SCORED =
  '序号 | 评分项目 | 评分标准 | 分值\n1 | 领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50';

/** The entries of a block in a document of its own, what limits them, what is told, and cells that are nowhere. */
function entries(caption: string, text: string): string[] {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 验收评分表'] },
    { ...parseTable(text, '2'), before: [caption] },
  ];
  const { chosen, maps } = proposeImport(tables);
  const mapped = tables.flatMap((table) =>
    chosen.includes(table.id) ? [{ table, map: maps[table.id]! }] : [],
  );
  const { nodes, cells, warnings, bonusCap, penaltyCap } = readTables(mapped);
  const points = (each: number | undefined) => (each === undefined ? '' : ` most ${showPoints(each)}`);
  return [
    ...allNodes(nodes).flatMap(({ title, adjustment }) =>
      adjustment
        ? `${title} ${adjustment.options.map((option) => showPoints(option.points)).join('+')}${points(adjustment.cap)}`
        : [],
    ),
    ...(bonusCap === undefined ? [] : [`bonus${points(bonusCap)}`]),
    ...(penaltyCap === undefined ? [] : [`penalty${points(penaltyCap)}`]),
    ...cells.flatMap(({ field, row, column }) => (field === 'none' ? `amber ${row}:${column}` : [])),
    ...warnings.flatMap(({ code, row }) => (code === 'unaccounted' ? [] : `${code} ${row}`)),
  ];
}

const BONUS = '附件2 加分项';
const PENALTY = '附件2 扣分项';

it.each<[what: string, caption: string, text: string, ...wanted: string[]]>([
  [
    'a score that repeats what each costs is no limit',
    PENALTY,
    '序号 | 扣分事项 | 扣分标准 | 分值\n1 | 通报 | 每次扣1分 | -1\n2 | 投诉 | 每发现一起扣2分 | -2\n3 | 迟到 | 发现一次扣1分 | 1',
    '通报 1',
    '投诉 2',
    '迟到 1',
  ],
  [
    'one above it is, and one beside a deed that is none of several',
    PENALTY,
    '序号 | 扣分事项 | 扣分标准 | 分值\n1 | 通报 | 每次扣1分 | 5\n2 | 投诉 | 被投诉的扣2分 | -2',
    '通报 1 most 5',
    '投诉 2 most 2',
  ],
  [
    'words that limit do so whatever the score',
    PENALTY,
    '序号 | 扣分事项 | 扣分标准 | 分值\n1 | 通报 | 每次扣1分，最多扣1分 | -1\n2 | 投诉 | 每次扣2分 | 不超过2分',
    '通报 1 most 1',
    '投诉 2 most 2',
    'scoreIsMost 3',
  ],
  ...['封顶', '上限', '最高分', '最高加分', '加分上限', '最多加', '封顶分值', '最高分值'].map(
    (name): [string, string, string, ...string[]] => [
      `a column of the most: ${name}`,
      BONUS,
      `序号 | 加分事项 | 加分标准 | ${name}\n1 | 表彰 | 每次加1分 | 1\n2 | 推广 | 每次加2分 | 4分`,
      '表彰 1 most 1',
      '推广 2 most 4',
    ],
  ),
  ...['封顶', '最高扣分', '最多扣', '扣分上限', '最高分值'].map(
    (name): [string, string, string, ...string[]] => [
      `the same beside what each costs: ${name}`,
      PENALTY,
      `序号 | 扣分事项 | 扣分分值 | ${name}\n1 | 每通报一次 | 1 | 5\n2 | 每曝光一次 | 2 | 2`,
      '每通报一次 1 most 5',
      '每曝光一次 2 most 2',
    ],
  ),
  [
    'the most in an order of its own',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 最高分\n1 | 表彰 | 每次加1分 | 3\n2 | 推广 | 每次加2分 | 4\n3 | 经验 | 每次加1分 | 5',
    '表彰 1 most 3',
    '推广 2 most 4',
    '经验 1 most 5',
  ],
  [
    'a block that its first row names',
    '附件2',
    '加分项 | < | < | <\n序号 | 内容 | 加分标准 | 限额\n1 | 表彰 | 每次加1分 | 5分\n2 | 推广 | 每次加2分 | ^',
    '表彰 1',
    '推广 2',
    'bonus most 5',
    'sharedCap 3',
  ],
  [
    'the most alone is no price',
    PENALTY,
    '序号 | 扣分事项 | 最多扣\n1 | 每通报一次 | 5\n2 | 每曝光一次 | 4',
    '每通报一次 5 most 5',
    '每曝光一次 4 most 4',
    'adjustmentUnclear 2',
    'adjustmentUnclear 3',
  ],
  [
    'the most beside two of three entries is of neither alone',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 最高加分\n1 | 表彰 | 每次加1分 | 5\n2 | 推广 | 每次加2分 | ^\n3 | 经验 | 每篇加1分 | 3',
    '表彰 1',
    '推广 2',
    '经验 1 most 3',
    'amber 2:4',
    'limitUnused 2',
  ],
  [
    'a score beside them alike',
    PENALTY,
    '序号 | 扣分事项 | 扣分标准 | 分值\n1 | 通报 | 每次扣1分 | 5\n2 | 曝光 | 每次扣2分 | ^\n3 | 投诉 | 每起扣1分 | 3',
    '通报 1',
    '曝光 2',
    '投诉 1 most 3',
    'amber 2:4',
    'limitUnused 2',
  ],
  [
    'the most beside all of them may be of each',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 最高加分\n1 | 表彰 | 每次加1分 | 5\n2 | 推广 | 每次加2分 | ^',
    '表彰 1',
    '推广 2',
    'bonus most 5',
    'sharedCap 2',
  ],
  [
    'a column of the most beside prices, merged over two',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 分值 | 封顶\n1 | 表彰 | 每次加1分 | 1 | 5\n2 | 推广 | 每次加2分 | 2 | ^\n3 | 经验 | 每篇加1分 | 1 | 3',
    '表彰 1',
    '推广 2',
    '经验 1 most 3',
    'limitUnused 2',
  ],
  [
    'a limit in a remark beside two of three',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 备注\n1 | 表彰 | 每次加1分 | 最高加5分\n2 | 推广 | 每次加2分 | ^\n3 | 经验 | 每篇加1分 | ',
    '表彰 1',
    '推广 2',
    '经验 1',
    'limitUnused 2',
  ],
  [
    'a limit in a remark beside all is of the block',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 备注\n1 | 表彰 | 每次加1分 | 累计加分不超过5分\n2 | 推广 | 每次加2分 | ^\n3 | 经验 | 每篇加1分 | ^',
    '表彰 1',
    '推广 2',
    '经验 1',
    'bonus most 5',
  ],
  [
    'a number and a name over two cases are two entries',
    BONUS,
    '序号 | 加分事项 | 加分标准\n1 | 表彰 | 获国家级表彰的加5分\n^ | ^ | 获省级表彰的加3分\n2 | 推广 | 获推广的加2分',
    '获国家级表彰的 5',
    '获省级表彰的 3',
    '获推广的 2',
  ],
  [
    'of one name that has one score they are one entry',
    PENALTY,
    '序号 | 扣分事项 | 扣分标准 | 分值\n1 | 舆情 | 发生负面舆情的，每次扣2分 | 5\n^ | ^ | 未及时处置的，每次扣1分 | ^\n2 | 通报 | 被通报的扣2分 | 2',
    '舆情 2+1 most 5',
    '通报 2 most 2',
  ],
  [
    'or one limit',
    BONUS,
    '序号 | 加分事项 | 加分标准 | 备注\n1 | 表彰 | 获国家级表彰的加5分 | 最高加6分\n^ | ^ | 获省级表彰的加3分 | ^\n2 | 推广 | 获推广的加2分 | ',
    '表彰 5+3 most 6',
    '推广 2',
  ],
  [
    'a sentence that a page break has cut is one',
    BONUS,
    '序号 | 加分事项 | 加分标准\n1 | 表彰 | 获国家级表彰的加5分；获省级\n^ | ^ | 表彰的加3分\n2 | 推广 | 获推广的加2分',
    '表彰 5+3',
    '推广 2',
  ],
])('%s', (_, caption, text, ...wanted) => {
  expect(entries(caption, text)).toEqual(wanted);
});

it('cases below one name are named by it in the standard', () => {
  const text =
    '序号 | 加分事项 | 加分标准\n1 | 荣誉 | 获国家级表彰的加5分\n^ | ^ | 获省级表彰的加3分\n2 | 推广 | 获推广的加2分';
  const table = { ...parseTable(text, '1'), before: [BONUS] };
  const { nodes } = readTables([{ table, map: proposeImport([table]).maps['1']! }]);
  expect(entriesOf(nodes, 'bonus').map(({ title }) => title)).toEqual([
    '荣誉：获国家级表彰的',
    '荣誉：获省级表彰的',
    '获推广的',
  ]);
});
