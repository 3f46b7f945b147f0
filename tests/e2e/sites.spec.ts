import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { read, utils } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestDesk } from '../component/desk.ts';
import { CAMPAIGN, STANDARD } from '../component/fixtures.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { type OpenDoor, openDoor } from './door.ts';

/** 示范点名录: from a desk's result over ticks and steps into the next year, and out as .xlsx and .docx. */
describe('the register of named units', () => {
  let door: OpenDoor;
  const button = (name: string | RegExp) => door.page.getByRole('button', { name, exact: true });
  const nav = (name: string) =>
    door.page.getByRole('navigation', { name: '年度任务和台账' }).getByRole('button', { name, exact: true });
  const exported = async (beginning: string, end: string): Promise<Buffer> => {
    const folder = join(door.root, '导出');
    const find = async () =>
      (await readdir(folder).catch(() => [])).find(
        (name) => name.startsWith(beginning) && name.endsWith(end),
      ) ?? '';
    await expect.poll(find).toContain(end);
    return readFile(join(folder, await find()));
  };
  const newYear = async (year: string): Promise<void> => {
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市法治办');
    await dialog.getByLabel('年份').fill(year);
    await dialog.getByRole('button', { name: /^(?:另建一份|新\s?建)$/u }).click();
    await nav('示范点名录').click();
  };

  beforeAll(async () => {
    door = await openDoor();
    const desk = new TestDesk(door.root).create(officialOf(STANDARD), {
      campaign: { ...CAMPAIGN, kind: 'acceptance' },
      choices: [{ key: '0000000000000001', reason: '' }],
    });
    desk.put({ name: '甲区税务局', verified: true });
    desk.put({ name: '乙区税务局', verified: true });
  });

  afterAll(async () => {
    await door.close();
    expect(door.problems).toEqual([]);
  });

  it('takes what a desk has chosen, as 培育对象 and not as confirmed', async () => {
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    await newYear('2026');
    await button('从核验台取结果').click();
    const dialog = door.page.getByRole('dialog', { name: '从核验台取结果' });
    await dialog.getByRole('combobox', { name: '哪个核验台' }).click();
    await door.page.getByTitle(/^测试核验台/).click();
    await dialog.getByText(/拟确认的示范点 1 个/).waitFor();
    await dialog.getByLabel(/^验收日期/).fill('2026-10-10');
    await dialog.getByLabel('带来甲区税务局').check();
    await dialog.getByText('验收日期：2026-10-10').waitFor();
    await dialog.getByRole('button', { name: '登记 1 个' }).click();
    await door.page.getByText('共 1 个').waitFor();
    await door.page.getByText('各步进度', { exact: true }).click();
    const row = door.page.getByRole('table', { name: '各单位的各步' }).getByRole('row').nth(1);
    expect(await row.innerText()).toMatch(/甲区税务局\s+培育对象\s+验收/u);
  });

  it('is 确认 once its day and 文号 are typed', async () => {
    await button('甲区税务局').click();
    await door.page.getByLabel('确认日期', { exact: true }).fill('2026-10-20');
    await door.page.getByText('填了确认日期，没有填确认文号，不算已确认').first().waitFor();
    await door.page.getByLabel('确认文号', { exact: true }).fill('示法〔2026〕9号');
    await door.page.getByText('已确认，级别还是“培育对象”，请核对').first().waitFor();
    await door.page.getByRole('combobox', { name: '级别' }).click();
    await door.page.getByTitle('市级示范点', { exact: true }).click();
    await expect.poll(() => door.page.getByText('已确认，级别还是').count()).toBe(0);
  });

  it('ticks to whom a notice was passed on, all by one key, and back', async () => {
    await button('通知传达').click();
    await button('新增一份').click();
    await door.page.getByLabel('标题', { exact: true }).fill('标兵推荐通知');
    await nav('本周').click();
    await door.page.getByText('还有1个示范点没有传达：甲区税务局').waitFor();
    await nav('示范点名录').click();
    await button('通知传达').click();
    await door.page.getByText('传达情况', { exact: true }).click();
    await door.page.getByText('已传达 0/1 个示范点').waitFor();
    await button('全部已传达（今天）').click();
    await door.page.getByText('已传达 1/1 个示范点').waitFor();
    await door.page.keyboard.press('Control+z');
    await door.page.getByText('已传达 0/1 个示范点').waitFor();
    await door.page.getByLabel('已传达到甲区税务局').check();
    await door.page.getByLabel('甲区税务局的传达方式').fill('会议');
    await button('导出表格').click();
    const { Sheets, SheetNames } = read(await exported('通知传达-', '.xlsx'));
    expect(SheetNames).toContain('传达情况');
    const lines = utils.sheet_to_json<string[]>(Sheets['传达情况']!, { header: 1 });
    expect(lines[3]?.slice(1, 4)).toEqual([
      '甲区税务局',
      '市级示范点',
      expect.stringMatching(/^\d.*　会议$/u),
    ]);
  });

  it('leaves as .docx and .xlsx', async () => {
    await nav('示范点名录').click();
    await button('导出 Word（.docx）').click();
    const docx = new PizZip(await exported('2026年服务型行政执法示范点名录-', '.docx'));
    expect(docx.file('word/document.xml')?.asText()).toContain('甲区税务局');
    await button('导出表格').click();
    const { Sheets, SheetNames } = read(await exported('示范点名录-', '.xlsx'));
    expect(SheetNames.slice(0, 2)).toEqual(['示范点名录', '各步进度']);
    const lines = utils.sheet_to_json<string[]>(Sheets['各步进度']!, { header: 1 });
    expect(lines[3]?.slice(1, 4)).toEqual(['甲区税务局', '市级示范点', '确认']);
  });

  it('goes on into the next year and the one after it, its steps empty', async () => {
    for (const year of ['2027', '2028']) {
      await button('年度工作').click();
      await button('新建年度工作').click();
      await newYear(year);
      await button('从上一年带来').click();
      const dialog = door.page.getByRole('dialog', { name: '从上一年带来示范点名录' });
      await dialog.getByText('命名文号：示法〔2026〕9号').waitFor();
      await dialog.getByText(`端到端市法治办${Number(year) - 1}年（1 行）`).waitFor();
      await dialog.getByRole('button', { name: '带来 1 个' }).click();
      await door.page.getByText('共 1 个').waitFor();
      await door.page.getByText('各步进度', { exact: true }).click();
      const row = door.page.getByRole('table', { name: '各单位的各步' }).getByRole('row').nth(1);
      expect(await row.innerText()).toMatch(/甲区税务局\s+市级示范点\s+没有开始/u);
    }
  });
});
