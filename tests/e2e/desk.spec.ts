import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bytesIn, makeBatch, officialStandard } from './desk-batch.ts';
import { type OpenDoor, openDoor } from './door.ts';

const LONG = 120_000;

/** The office's week in one go: take in, look, verify, rank, choose, export. Each step builds on the last. */
describe('desk', () => {
  let door: OpenDoor;
  let work: string;
  let folder: string;
  let late: string;
  let before: Map<string, string>;

  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name, exact: true });
  const part = (name: string): Locator =>
    door.page.getByRole('navigation', { name: '核验台' }).getByRole('button', { name, exact: true });
  const grid = (name: string): Locator => door.page.getByRole('grid', { name });
  const rows = async (name: string): Promise<number> =>
    Number(await grid(name).getAttribute('aria-rowcount')) - 1;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'biaobing-desk-'));
    folder = join(work, '收到');
    late = join(work, '晚到');
    await makeBatch(work, folder, late);
    before = await bytesIn(folder);
    door = await openDoor();
    await mkdir(join(door.root, '标准库'), { recursive: true });
    await writeFile(join(door.root, '标准库', 'official.json'), (await officialStandard()).bytes);
  }, LONG);

  afterAll(async () => {
    await door.close();
    await rm(work, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('makes a desk for a campaign and a standard', async () => {
    await button('核验台').click();
    await button('新建第一个核验台').click();
    await door.page.getByRole('combobox', { name: '验收标准' }).click();
    await door.page.locator('.ant-select-item-option', { hasText: /^测试用正式标准/ }).click();
    await button('建立并打开').click();
    await door.page.getByText(/还没有收件/).waitFor();
  });

  it('takes a whole folder in and says of every file what it is', async () => {
    const receivedOn = door.page.getByLabel(/收件日期/);
    await receivedOn.fill('2020-11-20');
    await door.chooseFiles(button('选择文件夹'), folder);
    await door.page
      .getByText(
        '收到 33 个文件：完好 20，存疑 6，新版本取代旧版 1，草稿 1，重复 1，损坏 2，不安全 1，不是推荐包 1',
      )
      .waitFor({ timeout: LONG });
    await receivedOn.fill('2020-11-28');
    await door.chooseFiles(button('选择推荐包'), join(late, '单位28-逾期.zip'));
    await door.page.getByText('收到 1 个文件：已逾期 1').waitFor();
    await vi.waitFor(async () => expect(await rows('收件登记表')).toBe(34), 5_000);
  });

  it('names the damaged file and the path that climbs out', async () => {
    await button('关闭收件结果').click();
    const detail = door.page.getByRole('region', { name: '收件详情' });
    const choose = async (verdict: string): Promise<void> => {
      await door.page.getByRole('combobox', { name: '按结论筛选' }).click();
      await door.page.getByText(verdict, { exact: true }).click();
    };
    await choose('损坏（2）');
    await grid('收件登记表').getByText('单位22-翻转.zip').click();
    await detail.getByText(/^data\/.*(内容|读不出)/).waitFor();
    await choose('不安全（1）');
    await grid('收件登记表').getByText('单位24-越界.zip').click();
    await detail
      .getByText(/evil\.txt/)
      .first()
      .waitFor();
  });

  it('keeps the bytes of what came in, and leaves the originals alone', async () => {
    expect(await bytesIn(folder)).toEqual(before);
    const [desk = ''] = await readdir(join(door.root, '核验台'));
    const packages = join(door.root, '核验台', desk, 'packages');
    const keys = await readdir(packages);
    expect(keys).toHaveLength(29);
    const given = new Set(before.values());
    given.add((await readFile(join(late, '单位28-逾期.zip'))).toString('base64'));
    for (const key of keys) {
      const kept = await readFile(join(packages, key, 'original.zip'));
      expect(given.has(kept.toString('base64'))).toBe(true);
    }
  });

  it('shows a claim that the data does not give, and searches', async () => {
    await part('核验总表').click();
    expect(await rows('核验总表')).toBe(29);
    await door.page.keyboard.press('/');
    await door.page.keyboard.type('第26');
    await expect.poll(() => rows('核验总表')).toBe(1);
    await grid('核验总表').getByText('自报 99.9').waitFor();
    await door.page.keyboard.press('Escape');
    await expect.poll(() => rows('核验总表')).toBe(29);
  });

  it('compares the seal code with the stamped sheet', async () => {
    await door.page.keyboard.press('Home');
    const opener = button('核对封签码 示例第01执法单位');
    const code = (await opener.textContent()) ?? '';
    await opener.click();
    const dialog = door.page.getByRole('dialog');
    await dialog.getByText(code, { exact: true }).waitFor();
    const typed = dialog.getByLabel('盖章的封签单上的封签码');
    await typed.fill(code.toLowerCase().replaceAll('-', ' '));
    await typed.press('Enter');
    await dialog.getByText('一致', { exact: true }).waitFor();
    await typed.fill('0000-0000-0000-0000');
    await typed.press('Enter');
    await dialog.getByText('不一致', { exact: true }).waitFor();
    await door.page.keyboard.press('Escape');
    // The focus goes back to the button once the dialog is gone.
    await dialog.waitFor({ state: 'hidden' });
  });

  it.each(['示例第04执法单位', '示例第05执法单位'])('verifies %s', async (name) => {
    await door.page.getByLabel('搜索推荐包').fill(name);
    await expect.poll(() => rows('核验总表')).toBe(1);
    await door.page.getByLabel('搜索推荐包').press('Enter');
    await expect
      .poll(() => grid('核验总表').evaluate((table) => table === document.activeElement))
      .toBe(true);
    await door.page.keyboard.press('Enter');
    const pending = door.page.getByRole('button', { name: /^待核 \d+/ });
    await pending.waitFor();
    const left = async (): Promise<number> => Number(/\d+/.exec((await pending.textContent()) ?? '')?.[0]);
    // Part by part: what the unit stated is agreed with.
    for (let before = await left(); before > 0; before = await left()) {
      await pending.click();
      await door.page.getByRole('button', { name: /^同意/ }).last().click();
      await expect.poll(left).toBeLessThan(before);
    }
    await door.page.getByRole('button', { name: /^合理缺项.*未确认$/ }).click();
    await door.page.getByRole('button', { name: /^确认合理缺项/ }).click();
    await door.page.getByText('已保存').waitFor();
    await button('返回核验台').click();
    await grid('核验总表').getByText('已核').waitFor();
    await button('取消筛选').click();
  });

  it('ranks what is verified, takes a choice, and adjusts a place with a reason', async () => {
    await part('排名与择优').click();
    const first = grid('排名').getByRole('row').nth(1);
    await first.getByText('示例第05执法单位').waitFor();
    await grid('排名').getByText('以下未完成核验，暂按自评分排列').waitFor();
    expect(await door.page.getByText('综合评价').count()).toBe(0);
    // Two in all, whatever their bodies: the better placed one is not passed over.
    await door.page.getByRole('checkbox', { name: '推荐 示例第05执法单位' }).check();
    await door.page.getByRole('checkbox', { name: '推荐 示例第04执法单位' }).check();
    await door.page.getByText('到目前为止没有违反名额和顺序的规定').waitFor();
    await grid('排名').getByRole('button', { name: '调整名次 示例第04执法单位' }).click();
    const dialog = door.page.getByRole('dialog');
    await dialog.getByLabel('排在第几名').fill('1');
    await dialog.getByLabel('理由（必填）').fill('现场核验更好');
    await dialog.getByRole('button', { name: '调整', exact: true }).click();
    await first.getByText('示例第04执法单位').waitFor();
    await first.getByText('已调整').waitFor();
    await button('撤销').click();
    await first.getByText('示例第05执法单位').waitFor();
    await door.page.getByText('已保存').waitFor();
  });

  it('holds what is in doubt out of the ranking until a person decides with a reason', async () => {
    await door.page.getByText('6 份存疑的推荐包待决定').waitFor();
    await part('核验总表').click();
    const detail = door.page.getByRole('region', { name: '本行情况' });
    const dialog = door.page.getByRole('dialog');
    const look = async (words: string): Promise<void> => {
      await door.page.getByLabel('搜索推荐包').fill(words);
      await expect.poll(() => rows('核验总表')).toBe(1);
      await door.page.getByLabel('搜索推荐包').press('Enter');
    };
    await look('第29');
    await detail.getByText(/查看材料\.exe.*是程序、脚本或快捷方式/).waitFor();
    await button('采用 示例第29执法单位').click();
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.getByText(/请写明理由/).waitFor();
    await dialog.getByLabel('理由（必填）').fill('程序是误放的，已电话核实，不打开');
    await dialog.getByRole('button', { name: '确定' }).click();
    await detail.getByText('已采用。理由：程序是误放的，已电话核实，不打开').waitFor();

    await look('第30');
    await detail.getByText(/标准性质写的是“正式公布的标准”/).waitFor();

    await look('第31');
    await detail.getByText(/身份存疑：与“示例第19执法单位”第1版（单位19.zip）/).waitFor();
    await button('采用 示例第31执法单位').click();
    const facts = dialog.getByRole('region', { name: '相互冲突的推荐包' });
    await facts.getByText('示例第19执法单位').waitFor();
    await dialog.getByRole('radio', { name: '采用这一份，另一份不参加排名' }).check();
    await dialog.getByLabel('理由（必填）').fill('第19执法单位已撤并');
    await dialog.getByRole('button', { name: '确定' }).click();
    await detail.getByText('已采用。理由：第19执法单位已撤并').waitFor();
    await look('第19');
    await detail.getByText(/未采用，采用的是示例第31执法单位第2版（单位31-借用.zip）/).waitFor();
    await button('取消筛选').click();

    await part('排名与择优').click();
    await door.page.getByText('3 份存疑的推荐包待决定').waitFor();
    await grid('排名').focus();
    await door.page.keyboard.press('End');
    await grid('排名')
      .getByText(/^以下存疑，写明理由采用之前不参加排名/)
      .waitFor();
    await grid('排名').getByText('以下不参加排名', { exact: true }).waitFor();
  });

  it('compares two units and shows where the batch loses points', async () => {
    await part('核验总表').click();
    await door.page.getByRole('checkbox', { name: '选中 示例第04执法单位' }).check();
    await door.page.getByRole('checkbox', { name: '选中 示例第05执法单位' }).check();
    await button('比较').first().click();
    await part('比较').click();
    const top = grid('逐项比较').getByRole('row').nth(1);
    await top.getByText('1.1 组织领导').waitFor();
    await part('失分情况表').click();
    await grid('失分情况表').getByText(/%$/).first().waitFor();
  });

  it('exports the summary and the reports', async () => {
    await part('导出').click();
    for (const name of ['导出推荐对象汇总表', '导出收件登记表', '导出统计']) {
      await button(name).click();
      await expect.poll(() => button(name).isEnabled()).toBe(true);
    }
    await door.page.getByRole('radio', { name: '已核的（2）' }).check();
    await button('导出核验报告（Word）').click();
    await door.page.getByText(/^做好 2 份：/).waitFor({ timeout: LONG });
    await door.page.getByLabel('核验单位').fill('示例市司法局');
    await button('导出反馈包').click();
    await door.page.getByText(/^做好 2 份：核验反馈/).waitFor({ timeout: LONG });
    const made = await readdir(join(door.root, '导出'));
    for (const name of ['汇总表', '收件登记表', '统计', '核验报告', '核验反馈']) {
      expect(made.filter((file) => file.includes(name))).toHaveLength(1);
    }
  });

  it('takes a folder that is dropped anywhere, and knows what is in already', async () => {
    await part('收件').click();
    await grid('收件登记表').waitFor();
    // A drop as the system makes it: Chromium turns the path into entries, which no event made by hand has.
    const cdp = await door.page.context().newCDPSession(door.page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    }
    await door.page.getByText('收到 33 个文件：重复 29，损坏 2，不安全 1，不是推荐包 1').waitFor();
    await part('核验总表').click();
    expect(await rows('核验总表')).toBe(29);
  });

  it('finds everything there after a restart', async () => {
    await door.restart();
    await button('核验台').click();
    await door.page.getByRole('button', { name: /^打开 / }).click();
    expect(await rows('核验总表')).toBe(29);
    await door.page.getByText('已核 2', { exact: true }).waitFor();
    await part('排名与择优').click();
    await door.page.getByRole('checkbox', { name: '推荐 示例第04执法单位', checked: true }).waitFor();
  });
});
