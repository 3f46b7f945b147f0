import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../shared/values/errors.ts';
import { startApp } from './app.tsx';
import { assessment } from './fixtures.ts';
import { TestFolder } from './folder.ts';
import { TestHost } from './host.ts';

/** A data folder of before, with one assessment in it. */
function formerFolder(): string {
  const former = new TestFolder();
  former.keep(assessment());
  return former.root;
}

const changeButtons = () => screen.findAllByRole('button', { name: '换一个文件夹' });
const dialog = async () => within(await screen.findByRole('dialog', { name: '换一个文件夹' }));

describe('数据文件夹', () => {
  it('that is a file is told with a way out, and the work goes on in the folder that is chosen', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const former = formerFolder();
    const host = new TestHost({ pickFolder: () => Promise.resolve(former) });
    writeFileSync(host.root, '');
    const { user } = startApp(host);
    await screen.findByText('建立数据文件夹没有成功：所给位置里有一段是文件，不是文件夹。');
    expect(screen.queryByText(/还没有自评/)).toBeNull();
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
    await user.click((await changeButtons())[0]!);
    await user.click((await dialog()).getByRole('button', { name: '选择文件夹…' }));

    expect(await screen.findByText(`数据文件夹已换成：${former}`)).toBeTruthy();
    expect(screen.getByText(/里面原有的内容都已列出。程序没有移动、改动原来的文件夹/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: '打开 测试市城市管理局' })).toBeTruthy();
    // Two answers of the host, in either order.
    await waitFor(() => expect(screen.queryByText(/建立数据文件夹没有成功/)).toBeNull());
    expect(screen.getByText(/^数据文件夹：/).textContent).toContain(former);
  });

  it('is looked at again by 重试', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const host = new TestHost();
    writeFileSync(host.root, '');
    const { user } = startApp(host);
    await screen.findByText(/建立数据文件夹没有成功/);
    rmSync(host.root);
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText(/还没有自评/)).toBeTruthy();
    // Two answers of the host, in either order.
    await waitFor(() => expect(screen.queryByText(/建立数据文件夹没有成功/)).toBeNull());
  });

  it('is typed in a browser, and what is wrong with it is said beside what was typed', async () => {
    const host = new TestHost({ door: 'local' });
    const { user } = startApp(host);
    await user.click((await changeButtons())[0]!);
    const asked = await dialog();
    const use = asked.getByRole<HTMLButtonElement>('button', { name: '用这个文件夹' });
    expect(use.disabled).toBe(true);
    const field = asked.getByLabelText<HTMLInputElement>('文件夹的完整路径');
    await user.type(field, '没有/写全');
    await user.click(use);
    expect(await asked.findByText(/要写完整的路径/)).toBeTruthy();
    expect(field.value).toBe('没有/写全');

    mkdirSync(host.root, { recursive: true });
    writeFileSync(join(host.root, '..', '照片.jpg'), '');
    await user.clear(field);
    await user.type(field, `${join(host.root, '..')}{Enter}`);
    expect(await screen.findByText(/用的是其中的“标兵自评”/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stays where the dialog of the system is left', async () => {
    const host = new TestHost({ pickFolder: () => Promise.resolve(undefined) });
    const { user } = startApp(host);
    await user.click((await changeButtons())[0]!);
    await user.click((await dialog()).getByRole('button', { name: '选择文件夹…' }));
    await host.settled();
    expect(screen.getByRole('dialog', { name: '换一个文件夹' })).toBeTruthy();
    expect(screen.queryByText(/数据文件夹已换成/)).toBeNull();
  });

  it('names another one that holds something, and leads to it', async () => {
    const former = formerFolder();
    const host: TestHost = new TestHost({
      found: { others: (root) => (root === former ? [host.root] : [former]) },
    });
    const { user } = startApp(host);
    expect(await screen.findByText(`另一个数据文件夹也有内容：${former}`)).toBeTruthy();
    await user.click((await changeButtons())[0]!);
    await user.click((await dialog()).getByRole('button', { name: `换到 ${former}` }));
    expect(await screen.findByRole('button', { name: '打开 测试市城市管理局' })).toBeTruthy();
    expect(await screen.findByText(`另一个数据文件夹也有内容：${host.root}`)).toBeTruthy();
  });

  it('says why what was remembered did not count, and for how long a choice holds', async () => {
    const note: Failure = { code: 'x', message: '记录读不出来。', effect: '没有改动。', remedy: '请选。' };
    const { user } = startApp(new TestHost({ found: { note, by: 'name' } }));
    expect(await screen.findByText('记录读不出来。')).toBeTruthy();
    await user.click((await changeButtons())[0]!);
    expect((await dialog()).getByText(/换的文件夹只用到程序退出/)).toBeTruthy();
  });
});
