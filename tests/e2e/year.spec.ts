import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { type OpenDoor, openDoor } from './door.ts';

const ROWS = 300;
/** With those two that are added by keys, today. */
const KEPT = ROWS + 2;
const WAYS = ['提示', '建议', '示范'];

/** A unit's year as a clerk keeps it: tasks, a ledger by import and by keys, a ratio into the sample, what leaves it. */
describe('a year of a unit', () => {
  let door: OpenDoor;
  let away: string;
  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name, exact: true });
  const rows = (label: string): Locator => door.page.getByRole('grid', { name: label }).getByRole('row');

  beforeAll(async () => {
    door = await openDoor();
    away = await mkdtemp(join(tmpdir(), 'biaobing-e2e-year-'));
  });

  afterAll(async () => {
    await door.close();
    await rm(away, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  const exported = async (start: string): Promise<string> =>
    (await readdir(join(door.root, '导出')).catch(() => [])).find((name) => name.startsWith(start)) ?? '';

  async function importTable(name: string, text: string): Promise<void> {
    const path = join(away, name);
    await writeFile(path, `\ufeff${text}`);
    await door.chooseFiles(button('导入表格'), path);
    await door.page.getByRole('dialog', { name: new RegExp(name, 'u') }).waitFor();
  }

  it('begins with the tasks of a notice', async () => {
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市测试局');
    await dialog.getByRole('combobox', { name: '年度任务' }).click();
    await door.page.getByText('照郑州市2017年任务分解：市政府部门').last().click();
    await dialog.getByRole('button', { name: /^新\s?建$/u }).click();
    await door.page
      .getByText('没有过期、7天内到期或者缺材料的事项。')
      .or(door.page.getByRole('button', { name: /^到年度任务办理/u }).first())
      .waitFor();
    await door.page.getByRole('navigation').getByRole('button', { name: '年度任务' }).click();
    await expect.poll(() => rows('年度任务列表').count()).toBe(13);
    await rows('年度任务列表').nth(1).click();
    const pane = door.page.getByRole('complementary', { name: '填写这一项' });
    await pane.getByLabel('责任科室、责任人').fill('法制科');
    await pane.getByRole('combobox', { name: '进度' }).click();
    await door.page.getByText('已完成', { exact: true }).last().click();
    await pane.getByText('还没有添加材料').waitFor();
    const pdf = join(away, '实施方案.pdf');
    await writeFile(pdf, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    await door.chooseFiles(pane.getByRole('button', { name: '添加材料' }), pdf);
    await pane.getByRole('button', { name: '实施方案.pdf', exact: true }).waitFor();
    await expect.poll(() => pane.getByText('还没有添加材料').count()).toBe(0);
  });

  it('takes a ledger of 300 rows in, goes on by keys, and counts it', async () => {
    await door.page.getByRole('navigation').getByRole('button', { name: '执法回访' }).click();
    const lines = Array.from({ length: ROWS }, (_, n) => [
      `2026.${1 + (n % 6)}.${1 + (n % 28)}`,
      `案${n}`,
      `张某${n}`,
      '未交回',
      n % 3 ? '' : '2026.7.1',
      WAYS[n % 3],
    ]);
    const text = ['送达日期,案号,当事人,意见表,回访时间,备注', ...lines.map((line) => line.join())].join(
      '\n',
    );
    await importTable('回访.csv', `${text}\n合计,,${ROWS},,,\n`);
    await button(`登记 ${ROWS} 件`).click();
    await door.page.getByText(`共 ${ROWS} 件`).waitFor();
    await door.page.getByText('回访比例：100 ÷ 300 = 33.33%').waitFor();

    await importTable('回访.csv', `${text}\n`);
    await expect.poll(() => button('登记 0 件').isDisabled()).toBe(true);
    await button('取消')
      .click()
      .catch(() => door.page.getByRole('button', { name: /^取\s?消$/u }).click());

    await button('新增一件').click();
    await door.page.keyboard.type('案新一');
    await door.page.keyboard.press('Control+Enter');
    // The new one is empty yet, and counts nowhere.
    await door.page.getByText(`共 ${ROWS + 1} 件`).waitFor();
    await door.page.keyboard.type('案新二');
    await door.page.keyboard.press('Tab');
    await door.page.getByText(`共 ${KEPT} 件`).waitFor();
    await door.page.getByText('已保存', { exact: true }).waitFor();
    await door.page.getByLabel('查找').fill('案新');
    await expect.poll(() => rows('执法回访列表').count()).toBe(3);
    await door.page.getByLabel('查找').fill('');
  });

  it('takes a choice by keys as it is typed, and none that was not', async () => {
    await door.page.getByRole('navigation').getByRole('button', { name: '宣传培训' }).click();
    await button('新增一次').click();
    const kind = door.page.getByRole('combobox', { name: '类别' });
    const text = (): Promise<string> => rows('宣传培训列表').nth(1).innerText();
    await expect.poll(() => kind.evaluate((field) => field === document.activeElement)).toBe(true);
    await door.page.keyboard.press('Tab');
    await door.page.keyboard.type('没有类别的一次');
    await door.page.keyboard.press('Shift+Tab');
    await expect.poll(text).toMatch(/没有类别的一次/u);
    expect(await text()).not.toMatch(/宣讲|培训\s|报道/u);
    await door.page.keyboard.type('p');
    await door.page.getByRole('option', { name: '培训' }).waitFor({ state: 'attached' });
    await door.page.keyboard.press('Tab');
    await expect.poll(text).toMatch(/培训/u);
    await door.page.keyboard.press('Shift+Tab');
    await door.page.keyboard.press('Enter');
    await expect.poll(() => kind.getAttribute('aria-expanded')).toBe('true');
    await door.page.keyboard.press('ArrowDown');
    await door.page.keyboard.press('Tab');
    await expect.poll(text).toMatch(/报道/u);
    await button('删除这一次').click();
    await door.page.getByText('共 0 次').waitFor();
  });

  it('leaves as a table and as days for a calendar', async () => {
    await door.page.getByRole('navigation').getByRole('button', { name: '执法回访' }).click();
    await button('导出表格').click();
    await expect.poll(() => exported('执法回访-')).toContain('.xlsx');
    await door.page.getByRole('navigation').getByRole('button', { name: '年度任务' }).click();
    await button('导出日程').click();
    await expect.poll(() => exported('年度任务日程-')).toContain('.ics');
    const text = await readFile(join(door.root, '导出', await exported('年度任务日程-')), 'utf8');
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(10);
  });

  it('fills the 数据 of the sample’s report, beside what was typed there, and takes it back in one step', async () => {
    await button('年度工作').click();
    await button('首页').click();
    await button('打开示例').click();
    await button('文书').click();
    const field = door.page.getByLabel('数据', { exact: true });
    await field.fill('本单位自己写的。');
    await button('从年度工作填数据…').click();
    const dialog = door.page.getByRole('dialog', { name: '从年度工作填数据' });
    await dialog.getByText(`执法回访台账共${KEPT}行，按送达日期属于当年的${KEPT}行`).waitFor();
    await dialog.getByRole('button', { name: /^填入\d句$/u }).click();
    const text = [
      '本单位自己写的。',
      `2026年送达数额较大或者影响重大的处罚案件${KEPT}件。`,
      `2026年送达的${KEPT}件数额较大或者影响重大的处罚案件中，已回访100件，占33.11%。`,
      `2026年不愿填写或者未交回回访意见表的${ROWS}件处罚案件中，已回访100件，回访比例33.33%。`,
    ].join('\n');
    await expect.poll(() => field.inputValue()).toBe(text);
    await button('撤销').click();
    await expect.poll(() => field.inputValue()).toBe('本单位自己写的。');
    await button('重做').click();
    await expect.poll(() => field.inputValue()).toBe(text);
  });

  it('links a task and a ledger to items that the user chooses, and says what they are worth', async () => {
    const tab = (name: string) => door.page.getByRole('navigation').getByRole('button', { name }).click();
    const option = (text: string | RegExp) => door.page.locator('.ant-select-item-option', { hasText: text });
    const choose = async (search: string, item: RegExp) => {
      await door.page.getByRole('combobox', { name: '对应评分项' }).fill(search);
      await option(item).click();
      await door.page.keyboard.press('Escape');
    };
    await button('首页').click();
    await button('年度工作').click();
    await button(/^打开 端到端市测试局2026年/u).click();
    await door.page.getByText('想看每件事对应多少分').waitFor();
    await door.page.getByRole('combobox', { name: '对应的自评' }).click();
    await option('示例市城市管理').click();
    await door.page.getByText('还没有选对应评分项').waitFor();
    await tab('年度任务');
    await button('新增一项').click();
    const pane = door.page.getByRole('complementary', { name: '填写这一项' });
    await pane.getByLabel('事项').fill('补发实施方案');
    await pane.getByLabel('按此日计').fill('2026-01-05');
    await pane.getByLabel('按此日计').blur();
    await choose('实施方案', /^1\.2 /u);
    await tab('执法回访');
    await choose('3.4', /^3\.4 /u);
    await tab('本周');
    const line = door.page.getByRole('row', { name: /^补发实施方案/u });
    await line.getByText(/^1\.2 满分 2 分，已得 2 分$/u).waitFor();
    await door.page.getByText('做了不等于得分，以验收评分为准').waitFor();
    await door.page.getByText(/按参考标准满分 \d/u).waitFor();
  });

  it('takes the text of a case from an old .doc', async () => {
    await door.page.getByRole('navigation').getByRole('button', { name: '典型案例' }).click();
    await button(/新增一篇/u).click();
    await door.chooseFiles(button('导入文件'), join(repository, 'tests/fixtures/import-files/old-case.doc'));
    await expect
      .poll(() => door.page.getByLabel('标题').inputValue(), { timeout: 20_000 })
      .toBe('夜市油烟扰民指导整改（示例）');
    expect(await door.page.getByLabel('正文').inputValue()).toContain('《大气污染防治法》——处理；共３件……');
  });
});
