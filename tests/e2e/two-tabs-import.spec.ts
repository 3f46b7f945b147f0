import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { doorName } from './door.ts';
import { openBrowser, type Server, startServer, stopServer } from './local-door.ts';

const TABLE =
  '一级指标,评分项,评分标准,分值\n组织领导,成立领导小组,未成立的扣3分,3\n组织领导,制定方案,未制定的扣2分,2\n';

/** Two windows on one import: a colleague asked for help on a second one, say. */
describe.runIf(doorName === 'local')('two windows on one import', () => {
  let folder: string;
  let server: Server;
  let browser: BrowserContext;
  let 甲: Page;
  let 乙: Page;

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const at = (page: Page, step: string) => page.getByRole('group', { name: step, exact: true }).waitFor();
  const next = (page: Page) => button(page, /^下一步/).click();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'biaobing-two-imports-'));
    await writeFile(join(folder, '细则.csv'), TABLE);
    server = await startServer({ root: join(folder, '数据'), env: {} });
    browser = await openBrowser(join(folder, 'profile'));
    甲 = browser.pages()[0] ?? (await browser.newPage());
    await 甲.goto(server.link);
    await button(甲, '标准库').click();
    const [chooser] = await Promise.all([甲.waitForEvent('filechooser'), button(甲, '选择文件').click()]);
    await chooser.setFiles(join(folder, '细则.csv'));
    await at(甲, '选表');
    乙 = await browser.newPage();
    await 乙.goto(甲.url());
    await button(乙, '标准库').click();
    await button(乙, /^继续/).click();
    await at(乙, '选表');
  });

  afterAll(async () => {
    await browser.close();
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
  });

  it('each go their own steps, and see what the other one changes', async () => {
    await next(甲);
    await next(甲);
    await at(甲, '结构');
    await next(乙);
    await at(乙, '列');
    await at(甲, '结构');
    await 甲.getByRole('treeitem', { name: /制定方案/ }).click();
    await 甲.getByLabel('名称').fill('年度方案');
    await 甲.getByLabel('名称').blur();
    await next(乙);
    await 乙.getByRole('treeitem', { name: /年度方案/ }).waitFor();
  });

  it('learn at once that it was brought to its end, and leave without a question', async () => {
    for (const step of ['规则', '检查', '核对', '标识']) {
      await next(甲);
      await at(甲, step);
    }
    await 甲.getByLabel('版次').fill('2026年版');
    await 甲.getByLabel('自查参考线').fill('4');
    await 甲.getByLabel('自查参考线').blur();
    await next(甲);
    await button(甲, '保存为标准').click();
    await 甲.getByText('已保存到标准库').waitFor();
    await 乙.getByText('这次导入已在另一个窗口里保存为标准。').waitFor();
    await button(乙, '标准库').click();
    await 乙.getByRole('heading', { name: '标准库' }).waitFor();
    await 乙.getByRole('row', { name: /细则.*2026年版/ }).waitFor();
  });
});
