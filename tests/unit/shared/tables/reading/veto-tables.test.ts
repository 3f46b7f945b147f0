import { expect, it } from 'vitest';
import { flat } from '../../../../../shared/tables/draft/totals.ts';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

const SCORED =
  '序号 | 评分项目 | 评分标准 | 分值\n1 | 领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50';
const CASES = [
  ['败诉案件', '发生行政诉讼败诉案件的'],
  ['弄虚作假', '弄虚作假的'],
  ['信访', '引发群体性上访的'],
  ['安全事故', '发生较大以上安全事故，造成人员死亡的'],
] as const;

it.each([
  ['附件2 一票否决事项', '序号 | 否决项目 | 否决情形', ''],
  ['附件2 一票否决事项', '序号 | 事项 | 具体情形', ''],
  ['附件2 一票否决清单', '序号 | 否决项目 | 否决标准', ''],
  ['附件2：一票否决情形', '序号 | 项目 | 内容', ''],
  ['二、一票否决项', '序号 | 指标 | 评分标准', ''],
  ['附件2', '序号 | 否决项目 | 否决情形', ''],
  ['附件2 一票否决事项', '序号 | 否决项目 | 否决情形 | 认定部门', ' | 市司法局'],
])('each row of a table of vetoes is one: %s, %s', (caption, header, beside) => {
  const rows = CASES.map(([name, text], i) => `${i + 1} | ${name} | ${text}${beside}`);
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['某市示范点验收标准（满分100分）', '附件1 验收评分表'] },
    { ...parseTable([header, ...rows].join('\n'), '2'), before: [caption] },
  ];
  const { chosen, maps } = proposeImport(tables);
  expect(chosen).toEqual(['1', '2']);
  const mapped = tables.flatMap((table) => {
    const map = maps[table.id];
    return map ? [{ table, map }] : [];
  });
  const { nodes, cells, warnings } = readTables(mapped);
  const vetoes = nodes.filter(({ kind }) => kind === 'veto');
  expect(vetoes.map(({ sourceRows }) => sourceRows[0]?.row)).toEqual([2, 3, 4, 5]);
  CASES.forEach(([, text], i) => {
    expect(vetoes[i]?.criterion).toContain(text);
  });
  expect(cells.filter(({ field }) => field === 'none')).toEqual([]);
  expect(warnings).toEqual([]);
});

const LIST = '附件2 一票否决事项';
/** The texts of the vetoes that two tables have, the second a list. */
function vetoesOf(caption: string, text: string) {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 验收评分表'] },
    { ...parseTable(text, '2'), before: caption === '' ? [] : [caption] },
  ];
  const { chosen, maps } = proposeImport(tables);
  const mapped = tables.flatMap((table) =>
    chosen.includes(table.id) ? [{ table, map: maps[table.id]! }] : [],
  );
  const { nodes, cells } = readTables(mapped);
  const told = flat(nodes).filter(({ kind }) => kind === 'veto');
  expect(flat(nodes).filter(({ kind, title }) => kind === 'item' || title === LIST)).toHaveLength(2);
  expect(cells.filter(({ field }) => field === 'none')).toEqual([]);
  return told.map(({ title, criterion }) => [title, criterion.replaceAll('\n\n', ' / ')]);
}
const [败诉, 造假] = ['发生行政诉讼败诉案件的', '弄虚作假的'];

