import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

// What opens files and folders on Linux are programs of the desktop: here they are scripts.
describe.runIf(doorName === 'desktop' && process.platform === 'linux')('what the system opens', () => {
  let door: OpenDoor;
  let programs: string;
  beforeEach(async () => {
    programs = await mkdtemp(join(tmpdir(), 'biaobing-programs-'));
  });
  afterEach(async () => {
    await door.close();
    await rm(programs, { recursive: true, force: true });
  });

  const provide = async (name: string, exit: number) => {
    await writeFile(
      join(programs, name),
      `#!/bin/sh\necho "$@" >> ${join(programs, `${name}.log`)}\nexit ${exit}\n`,
    );
    await chmod(join(programs, name), 0o755);
  };
  const start = async () => {
    door = await openDoor({ env: { PATH: programs } });
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByRole('button', { name: '佐证材料', exact: true }).click();
  };
  const openFirst = () =>
    door.page
      .getByRole('button', { name: /^用系统程序打开：/ })
      .first()
      .click();
  const given = (name: string) => readFile(join(programs, `${name}.log`), 'utf8').catch(() => '');
  const told = (message: RegExp) => door.page.getByRole('dialog').filter({ hasText: message });

  it('is a copy of the evidence', async () => {
    await provide('xdg-open', 0);
    await start();
    await openFirst();
    await expect.poll(() => given('xdg-open')).toMatch(/\/biaobing-.*\.(?:pdf|docx|xlsx|png|jpg|txt)\n$/);
    expect(await door.page.getByRole('dialog').count()).toBe(0);
  });

  it.each([
    ['there is no program for it', 3, /没有打开：系统里没有能打开它的程序/],
    ['the system has no way to open files', undefined, /没有打开：系统里没有打开文件用的 xdg-open/],
  ])('is told of in words, with a place to copy, where %s', async (_, exit, message) => {
    if (exit !== undefined) await provide('xdg-open', exit);
    await start();
    await openFirst();
    await told(message).waitFor();
    await told(/没有改动任何内容.*\/biaobing-/s).waitFor();
    await told(message).getByRole('button', { name: '复制位置' }).waitFor();
    await told(message).getByRole('button', { name: '知道了' }).click();
    // The dialog of the menu.
    await door.electron.evaluate(({ dialog, Menu, clipboard }) => {
      clipboard.clear();
      dialog.showMessageBox = (...args: unknown[]) => {
        Object.assign(globalThis, { told: args.at(-1) });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items;
      file?.find(({ label }) => label.startsWith('打开数据文件夹'))?.click();
    });
    const asked = () =>
      door.electron.evaluate(() => (globalThis as { told?: { message: string; detail: string } }).told);
    await expect.poll(async () => (await asked())?.message).toMatch(message);
    expect((await asked())?.detail).toContain(door.root);
    await expect.poll(() => door.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(door.root);
  });

  it('is the folder of a made file, where no file manager answers', async () => {
    await provide('xdg-open', 0);
    await provide('dbus-send', 1);
    await start();
    await mkdir(join(door.root, '导出'), { recursive: true });
    await door.page.getByRole('button', { name: '资格审查与导出' }).click();
    await door.page.getByRole('button', { name: /^导出自查包/ }).click();
    const open = door.page.getByRole('button', { name: '打开所在文件夹' });
    await open.first().click({ timeout: 60_000 });
    await expect.poll(() => given('dbus-send')).toContain('FileManager1.ShowItems');
    await expect.poll(() => given('xdg-open')).toMatch(/导出\n$/);
  });
});
