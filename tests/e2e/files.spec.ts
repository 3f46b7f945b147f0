import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorName, type OpenDoor, openDoor } from './door.ts';
import { dropFiles } from './drops.ts';

/** How files come in: dialogs, drops, paste. Through either door, but for what only the desktop has. */
describe('files', () => {
  let door: OpenDoor;
  let files: string;
  const isDesktop = doorName === 'desktop';
  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name });
  const outcomes = (): Locator => door.page.getByRole('list', { name: '添加结果' });
  const row = (code: string): Locator =>
    door.page.getByRole('treeitem', { name: new RegExp(`^${code.replaceAll('.', '\\.')}\\s`) });
  const screen = (name: string): Promise<void> =>
    door.page
      .getByRole('navigation', { name: '自评步骤' })
      .getByRole('button', { name, exact: true })
      .click();
  const write = async (name: string, content: string): Promise<string> => {
    const path = join(files, name);
    await writeFile(path, content);
    return path;
  };

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'biaobing-files-'));
    door = await openDoor();
    await button('打开示例').click();
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
  });

  afterAll(async () => {
    await door?.close();
    await rm(files, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it.runIf(isDesktop)('are chosen in the system’s dialog, which begins where the last one was', async () => {
    await screen('佐证材料');
    const choose = (paths: string[]) => door.chooseFiles(button('添加文件（可多选）'), paths);
    const first = await choose([]);
    expect(first).toMatchObject({ title: '选择佐证材料', buttonLabel: '添加' });
    expect(first?.properties).toEqual(['openFile', 'multiSelections']);
    expect(first?.filters?.map(({ name }) => name)).toEqual([
      '图片、PDF、Word、表格',
      ...['图片', 'PDF 和 OFD', 'Word 和 WPS 文字', '表格', '所有文件'],
    ]);
    expect(await outcomes().count()).toBe(0);

    await choose([await write('纪要.txt', '纪要')]);
    await outcomes().getByText('纪要.txt：已添加').waitFor();
    await door.restart();
    await button(/^打开 /)
      .first()
      .click();
    await screen('佐证材料');
    expect(await choose([])).toMatchObject({ defaultPath: files });
    const kept = JSON.parse(
      await readFile(
        join(await door.electron.evaluate(({ app }) => app.getPath('userData')), 'folders.json'),
        'utf8',
      ),
    ) as unknown;
    expect(kept).toEqual({ evidence: files });
  });

  it.runIf(isDesktop)('of packages are .zip in either case, named once', async () => {
    await button('首页').click();
    const asked = await door.chooseFiles(button('校验推荐包'), []);
    expect(asked).toMatchObject({ title: '选择要校验的推荐包', buttonLabel: '校验' });
    expect(asked?.filters).toHaveLength(1);
    expect(asked?.filters?.[0]?.extensions).toContain('zip');
    await button(/^打开 /)
      .first()
      .click();
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
  });

  it('go to the item on whose row they are dropped, which is said while they are held', async () => {
    await screen('逐项自评');
    const path = await write('拖来的.txt', '拖来的内容');
    await row('1.2').scrollIntoViewIfNeeded();
    await dropFiles(door.page, row('1.2'), [path], false);
    await door.page.getByText(/^松开，附到 1\.2 /).waitFor();
    await dropFiles(door.page, row('1.2'), [path]);
    await outcomes().getByText('拖来的.txt：已添加').waitFor();
    expect(await row('1.2').getAttribute('aria-selected')).toBe('true');
    expect(await door.page.getByText(/^松开/).count()).toBe(0);
  });

  it('out of a folder are taken with it, from a field as from anywhere else', async () => {
    const folder = join(files, '资料');
    await mkdir(join(folder, '里层'), { recursive: true });
    await writeFile(join(folder, '甲.txt'), '甲');
    await writeFile(join(folder, '里层', '乙.txt'), '乙');
    await dropFiles(door.page, door.page.getByRole('textbox', { name: '自评说明' }), [folder]);
    await outcomes().getByText('甲.txt：已添加').waitFor();
    await outcomes().getByText('乙.txt：已添加').waitFor();
  });

  it('that are pasted are taken, a screenshot under the time of day', async () => {
    await door.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const png = Uint8Array.from(
        atob(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        ),
        (each) => each.charCodeAt(0),
      );
      clipboardData.items.add(new File([png], 'image.png', { type: 'image/png' }));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await outcomes()
      .getByText(/截图-\d{4}-\d\d-\d\d-\d{6}\.png：已添加/)
      .waitFor();
  });

  it('that are dropped where there is no place for them lead nowhere, and it is said', async () => {
    await screen('差距分析');
    const before = door.page.url();
    const page = await write('网页.html', '<title>别处</title>');
    await dropFiles(door.page, door.page.getByRole('main'), [page]);
    await door.page
      .getByText(/这里不能放文件。请先转到“逐项自评”/)
      .first()
      .waitFor();
    await button('首页').click();
    await dropFiles(door.page, door.page.getByRole('heading', { name: '标兵自评' }), [page]);
    await door.page.getByText('“网页.html”用来做什么？').waitFor();
    await button('不用').click();
    expect(door.page.url()).toBe(before);
  });
});
