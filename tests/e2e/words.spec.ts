import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

/** Longer than the pause after which a field saves its words. */
const PAUSE_MS = 1200;
/** The machine that runs the tests may be busy. */
const PATIENCE = { timeout: 10_000 };

describe('words that are typed', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor();
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '逐项自评', exact: true }).click();
    await door.page.getByRole('tree').waitFor();
  });
  afterAll(() => door?.close());

  const field = () => door.page.getByLabel('自评说明');
  const undo = () => door.page.getByRole('button', { name: '撤销' });
  const stored = async (): Promise<string> => {
    const folder = (await readdir(door.root)).find((name) => name.includes('示例')) ?? '';
    return readFile(join(door.root, folder, 'assessment.json'), 'utf8');
  };

  // Only the local door's browser is spoken to in its own protocol.
  it.runIf(doorName === 'local')('nothing is saved of what an input method is still composing', async () => {
    const { page } = door;
    const browser: CDPSession = await page.context().newCDPSession(page);
    await field().fill('');
    await page.waitForTimeout(PAUSE_MS);
    const before = await stored();
    for (const text of ['s', 'shi', "shi'chang", "shi'chang'jian'guan"]) {
      await browser.send('Input.imeSetComposition', {
        ...{ text, selectionStart: text.length, selectionEnd: text.length },
      });
    }
    await page.waitForTimeout(PAUSE_MS);
    expect(await field().inputValue()).toBe("shi'chang'jian'guan");
    expect(await stored()).toBe(before);
    await browser.send('Input.insertText', { text: '市场监管写好了' });
    await expect.poll(stored, PATIENCE).toContain('市场监管写好了');
    await undo().click();
    await expect.poll(stored, PATIENCE).not.toContain('市场监管写好了');
    await expect.poll(() => field().inputValue(), PATIENCE).toBe('');
  });

  it('what is too long is found again, whole, and saved when it is short enough', async () => {
    await field().fill('说'.repeat(6000));
    await door.page.getByRole('alert').getByText('多了 1000 字').waitFor();
    await door.page.getByRole('navigation').getByRole('button', { name: '差距分析', exact: true }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '逐项自评', exact: true }).click();
    expect(await field().inputValue()).toHaveLength(6000);
    expect(await stored()).not.toContain('说说');
    await field().fill('说'.repeat(5000));
    await expect.poll(stored, PATIENCE).toContain('说'.repeat(5000));
  });
});
