import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { repository } from '../repository.ts';
import { progress, task, uuid } from '../unit/shared/registers/rollup/fixtures.ts';
import { type OpenDoor, openDoor } from './door.ts';

const UNITS = ['端到端甲区政府', '端到端乙区政府', '端到端市教育局'] as const;
const CATEGORY = 'county-government';

/** An office's year of many units: who is late, what the cases are worth, which of them go onto the disc. */
describe('a roll-up of an office', () => {
  let door: OpenDoor;
  let away: string;
  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name, exact: true });
  const tab = (name: string): Locator =>
    door.page.getByRole('navigation', { name: '年度任务汇总' }).getByRole('button', { name });
  const dialog = (name: string | RegExp): Locator => door.page.getByRole('dialog', { name });
  const status = (name: string): Locator => door.page.getByRole('status', { name });

  beforeAll(async () => {
    door = await openDoor();
    away = await mkdtemp(join(tmpdir(), 'biaobing-e2e-rollup-'));
  });

  afterAll(async () => {
    await door.close();
    await rm(away, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  const exported = async (start: string): Promise<Buffer> => {
    const names = await readdir(join(door.root, '导出')).catch(() => []);
    const name = names.find((each) => each.startsWith(start));
    if (name === undefined) throw new Error(`${start} is not there yet`);
    return readFile(join(door.root, '导出', name));
  };

  const laidDown = async (files: Record<string, string>): Promise<string[]> => {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      await mkdir(away, { recursive: true });
      await writeFile(join(away, name), content);
      paths.push(join(away, name));
    }
    return paths;
  };

  it('begins with the units of a list and what two of them report', async () => {
    await button('年度工作').click();
    await door.page.getByText('多单位汇总').click();
    await button('新建第一份汇总').click();
    const fresh = dialog(/汇总/u);
    await fresh.getByLabel('办公室名称').fill('端到端市办公室');
    await fresh.getByLabel('年份').fill('2026');
    await fresh.getByRole('button', { name: /^新\s?建$/u }).click();
    await button('添加单位').click();
    await door.page.getByLabel('单位名称，一行一个').fill(UNITS.join('\n'));
    await door.page.getByLabel('类别和任务').click();
    await door.page.getByTitle('以后再选（先不带任务）').click();
    await button('添加 3 个单位').click();
    await status('进展').getByText('3 个单位，已报送 0').waitFor();
    const files = UNITS.slice(0, 2).map((unit, index) => {
      const id = 1000 + 10 * index;
      const tasks = [
        task(1, { id: uuid(id + 1), state: '已完成', formal: true }),
        task(2, { id: uuid(id + 2), state: index === 0 ? '进行中' : '已完成', formal: true }),
      ];
      return [
        `${unit}.json`,
        JSON.stringify(progress({ origin: uuid(id), unit, category: CATEGORY, tasks })),
      ];
    });
    await door.chooseFiles(button('导入进度表'), await laidDown(Object.fromEntries(files)));
    await dialog('2 份进度表：收下 2 份，没有收下 0 份').getByRole('button', { name: '知道了' }).click();
    const week = door.page.getByRole('table', { name: '各单位本周' });
    await week.getByRole('button', { name: /^端到端甲区政府：过期 1 项：材料2/u }).click();
    await door.page.getByRole('complementary', { name: '端到端甲区政府的任务' }).waitFor();
    await tab('本周').click();
    await week.getByRole('button', { name: '端到端市教育局：没有报送进度表' }).waitFor();
  });

  it('takes cases in with a receipt each, and says who is short', async () => {
    await tab('典型案例').click();
    const text = (name: string) => readFile(join(repository, `tests/fixtures/cases/${name}.txt`), 'utf8');
    const files = {
      '餐饮油烟.txt': await text('餐饮油烟'),
      '餐饮油烟.pptx': 'PPT',
      '预付卡.txt': await text('预付卡'),
      '空.txt': '',
    };
    await door.chooseFiles(button('收案例'), await laidDown(files));
    await dialog('收 4 个文件：案例文稿 3，附件 1').getByLabel('都是哪个单位的').click();
    await door.page.getByTitle(UNITS[0]).last().click();
    await button(/^收\s?下$/u).click();
    const receipts = dialog('4 个文件：收下 3 个，没有收下 1 个');
    await receipts.getByText('这份文件是空的').waitFor();
    await receipts.getByRole('button', { name: '知道了' }).click();
    await status('征集进展').getByText('共 2 篇，已评分 0，入选 0；1 个单位还差 2 篇').waitFor();
    await door.page.getByLabel('截止日期').fill('2020-11-06');
    await door.page.getByLabel('满分', { exact: true }).fill('100');
    await door.page.keyboard.press('Tab');
    await tab('本周').click();
    await door.page
      .getByRole('button', { name: /^端到端乙区政府：典型案例还差 2 篇，已过截止日\d+天$/u })
      .click();
    await door.page.getByRole('table', { name: '各单位数量' }).waitFor();
  });

  it('marks and chooses, by keys and by hand, and lets both leave', async () => {
    await door.page.getByText('案例', { exact: true }).first().click();
    const marks = door.page.getByRole('textbox', { name: /的得分$/u });
    await expect.poll(() => marks.count()).toBe(2);
    await marks.nth(0).fill('88');
    await door.page.keyboard.press('Tab');
    await marks.nth(1).fill('92.5');
    await door.page.keyboard.press('Tab');
    await status('征集进展').getByText('已评分 2，入选 0').waitFor();
    await door.page.getByRole('checkbox', { name: /入选$/u }).first().click();
    await door.page.getByText('得分更高没有入选，请写理由').click();
    await door.page.getByLabel('没有入选的理由').fill('已向上级推荐过');
    await door.page.keyboard.press('Tab');
    await expect.poll(() => door.page.getByText('得分更高没有入选，请写理由').count()).toBe(0);
    await door.page.getByText('已保存', { exact: true }).waitFor();

    await button('导出清单').click();
    const list = read(await awaited(() => exported('典型案例清单-')));
    const rows = utils.sheet_to_json<unknown[]>(list.Sheets['案例清单']!, { header: 1 });
    expect(rows[3]?.slice(0, 2)).toEqual([1, UNITS[0]]);
    expect(rows[3]?.[3]).toMatch(/^(餐饮油烟|预付卡)\.txt$/u);
    expect(rows[3]?.slice(5)).toEqual([
      ...[
        '未发现错误',
        92.5,
        '1',
        '',
        '',
        expect.stringMatching(/^\d{4}-/) as string,
        '没有入选：已向上级推荐过',
      ],
    ]);
    expect(rows[4]?.slice(3, 10)).toEqual([
      '餐饮油烟.txt',
      1500,
      '未发现错误',
      88,
      '2',
      '入选',
      '餐饮油烟.pptx',
    ]);

    await button('导出入选案例（1）').click();
    await door.page.getByText(/^已存为 典型案例光盘-/u).waitFor();
    const zip = new PizZip(await awaited(() => exported('典型案例光盘-')));
    expect(Object.keys(zip.files).map((name) => name.split('/').at(-1))).toEqual([
      ...['光盘目录.xlsx', '餐饮油烟.txt', '餐饮油烟.pptx'],
    ]);
  });

  it('finds all of it again after a restart', async () => {
    await door.restart();
    await button('年度工作').click();
    await door.page.getByText('多单位汇总').click();
    await button('打开 端到端市办公室2026年').click();
    await tab('典型案例').click();
    await status('征集进展').getByText('共 2 篇，已评分 2，入选 1').waitFor();
    await door.page.getByRole('row').nth(1).click();
    await door.page.getByRole('button', { name: '餐饮油烟.txt', exact: true }).click();
    await dialog('餐饮油烟.txt').waitFor();
  });
});

/** What an export makes is there a moment later. */
async function awaited(find: () => Promise<Buffer>): Promise<Buffer> {
  let found: Buffer | undefined;
  await expect
    .poll(async () => (found = await find().catch(() => undefined)) !== undefined, { timeout: 10_000 })
    .toBe(true);
  if (!found) throw new Error('Nothing was made');
  return found;
}
