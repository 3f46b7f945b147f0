import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { splitUnpacked } from '../../renderer/desk/inbox/split-unpacked.ts';
import { chosenOf } from '../../renderer/ui/call/files.ts';
import { collectDropped } from '../../renderer/ui/intake/collect.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { entry, folder, transferOf } from './dropping.ts';
import { withLayout } from './layout.ts';
import { leaveLock } from './lock.ts';
import { packageFile } from './packages.ts';
import { resetStores } from './zustand.ts';

withLayout({ height: 600 });

/** The desk, open, with what `fill` puts on it. */
async function startDesk(fill: (host: TestHost) => unknown = () => {}) {
  const host = new TestHost();
  host.desk.create();
  fill(host);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: '核验台' }));
  await started.user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  await screen.findByRole('navigation', { name: '核验台' });
  return started;
}

const rowsOf = (name: string) =>
  within(screen.getByRole('grid', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

describe('核验台', () => {
  it('says what a desk is for where there is none, and makes one', async () => {
    const { host, user } = startApp();
    await user.click(await screen.findByRole('button', { name: '核验台' }));
    await user.click(await screen.findByRole('button', { name: '新建第一个核验台' }));
    const title = await screen.findByLabelText('名称');
    await waitFor(() => expect((title as HTMLInputElement).value).toBe('测试推荐'));
    await user.clear(title);
    await user.type(title, '今年的推荐');
    await user.click(screen.getByRole('button', { name: '建立并打开' }));
    await screen.findByText(/还没有收件/);
    expect(host.inputsOf('createDesk')).toEqual([
      { title: '今年的推荐', level: 'body', standardId: 'test-standard', campaignId: 'test-campaign' },
    ]);
  });

  it('takes a desk over whose holder is gone only after asking', async () => {
    const host = new TestHost();
    leaveLock(host.desk.create().folder);
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '核验台' }));
    await user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
    await screen.findByText(/曾由别的电脑 上的 某人.*打开/);
    await user.click(screen.getByRole('button', { name: '接管并打开' }));
    await screen.findByRole('navigation', { name: '核验台' });
    expect(host.inputsOf('openDocument')).toMatchObject([{ takeOverLock: 'no' }, { takeOverLock: 'yes' }]);
  });
});

