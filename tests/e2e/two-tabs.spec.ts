import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenedDocument } from '../../shared/contract/contract.ts';
import { doorName } from './door.ts';
import { openBrowser, type Server, startServer, stopServer } from './local-door.ts';

type Assessment = OpenedDocument<'assessment'>['value'];

/** Two tabs of one browser on one assessment, and a program that ends and comes back under another address. */
describe.runIf(doorName === 'local')('two tabs', () => {
  let folder: string;
  let server: Server;
  let browser: BrowserContext;
  let 甲: Page;
  let 乙: Page;
  const problems: string[] = [];

  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
  const saved = (page: Page) => page.getByText('已保存', { exact: true }).waitFor();
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const root = () => join(folder, '数据');

  async function stored(): Promise<Assessment> {
    const names = (await readdir(root())).filter((name) => name.startsWith('两页局'));
    expect(names).toHaveLength(1);
    return JSON.parse(await readFile(join(root(), names[0] ?? '', 'assessment.json'), 'utf8')) as Assessment;
  }

  async function openIt(page: Page): Promise<void> {
    await page
      .getByRole('row', { name: /两页局/ })
      .getByRole('button', { name: /打开/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '单位与活动' }).waitFor();
  }

  async function fill(page: Page, label: string, text: string): Promise<void> {
    await field(page, label).fill(text);
    await field(page, label).blur();
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'biaobing-two-tabs-'));
    server = await startServer({ root: root(), env: {} });
    browser = await openBrowser(join(folder, 'profile'));
    甲 = browser.pages()[0] ?? (await browser.newPage());
    await 甲.goto(server.link);
    await 甲.waitForURL((url) => url.search === '');
    await button(甲, '新建自评').click();
    await field(甲, '单位名称').fill('两页局');
    await button(甲, '建立并打开').click();
    await 甲.getByRole('heading', { name: '单位与活动' }).waitFor();
    乙 = await browser.newPage();
    await 乙.goto(甲.url());
    await openIt(乙);
    for (const page of [甲, 乙]) page.on('pageerror', (error) => problems.push(String(error)));
  });

  afterAll(async () => {
    await browser.close();
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });

  it('keep both what they fill in, and each shows the other’s', async () => {
    await fill(甲, '联系人', '联系人甲');
    await fill(乙, '联系电话', '0371-1');
    await Promise.all([甲, 乙].map(saved));
    expect((await stored()).unit.contact).toEqual({ name: '联系人甲', phone: '0371-1' });
    await vi.waitFor(async () => expect(await field(乙, '联系人').inputValue()).toBe('联系人甲'));
    await vi.waitFor(async () => expect(await field(甲, '联系电话').inputValue()).toBe('0371-1'));
  });

  it('take back their own steps alone', async () => {
    await button(甲, '撤销').click();
    await vi.waitFor(async () =>
      expect((await stored()).unit.contact).toEqual({ name: '', phone: '0371-1' }),
    );
    await button(甲, '重做').click();
    await vi.waitFor(async () => expect((await stored()).unit.contact.name).toBe('联系人甲'));
  });

  it('ask where both typed into one field, with both texts at hand', async () => {
    await field(甲, '行业').pressSequentially('交通');
    await field(乙, '行业').fill('城管');
    await field(乙, '行业').blur();
    await 乙.getByText('已保存', { exact: true }).waitFor();
    await field(甲, '行业').blur();
    // Whose words came second depends on the pause after which they are saved.
    const noticeOf = (page: Page) => page.getByRole('alert').filter({ hasText: '“行业”' });
    const asked = await Promise.any(
      [甲, 乙].map((page) =>
        noticeOf(page)
          .waitFor()
          .then(() => page),
      ),
    );
    const notice = noticeOf(asked);
    expect(await notice.innerText()).toMatch(/交通/);
    expect(await notice.innerText()).toMatch(/城管/);
    const first = (await stored()).unit.industry;
    await button(asked, '用这里的').click();
    await saved(asked);
    const { industry } = (await stored()).unit;
    expect([first, industry].sort()).toEqual(['交通', '城管'].sort());
    await Promise.all(
      [甲, 乙].map((page) =>
        vi.waitFor(async () => expect(await field(page, '行业').inputValue()).toBe(industry)),
      ),
    );
  });

  it('keep typed words while the program is gone, and bring them to its new address', async () => {
    await stopServer(server);
    await fill(甲, '地域', '东区');
    await 甲.getByText('连接已断开', { exact: true }).waitFor();
    await 甲.getByRole('navigation').getByRole('button', { name: '逐项自评', exact: true }).click();
    await 甲.getByRole('navigation').getByRole('button', { name: '单位与活动', exact: true }).click();
    expect(await field(甲, '地域').inputValue()).toBe('东区');
    await 甲.getByRole('alert').filter({ hasText: '1 处改动留在本页' }).waitFor();
    server = await startServer({ root: root(), env: {} });
    await field(甲, '程序的新地址').fill(server.link);
    const opened = browser.waitForEvent('page');
    await button(甲, '转到新地址').click();
    const after = await opened;
    await after.getByText('上一个页面有 1 处改动还没有保存').waitFor();
    await after.reload();
    await openIt(after);
    await vi.waitFor(async () => expect((await stored()).unit.region).toBe('东区'));
    await saved(after);
    expect(await field(after, '地域').inputValue()).toBe('东区');
    // The page that was left behind still has it all.
    expect(await field(甲, '地域').inputValue()).toBe('东区');
    // Nothing is left there to be asked about.
    await button(after, '首页').click();
    await after.getByRole('heading', { name: '标兵自评' }).waitFor();
  });
});
