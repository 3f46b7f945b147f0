import { describe, expect, it } from 'vitest';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { headOf } from '../../../../../shared/tables/import/head.ts';
import { countCells } from '../../../../../shared/tables/reading/cells.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

type Part = readonly [before: readonly string[], rows: string];

/** What the wizard proposes of a document: the draft, and the title that stands over it. */
function read(parts: readonly Part[]) {
  const tables = parts.map(([before, rows], i) => ({
    ...parseTable(rows, String(i + 1)),
    ...(before.length > 0 && { before }),
  }));
  const { chosen, maps, appliesTo, warnings } = proposeImport(tables);
  const mapped = tables.flatMap((table) => {
    const map = maps[table.id];
    return map && chosen.includes(table.id) ? [{ table, map }] : [];
  });
  const draft = readTables(mapped, { appliesTo });
  expect(countCells(draft.cells).unaccounted).toBe(0);
  expect(warnings).toEqual([]);
  const { title } = headOf(draft, tables);
  return { draft, title, lines: describeDraft({ ...draft, notes: [] }).split('\n') };
}

const HEAD = '序号 | 评分项目 | 评分标准 | 分值\n';
const TITLE = '某市示范点验收标准（2027年，满分100分）';

describe('a table that goes on in the next is one with it, and the captions of the others stay', () => {
  const captioned = (between: readonly string[], second: string): Part[] => [
    [
      [TITLE, '附件1', '一、组织领导（40分）'],
      `${HEAD}1 | 领导 | 每缺1项扣1分 | 20\n2 | 会议 | 每少1次扣2分 | 20`,
    ],
    [['附件2', '二、执法实施（40分）'], `${HEAD}1 | 立案 | 每缺1项扣1分 | 20`],
    [between, second],
    [['附件3', '三、宣传培训（20分）'], `${HEAD}1 | 宣传 | 每缺1项扣1分 | 20`],
  ];
  const WHOLE = [
    'section 1 组织领导 =40',
    '  item 1.1 领导 =20 [sure: deduct 1/项]',
    '  item 1.2 会议 =20 [sure: deduct 2/次]',
    'section 2 执法实施 =40',
    '  item 2.1 立案 =20 [sure: deduct 1/项]',
    '  item 2.2 行政指导 =20 [sure: deduct 2/件]',
    'section 3 宣传培训 =20',
    '  item 3.1 宣传 =20 [sure: deduct 1/项]',
  ];
  const rest = `2 | 行政指导 | 每少1件扣2分 | 20`;
  const BETWEEN: readonly (readonly string[])[] = [
    ...['续表', '（续）', '附件2（续）', '二、执法实施（续）', '二、执法实施（40分）'].map((text) => [text]),
    ...['— 3 —', '注：立案以系统为准。', '二、执法实施（40分）（续）', TITLE].map((text) => [text]),
    [],
  ];
  it.each(BETWEEN.map((between) => ({ between })))('below $between', ({ between }) => {
    for (const header of [HEAD, '']) {
      const { lines, title } = read(captioned(between, `${header}${rest}`));
      expect(lines).toEqual(WHOLE);
      expect(title).toBe(TITLE);
    }
  });

  it('but not where it is named itself, or counts anew', () => {
    const named = read(captioned(['续表', '（一）指导'], `${HEAD}${rest}`));
    expect(named.lines).toContain('  section 2.2 指导');
    const anew = read(captioned([], `${HEAD}1 | 行政指导 | 每少1件扣2分 | 20`));
    expect(anew.lines).toEqual(WHOLE);
    expect(anew.draft.warnings).toEqual([]);
  });

  it('with the sum of both, and each row at its place', () => {
    const { draft, lines } = read(
      captioned(['续表'], `${HEAD}${rest}\n本页小计 | < | < | 20\n合计 | < | < | 40`),
    );
    expect(lines).toEqual([...WHOLE, 'sum row 3: 20 of rows 1-2', 'sum row 4: 40 of all']);
    expect(draft.sums.at(-1)).toMatchObject({ table: '3', fromTable: '2' });
    expect(draft.rows.map(({ table, row, fate }) => [table, row, fate]).slice(5, 9)).toEqual([
      ['3', 1, 'header'],
      ['3', 2, 'item'],
      ['3', 3, 'sum'],
      ['3', 4, 'sum'],
    ]);
  });

  it('and tells of its rows by their own table', () => {
    const { draft } = read([
      [[TITLE], `${HEAD}1 | 甲 | 每缺1项扣1分 | 最多50分`],
      [['续表'], `${HEAD}2 | 乙 | 每缺1项扣1分 | 最多50分`],
    ]);
    expect(draft.warnings.map(({ table, row, message }) => [table, row, message.slice(0, 3)])).toEqual([
      ['1', 2, '第2行'],
      ['2', 2, '第2行'],
    ]);
  });
});

