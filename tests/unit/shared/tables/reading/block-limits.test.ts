import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { sideOf } from '../../../../../shared/tables/cells/sides.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { parseTable } from '../table-fixture.ts';

const ITEMS = `
评分项 | 评分标准 | 分值
成立小组 | 未成立的不得分 | 60
开展回访 | 未开展的不得分 | 40
`;
const BONUS = `
序号 | 内容 | 加分标准
1 | 表彰 | 每次加1分
2 | 推广 | 每次加2分
`;
const PENALTY = `
序号 | 内容 | 扣分标准
1 | 通报 | 每次扣1分
2 | 曝光 | 每次扣2分
`;

function read(...tables: Pick<SourceTable, 'cells' | 'rows' | 'columns' | 'before' | 'after'>[]) {
  const sources = tables.map((table, i) => ({ ...table, id: String(i + 1), name: `表${i + 1}` }));
  return readTables(sources.map((table) => ({ table, map: guessColumns(table) })));
}

const limitsOf = ({ bonusCap, penaltyCap, warnings }: ReturnType<typeof read>) => [
  ...(bonusCap === undefined ? [] : [`bonus ${bonusCap / 100}`]),
  ...(penaltyCap === undefined ? [] : [`penalty ${penaltyCap / 100}`]),
  ...warnings
    .filter(({ code }) => /^(?:limitUnused|severalCaps|highestUnused|scoresAround)$/.test(code))
    .map(({ code, message }) => `${code} ${/“(.*?)”/.exec(message)?.[1] ?? ''}`),
];

describe('the limits of bonus and penalty blocks', () => {
  it.each([
    ['加分最高不超过10分。', 'bonus 10'],
    ['加分不得突破10分。', 'bonus 10'],
    ['加分总分值为10分。', 'bonus 10'],
    ['加分不超过总分的10%。', 'limitUnused 加分不超过总分的10%'],
    ['注：1.加分累计不超过5分，扣分累计不超过10分。', 'bonus 5', 'penalty 10'],
    ['注：加分和扣分均不超过5分。', 'bonus 5', 'penalty 5'],
    ['注：加分项合计不超过5分；扣分项合计不超过8分。', 'bonus 5', 'penalty 8'],
    ['注：同一事项加分最高不超过3分。', 'limitUnused 同一事项加分最高不超过3分'],
    ['注：每项加分最高不超过2分，各项加分合计不超过5分。', 'bonus 5', 'limitUnused 每项加分最高不超过2分'],
    ['注：第1项加分最高不超过2分。', 'limitUnused 第1项加分最高不超过2分'],
    ['加分与扣分合计不超过5分。', 'limitUnused 加分与扣分合计不超过5分'],
    ['加分累计不超过5分。加分累计不超过8分。', 'bonus 5', 'limitUnused 加分累计不超过8分'],
    ['每次加3分，加分累计不超过5分。', 'scoresAround 每次加3分，加分累计不超过5分。'],
    ['以上加分同一事项按最高分计，不累计。', 'highestUnused 以上加分同一事项按最高分计，不累计。'],
    ['扣分累计不超过5分的，评为优秀。'],
    ['总分最高不超过100分。'],
    ['扣分项从总分中扣减，扣至零分为止。'],
    ['加分累计不超过5分，扣分项扣至0分为止。', 'bonus 5'],
    ['加分5分封顶，扣分10分封底', 'bonus 5', 'penalty 10'],
  ])('of a remark below the tables: %s', (text, ...wanted) => {
    const draft = read(
      parseTable(ITEMS),
      { ...parseTable(BONUS), before: ['加分项'] },
      { ...parseTable(PENALTY), before: ['扣分项'], after: [text] },
    );
    expect(limitsOf(draft)).toEqual(wanted);
  });

  it.each([
    ['加分项（累计不超过5分）', 'bonus 5'],
    ['加分项（最高5分）', 'bonus 5'],
    ['加分项（上限5分）', 'bonus 5'],
    ['加分项（总分值5分）', 'bonus 5'],
    ['加分项，累计加分不超过5分', 'bonus 5'],
    ['加分项（满分5分）', 'bonus 5'],
    ['加分项（每项最高2分）', 'limitUnused 加分项，每项最高2分'],
  ])('of what a block is called, wherever that stands: %s', (name, ...wanted) => {
    const section = read(
      parseTable(
        `${ITEMS}${name} | < | <\n表彰 | 获省级表彰的每次加1分 | 3\n推广 | 获省级推广的每次加2分 | 4`,
      ),
    );
    const row = read(parseTable(ITEMS), parseTable(`${name} | < | <${BONUS}`));
    const caption = read(parseTable(ITEMS), { ...parseTable(BONUS), before: [name] });
    const said = (draft: ReturnType<typeof read>) =>
      limitsOf(draft).map((each) => each.replace(/^(limitUnused) .*，?(每项.*)$/, '$1 $2'));
    const short = wanted.map((each) => each.replace('加分项，', ''));
    expect([said(section), said(row), said(caption)]).toEqual([short, short, short]);
    expect(
      allNodes(section.nodes).find(({ kind, title }) => kind === 'section' && /加分/.test(title))?.title,
    ).toMatch(/^加分项(?:$|.*分[）]?$)/);
  });

  it('of a row of its own below the entries', () => {
    const draft = read(
      parseTable(
        `${ITEMS}加分项 | < | <\n表彰 | 获省级表彰的加3分 | 3\n推广 | 获省级推广的加3分 | 3\n加分累计最高不超过5分。 | < | <\n一票否决项 | < | <\n发生重大责任事故的 | < | <`,
      ),
    );
    expect(limitsOf(draft)).toEqual(['bonus 5']);
    expect(draft.rows.find(({ text }) => text.startsWith('加分累计'))?.fate).toBe('note');
  });

  it('of the total, in a row below entries of one side', () => {
    for (const said of ['最终得分超过100分的，按100分计。', '总分最高100分。'])
      expect(limitsOf(read(parseTable(`${BONUS}${said} | < | <`)))).toEqual([]);
  });

  it('of blocks within a block, and of one block of two', () => {
    const inner = '表彰类加分（最高3分） | < | <\n表彰 | 获表彰的每次加1分 |';
    const both = read(parseTable(`${ITEMS}${inner}\n推广类加分 | < | <\n推广 | 获推广的每次加2分 |`));
    expect(limitsOf(both)).toEqual(['limitUnused 表彰类加分最高3分']);
    const sum = read(
      parseTable(`${ITEMS}${inner}\n推广类加分（最高4分） | < | <\n推广 | 获推广的每次加2分 |`),
    );
    expect(limitsOf(sum)).toEqual(['bonus 7', 'severalCaps ']);
  });

  it('of deductions in a table without entries is of nothing, of additions to come is kept', () => {
    const deductions = read({ ...parseTable(ITEMS), after: ['扣分累计不超过20分。'] });
    expect(limitsOf(deductions)).toEqual(['limitUnused 扣分累计不超过20分']);
    expect(limitsOf(read({ ...parseTable(ITEMS), after: ['加分累计不超过5分。'] }))).toEqual(['bonus 5']);
  });
});

