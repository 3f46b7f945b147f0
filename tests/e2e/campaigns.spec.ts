import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

/** Longer than the pause after which a field saves its words. */
const PAUSE_MS = 1200;

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (within: Page | Locator, name: string): Locator =>
  within.getByLabel(name, { exact: true }).first();
const group = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

async function toLibrary(page: Page): Promise<void> {
  await button(page, '标准库').click();
  await page.getByRole('heading', { name: '推荐活动' }).waitFor();
}

async function begin(page: Page, kind: string): Promise<void> {
  await button(page, '新建活动').click();
  await page.getByRole('menuitem', { name: kind }).click();
  await field(page, '名称').waitFor();
}

/** A campaign from a notice, in the hands of those who use it; two data folders, as of two offices. */
describe('campaigns of 2027, made from nothing', () => {
  let office: OpenDoor;
  let unit: OpenDoor;
  beforeAll(async () => {
    office = await openDoor();
    unit = await openDoor();
  });
  afterAll(async () => {
    await office?.close();
    await unit?.close();
  });

  it('a 标兵 campaign is typed in, survives a reload, and says what is missing', async () => {
    const { page } = office;
    await toLibrary(page);
    await begin(page, '标兵推荐');
    await field(page, '文号').fill('测发〔2027〕1号');
    await field(page, '发文单位').fill('某市法治政府建设领导小组办公室');
    await page.getByRole('checkbox', { name: '推荐分数线' }).check();
    await field(group(page, '推荐分数线'), '条款').fill('一');
    await button(page, '添加否决事项').click();
    await page.keyboard.type('近两年有行政违法行为');
    await page.waitForTimeout(PAUSE_MS);

    await page.reload();
    await field(page, '文号').waitFor();
    expect(await field(page, '文号').inputValue()).toBe('测发〔2027〕1号');
    expect(await field(group(page, '否决事项 1'), '事项').inputValue()).toBe('近两年有行政违法行为');

    await button(page, '保存到推荐活动').click();
    await page.getByText('2 处改好后才能保存').waitFor();
    await button(page, '推荐分数线没有填').click();
    await page.keyboard.type('90');
    await button(page, '名称没有填').click();
    await page.keyboard.type('2027年省级标兵推荐');
    const deadline = group(page, '期限 1');
    await field(deadline, '日期').fill('2027年11月25日');
    await field(deadline, '通知原话').fill('11月25日前');
    const submission = group(page, '报送 1');
    await field(submission, '谁报').fill('示范点');
    await field(submission, '报给谁').fill('某市法治政府建设领导小组办公室');
    await submission.getByRole('checkbox', { name: '纸质' }).check();
    await page.getByRole('checkbox', { name: '通知写了名额' }).check();
    await field(group(page, '通知写了名额'), '名额（个）').fill('2');
    await button(page, '添加材料').click();
    await page.keyboard.type('综合汇报材料');
    await field(group(page, '材料 1'), '字数不超过').fill('3000');
    await button(page, '保存到推荐活动').click();
    await button(page, '编辑2027年省级标兵推荐').waitFor();
  });

  it('a 验收 campaign starts with its steps and needs only a title', async () => {
    const { page } = office;
    await begin(page, '示范点验收');
    await field(page, '名称').fill('2027年示范点验收');
    await field(page, '文号').fill('测发〔2027〕3号');
    expect(await field(group(page, '期限 1'), '做什么').inputValue()).toBe('确定培育对象');
    expect(await field(group(page, '期限 4'), '日期').inputValue()).toBe('');
    await button(page, '保存到推荐活动').click();
    await button(page, '编辑2027年示范点验收').waitFor();
  });

  it('both go to another data folder as files', async () => {
    const { page } = office;
    const exported = () => readdir(join(office.root, '导出')).catch(() => []);
    for (const [at, title] of ['2027年省级标兵推荐', '2027年示范点验收'].entries()) {
      await button(page, `导出${title}`).click();
      await expect.poll(async () => (await exported()).length, { timeout: 10_000 }).toBe(at + 1);
      // The desktop says where it lies over the lower corner, until that is put away.
      await page.mouse.move(0, 0);
      const close = page.locator('.ant-notification-notice-close');
      if (doorName === 'desktop') await close.first().click();
      await expect.poll(() => close.count(), { timeout: 10_000 }).toBe(0);
    }
    await toLibrary(unit.page);
    for (const name of await exported()) {
      await unit.chooseFiles(button(unit.page, '导入活动'), join(office.root, '导出', name));
      await unit.page
        .getByText(/已导入/)
        .first()
        .waitFor();
    }
    await button(unit.page, '编辑2027年省级标兵推荐').waitFor();
    await button(unit.page, '编辑2027年示范点验收').waitFor();
  });

  it('there a new assessment offers what is open, and the unit answers', async () => {
    const { page } = unit;
    await button(page, '首页').click();
    await button(page, '新建自评').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('单位名称').fill('某区城市管理局');
    await dialog.getByText('2027年省级标兵推荐').waitFor();
    await dialog.getByLabel('推荐活动').click();
    expect(await page.locator('.ant-select-item-option').allTextContents()).toEqual([
      '日常自评练习',
      ...['2027年省级标兵推荐', '2027年示范点验收'],
    ]);
    await page.keyboard.press('Escape');
    await button(page, '建立并打开').click();
    await page.getByRole('heading', { name: '单位与活动' }).waitFor();
    const veto = page.getByRole('radiogroup', { name: '近两年有行政违法行为' });
    await veto.getByRole('radio', { name: '否' }).check();
    await page.getByText('90 分以上（含 90 分）').waitFor();
    await page.getByText('已保存').waitFor();

    await page.getByLabel('参加的活动').click();
    await page.locator('.ant-select-item-option', { hasText: '2027年示范点验收' }).click();
    await field(page, '列为培育对象的文件').fill('测发〔2027〕2号');
    await button(page, '添加指导记录').click();
    await field(group(page, '指导 1'), '谁来指导').fill('某市司法局');
    await page.getByText('确认为本地、本系统示范点').waitFor();
    await page.getByText('已保存').waitFor();
  });

  it('and hands in for the 验收, by the copy of the campaign that lies in its package', async () => {
    const { page } = unit;
    await button(page, '首页').click();
    await button(page, '打开示例').click();
    await page.getByLabel('参加的活动').click();
    await page.locator('.ant-select-item-option', { hasText: '2027年示范点验收' }).click();
    await field(page, '列为培育对象的文件').fill('测发〔2027〕2号');
    await button(page, '添加指导记录').click();
    await field(group(page, '指导 1'), '谁来指导').fill('某市司法局');
    await page.getByText('已保存').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: '资格审查与导出' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: '已列为培育对象' })
      .getByText('符合', { exact: true })
      .waitFor();
    await button(page, '导出自查包').click();
    await page.getByText(/自查包导出成功/).waitFor({ timeout: 60_000 });
    // By a reference standard nothing is a final word, whatever the campaign.
    expect(await page.getByText('符合申请验收的条件').count()).toBe(0);
  });

  it('and a desk of the same campaign takes it in, without a word against it', async () => {
    const { page } = office;
    await button(page, '首页').click();
    await button(page, '核验台').click();
    await button(page, '新建核验台').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2027年省级标兵推荐').waitFor();
    await dialog.getByLabel('推荐活动').click();
    await page.locator('.ant-select-item-option', { hasText: '2027年示范点验收' }).click();
    await button(page, '建立并打开').click();
    await page.getByText(/还没有收件/).waitFor();
    const made = await readdir(join(unit.root, '导出'));
    const name = made.find((each) => each.startsWith('【自查】') && each.endsWith('.zip')) ?? '';
    await office.chooseFiles(button(page, '选择推荐包'), join(unit.root, '导出', name));
    await page.getByText('收到 1 个文件：完好 1').waitFor({ timeout: 60_000 });
    expect(await page.getByText(/包内的推荐活动/).count()).toBe(0);
    await page.getByRole('grid', { name: '收件登记表' }).getByText(name).first().click();
    await page.getByRole('navigation').getByRole('button', { name: '核验总表' }).click();
    const row = page.getByRole('grid', { name: '核验总表' });
    await row.getByText('示例市城市管理综合行政执法队（示例）').first().waitFor();
    expect([...office.problems, ...unit.problems]).toEqual([]);
  });
});
