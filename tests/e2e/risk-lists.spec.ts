import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { read, utils, write } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

const HEAD = ['序号', '风险点', '违法行为', '法律依据', '法律责任', '防范措施', '责任部门', '完成时限'];
/** Two risks of three and one measures, as an office merges them. */
const ROWS = [
  [
    '1',
    '无照经营',
    '未领取营业执照从事经营',
    '《示例条例》第十条',
    '责令改正',
    '办理前告知',
    '登记科',
    '2020.6.1',
  ],
  ['', '', '', '', '', '巡查时提醒', '执法科', ''],
  ['', '', '', '', '', '到期前提示', '登记科', ''],
  ['2', '占道经营', '擅自占用道路', '《示例条例》第九条', '责令改正', '划定区域', '执法科', ''],
];

/** 法律风险防控清单: the office's own table comes in, one is added by hand, and it leaves as .docx, .xlsx and on paper. */
describe('the lists of risks', () => {
  let door: OpenDoor;
  let away: string;
  const button = (name: string | RegExp) => door.page.getByRole('button', { name, exact: true });
  const exported = async (beginning: string, end: string): Promise<Buffer> => {
    const folder = join(door.root, '导出');
    const find = async () =>
      (await readdir(folder).catch(() => [])).find(
        (name) => name.startsWith(beginning) && name.endsWith(end),
      ) ?? '';
    await expect.poll(find).toContain(end);
    return readFile(join(folder, await find()));
  };

  beforeAll(async () => {
    door = await openDoor();
    away = await mkdtemp(join(tmpdir(), 'biaobing-e2e-risks-'));
  });

  afterAll(async () => {
    await door.close();
    await rm(away, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('take in the table of an office, a risk over three rows of measures', async () => {
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市测试局');
    await dialog.getByLabel('年份').fill('2026');
    await dialog.getByRole('button', { name: /^新\s?建$/u }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '法律风险防控清单' }).click();

    const path = join(away, '清单.xlsx');
    const sheet = utils.aoa_to_sheet([['行政相对人法律风险防控清单'], HEAD, ...ROWS]);
    sheet['!merges'] = ['A1:H1', ...['A', 'B', 'C', 'D', 'E', 'H'].map((at) => `${at}3:${at}5`)].map(
      (range) => utils.decode_range(range),
    );
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '清单');
    await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    await door.chooseFiles(button('导入表格'), path);
    await button('登记 4 项').click();
    await door.page.getByText('共 4 项').waitFor();
    const points = await door.page
      .getByRole('grid', { name: '法律风险防控清单列表' })
      .getByRole('row')
      .evaluateAll((rows) => rows.map((row) => row.children[0]?.textContent));
    expect(points).toEqual(['风险点', '无照经营', '无照经营', '无照经营', '占道经营']);
  });

  it('take one by hand, and tell in 本周 what is late', async () => {
    await button('新增一项').click();
    await door.page.getByLabel('风险点', { exact: true }).fill('虚假宣传');
    await door.page.getByLabel('防控措施', { exact: true }).fill('发布前审核提示。');
    await door.page.getByText('共 5 项').waitFor();
    await door.page.getByRole('navigation').getByRole('button', { name: '本周' }).click();
    await expect.poll(() => door.page.getByRole('row', { name: /落实期限已过期/ }).count()).toBe(3);
    await door.page.getByRole('navigation').getByRole('button', { name: '法律风险防控清单' }).click();
  });

  it('leave as .docx and as .xlsx', async () => {
    await button('导出 Word（.docx）').click();
    const docx = new PizZip(await exported('2026年行政相对人法律风险防控清单-', '.docx'));
    const text = (docx.file('word/document.xml')?.asText() ?? '').replace(/<[^>]*>/gu, ' ');
    for (const words of ['单位：端到端市测试局', '无照经营', '到期前提示', '虚假宣传', '其余栏目为参考格式'])
      expect(text).toContain(words);
    await button('导出表格').click();
    const { Sheets, SheetNames } = read(await exported('法律风险防控清单-', '.xlsx'));
    expect(SheetNames).toEqual(['法律风险防控清单', '按月统计']);
    const lines = utils.sheet_to_json<string[]>(Sheets['法律风险防控清单']!, { header: 1 });
    expect(lines[0]?.[0]).toBe('2026年行政相对人法律风险防控清单');
    expect(lines.slice(3).map((line) => [line[0], line[1]])).toEqual([
      ...[1, 2, 3].map((at) => [at, '无照经营']),
      [4, '占道经营'],
      [5, '虚假宣传'],
    ]);
  });

  it('print every row', async () => {
    await door.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await door.page.emulateMedia({ media: 'print' });
    const paper = door.page.locator('.ui-print-sheet');
    await paper.waitFor();
    expect(await paper.getByRole('row').count()).toBe(6);
    expect(await paper.innerText()).toContain('端到端市测试局　共 5 项');
    await door.page.emulateMedia({ media: null });
    await door.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  });
});
