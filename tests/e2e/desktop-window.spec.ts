import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { electronArguments, electronProgram } from './desktop-door.ts';
import { doorName, type OpenDoor, openDoor } from './door.ts';

/** What the window's dialogs were asked, in the place of the user who answers them with the button of this number. */
interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
}

describe.runIf(doorName === 'desktop')('the window', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  /** From now on every message is answered with this button. */
  const answerWith = (button: number) =>
    door.electron.evaluate(({ dialog }, response) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { messages: asked });
      dialog.showMessageBox = (...args: unknown[]) => {
        asked.push(args.at(-1));
        return Promise.resolve({ response, checkboxChecked: false });
      };
    }, button);
  const asked = (): Promise<Asked[]> =>
    door.electron.evaluate(() => (globalThis as { messages?: Asked[] }).messages ?? []);
  /** Of the page that is there now: one that has crashed is gone for good to whoever drives it. */
  const inPage = <T>(code: string): Promise<T> =>
    door.electron.evaluate(
      // A page that is being loaded anew never answers.
      ({ BrowserWindow }, source) =>
        Promise.race([
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source),
          new Promise((resolve) => setTimeout(resolve, 1000, '')),
        ]) as Promise<never>,
      code,
    );
  const one = async (): Promise<Asked> => {
    await expect.poll(asked).toHaveLength(1);
    const [first] = await asked();
    if (!first) throw new Error('nothing was asked');
    return first;
  };
  const killPage = async () =>
    process.kill(
      (await door.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      )) ?? 0,
      'SIGKILL',
    );
  const isStored = async (words: string): Promise<boolean> => {
    const folder = (await readdir(door.root)).find((name) => name.includes('示例')) ?? '';
    return (await readFile(join(door.root, folder, 'assessment.json'), 'utf8')).includes(words);
  };
  const openSample = async (page: Page) => {
    await page.getByRole('button', { name: '打开示例' }).click();
    await page.getByText('单位与活动').first().click();
  };

  it('asks in words where the page has crashed, and brings it back with the words of the last second', async () => {
    await openSample(door.page);
    const contact = door.page.getByLabel('联系人');
    await contact.fill('刚刚输入的联系人');
    await answerWith(0);
    // Less than the pause after which words are saved.
    await door.page.waitForTimeout(300);
    await killPage();
    expect(await one()).toMatchObject({ message: '页面意外停止了', buttons: ['重新打开', '退出'] });
    await expect
      .poll(() =>
        door.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.isCrashed(),
        ),
      )
      .toBe(false);
    await expect.poll(() => inPage('document.body.innerText'), { timeout: 10_000 }).toContain('示例');
    await expect.poll(() => isStored('刚刚输入的联系人'), { timeout: 10_000 }).toBe(true);
  });

  /** Words of the last second, then the window ends by `end`; the next start has them. */
  async function findsWordsAfter(end: () => Promise<unknown>): Promise<void> {
    await openSample(door.page);
    await door.page.getByLabel('联系人').fill('刚刚输入的联系人');
    await door.page.waitForTimeout(300);
    const ended = once(door.electron.process(), 'exit');
    await end();
    await ended;
    await door.restart();
    await door.page.getByText('没来得及保存的文字已放回原处，并已保存').waitFor();
    expect(await door.page.getByLabel('联系人').inputValue()).toBe('刚刚输入的联系人');
    await expect.poll(() => isStored('刚刚输入的联系人'), { timeout: 10_000 }).toBe(true);
  }

  it('ends where that is wanted after a crash, and the next start has the words of the last second', async () => {
    await answerWith(1);
    await findsWordsAfter(killPage);
  });

  it('ends where that is wanted while the page hangs, and the next start has its words', async () => {
    await answerWith(2);
    await findsWordsAfter(() =>
      door.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive')),
    );
  });

  it('has the words of the last second after the whole program was killed', async () => {
    await findsWordsAfter(() => Promise.resolve(door.electron.process().kill('SIGKILL')));
  });

  it('asks where the page hangs, and opens it anew', async () => {
    await answerWith(1);
    await door.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive'),
    );
    expect(await one()).toMatchObject({ message: '页面没有响应', buttons: ['再等等', '重新打开', '退出'] });
    await expect
      .poll(() =>
        door.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.isLoading(),
        ),
      )
      .toBe(false);
    await expect.poll(() => inPage('document.body.innerText'), { timeout: 10_000 }).toContain('打开示例');
  });

  it('tells of a fault in the program in words, with a report that names nothing of the user, and goes on', async () => {
    await answerWith(0);
    await door.electron.evaluate(() => {
      setTimeout(() => {
        throw Object.assign(new Error("ENOSPC, write '/home/王某某/某某市城管局.json'"), { code: 'ENOSPC' });
      });
    });
    const { message, detail } = await one();
    expect(message).toBe('程序遇到意外问题，已继续运行');
    expect(detail).not.toMatch(/Error|ENOSPC|\bat /);
    const report = await readFile(detail.split('\n').at(-1) ?? '', 'utf8');
    expect(report).toContain('Error ENOSPC');
    expect(report).not.toMatch(/王某某|城管局|home/);
    await openSample(door.page);
  });

  it('takes a killed graphics process without a word', async () => {
    await answerWith(0);
    await openSample(door.page);
    const pid = await door.electron.evaluate(
      ({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid,
    );
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await door.page.waitForTimeout(2500);
    expect(await asked()).toEqual([]);
    await door.page.getByLabel('联系人').fill('还能输入');
  });

  describe('while evidence of 300 MB is being added', () => {
    const begin = async () => {
      await openSample(door.page);
      await door.page.getByRole('button', { name: '佐证材料', exact: true }).click();
      const big = join(door.root, '..', 'big.pdf');
      await writeFile(big, '%PDF-1.4\n');
      await truncate(big, 300 * 2 ** 20);
      await door.chooseFiles(door.page.getByRole('button', { name: /^添加文件/ }), big);
      await door.page.getByRole('progressbar').waitFor();
    };
    const close = () =>
      door.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

    it('waits for it where that is wanted, and ends then', async () => {
      await answerWith(0);
      const ended = once(door.electron.process(), 'exit');
      await begin();
      await close();
      expect(await one()).toMatchObject({
        message: '正在添加佐证材料，仍要退出？',
        buttons: ['等它做完后退出', '留在这里', '停下并退出'],
      });
      await door.page.getByText('做完后，程序会自动退出').waitFor();
      expect(await ended).toEqual([0, null]);
      const folder = (await readdir(door.root)).find((name) => name.includes('示例')) ?? '';
      expect(await readFile(join(door.root, folder, 'assessment.json'), 'utf8')).toContain('big.pdf');
    });

    it('stays where that is wanted', async () => {
      await answerWith(1);
      await begin();
      await close();
      await one();
      await door.page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 60_000 });
      await door.page.getByText('big.pdf').first().waitFor();
      expect(
        await door.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isDestroyed()),
      ).toBe(false);
    });

    it('is cut off where that is wanted, and the next start says so, once', async () => {
      await answerWith(2);
      const ended = once(door.electron.process(), 'exit');
      await begin();
      await close();
      expect(await ended).toEqual([0, null]);
      await door.restart();
      await door.page.getByRole('dialog', { name: '上次离开时，有工作可能没有做完' }).waitFor();
      await door.page.getByText(/^示例.* · 佐证材料：添加佐证材料（.* 开始）$/).waitFor();
      await door.page.getByRole('button', { name: '知道了' }).click();
      await door.restart();
      await door.page.getByRole('heading', { name: '标兵自评' }).waitFor();
      expect(await door.page.getByText('上次离开时，有工作可能没有做完').count()).toBe(0);
    });
  });

  it('has a context menu for what is under it', async () => {
    await door.electron.evaluate(({ Menu }) => {
      Menu.prototype.popup = function (this: Electron.Menu) {
        Object.assign(globalThis, {
          shown: this.items.map(({ label }) => label).filter((label) => label !== ''),
        });
      };
    });
    const shown = async () => {
      const find = () => door.electron.evaluate(() => (globalThis as { shown?: string[] }).shown);
      await expect.poll(find).toBeDefined();
      const found = await find();
      await door.electron.evaluate(() => Object.assign(globalThis, { shown: undefined }));
      return found;
    };
    await openSample(door.page);
    await door.page.getByLabel('单位名称').click({ button: 'right' });
    expect(await shown()).toEqual(['撤销', '重做', '剪切', '复制', '粘贴', '全选']);
    const heading = door.page.getByRole('heading', { name: '单位与活动' });
    await heading.dblclick();
    await heading.click({ button: 'right' });
    expect(await shown()).toEqual(['复制', '全选']);
  });

  it('saves a preview elsewhere by its context menu', async () => {
    const to = join(door.root, '..', '另存.png');
    await door.electron.evaluate(({ dialog, Menu }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      Menu.prototype.popup = function (this: Electron.Menu) {
        this.items.find(({ label }) => label === '另存为…')?.click();
      };
    }, to);
    await openSample(door.page);
    await door.page.getByRole('button', { name: '佐证材料', exact: true }).click();
    await door.page.getByLabel('搜索材料').fill('.png');
    await door.page
      .getByRole('button', { name: /^预览：/ })
      .first()
      .click();
    await door.page.locator('img[src^="evidence/"]').first().click({ button: 'right' });
    await door.page.getByText(/已另存到 .*另存\.png，读回核对一致/).waitFor();
    expect((await readFile(to)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('zooms by keys, number pad and wheel, within its bounds, and remembers it', async () => {
    const press = (keyCode: string) =>
      door.electron.evaluate(({ BrowserWindow }, key) => {
        const [window] = BrowserWindow.getAllWindows();
        for (const type of ['keyDown', 'keyUp'] as const)
          window?.webContents.sendInputEvent({ type, keyCode: key, modifiers: ['control'] });
      }, keyCode);
    const factor = () =>
      door.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
      );
    await press('=');
    await expect.poll(factor).toBeCloseTo(1.1);
    await press('numadd');
    await expect.poll(factor).toBeCloseTo(1.25);
    await press('numsub');
    await expect.poll(factor).toBeCloseTo(1.1);
    for (let step = 0; step < 9; step += 1) await press('=');
    await expect.poll(factor).toBeCloseTo(2);
    await press('0');
    await expect.poll(factor).toBeCloseTo(1);
    await door.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.emit('zoom-changed', {}, 'out'),
    );
    await expect.poll(factor).toBeCloseTo(0.9);
    await door.restart();
    await expect.poll(factor).toBeCloseTo(0.9);
  });

  it('opens a package in 校验 that it is started with, and one that 打开方式 hands to the running one', async () => {
    const zip = join(door.root, '..', '某单位.ZIP');
    await writeFile(zip, 'no package');
    const startAgain = (file: string) =>
      promisify(execFile)(electronProgram(), [repository, ...electronArguments(door), file]);
    await startAgain(pathToFileURL(zip).href);
    const result = door.page.getByRole('dialog', { name: '校验结果' });
    await result.getByText('某单位.ZIP').waitFor();
    await result.getByText('不是推荐包').first().waitFor();
    await door.page.keyboard.press('Escape');
    await result.waitFor({ state: 'hidden' });

    await answerWith(0);
    await startAgain(door.root);
    const told = await one();
    expect(told.message).toBe('这些不是推荐包，没有打开');
    expect(told.detail).toContain(`${door.root}\n`);

    const started = await openDoor({ args: [zip] });
    try {
      await started.page.getByRole('dialog', { name: '校验结果' }).getByText('某单位.ZIP').waitFor();
    } finally {
      await started.close();
    }
  });
});
