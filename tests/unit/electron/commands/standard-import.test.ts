import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { RULE_LABELS } from '../../../../shared/standard/rules.ts';
import { cli } from './terminal.ts';
import { fixture } from '../services/import/reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-import-cli-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>;
const json = async (name: string) => parsed(await readFile(at(name), 'utf8'));

async function sheets(name: string, tables: Record<string, unknown[][]>): Promise<string> {
  const book = utils.book_new();
  for (const [sheet, rows] of Object.entries(tables)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), sheet);
  }
  await writeFile(at(name), write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return at(name);
}

const HEAD = ['序号', '考核内容', '分值', '评分标准'];
const TABLE = [HEAD, ['1', '有方案', 4, '有方案得4分'], ['2', '有台账', 6, '每缺一份扣1分，扣完为止']];

describe('standard import', () => {
  it.each(['merged.html', 'merged.docx', 'merged.xlsx', 'merged.xls', 'merged.ods'])(
    '%s: the promised JSON, a standard that passes its check, a report of every row',
    async (name) => {
      const [out, report] = [at(`${name}.json`), at(`${name}.report.xlsx`)];
      const ended = await cli(
        'standard',
        'import',
        fixture(name),
        '--out',
        out,
        '--report',
        report,
        '--json',
      );
      expect([ended.code, ended.err]).toStrictEqual([0, '']);
      const answer = JSON.parse(ended.out);
      expect(answer).toStrictEqual({
        items: 4,
        sections: 2,
        fullScore: '100.00',
        tree: expect.any(Array),
        rules: expect.any(Object),
        confidence: { sure: expect.any(Number), likely: expect.any(Number), byHand: expect.any(Number) },
        cells: {
          total: expect.any(Number),
          used: expect.any(Number),
          notes: expect.any(Number),
          unaccounted: 0,
        },
        rows: {
          total: expect.any(Number),
          used: expect.any(Number),
          notes: expect.any(Number),
          sums: 3,
          unaccounted: 0,
        },
        warnings: expect.any(Array),
      });
      const { bonus, penalty, veto, ...kinds } = answer.rules as Record<string, number>;
      expect([bonus, penalty, veto]).toStrictEqual([0, 0, 0]);
      expect(Object.keys(kinds)).toStrictEqual(Object.keys(RULE_LABELS));
      expect(Object.values(kinds).reduce((sum, n) => sum + n, 0)).toBe(4);
      const { total, used, notes, sums } = answer.rows;
      expect(used + notes + sums).toBe(total);
      for (const warning of answer.warnings)
        expect(Object.keys(warning)).toStrictEqual(['code', 'row', 'column', 'message']);
      expect(answer.cells.used + answer.cells.notes).toBe(answer.cells.total);
      const tree = answer.tree as { children: unknown[] }[];
      expect(tree.map(({ children }) => children.length)).toStrictEqual([2, 2]);
      expect((await cli('standard', 'check', out)).code).toBe(0);
      expect(await json(`${name}.json`)).toMatchObject({
        authority: 'custom',
        title: '山水县窗口服务考核细则',
      });
      const { 导入报告: rows, 各格去向: cells } = read(await readFile(report)).Sheets;
      expect(utils.sheet_to_json(rows!, { header: 1 })).toHaveLength(total + 1);
      expect(utils.sheet_to_json(cells!, { header: 1 })).toHaveLength(answer.cells.total + 1);
    },
  );

  it('ends with 1 and a sentence where there is no scoring table, or no readable file', async () => {
    const staff = await sheets('staff.xlsx', {
      名册: [
        ['姓名', '科室'],
        ['甲', '办公室'],
        ['乙', '业务科'],
      ],
    });
    for (const [path, words] of [
      [staff, '没有找到评分表'],
      [fixture('missing.xlsx'), '找不到文件'],
    ] as const) {
      const ended = await cli('standard', 'import', path, '--out', at('none.json'), '--json');
      expect(ended.code).toBe(path === staff ? 1 : 3);
      expect(ended.out).toBe('');
      expect(ended.err).toContain(words);
      await expect(readFile(at('none.json'))).rejects.toThrow('ENOENT');
    }
  });

  it('takes the scoring tables of a file and says what it left; --sheet takes one', async () => {
    const other = [HEAD, ['1', '另一项', 5, '有则得5分']];
    const path = await sheets('several.xlsx', {
      说明: [['本表用于年度考核']],
      甲: TABLE,
      乙: other,
      丙: TABLE,
    });
    const ended = await cli('standard', 'import', path, '--out', at('several.json'), '--json');
    expect(parsed(ended.out)).toMatchObject({
      items: 3,
      fullScore: '15.00',
      rows: { unaccounted: 0 },
      warnings: expect.arrayContaining([
        { code: 'tableLeftOut', row: 0, column: 0, message: '“说明”没有导入：不是评分表' },
        { code: 'tableLeftOut', row: 0, column: 0, message: '“丙”没有导入：与“甲”内容相同' },
      ]),
    });
    const one = await cli('standard', 'import', path, '--sheet', '3', '--out', at('one.json'), '--json');
    expect(JSON.parse(one.out)).toMatchObject({ items: 1, fullScore: '5.00' });
    const none = await cli('standard', 'import', path, '--sheet', '9', '--out', at('nine.json'));
    expect([none.code, none.err]).toStrictEqual([1, expect.stringContaining('没有第 9 个表')]);
  });

  it('takes tables of the same total as one for each kind of unit', async () => {
    const path = await sheets('kinds.xlsx', {
      机关: TABLE,
      乡镇: [HEAD, ['1', '有网格', 10, '每缺一个网格扣2分，扣完为止']],
    });
    const ended = await cli('standard', 'import', path, '--out', at('kinds.json'), '--json');
    expect(JSON.parse(ended.out)).toMatchObject({ items: 3, fullScore: '10.00', rows: { unaccounted: 0 } });
    expect(await json('kinds.json')).toMatchObject({
      unitCategories: [{ title: '机关' }, { title: '乡镇' }],
    });
    expect((await cli('standard', 'check', at('kinds.json'))).err).toContain('提醒事项 0 处');
  });

  it('--map says what the columns mean; a wrong one is named', async () => {
    const path = await sheets('odd.xlsx', {
      表: [
        ['甲', '乙', '丙'],
        ['有方案', '有则得分', 3],
        ['有台账', '有则得分', 7],
      ],
    });
    await writeFile(
      at('map.json'),
      JSON.stringify({ headerFrom: 0, headerTo: 1, roles: ['content', 'criterion', 'fullScore'] }),
    );
    const ended = await cli(
      'standard',
      'import',
      path,
      '--map',
      at('map.json'),
      '--out',
      at('odd.json'),
      '--json',
    );
    expect(JSON.parse(ended.out)).toMatchObject({ items: 2, fullScore: '10.00' });
    for (const map of [
      '{',
      '{"headerFrom":0,"headerTo":1,"roles":["分值"]}',
      '{"headerFrom":0,"headerTo":1,"roles":["content"]}',
    ]) {
      await writeFile(at('wrong.json'), map);
      const wrong = await cli('standard', 'import', path, '--map', at('wrong.json'), '--out', at('w.json'));
      expect([wrong.code, wrong.err]).toStrictEqual([1, expect.stringContaining('headerFrom')]);
    }
  });

  /** What people are told of a table, and how it ends. */
  const told = async (rows: unknown[][]) => {
    const path = await sheets('told.xlsx', { 表: rows });
    const { code, err } = await cli('standard', 'import', path, '--out', at('told.json'));
    return { code, lines: err.trimEnd().split('\n') };
  };

  it('says that all was read where every filled cell has a place, and only there', async () => {
    const whole = await told(TABLE);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.lines.at(-1)).toBe('已导入“told”：评分项 2 个，总分 10.00；全部读取（12 格）');

    const lost = await told(TABLE.map((row, at) => [...row, at === 0 ? '自评分' : at]));
    expect(lost.lines[0]).toContain('第5栏“自评分”有2格没有写入标准');
    expect(lost.lines.at(-1)).toBe('已导入“told”：评分项 2 个，总分 10.00；还有 2 格没有着落');
  });

  it('tells a screenful of warnings at most, and how many more there are', async () => {
    const many = Array.from({ length: 60 }, (_, at) => [
      String(at + 1),
      `第${at}项`,
      '',
      `有第${at}项的得分`,
    ]);
    const { lines } = await told([...TABLE, ...many]);
    expect(lines.length).toBeLessThan(24);
    expect(lines.join('\n')).toMatch(/同类还有 \d+ 条（第[\d、]+…行），用 --json 查看全部/);
  });

  it('ends with 1 and the reason where nobody can score by it', async () => {
    const { code, lines } = await told([
      ['评价标准', '加减分'],
      ['获得表彰的', '加5分'],
      ['被通报批评的', '扣3分'],
    ]);
    expect([code, lines.at(-1)]).toStrictEqual([
      1,
      '这份标准还不能直接使用：只有加分、扣分或否决的条目，没有评分项，也就没有基础分；请在“结构”里新增评分项，或与有评分项的表一起导入',
    ]);
  });

  it('refuses wrong use', async () => {
    expect((await cli('standard', 'import', fixture('merged.xlsx'))).code).toBe(2);
    expect(
      (await cli('standard', 'import', fixture('merged.xlsx'), '--out', at('x'), '--sheet', 'a')).code,
    ).toBe(2);
    expect((await cli('standard', 'check', fixture('merged.xlsx'), '--out', at('x'))).code).toBe(2);
  });
});

describe('standard diff', () => {
  it('tells what became of each entry, for people and for machines', async () => {
    await cli('standard', 'import', await sheets('old.xlsx', { 表: TABLE }), '--out', at('old.json'));
    const changed = TABLE.map((row) => row.map((cell) => (cell === 6 ? 8 : cell)));
    await cli('standard', 'import', await sheets('new.xlsx', { 表: changed }), '--out', at('new.json'));
    const ended = await cli('standard', 'diff', at('old.json'), at('new.json'), '--json');
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out).counts).toMatchObject({ same: 1, rescored: 1, new: 0, gone: 0 });
    expect((await cli('standard', 'diff', at('old.json'), at('new.json'))).out).toContain('改分值');
    expect((await cli('standard', 'diff', at('old.json'))).code).toBe(2);
  });
});