describe('收件', () => {
  it('gives every file a line, names what is damaged, and filters by verdict', async () => {
    const { host, user } = await startDesk(({ vanishing }) => vanishing.add('丙局.zip'));
    const date = screen.getByLabelText(/收件日期/);
    await user.clear(date);
    await user.type(date, '2026年11月18日');
    await user.upload(screen.getByLabelText('选择推荐包', { selector: 'input' }), [
      await packageFile('甲局.zip'),
      await packageFile('乙局.zip', 'damaged'),
      ...['丙局.zip', '说明.txt'].map((name) => new File(['x'], name)),
    ]);
    await screen.findByText('收到 3 个文件：完好 1，损坏 1，不是推荐包 1');
    expect(screen.getByText(/丙局.zip：.*找不到/)).toBeTruthy();
    expect(host.inputsOf('importPackages')).toMatchObject([{ receivedOn: '2026-11-18' }]);
    await waitFor(() => expect(rowsOf('收件登记表')).toHaveLength(3));

    const changed = /方案\.pdf：内容与清单 manifest-sha256\.txt 不符/;
    await user.click(screen.getByText(changed));
    const detail = within(screen.getByRole('region', { name: '收件详情' }));
    expect(detail.getByText('没有进入核验总表')).toBeTruthy();
    expect(detail.getByText(changed)).toBeTruthy();

    await user.click(screen.getByRole('combobox', { name: '按结论筛选' }));
    await user.click(await screen.findByText('完好（1）'));
    await waitFor(() => expect(rowsOf('收件登记表')).toHaveLength(1));
  });

  it('counts what came in as the table below does: a later file may put an earlier one in doubt', async () => {
    const { user } = await startDesk();
    await user.upload(screen.getByLabelText('选择推荐包', { selector: 'input' }), [
      await packageFile('甲.zip'),
      await packageFile('乙.zip', 'suspect'),
    ]);
    await screen.findByText('收到 2 个文件：存疑 2');
    await user.click(screen.getByRole('combobox', { name: '按结论筛选' }));
    expect(await screen.findByText('存疑（2）')).toBeTruthy();
  });

  it('asks of a draft what its unit can export by the standard of the desk', async () => {
    const { user } = await startDesk(({ desk }) =>
      desk.put({ name: '甲局', receipt: { verdict: 'draft' }, verification: { draft: true } }),
    );
    await user.click(within(screen.getByRole('navigation', { name: '核验台' })).getByText('收件'));
    expect(rowsOf('收件登记表')[0]).toContain('草稿，不参加排名，请单位导出自查包');
  });

  it('names the other version of one assessment, and which of them is not ranked', async () => {
    const changes = { id: '66666666-6666-4666-8666-000000000000' };
    const { user } = await startDesk(({ desk }) => {
      const version = (revision: number, receipt: object) =>
        desk.put({ name: '甲局', changes, receipt, verification: { revision } }, `第${revision}次.zip`);
      const other = version(2, {});
      version(1, { verdict: 'older', other });
      version(3, { verdict: 'newer', other });
    });
    await user.click(within(screen.getByRole('navigation', { name: '核验台' })).getByText('收件'));
    const [newer, older] = rowsOf('收件登记表');
    expect(newer).toContain('取代先收到的 第2次.zip（第 2 版），旧版不参加排名');
    expect(older).toContain('已经收到更新的 第2次.zip（第 2 版），这一版不参加排名');
  });

  it('takes nothing without a day of receipt', async () => {
    const { user } = await startDesk();
    await user.clear(screen.getByLabelText(/收件日期/));
    expect(screen.getByRole('alert').textContent).toContain('收件日期');
    expect(screen.getByRole('button', { name: '选择推荐包' }).hasAttribute('disabled')).toBe(true);
  });

  it('tells after a cancel how many are left, and shows what is in', async () => {
    const { user } = await startDesk((host) => {
      host.desk.put({ name: '先到局' });
      host.results.set('importPackages', 'endless');
    });
    await user.click(within(screen.getByRole('navigation', { name: '核验台' })).getByText('收件'));
    await user.upload(
      screen.getByLabelText('选择推荐包', { selector: 'input' }),
      ['甲局.zip', '乙局.zip'].map((name) => new File(['x'], name)),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '取消' }));
    await screen.findByText('收件中途停止：2 个文件中有 2 个没有处理完');
    expect(rowsOf('收件登记表')).toHaveLength(1);
  });

  it.each([
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page draws something else', () => cleanup()],
  ])('is told at the next opening of the desk where %s in the middle of it', async (_, go) => {
    const { host, user } = await startDesk((host) => {
      host.results.set('importPackages', 'endless');
    });
    await user.click(within(screen.getByRole('navigation', { name: '核验台' })).getByText('收件'));
    await user.upload(
      screen.getByLabelText('选择推荐包', { selector: 'input' }),
      ['甲局.zip', '乙局.zip'].map((name) => new File(['x'], name)),
    );
    await waitFor(() => expect(host.inputsOf('importPackages')).toHaveLength(1));
    const [{ workId } = {}] = host.inputsOf('importPackages') as { workId?: string }[];
    expect(workId).toBeTruthy();
    go();
    await waitFor(() => expect(host.inputsOf('leaveWork')).toContainEqual({ workId }));
    cleanup();
    resetStores();
    startApp(host);
    await screen.findByText(/收件中途停止：2 个文件中收下 0 个，有 2 个没有收，请再次选择同样的文件/);
  });

  it('takes a dropped folder apart and leaves out nothing silently', async () => {
    const tree = folder('U盘', [
      [entry('U盘/甲.zip'), folder('U盘/市局', [[entry('U盘/市局/乙.zip')], [entry('U盘/市局/坏.zip')]])],
      [entry('U盘/丙.zip')],
    ]);
    const { items } = transferOf([tree, entry('丁.zip')]);
    const { files, unread } = await collectDropped({ items });
    expect(files.map(({ path }) => path)).toEqual(['U盘/甲.zip', 'U盘/市局/乙.zip', 'U盘/丙.zip', '丁.zip']);
    expect(unread).toEqual(['U盘/市局/坏.zip']);
  });

  it('knows an unpacked package by its bag declaration', () => {
    const at = (path: string) => chosenOf(new File(['x'], path), path);
    const found = splitUnpacked(['收/甲/bagit.txt', '收/甲/data/1.pdf', '收/甲乙.zip', '收/乙.zip'].map(at));
    expect(found.folders).toEqual(['收/甲']);
    expect(found.files.map(({ path }) => path)).toEqual(['收/甲乙.zip', '收/乙.zip']);
  });
});