/** Offices write such a list in many forms; every row is one, whatever stands over or beside it. */
it.each<[form: string, caption: string, text: string, vetoes: [string, string][]]>([
  [
    ...(['one column below its heading', LIST, `一票否决情形\n${败诉}\n${造假}`] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
    ],
  ],
  [
    ...(['one column below a plain word', LIST, `情形\n${造假}\n${败诉}`] as const),
    [
      [造假, 造假],
      [败诉, 败诉],
    ],
  ],
  [
    ...(['one column without a heading', LIST, `${造假}\n${败诉}`] as const),
    [
      [造假, 造假],
      [败诉, 败诉],
    ],
  ],
  [
    ...(['numbered in its column', LIST, `否决情形\n1.${败诉}\n2.${造假}`] as const),
    [
      [败诉, `1.${败诉}`],
      [造假, `2.${造假}`],
    ],
  ],
  [
    ...([
      'its heading says what follows',
      '附件2',
      `一票否决事项（凡有下列情形之一的，不得推荐）\n${败诉}\n${造假}`,
    ] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
    ],
  ],
  [
    ...(['numbers without a heading', LIST, `1 | ${败诉}\n2 | ${造假}`] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
    ],
  ],
  [
    ...(['its name merged beside the cases', '', `一票否决 | ${败诉}\n^ | ${造假}`] as const),
    [
      [败诉, `${败诉} / 一票否决`],
      [造假, `${造假} / 一票否决`],
    ],
  ],
  [
    ...([
      'its name above the headings',
      '',
      `一票否决事项 | <\n序号 | 情形\n1 | ${败诉}\n2 | ${造假}`,
    ] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
    ],
  ],
  [
    ...([
      'its name over numbers without headings',
      '',
      `一票否决事项 | <\n1 | ${败诉}\n2 | ${造假}`,
    ] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
    ],
  ],
  [
    ...([
      'its heading bars from being confirmed',
      '附件2',
      `有下列情形之一的，不得确认为示范点：\n1.${败诉}\n2.${造假}`,
    ] as const),
    [
      [败诉, `1.${败诉}`],
      [造假, `2.${造假}`],
    ],
  ],
  [
    ...(['side by side', LIST, `${败诉} | ${造假}\n败诉的 | 上访的`] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
      ['败诉的', '败诉的'],
      ['上访的', '上访的'],
    ],
  ],
  [
    ...(['its name beside the first case alone', '', `一票否决指标 | ${败诉}\n | ${造假}`] as const),
    [
      [败诉, `${败诉} / 一票否决指标`],
      [造假, 造假],
    ],
  ],
  [
    ...([
      'short words over its columns',
      LIST,
      `情形 | 处理\n${败诉} | 取消资格\n${造假} | 取消资格`,
    ] as const),
    [
      [败诉, `${败诉} / 处理：取消资格`],
      [造假, `${造假} / 处理：取消资格`],
    ],
  ],
  [
    ...(['several in one line', LIST, `否决项 | 1.${败诉}；2.${造假}。`] as const),
    [
      [败诉, `1.${败诉}； / 否决项`],
      [造假, `2.${造假}。 / 否决项`],
    ],
  ],
  [
    ...([
      'kinds and what follows merged',
      '附表：一票否决清单',
      `类别 | 情形 | 结果\n廉政 | ${败诉} | 取消资格\n^ | ${造假} | ^\n安全 | 骗取荣誉的 | ^`,
    ] as const),
    [
      [败诉, `廉政 / ${败诉} / 结果：取消资格`],
      [造假, `廉政 / ${造假} / 结果：取消资格`],
      ['骗取荣誉的', '安全 / 骗取荣誉的 / 结果：取消资格'],
    ],
  ],
  [
    ...(['called otherwise', '附件2 不得推荐的情形', `序号 | 情形\n1 | ${败诉}\n2 | ${造假}`] as const),
    [
      [败诉, 败诉],
      [造假, 造假],
    ],
  ],
  [
    ...([
      'with who tells of it',
      '附件2 负面清单（一票否决）',
      `序号 | 负面情形 | 责任单位\n1 | ${造假} | 法制科`,
    ] as const),
    [[造假, `${造假} / 责任单位：法制科`]],
  ],
  [
    ...(['taking all points', LIST, `序号 | 情形 | 分值\n1 | ${败诉} | -100\n2 | ${造假} | -100`] as const),
    [
      [败诉, `${败诉} / 分值：-100`],
      [造假, `${造假} / 分值：-100`],
    ],
  ],
  [
    ...(['by kinds', LIST, `序号 | 类别 | 否决情形\n1 | 执法类 | ${败诉}\n2 | 作风类 | ${造假}`] as const),
    [
      [败诉, `执法类 / ${败诉}`],
      [造假, `作风类 / ${造假}`],
    ],
  ],
  [
    ...(['below headings of kinds', LIST, `一、执法类\n1.${败诉}\n二、作风类\n1.${造假}`] as const),
    [
      [败诉, `一、执法类 / 1.${败诉}`],
      [造假, `二、作风类 / 1.${造假}`],
    ],
  ],
  [
    ...(['several in one cell', LIST, `序号 | 情形\n1 | 1.${败诉}⏎2.${造假}\n2 | 骗取荣誉的`] as const),
    [
      [败诉, `1.${败诉}`],
      [造假, `2.${造假}`],
      ['骗取荣誉的', '骗取荣誉的'],
    ],
  ],
])('is read: %s', (_, caption, text, vetoes) => {
  expect(vetoesOf(caption, text)).toEqual(vetoes);
});

it('keeps what leads to several in their cell as a remark', () => {
  const lead = '有下列情形之一的，一票否决：';
  const list = `序号 | 情形\n1 | ${lead}1.${败诉}⏎2.${造假}\n2 | 骗取荣誉的`;
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 验收评分表'] },
    { ...parseTable(list, '2'), before: [LIST] },
  ];
  const { maps } = proposeImport(tables);
  const { nodes, notes } = readTables(tables.map((table) => ({ table, map: maps[table.id]! })));
  expect(flat(nodes).filter(({ kind }) => kind === 'veto')).toHaveLength(3);
  expect(notes.map(({ text }) => text)).toContain(lead);
});

it('is named by its case where that goes on, not by its group', () => {
  const list = '序号 | 类别 | 情形\n1 | 作风 | 弄虚作假、\n | | 骗取荣誉的';
  expect(vetoesOf(LIST, list)).toEqual([['弄虚作假、骗取荣誉的', '作风 / 弄虚作假、骗取荣誉的']]);
});

