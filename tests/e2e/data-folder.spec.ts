import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { electronArguments, electronProgram } from './desktop-door.ts';
import { doorName, type OpenDoor, openDoor } from './door.ts';

let folder: string;
let door: OpenDoor | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-folder-'));
});
afterEach(async () => {
  await door?.close();
  door = undefined;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const listed = () => door?.page.getByRole('button', { name: /^打开 .*示例/ });

it('goes on in another folder where the place of the data folder is a file', async () => {
  const root = join(folder, 'file');
  const other = join(folder, '自评数据');
  await writeFile(root, '');
  await mkdir(other);
  door = await openDoor({ root });
  const { page } = door;
  await page.getByText(/所给位置里有一段是文件/).waitFor();
  await page.getByRole('button', { name: '换一个文件夹' }).first().click();
  if (doorName === 'desktop') {
    await door.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, other);
    await page.getByRole('button', { name: '选择文件夹…' }).click();
  } else {
    await page.getByLabel('文件夹的完整路径').fill(other);
    await page.getByRole('button', { name: '用这个文件夹' }).click();
  }
  await page.getByText(`数据文件夹已换成：${other}`).waitFor();
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByText('单位与活动').first().waitFor();
  expect((await readdir(other)).some((name) => name.includes('示例'))).toBe(true);

  // The page is loaded anew in the middle of the work: it goes on there, and the way back is not barred.
  await page.reload();
  await page.getByRole('button', { name: '首页' }).click();
  await listed()?.waitFor();
  await page.getByRole('button', { name: '换一个文件夹' }).first().waitFor();
});

describe.runIf(doorName === 'desktop')('a second start', () => {
  /** Starts the program again beside the one that runs; it ends at once. Answers the dialogs of the first one since. */
  async function second(running: OpenDoor, root: string) {
    await running.electron.evaluate(({ dialog }) => {
      const told: Electron.MessageBoxOptions[] = [];
      Object.assign(globalThis, { told });
      const show = (...args: unknown[]) => {
        told.push(args.at(-1) as Electron.MessageBoxOptions);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      dialog.showMessageBox = show;
    });
    const profile = running.profile;
    await promisify(execFile)(electronProgram(), [repository, ...electronArguments({ root, profile })]);
    return () =>
      running.electron.evaluate(() => (globalThis as unknown as { told: Electron.MessageBoxOptions[] }).told);
  }

  it('with another data folder is told which one runs and which one was meant', async () => {
    door = await openDoor();
    const other = join(folder, '另一个');
    const told = await second(door, other);
    await expect.poll(told).toHaveLength(1);
    const [{ message, detail } = { message: '', detail: '' }] = await told();
    expect(message).toBe('标兵自评已经打开，用的是另一个数据文件夹');
    expect(detail).toContain(`正在用的：${door.root}\n这次要打开的：${other}`);
  });

  it('with the same one only shows the window', async () => {
    door = await openDoor();
    await door.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const told = await second(door, door.root);
    const minimized = () =>
      door?.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    await expect.poll(minimized).toBe(false);
    expect(await told()).toEqual([]);
  });
});
