import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';

describe.runIf(doorName === 'desktop')('the menu of the window', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor();
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
  });
  afterAll(() => door?.close());

  const click = (id: string) =>
    door.electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      if (!item) throw new Error(`no ${wanted} in the menu`);
      (item.click as (event: undefined, window: unknown) => void)(
        undefined,
        BrowserWindow.getAllWindows()[0],
      );
    }, id);

  it('is reached by Alt: every line of it has a letter', async () => {
    const labels = await door.electron.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
    );
    expect(labels).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)']);
    const shown = await door.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { visible: window?.isMenuBarVisible(), hides: window?.autoHideMenuBar };
    });
    expect(shown).toEqual({ visible: true, hides: false });
  });

  it('saves, takes back, and does again', async () => {
    const field = door.page.getByLabel('联系人');
    const before = await field.inputValue();
    await field.fill('王某某（示例）');
    await click('save');
    await door.page.locator('.ant-message').getByText('已保存').waitFor();
    await click('undo');
    await expect.poll(() => field.inputValue()).toBe(before);
    await click('redo');
    await expect.poll(() => field.inputValue()).toBe('王某某（示例）');
    await click('undo');
    await expect.poll(() => field.inputValue()).toBe(before);
  });

  it('finds in the page, with a bar of its own', async () => {
    await click('find');
    const bar = door.page.getByRole('search');
    await bar.getByLabel('在本页查找').fill('单位名称');
    await expect.poll(() => bar.getByRole('status').textContent()).toMatch(/^1 \/ \d+$/);
    await door.page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
  });

  it('opens 使用说明', async () => {
    await click('help');
    await door.page.getByRole('dialog', { name: '使用说明' }).waitFor();
    await door.page.keyboard.press('F1');
    await door.page.getByRole('dialog', { name: '使用说明' }).waitFor({ state: 'detached' });
  });

  it('goes back, and closes what is open, not the window', async () => {
    await door.page.getByRole('button', { name: '差距分析', exact: true }).click();
    await door.page.getByRole('heading', { name: '差距分析' }).waitFor();
    await click('back');
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
    await click('close');
    await door.page.getByRole('button', { name: '新建自评' }).waitFor();
    await door.page.keyboard.press('Control+w');
    await door.page.getByText(/^这里没有打开的内容/).waitFor();
    expect(door.electron.windows()).toHaveLength(1);
  });

  it('keeps the page as a PDF under its own name where the user says, and nothing else', async () => {
    await door.page
      .getByRole('button', { name: /^继续：|^打开 / })
      .first()
      .click();
    await door.page.getByRole('button', { name: '差距分析', exact: true }).click();
    await door.page.getByRole('heading', { name: '差距分析' }).waitFor();
    const title = await door.page.title();
    const temporary = await readdir(tmpdir());
    const file = join(door.root, '另存.pdf');
    await door.electron.evaluate(({ dialog }, filePath) => {
      const given = dialog as unknown as { showSaveDialog: unknown; proposed: string };
      given.showSaveDialog = (_window: unknown, options: { defaultPath: string }) => {
        given.proposed = options.defaultPath;
        return Promise.resolve({ canceled: false, filePath });
      };
    }, file);
    await click('pdf');
    await door.page.getByText(`已存为 ${file}`).waitFor();
    const proposed = await door.electron.evaluate(
      ({ dialog }) => (dialog as unknown as { proposed: string }).proposed,
    );
    expect(proposed).toMatch(/差距分析_.+_\d{4}-\d{2}-\d{2}\.pdf$/);
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await door.page.title()).toBe(title);
    expect((await readdir(tmpdir())).filter((name) => !temporary.includes(name))).toEqual([]);
    expect(door.problems).toEqual([]);
  });
});
