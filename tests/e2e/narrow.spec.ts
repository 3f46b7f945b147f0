import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { cutOff, isInSight } from './cut-off.ts';
import { type OpenDoor, openDoor } from './door.ts';

/** CSS pixels: 1366×768 at 125 % and at 200 %, small notebooks, and the least that is promised. */
const SIZES = [
  [1093, 614],
  [1067, 575],
  [1024, 600],
  [800, 560],
  [683, 384],
  [640, 480],
] as const;

/** Every screen at every size, through the door of this run. */
describe('a small window', () => {
  let door: OpenDoor;
  let work: string;

  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name, exact: true });
  const step = (name: string): Locator =>
    door.page.getByRole('navigation').first().getByRole('button', { name, exact: true });

  /**
   * The desktop window keeps its size: its zoom gives the width, and so a height of its own.
   * Again where the answer of a call that was made is lost on its way (microsoft/playwright#33737).
   */
  async function resize(width: number, height: number): Promise<void> {
    const away = async (): Promise<number> => {
      if (door.name === 'local') await door.page.setViewportSize({ width, height });
      else {
        await door.electron.evaluate(({ BrowserWindow }, css) => {
          const [window] = BrowserWindow.getAllWindows();
          if (window) window.webContents.setZoomFactor((window.getContentSize()[0] ?? css) / css);
        }, width);
      }
      return Math.abs((await door.page.evaluate(() => window.innerWidth)) - width);
    };
    await expect.poll(away).toBeLessThan(3);
    // What slid under the pointer meanwhile would show its hint over the page.
    await door.page.mouse.move(0, 0);
    await door.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  /** A long page of a window that was zoomed a moment ago may still be being drawn. */
  async function comesInSight(selector: string): Promise<boolean> {
    for (let look = 0; look < 50; look += 1) {
      if (await isInSight(door.page, selector)) return true;
      await door.page.waitForTimeout(100);
    }
    return false;
  }
  /** What is not right at any size; `whole`: what must be in sight without scrolling. */
  async function wrongWith(screen: string, whole: readonly string[] = []): Promise<string[]> {
    const wrong: string[] = [];
    for (const [width, height] of SIZES) {
      await resize(width, height);
      const at = `${screen} at ${width}×${height}`;
      for (const each of await cutOff(door.page)) wrong.push(`${at}: ${each}`);
      for (const each of whole) {
        if (!(await comesInSight(each))) wrong.push(`${at}: ${each} is not in sight`);
      }
    }
    await resize(1280, 720);
    return wrong;
  }
  /** The same of each pane, which stands behind a tab where the window is narrow. */
  async function wrongWithPanes(screen: string, tabs: readonly [string, string[]][], head: string[]) {
    const wrong: string[] = [];
    for (const [tab, whole] of tabs) {
      await resize(800, 560);
      await door.page.getByRole('tab', { name: tab, exact: true }).click();
      wrong.push(...(await wrongWith(`${screen} › ${tab}`, [...head, ...whole])));
    }
    return wrong;
  }

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'biaobing-narrow-'));
    door = await openDoor();
    const cli = (...words: string[]) =>
      execFileSync(process.execPath, [join(repository, 'dist/cli.mjs'), ...words], { stdio: 'ignore' });
    cli('demo', '--out', join(work, 'demo'));
    const desk = join(door.root, '核验台', '测试');
    cli(
      'review',
      'import',
      join(work, 'demo', '【自查】示例自查包.zip'),
      '--desk',
      desk,
      '--received',
      '2020-11-20',
    );
  });

  afterAll(async () => {
    await door.close();
    await rm(work, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('shows 首页, a dialog and every screen of an assessment whole', async () => {
    await button('新建自评').click();
    const dialog = door.page.getByRole('dialog');
    await dialog.getByLabel('单位名称').waitFor();
    expect(await wrongWith('新建自评', ['.ant-modal-footer .ant-btn-primary'])).toEqual([]);
    await door.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await button('打开示例').click();
    // Long names give way before the score does.
    await door.page.getByLabel('单位名称').fill('示例市综合行政执法局'.repeat(6));
    await door.page.keyboard.press('Tab');
    await door.page.getByText('已保存').waitFor();
    for (const screen of [
      '单位与活动',
      '佐证材料',
      '差距分析',
      '材料',
      '文书',
      '资格审查与导出',
      '平台填报',
      '标准',
    ]) {
      await step(screen).click();
      await door.page.locator('main h2').first().waitFor();
      expect(await wrongWith(screen, ['.ui-score-bar-total'])).toEqual([]);
    }
  });

  it('shows tree, item and evidence one at a time, with the way on in sight', async () => {
    await step('逐项自评').click();
    await door.page.getByRole('tree', { name: '评分项' }).waitFor();
    const panes: [string, string[]][] = [
      ['目录', []],
      ['评分', ['.items-next']],
      ['佐证', []],
    ];
    expect(await wrongWithPanes('逐项自评', panes, ['.ui-score-bar-total'])).toEqual([]);
    await resize(683, 384);
    await door.page.getByRole('tab', { name: '评分', exact: true }).click();
    await door.page.keyboard.press('ArrowLeft');
    await door.page.getByRole('treeitem', { name: /^1\.2 / }).click();
    await door.page.getByRole('tabpanel', { name: '评分' }).waitFor();
    expect(await isInSight(door.page, '.items-next')).toBe(true);
    await resize(1280, 720);
    await button('首页').click();
    expect(await wrongWith('首页')).toEqual([]);
  });

  it('shows the library and the steps of an import', async () => {
    await button('标准库').click();
    await button('复制为新版本并编辑').first().waitFor();
    expect(await wrongWith('标准库')).toEqual([]);
    await button('复制为新版本并编辑').first().click();
    const panes: [string, string[]][] = [
      ['目录', []],
      ['内容', []],
    ];
    const next = '.standards-wizard-footer .ant-btn-primary';
    expect(await wrongWithPanes('结构', panes, [next])).toEqual([]);
    await button('下一步：规则').click();
    expect(await wrongWithPanes('规则', panes, [next])).toEqual([]);
    for (const name of ['检查', '核对', '标识']) {
      await button(`下一步：${name}`).click();
      expect(await wrongWith(name, [next])).toEqual([]);
    }
    await button('标准库').click();
    await button('首页').click();
  });

  it('shows a campaign while it is made, with all that is wrong with it', async () => {
    await button('标准库').click();
    await button('新建活动').click();
    await door.page.getByRole('menuitem', { name: '标兵推荐' }).click();
    for (const name of ['推荐分数线', '命名条件', '参评意愿', '通知写了名额']) {
      await door.page.getByRole('checkbox', { name }).check();
    }
    for (const name of ['其他条件', '否决事项', '推荐单位', '材料']) {
      await button(`添加${name}`).click();
      await door.page.keyboard.type(`${name}的名称`.repeat(9));
    }
    await button('保存到推荐活动').click();
    await door.page.getByText(/处改好后才能保存/).waitFor();
    expect(await wrongWith('推荐活动')).toEqual([]);
    await resize(1280, 720);
    await button('标准库').click();
    await button('首页').click();
  });

  it('shows every screen of a desk and of a package on it', async () => {
    await button('核验台').click();
    const open = door.page.getByRole('button', { name: /^打开 / });
    await open.waitFor();
    expect(await wrongWith('核验台')).toEqual([]);
    const dialog = door.page.getByRole('dialog');
    await button('新建核验台').click();
    await dialog.getByLabel('推荐单位').waitFor();
    expect(await wrongWith('新建核验台', ['.ant-modal-footer .ant-btn-primary'])).toEqual([]);
    await door.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await open.click();
    const parts = door.page.getByRole('navigation', { name: '核验台' }).getByRole('button');
    await parts.first().waitFor();
    for (let at = (await parts.count()) - 1; at >= 0; at -= 1) {
      await parts.nth(at).click();
      expect(await wrongWith((await parts.nth(at).textContent()) ?? '')).toEqual([]);
    }
    await step('核验总表').click();
    await door.page.getByRole('grid', { name: '核验总表' }).focus();
    await door.page.keyboard.press('Home');
    await door.page.keyboard.press('Enter');
    await door.page.getByRole('tree', { name: '评分项' }).waitFor();
    const panes: [string, string[]][] = [
      ['目录', []],
      ['核验', ['.items-next']],
      ['佐证', []],
    ];
    const scores = '.verify-scores dd';
    expect(await wrongWithPanes('逐项核验', panes, [scores])).toEqual([]);
    const steps = door.page.getByRole('navigation', { name: '核验步骤' }).getByRole('button');
    for (let at = 1; at < (await steps.count()); at += 1) {
      await steps.nth(at).click();
      expect(await wrongWith((await steps.nth(at).textContent()) ?? '', [scores])).toEqual([]);
    }
  });
});
