import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { read, utils, write } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

/** As the notice's own table heads them. */
const HEAD = ['顺序', '姓名', '单位全称', '处(科)室名称', '职务', '职级', '执法(监督) 证件号'];
const PERSONS = ['甲', '乙', '丙'].map((name, at) => [
  ...[String(at + 1), `示例${name}`, '端到端市测试局', '法制科', '科长', at === 0 ? '副处级' : '正科级'],
  `豫示例${at + 1}`,
]);

/** 推荐表扬 and 标兵材料: by which notice, what is found, in which order, and what leaves. */
describe('what is recommended for a 表扬', () => {
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
  const choose = async (label: string, option: RegExp): Promise<void> => {
    await door.page.getByRole('combobox', { name: label }).click();
    await door.page.locator('.ant-select-item-option', { hasText: option }).click();
  };

  beforeAll(async () => {
    door = await openDoor();
    away = await mkdtemp(join(tmpdir(), 'biaobing-e2e-commend-'));
  });

  afterAll(async () => {
    await door.close();
    await rm(away, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('is checked by the notice of the library', async () => {
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市测试局');
    await dialog.getByLabel('年份').fill('2022');
    await dialog.getByRole('button', { name: /^新\s?建$/u }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '推荐表扬' }).click();
    await choose('按哪个通知', /表现突出的单位和个人推荐/);
    await choose('推荐单位是哪一类', /^省辖市$/);
    await button('新增一个').click();
    await door.page.getByLabel('单位全称', { exact: true }).fill('端到端县执法大队');
    await door.page.getByLabel('单位(机构)级别', { exact: true }).fill('副厅级');
    await door.page.getByText('高于正处级，推荐范围是正处级及以下').waitFor();
    await door.page.getByLabel('单位(机构)级别', { exact: true }).fill('正科级');
    await door.page.getByText('高于正处级').waitFor({ state: 'detached' });
    const path = join(away, '总结.txt');
    await writeFile(path, '组织领导，人员力量。'.repeat(400));
    await choose('类型', /^法治机构$/);
    await door.chooseFiles(button('从文件读取'), path);
    await door.page.getByText('4000 字，不超过 3000 字').waitFor();
    await door.page.getByText('法治机构工作总结 4000 字，超出 1000 字').waitFor();
  });

  it('takes in the notice’s own table of persons, and tells their share of 处级', async () => {
    await button('推荐表扬个人').click();
    const path = join(away, '个人.xlsx');
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([HEAD, ...PERSONS]), '个人');
    await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    await door.chooseFiles(button('导入表格'), path);
    await button('登记 3 人').click();
    await door.page.getByText('处级个人 1 人，最多 0 人', { exact: false }).waitFor();
    await door.page.getByRole('gridcell', { name: '示例丙' }).click();
    await button(/^上移 示例丙/).click();
    await door.page.getByText('推荐顺序：第 2 位，共 3').waitFor();
  });

  it('leaves as both tables and as what is handed in, in its order', async () => {
    await button('导出汇总表（.docx）').click();
    const docx = new PizZip(await exported('推荐对象汇总表-', '.docx'));
    const text = (docx.file('word/document.xml')?.asText() ?? '').replace(/<[^>]*>/gu, '');
    for (const words of [
      '推荐单位：端到端市测试局（印章）',
      '1端到端县执法大队正科级',
      '2示例丙端到端市测试局',
    ])
      expect(text).toContain(words);
    await button('导出汇总表（.xlsx）').click();
    const { Sheets, SheetNames } = read(await exported('推荐对象汇总表-', '.xlsx'));
    expect(SheetNames).toEqual(['单位', '个人']);
    const lines = utils.sheet_to_json<string[]>(Sheets['个人']!, { header: 1 });
    expect(lines.slice(3).map((line) => [line[0], line[1]])).toEqual([
      ['1', '示例甲'],
      ['2', '示例丙'],
      ['3', '示例乙'],
    ]);
    await button('导出报送材料（.zip）').click();
    await door.page.getByText(/^已导出；推荐表扬个人 3 人没有总结；还有 \d+ 处要改$/u).waitFor();
    const zip = new PizZip(await exported('推荐表扬-', '.zip'));
    const below = Object.keys(zip.files).map((name) => name.split('/').slice(1).join('/'));
    expect(below).toEqual([
      ...['推荐对象汇总表.docx', '推荐对象汇总表.xlsx', '单位工作总结/01-端到端县执法大队.docx'],
    ]);
  });

  it('sends the text and the one PPT of a 标兵 unit', async () => {
    await door.page.getByRole('navigation').getByRole('button', { name: '标兵材料' }).click();
    await choose('按哪个通知', /标兵典型经验/);
    await button('新增一份').click();
    await door.page.getByLabel('标兵单位', { exact: true }).fill('端到端县测试局');
    await door.page.getByRole('textbox', { name: '文字材料' }).fill('典型经验。');
    const path = join(away, '演示.pptx');
    await writeFile(path, 'PPT');
    await door.chooseFiles(button('添加材料'), path);
    const photo = join(away, '照片.jpg');
    await writeFile(photo, 'JPG');
    await door.chooseFiles(button('添加材料'), photo);
    await door.page.getByText('未发现问题（已核对：字数、PPT 个数）').waitFor();
    await button('导出报送材料（.zip）').click();
    // Until then the export is at work, and closing asks first.
    await door.page.getByText(/已存为 标兵材料-/).waitFor();
    const zip = new PizZip(await exported('标兵材料-', '.zip'));
    const below = Object.keys(zip.files).map((name) => name.split('/').slice(1).join('/'));
    expect(below).toEqual([
      '01-端到端县测试局/文字材料.docx',
      '01-端到端县测试局/演示.pptx',
      '01-端到端县测试局/其他材料/照片.jpg',
    ]);
  });
});