describe('核验总表', () => {
  const fill = ({ desk }: TestHost) => {
    desk.put({ name: '甲局', superior: '东市司法局', industry: '环保' });
    desk.put({ name: '乙局', superior: '西市司法局', verification: { selfScore: '120.00' } });
    desk.put({ name: '丙局', superior: '西市司法局', verified: true });
  };
  const units = () =>
    within(screen.getByRole('grid', { name: '核验总表' }))
      .getAllByRole('button', { name: /^核验 / })
      .map(({ textContent }) => textContent);

  it('flags a claimed score that the data does not give', async () => {
    await startDesk(fill);
    const [, row] = within(screen.getByRole('grid', { name: '核验总表' })).getAllByText(/乙局|自报/);
    expect(row?.textContent).toContain('自报 120');
    expect(screen.queryAllByText(/自报/)).toHaveLength(1);
  });

  it('sorts, filters and searches', async () => {
    const { user } = await startDesk(fill);
    expect(units()).toEqual(['丙局', '甲局', '乙局']);
    await user.click(screen.getByRole('button', { name: '核验情况' }));
    expect(units().at(-1)).toBe('丙局');
    await user.click(screen.getByRole('combobox', { name: '按上级主管部门筛选' }));
    await user.click(await screen.findByText('西市司法局', { selector: '.ant-select-item *' }));
    await waitFor(() => expect(units()).toEqual(['乙局', '丙局']));
    await user.type(screen.getByLabelText('搜索推荐包'), '丙');
    await waitFor(() => expect(units()).toEqual(['丙局']));
    await user.click(screen.getByRole('button', { name: '取消筛选' }));
    await waitFor(() => expect(units()).toHaveLength(3));
  });

  it('is worked with the keyboard: arrows, space to choose, Enter to verify', async () => {
    const { user } = await startDesk(fill);
    const grid = screen.getByRole('grid', { name: '核验总表' });
    expect(document.activeElement).toBe(grid);
    await user.keyboard('{ArrowDown}{ArrowDown} ');
    expect(document.getElementById(grid.getAttribute('aria-activedescendant')!)?.textContent).toContain(
      '甲局',
    );
    await user.keyboard('{ArrowDown} ');
    expect(screen.getByText(/已选 2 份/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: '本行情况' })).getByText('乙局')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('grid', { name: '核验总表' })).toBeNull());
  });

  it('compares the seal code with the one on paper', async () => {
    const { user } = await startDesk(fill);
    await user.click(screen.getByRole('button', { name: '核对封签码 甲局' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('收到的推荐包的封签码').textContent).toBe('AAAA-BBBB-CCCC-0001');
    await user.type(dialog.getByLabelText('盖章的封签单上的封签码'), 'aaaabbbbcccc0001{Enter}');
    await dialog.findByText('一致');
    await user.type(dialog.getByLabelText('盖章的封签单上的封签码'), '{Backspace}2{Enter}');
    await dialog.findByText('不一致');
  });

  it('draws only the rows in sight of a thousand', async () => {
    await startDesk(({ desk }) => desk.putMany(1000));
    const grid = screen.getByRole('grid', { name: '核验总表' });
    expect(grid.getAttribute('aria-rowcount')).toBe('1001');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(within(grid).queryByText('存疑')).toBeNull();
  });
});
