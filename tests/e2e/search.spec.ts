import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

/** From anywhere to anything, by the keyboard alone. */
describe('搜索全部', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(async () => {
    await door.close();
    expect(door.problems).toEqual([]);
  });

  it('leads from another screen into what is not open, by initials', async () => {
    const { page } = door;
    await page.getByRole('button', { name: '打开示例', exact: true }).click();
    await page.getByRole('heading', { name: '单位与活动' }).waitFor();
    await page.getByRole('button', { name: '首页' }).click();
    await page.getByRole('button', { name: '核验台' }).click();
    await page.getByRole('heading', { name: '核验台' }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: '搜索全部' });
    await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.type('xzzd wssy');
    await page
      .getByRole('option', { name: /行政指导文书使用/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /行政指导文书使用/ }).waitFor();
    expect(await page.getByRole('treeitem', { selected: true }).textContent()).toContain('行政指导文书使用');
    // What had the focus has it again, whatever the dialog and what is drawn while it loads did with it.
    const asked = page.getByRole('searchbox').or(page.locator('main input[type=text]')).first();
    await asked.click();
    await page.keyboard.press('Control+k');
    await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await expect.poll(() => asked.evaluate((each) => each === document.activeElement)).toBe(true);
  });
});
