import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

/** CSS pixels of A4, and of its margins. */
const [A4_LONG, WIDE_MARGINS] = [1122, 2 * 46];

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(async () => {
  await door.close();
  expect(door.problems).toEqual([]);
});

it('prints 首页 as wide as its paper, with the whole path of every assessment', async () => {
  const { page } = door;
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByRole('button', { name: '首页' }).click();
  const path = page.locator('td .ui-folder-path-text');
  await path.waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: A4_LONG - WIDE_MARGINS, height: 700 });
  const ends = await path.evaluate((element) => ({
    page: getComputedStyle(document.body).getPropertyValue('page'),
    paper: document.documentElement.clientWidth,
    table: element.closest('table')?.getBoundingClientRect().right ?? Infinity,
    left: element.scrollWidth - element.clientWidth,
  }));
  expect(ends.page).toBe('wide');
  expect(ends.table).toBeLessThanOrEqual(ends.paper);
  expect(ends.left).toBeLessThanOrEqual(0);
});