it('goes on after a page break, in the middle of a case', () => {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 验收评分表'] },
    { ...parseTable(`序号 | 情形\n1 | ${败诉}\n2 | 弄虚作假、`, '2'), before: [LIST] },
    { ...parseTable('序号 | 情形\n | 骗取荣誉的\n3 | 群体性上访的', '3'), before: ['（续）'] },
  ];
  const { maps } = proposeImport(tables);
  const { nodes } = readTables(tables.map((table) => ({ table, map: maps[table.id]! })));
  const told = flat(nodes).filter(({ kind }) => kind === 'veto');
  expect(told.map(({ criterion }) => criterion)).toEqual([败诉, '弄虚作假、骗取荣誉的', '群体性上访的']);
});

it.each([
  ['加分项', '序号 | 加分项目 | 加分标准\n1 | 获奖 | 省级表彰加3分'],
  ['扣分项', '序号 | 扣分项目 | 扣分标准\n1 | 投诉 | 每起扣1分'],
  ['一票否决', `序号 | 情形\n1 | ${造假}`],
])('%s beside lists for two kinds of unit leaves them lists of their own', (name, text) => {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 行政处罚类单位评分表'] },
    { ...parseTable(SCORED.replace('领导', '窗口'), '2'), before: ['附件2 行政许可类单位评分表'] },
    { ...parseTable(text, '3'), before: [`附件3 ${name}`] },
  ];
  const { chosen, appliesTo } = proposeImport(tables);
  expect(chosen).toEqual(['1', '2', '3']);
  expect(Object.keys(appliesTo)).toEqual(['1', '2']);
});

it.each([
  [['一票否决：执法腐败的。'], ['一票否决：群体性事件的。'], ['outsideForAll']],
  [[], ['一票否决：群体性事件的。'], []],
])('what one list for a kind of unit vetoes is told to bind all: %j %j', (first, second, codes) => {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 市直部门评分标准（100分）'] },
    {
      ...parseTable(SCORED.replace('领导', '窗口'), '2'),
      before: [...first, '附件2 乡镇（街道）评分标准（100分）'],
      after: second,
    },
  ];
  const { maps, appliesTo } = proposeImport(tables);
  const mapped = tables.map((table) => ({ table, map: maps[table.id]! }));
  const { warnings } = readTables(mapped, { appliesTo });
  expect(warnings.map(({ code }) => code).filter((code) => code === 'outsideForAll')).toEqual(codes);
});

it('a mark beside scores is no table of vetoes', () => {
  const table = parseTable(
    '序号 | 项目 | 分值 | 评分标准 | 一票否决\n1 | 领导 | 50 | 每缺1项扣1分 | 否\n2 | 会议 | 50 | 每少1次扣2分 | ',
  );
  const { maps } = proposeImport([table]);
  expect(maps['1']?.roles.at(-1)).toBe('veto');
});

it.each([
  [
    'words in a column that somebody calls vetoes',
    '序号 | 否决情形 | 备注\n1 | 弄虚作假的 |\n2 | 发生败诉的 |',
  ],
  ['rows that became sections with nothing below', '1 | 弄虚作假的\n2 | 发生败诉的\n3 | 发生事故的'],
])('no word of a veto that is nowhere in the standard counts as read: %s', (_, text) => {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 验收评分表'] },
    { ...parseTable(text, '2'), before: ['附件2 一票否决事项'] },
  ];
  const { maps } = proposeImport(tables);
  const { nodes, cells } = readTables(tables.map((table) => ({ table, map: maps[table.id]! })));
  const kept = flat(nodes).filter((node) => flat([node]).some(({ kind }) => kind !== 'section'));
  const said = JSON.stringify(kept.map(({ title, criterion }) => [title, criterion]));
  for (const cell of tables[1]!.cells.filter((each) => each.text.endsWith('的'))) {
    const { field } = cells.find(
      (each) => each.table === '2' && each.row === cell.row + 1 && each.column === cell.column + 1,
    )!;
    expect([cell.text, field === 'none']).toEqual([cell.text, !said.includes(cell.text)]);
  }
});

it.each<[text: string, cases: string[], leads?: string[]]>([
  ['一票否决 | 1.弄虚作假的⏎2.发生败诉的 | < | <', ['弄虚作假的', '2.发生败诉的']],
  [
    '一票否决：有下列情形之一的，取消参评资格：（1）弄虚作假的；（2）发生败诉的。 | < | < | <',
    ['弄虚作假的', '发生败诉的'],
    ['一票否决：有下列情形之一的，取消参评资格：'],
  ],
  ['二、一票否决情形 | < | < | <\n序号 | 情形 | < | <\n1 | 弄虚作假的 | < | <', ['弄虚作假的']],
])('rows of the scoring table itself: %s', (text, cases, leads = []) => {
  const table = parseTable(`${SCORED}\n${text}`);
  const { maps } = proposeImport([table]);
  const { nodes, notes } = readTables([{ table, map: maps['1']! }]);
  expect(notes.map(({ text: note }) => note)).toEqual(leads);
  const told = flat(nodes).filter(({ kind }) => kind === 'veto');
  expect(told.map(({ title, criterion }) => criterion || title)).toEqual(cases);
});
