import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

describe('place and title', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  const heading = (name: string) => door.page.getByRole('heading', { name, exact: true });
  const step = (name: string) =>
    door.page.getByRole('navigation', { name: '自评步骤' }).getByRole('button', { name, exact: true });
  /** As the browser's button does; the window has its menu. */
  const back = async (): Promise<void> => {
    if (doorName === 'local') await door.page.goBack({ waitUntil: 'commit' });
    else await door.page.keyboard.press('Alt+ArrowLeft');
  };
  const openSample = async (): Promise<void> => {
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await heading('单位与活动').waitFor();
  };

  it('后退 leads from screen to screen and out of the assessment, never out of the program', async () => {
    await openSample();
    await step('差距分析').click();
    await heading('差距分析').waitFor();
    await step('逐项自评').click();
    await door.page.getByRole('tree', { name: '评分项' }).waitFor();
    await back();
    await heading('差距分析').waitFor();
    await back();
    await heading('单位与活动').waitFor();
    await back();
    await door.page.getByRole('button', { name: '新建自评' }).waitFor();
    expect(await door.page.title()).toBe('标兵自评');
    expect(door.problems).toEqual([]);
  });

  it('a page that is loaded anew shows the same item, under the same title', async () => {
    await openSample();
    await step('逐项自评').click();
    const item = door.page.locator('[role=treeitem]:not([aria-expanded])').nth(2);
    await item.click();
    const name = (await item.textContent()) ?? '';
    expect(name).not.toBe('');
    const title = await door.page.title();
    expect(title).toMatch(/^.+ - 逐项自评 - 标兵自评$/);
    await door.page.waitForTimeout(100);
    await door.page.reload();
    await door.page.locator('[role=treeitem][aria-selected=true]', { hasText: name }).waitFor();
    expect(await door.page.title()).toBe(title);
  });

  it('a start offers 继续, with unit, item and distance, and one click leads there', async () => {
    await openSample();
    await step('逐项自评').click();
    const item = door.page.locator('[role=treeitem]:not([aria-expanded])').nth(1);
    await item.click();
    await door.page.getByRole('textbox', { name: /自评说明/ }).fill('又核对了一遍');
    await door.page.keyboard.press('Control+s');
    await door.page.locator('.ant-message').getByText('已保存').waitFor();
    await door.restart();
    const button = door.page.getByRole('button', { name: /^继续：/ });
    await button.waitFor();
    expect(await button.textContent()).toMatch(/^继续：.+ · \d.+ · .+$/);
    await button.click();
    await door.page.locator('[role=treeitem][aria-selected=true]').waitFor();
    expect(await door.page.getByRole('textbox', { name: /自评说明/ }).inputValue()).toBe('又核对了一遍');
  });
});