describe('what a page break parts in a document stays together', () => {
  const LEVELS = '一级指标 | 评分项目 | 评分标准 | 分值\n';
  const LEVELLED = [
    'section 1 组织领导',
    '  item 1.1 领导小组 =20 [sure: deduct 0/次!]',
    '  item 1.2 方案 =20 [sure: deduct 2/项]',
    '  item 1.3 会议 =10 [sure: deduct 2/次]',
    'section 2 执法',
    '  item 2.1 指导 =25 [sure: deduct 2/件]',
    '  item 2.2 调解 =25 [sure: deduct 2/件]',
  ];
  const first = '组织领导 | 领导小组 | 未成立的不得分 | 20\n^ | 方案 | 每缺1项扣2分 | 20';
  const last = '执法 | 指导 | 每少1件扣2分 | 25\n^ | 调解 | 每少1件扣2分 | 25';
  it.each([
    ['below 续表', ['续表'], LEVELS, ''],
    ['without a word', [], LEVELS, ''],
    ['without a header', ['（续表）'], '', ''],
    ['said again', ['续表'], LEVELS, '组织领导'],
    ['said to go on', ['续表'], LEVELS, '组织领导（续）'],
  ])('a level, %s', (_, before, header, level) => {
    const second = `${header}${level} | 会议 | 每少1次扣2分 | 10\n${last}`;
    expect(
      read([
        [[TITLE], `${LEVELS}${first}`],
        [before, second],
      ]).lines,
    ).toEqual(LEVELLED);
  });

  it('a level over a third table without a header', () => {
    const parts: Part[] = [
      [[TITLE], `${LEVELS}${first}`],
      [['续表'], ` | 会议 | 每少1次扣2分 | 10`],
      [['续表'], last],
    ];
    expect(read(parts).lines).toEqual(LEVELLED);
  });

  it.each([
    ['its number and name said again', '2 | 乙（续） | （2）有记录得20分；（3）有总结得50分 | ', []],
    ['words alone', ' |  | （2）有记录得20分；（3）有总结得50分 | ', []],
    ['a number without a name', '3 |  | （2）有记录得20分；（3）有总结得50分 | ', ['rowWithoutScore']],
  ])('an item, %s', (_, row, warnings) => {
    const { draft } = read([
      [[TITLE], `${HEAD}1 | 甲 | 每缺1项扣1分 | 20\n2 | 乙 | （1）有台账得10分 | 80`],
      [['续表'], `${HEAD}${row}`],
    ]);
    expect(draft.nodes.map(({ title, criterion }) => [title, criterion])).toEqual([
      ['甲', '每缺1项扣1分'],
      ['乙', '（1）有台账得10分\n（2）有记录得20分；（3）有总结得50分'],
    ]);
    expect(draft.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it('a list outside the full score', () => {
    const outside = (name: string, kind: string): Part[] => [
      [[TITLE, '附件1 验收评分表'], `${HEAD}1 | 领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50`],
      [[`附件2 ${name}`], `${HEAD}1 | 表彰 | 获省级表彰的${kind}5分 | 5`],
      [['（续）'], `${HEAD}2 | 推广 | 经验全省推广的${kind}3分 | 3`],
    ];
    const kinds = (name: string, kind: string) =>
      read(outside(name, kind)).lines.map((line) => line.trim().split(' ')[0]);
    const base = ['section', 'item', 'item', 'section'];
    expect(kinds('加分项', '加')).toEqual([...base, 'bonus', 'bonus']);
    expect(kinds('扣分项', '扣')).toEqual([...base, 'penalty', 'penalty']);
  });

  it('a page without a row of its own', () => {
    const item = (n: number) => `${n} | 项目${n} | 每缺1项扣1分 | 50`;
    const { lines } = read([
      [[TITLE], `${HEAD}${item(1)}`],
      [['续表'], HEAD],
      [['续表'], `${HEAD}${item(2)}`],
    ]);
    expect(lines).toEqual([1, 2].map((n) => `item ${n} 项目${n} =50 [sure: deduct 1/项]`));
  });
});

it('tables that each begin with a row of their name are the sections of that name', () => {
  const named = (title: string, points: number): Part => [
    [],
    `${title} | < | < | <\n${HEAD}1 | 甲 | 每缺1项扣1分 | ${points}\n小计 | < | < | ${points}`,
  ];
  const { lines, draft } = read([
    named('附件1 组织领导评分表（40分）', 40),
    named('附件2 执法实施评分表（60分）', 60),
  ]);
  expect(lines.slice(0, 4)).toEqual([
    'section 1 组织领导评分表 =40',
    '  item 1.1 甲 =40 [sure: deduct 1/项]',
    'section 2 执法实施评分表 =60',
    '  item 2.1 甲 =60 [sure: deduct 1/项]',
  ]);
  expect(draft.warnings).toEqual([]);
});
