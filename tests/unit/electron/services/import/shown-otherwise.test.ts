import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { readHtmlTables, readSourceTables } from '../../../../../electron/services/import/read-source.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { docx, p, tbl } from './docx.ts';
import { grid, readHere } from './reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-shown-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
const para = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const SUPER = '<w:vertAlign w:val="superscript"/>';

async function readWord(rows: readonly (readonly string[])[]): Promise<SourceTable> {
  const path = join(folder, 'a.docx');
  await writeFile(path, await docx({ body: tbl(rows) }));
  const [table] = await readSourceTables(path, { spawnReader: readHere });
  return table!;
}
const told = ({ doubts = [] }: SourceTable): string[] =>
  doubts.map(({ row, column, text }) => `${row},${column} ${text}`);

describe('what a file shows beside its text', () => {
  it.each([
    ['10', '3', '10³'],
    ['5', '1', '5¹'],
    ['面积 m', '2', '面积 m²'],
    ['甲', '注', '甲注'],
  ])('%s with a raised %s is %s in Word and on a page', async (base, high, expected) => {
    const table = await readWord([[p('分值')], [para(run(base), run(high, SUPER))]]);
    expect(grid(table)).toEqual([['分值'], [expected]]);
    const [page] = await readHtmlTables(`<table><tr><td>${base}<sup>${high}</sup></td></tr></table>`, {
      spawnReader: readHere,
    });
    expect(grid(page!)).toEqual([[expected]]);
  });

  it('is never taken for digits of a score: the item has none, and that is said', async () => {
    const table = await readWord([
      [p('评分项'), p('评分标准'), p('分值')],
      [p('成立小组'), p('未成立的不得分'), para(run('5'), run('1', SUPER))],
      [p('制定方案'), p('未制定的不得分'), p('4')],
    ]);
    const { nodes, warnings } = readTables([{ table, map: guessColumns(table) }]);
    const scores = allNodes(nodes).flatMap(({ kind, fullScore }) => (kind === 'item' ? [fullScore] : []));
    expect(scores).not.toContain(5100);
    expect(scores).toContain(400);
    expect(warnings.some(({ row }) => row === 2)).toBe(true);
  });

  it('is told of words that are struck through, at their cell', async () => {
    const table = await readWord([
      [p('评分标准'), p('分值')],
      [para(run('未开展的扣3分', '<w:strike/>'), run('未开展的不得分')), p('3')],
      [para(run('照旧', '<w:strike w:val="0"/>')), p('2')],
    ]);
    expect(told(table)).toEqual(['1,0 “未开展的扣3分”在原文件里带删除线，这里照读了；已作废的请删去']);
    const { warnings } = readTables([{ table, map: guessColumns(table) }]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'shownOtherwise', row: 2, column: 1 }));
    const [page] = await readHtmlTables(
      '<table><tr><td><span style="text-decoration: line-through">旧</span>新</td><td><strike></strike>无</td></tr></table>',
      { spawnReader: readHere },
    );
    expect(told(page!)).toEqual(['0,0 “旧”在原文件里带删除线，这里照读了；已作废的请删去']);
  });

  it('is a heading where it stands in a frame of its own', async () => {
    const frame = (text: string) => `<table><tr><td>${text}</td></tr></table>`;
    const tables = await readHtmlTables(
      `${frame('附件1 组织领导（40分）')}<table><tr><td>标准</td></tr><tr><td>甲</td></tr></table>${frame('正文')}`,
      { spawnReader: readHere },
    );
    expect(tables.map(({ name, before }) => [name, before])).toEqual([
      ['表1：附件1 组织领导（40分）', ['附件1 组织领导（40分）']],
      ['表2', undefined],
    ]);
  });

  it('is not read where Word hides it, and that is said of the document', async () => {
    const table = await readWord([
      [p('评分标准'), p('分值')],
      [para(run('未开展的不得分'), run('内部掌握', '<w:vanish/>')), p('3')],
    ]);
    expect(grid(table)).toEqual([
      ['评分标准', '分值'],
      ['未开展的不得分', '3'],
    ]);
    expect(told(table)).toEqual([
      '-1,-1 这份文档里有隐藏的文字，没有读取；要用的请在 Word 或 WPS 里取消隐藏，再导入',
    ]);
  });

  it('is read as accepted where a change of it is pending, and that is said of the document', async () => {
    const changed = `<w:del w:id="1"><w:r><w:delText>5</w:delText></w:r></w:del><w:ins w:id="2">${run('10')}</w:ins>`;
    const table = await readWord([
      [p('评分标准'), p('分值')],
      [para(run('未开展的扣'), changed, run('分')), p('30')],
    ]);
    expect(grid(table)[1]).toEqual(['未开展的扣10分', '30']);
    expect(told(table)).toEqual([
      '-1,-1 这份文档里有没有接受的修订，按全部接受后的文字读取；要按原文的请在 Word 或 WPS 里拒绝修订，再导入',
    ]);
  });

  it('is told of a remark on a cell of a sheet', async () => {
    const sheet = utils.aoa_to_sheet([
      ['评分标准', '分值'],
      ['未开展的不得分', 3],
    ]);
    sheet.B2.c = [{ a: '甲', t: '改为4分' }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '细则');
    const path = join(folder, 'b.xlsx');
    await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const [table] = await readSourceTables(path, { spawnReader: readHere });
    expect(told(table!)).toEqual(['1,1 这一格有批注，没有读取；批注里有要求的请自行核对']);
  });
});
