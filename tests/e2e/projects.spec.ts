import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

/** 结对与试点: a pair, its activity and its differences from two assessments, and its summary. */
describe('pairs and pilots', () => {
  let door: OpenDoor;
  const button = (name: string | RegExp) => door.page.getByRole('button', { name, exact: true });
  const part = (name: string) => door.page.getByRole('region', { name, exact: true });
  const tab = (name: string) =>
    door.page.getByRole('navigation', { name: '结对与试点各表' }).getByRole('button', { name }).click();

  beforeAll(async () => {
    door = await openDoor();
  });

  afterAll(async () => {
    await door.close();
    expect(door.problems).toEqual([]);
  });

  it('takes a pair and its activity', async () => {
    await button('打开示例').click();
    await door.page.getByRole('button', { name: /首页/u }).first().click();
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市测试局');
    await dialog.getByLabel('年份').fill('2026');
    await dialog.getByRole('button', { name: /^新\s?建$/u }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '结对与试点' }).click();
    await button('新增一个').click();
    await door.page.getByRole('textbox', { name: '名称' }).fill('与示例甲局结对');
    await part('活动').getByRole('button', { name: '新增一次' }).click();
    await door.page.getByRole('textbox', { name: '内容' }).fill('交流行政指导文书');
    await tab('结对与试点');
    await part('活动').getByText('交流行政指导文书').waitFor();
  });

  it('takes a difference, which stays where its project is removed and comes back with it', async () => {
    await part('对标差距').getByRole('button', { name: '新增一项' }).click();
    await door.page.getByRole('textbox', { name: '项目（评分项）' }).fill('1.1 示例评分项');
    await tab('结对与试点');
    await part('对标差距').getByText('1.1 示例评分项').waitFor();
    await button('删除这一个').click();
    await tab('对标差距');
    await door.page.getByText(/^1 项没有所属项目/u).waitFor();
    await button('撤销').click();
    await door.page.getByText(/^1 项没有所属项目/u).waitFor({ state: 'hidden' });
  });

  it('says by which assessments it could compare', async () => {
    await tab('结对与试点');
    await door.page.getByRole('row', { name: /与示例甲局结对/u }).click();
    await button('从自评档案比较').click();
    const dialog = door.page.getByRole('dialog', { name: /^从自评档案比较/u });
    await dialog.getByText(/先在首页“打开推荐包”/u).waitFor();
    await dialog.getByRole('combobox', { name: '本单位的自评' }).click();
    await door.page
      .locator('.ant-select-item', { hasText: /示例.*自评 .* 分/u })
      .first()
      .click();
    await dialog.getByRole('combobox', { name: '对方的自评' }).click();
    await door.page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item', { hasText: '示例' })
      .first()
      .click();
    await dialog.getByText(/^两边选的是同一份自评/u).waitFor();
    await dialog.getByRole('button', { name: /^取\s?消$/u }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('leaves as a summary', async () => {
    await button('导出总结（.docx）').click();
    const folder = join(door.root, '导出');
    const find = async () =>
      (await readdir(folder).catch(() => [])).find((name) => name.startsWith('与示例甲局结对总结-')) ?? '';
    await expect.poll(find).toContain('.docx');
    const buffer = await readFile(join(folder, await find()));
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value).toContain('交流行政指导文书');
    expect(value).toContain('1.1 示例评分项');
  });
});
