import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

describe.runIf(doorName === 'desktop')('closing the window', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('keeps the words that were being typed, and ends cleanly', async () => {
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByText('单位与活动').first().click();
    const field = door.page.getByLabel('联系人');
    await field.click();
    await field.fill('王某某（示例）');
    const ended = once(door.electron.process(), 'exit');
    await door.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toEqual([0, null]);

    const folder = (await readdir(door.root)).find((name) => name.includes('示例')) ?? '';
    const stored = await readFile(join(door.root, folder, 'assessment.json'), 'utf8');
    expect(stored).toContain('王某某（示例）');
    expect(await readdir(join(door.root, folder))).not.toContain('.lock');
  });

  it('asks before words go that a field refuses, and stays open where they are to be kept', async () => {
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByText('单位与活动').first().click();
    const field = door.page.getByLabel('单位名称');
    await field.fill('长'.repeat(117));
    const answer = (button: number) =>
      door.electron.evaluate(({ BrowserWindow, dialog }, chosen) => {
        dialog.showMessageBoxSync = () => chosen;
        BrowserWindow.getAllWindows()[0]?.close();
      }, button);
    await answer(0);
    await door.page.waitForTimeout(500);
    expect(await field.inputValue()).toHaveLength(117);
    const ended = once(door.electron.process(), 'exit');
    await answer(1);
    expect(await ended).toEqual([0, null]);
  });

  it('opens again where it was left', async () => {
    const size = { width: 1100, height: 650 };
    const bounds = () =>
      door.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    await door.electron.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(width, height);
    }, size);
    // The display answers when it likes.
    await expect.poll(bounds).toMatchObject(size);
    await door.restart();
    await expect.poll(bounds).toMatchObject(size);
  });
});
