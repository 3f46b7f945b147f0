import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contestSheet } from '../unit/shared/registers/contest/contest-sheet.ts';
import { type OpenDoor, openDoor } from './door.ts';

/** 比武: the office's own sheet of 300 names comes in, is ranked, and leaves as a workbook. */
describe('a contest', () => {
  let door: OpenDoor;
  let away: string;
  const button = (name: string | RegExp) => door.page.getByRole('button', { name, exact: true });
  const { rows, places } = contestSheet();

  beforeAll(async () => {
    door = await openDoor();
    away = await mkdtemp(join(tmpdir(), 'biaobing-e2e-contest-'));
  });

  afterAll(async () => {
    await door.close();
    await rm(away, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('is ranked by the table that the office has', async () => {
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市测试局');
    await dialog.getByLabel('年份').fill('2026');
    await dialog.getByRole('button', { name: /^新\s?建$/u }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '比武成绩' }).click();

    const path = join(away, '成绩.xlsx');
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '成绩');
    await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    await door.chooseFiles(button('导入表格'), path);
    await button('登记 305 行').click();
    await door.page.getByText('共 305 行').waitFor();
    await door.page.getByText('名次', { exact: true }).click();
    const table = door.page.getByRole('table', { name: '名次' });
    await table.waitFor();
    const shown = await table
      .getByRole('row')
      .evaluateAll((each) =>
        each.map((row) => [0, 1, 5].map((at) => row.children[at]?.textContent).join(' ')),
      );
    expect(shown.slice(1)).toEqual(places);
  });

  it('leaves as a workbook with its places', async () => {
    await button('导出表格').click();
    const folder = join(door.root, '导出');
    const find = async () =>
      (await readdir(folder).catch(() => [])).find((name) => name.startsWith('比武成绩-')) ?? '';
    await expect.poll(find).toContain('.xlsx');
    const { Sheets, SheetNames } = read(await readFile(join(folder, await find())));
    expect(SheetNames).toEqual(['比武成绩', '名次', '按月统计']);
    const lines = utils.sheet_to_json<string[]>(Sheets['名次']!, { header: 1, raw: false });
    expect(lines.slice(3, 9).map((line) => [line[0], line[1], line[5]].join(' '))).toEqual(places);
  });
});