describe('the limits of entries', () => {
  const entry = (rows: string, before: string) => {
    const draft = read(parseTable(ITEMS), { ...parseTable(rows), before: [before] });
    const caps = allNodes(draft.nodes).flatMap(({ adjustment }) =>
      adjustment ? [adjustment.cap === undefined ? '-' : String(adjustment.cap / 100)] : [],
    );
    return [caps.join(' '), ...limitsOf(draft)];
  };

  it('are never nothing', () => {
    const rows =
      '序号 | 内容 | 扣分标准 | 分值\n1 | 通报 | 每次扣1分 | 0\n2 | 曝光 | 每次扣2分，扣至0分为止 | 0';
    expect(entry(rows, '扣分项（扣至0分为止）')[0]).toBe('- -');
    const column = '序号 | 内容 | 扣分标准 | 最高扣分\n1 | 通报 | 每次扣1分 | 0\n2 | 曝光 | 每次扣2分 | 5';
    expect(entry(column, '扣分项')[0]).toBe('- 5');
  });

  it.each(['扣分项', '附加扣分项'])('stand in a column of their own below %s', (name) => {
    const rows = `
序号 | 扣分情形 | 扣分标准 | 最高扣分
1 | 被通报批评 | 每次扣2分 | 6分
2 | 新闻媒体曝光 | 每次扣3分 | 9分
`;
    expect(entry(rows, name)).toEqual(['6 9']);
    expect(sideOf(name)).toBe('penalty');
  });

  it('are the score beside words of one side in a block of both', () => {
    const rows = '内容 | 标准 | 分值\n表彰 | 获表彰的每次加1分 | 3\n通报 | 被通报的每次扣1分 | 4';
    expect(entry(rows, '加减分项')).toEqual(['3 4']);
  });

  it.each([
    ['获表彰的每次加1分，累计加分不超过5分', '', '5'],
    ['获表彰的每次加1分，5分封顶', '', '5'],
    ['获表彰的每次加1分，不得突破5分', '', '5'],
    ['获表彰的每次加1分，累计不突破5分', '', '5'],
    ['获表彰的每次加1分，总分值为5分', '', '5'],
    ['获表彰的每次加1分，不超过总分的5%', '', '-', 'limitUnused 不超过总分的5%'],
    ['获表彰的每次加1分，以5分为限', '', '5'],
    ['获表彰的每次加1分，控制在5分以内', '', '5'],
    ['获表彰的每次加1分', '最高加5分', '5'],
    ['获表彰的每次加1分，同一事项最高2分，最高5分', '', '5', 'limitUnused 同一事项最高2分'],
  ])('are read from their words: %s | %s', (text, note, ...wanted) => {
    const others = ['推广', '示范', '创新'].map(
      (name, at) => `${at + 2} | ${name} | 获${name}的每次加2分 | `,
    );
    const rows = ['序号 | 内容 | 加分标准 | 备注', `1 | 表彰 | ${text} | ${note}`, ...others];
    const [caps, ...told] = entry(rows.join('\n'), '加分项');
    expect([caps, ...told]).toEqual([`${wanted[0]} - - -`, ...wanted.slice(1)]);
  });
});

it('no text holds a number that is nobody’s points', () => {
  const draft = read({
    ...parseTable('内容 | 加分标准 | 分值\n表彰 | 获表彰的加8分 | 5分\n推广 | 获推广的加1分 | 1分'),
    before: ['加分项'],
  });
  expect(draft.cells.filter(({ column }) => column === 3).map(({ field }) => field)).toEqual([
    'header',
    'none',
    'score',
  ]);
});
