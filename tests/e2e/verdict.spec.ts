import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { type OpenDoor, openDoor } from './door.ts';

const BY_REFERENCE = /^按参考标准自评[\d.]+分，高于自查参考线90分；正式推荐须按正式验收标准评分/;

/** One score, by the reference standard and by the same text entered as an official one. */
describe('a verdict', () => {
  let door: OpenDoor;
  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name, exact: true });
  const step = (name: string): Locator => door.page.getByRole('navigation').getByRole('button', { name });
  const next = (name: string) => button(`下一步：${name}`).click();
  const condition = (title: RegExp): Locator => door.page.getByRole('row').filter({ hasText: title });

  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(async () => {
    await door.close();
    expect(door.problems).toEqual([]);
  });

  it('by the reference standard is none: in the header, in the examination, in what is exported', async () => {
    await button('打开示例').click();
    await door.page.getByRole('group', { name: '自评总分' }).getByText(BY_REFERENCE).waitFor();
    await step('资格审查与导出').click();
    await condition(/自查参考线90分/)
      .getByText('按参考标准', { exact: true })
      .waitFor();
    expect(await door.page.getByText('符合推荐条件').count()).toBe(0);
    await button('导出自查包').click();
    await door.page.getByText(/自查包导出成功/).waitFor({ timeout: 60_000 });
    const [file = ''] = await readdir(join(door.root, '导出'));
    expect(file).toMatch(/^【自查】/);
    await button('首页').click();
  });

  it('is official once the number is entered and each part is ticked', async () => {
    await button('标准库').click();
    await button('复制为新版本并编辑').first().click();
    await next('规则');
    await next('检查');
    await next('核对');
    await next('标识');
    await door.page.getByRole('combobox', { name: '性质' }).click();
    await door.page.getByTitle('正式标准', { exact: true }).click();
    await door.page.getByRole('textbox', { name: '标准名称', exact: true }).fill('测试用正式标准');
    await door.page.getByRole('textbox', { name: '文号', exact: true }).fill('测府法〔2021〕1号');
    await door.page.getByRole('textbox', { name: '核对人' }).fill('法规科');
    // The copied vetoes are no notice's: each is said to stand in the original.
    for (let own = 2; own > 0; own -= 1) {
      await door.page
        .getByText(new RegExp(`有${own}条否决事项是自拟的`))
        .first()
        .waitFor();
      await button('原件有').first().click();
    }
    await expect.poll(() => button('原件有').count()).toBe(0);
    const parts = door.page.getByRole('group', { name: '对照原件核对' }).getByRole('checkbox');
    const count = await parts.count();
    for (let at = 0; at < count - 1; at += 1) await parts.nth(at).check();
    await door.page
      .getByText(/还有1部分/)
      .first()
      .waitFor();
    await parts.last().check();
    await expect.poll(() => door.page.getByText(/还有1部分/).count()).toBe(0);
    await next('保存');
    await button('保存为标准').click();
    await door.page
      .getByText(/推荐分数线 90 分/)
      .first()
      .waitFor();
    await button('回标准库').click();
  });

  it('then says 符合推荐条件, and makes a 推荐包 that verifies', async () => {
    await button('首页').click();
    await door.page.getByRole('button', { name: /^转到新版标准 / }).click();
    const dialog = door.page.getByRole('dialog', { name: /^转到新版标准/ });
    await dialog.getByRole('combobox').click();
    await door.page.getByTitle(/^测试用正式标准/).click();
    await dialog.getByRole('button', { name: '转入' }).click();
    // The words of the two vetoes are the original's now: an answer to other words is none until it is confirmed.
    for (let open = 2; open > 0; open -= 1) {
      await button(`待确认 ${open} 项`).waitFor();
      await button('确认沿用').click();
    }
    await button('待确认 0 项').waitFor();
    await step('单位与活动').click();
    await door.page.getByRole('checkbox', { name: /显示已截止的活动/ }).check();
    await door.page.getByRole('combobox', { name: '参加的活动' }).click();
    await door.page.getByTitle(/^第二批河南省服务型行政执法标兵推荐（2020年）/).click();
    await door.page
      .getByText(/“11月25日前”/)
      .first()
      .waitFor();
    await door.page.getByText(/通知写明“逾期未报者，视为自动放弃”/).waitFor();
    await door.page.getByRole('radio', { name: '自愿参评' }).check();
    await door.page
      .getByRole('group', { name: '自评总分' })
      .getByText(/高于推荐分数线90分/)
      .waitFor();
    await step('资格审查与导出').click();
    await condition(/自我评价90分以上/)
      .getByText('符合', { exact: true })
      .waitFor();
    // The notice's day is long past: it stands beside every final word.
    await door.page.getByText('报送已逾期，其余符合推荐条件，可以导出推荐包').waitFor();
    await button('导出推荐包').click();
    await door.page.getByText(/推荐包导出成功/).waitFor({ timeout: 60_000 });
    const files = await readdir(join(door.root, '导出'));
    const file = files.find((name) => name.endsWith('.zip') && !name.startsWith('【自查】')) ?? '';
    const verify = [join(repository, 'dist/cli.mjs'), 'verify', join(door.root, '导出', file), '--json'];
    const answer: unknown = JSON.parse(execFileSync(process.execPath, verify, { encoding: 'utf8' }));
    expect(answer).toMatchObject({ packages: [{ status: 'intact', problems: [] }] });
  });
});
