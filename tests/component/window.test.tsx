import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../renderer/App.tsx';
import { useDesk } from '../../renderer/state/desk-store.ts';
import { useReview } from '../../renderer/state/review-store.ts';
import { cleanup, render } from '@testing-library/react';
import { startApp, startWith, step } from './app.tsx';
import { assessment, completeAssessment } from './fixtures.ts';
import { DISK_FULL, TestHost } from './host.ts';
import { withLayout } from './layout.ts';
import { resetStores } from './zustand.ts';

withLayout({ height: 600 });

const UNIT = '测试市城市管理局';
const key = (init: KeyboardEventInit): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, init);
const control = (letter: string): boolean => key({ key: letter, ctrlKey: true });

/** The page is loaded anew: what it held is gone, its history is not. */
async function reload(host: TestHost): Promise<void> {
  const kept: unknown = history.state;
  cleanup();
  await host.settled();
  resetStores();
  history.replaceState(kept, '');
  render(<App />);
}

/** As the browser's 后退 does. */
async function goBackTo(state: unknown): Promise<void> {
  await act(async () => {
    history.replaceState(state, '');
    window.dispatchEvent(new PopStateEvent('popstate', { state }));
    await Promise.resolve();
  });
}

describe('keys and menu', () => {
  it('Ctrl+S says 已保存 once the disk has the words, and why not where it has not', async () => {
    const { host, user } = await startWith(assessment());
    const contact = screen.getByLabelText('联系人');
    await user.type(contact, '王某');
    expect(control('s')).toBe(false);
    await screen.findByText('已保存', { selector: '.ant-message *' });
    expect(host.assessment().unit.contact.name).toBe('王某');
    host.failing.set('changeDocument', DISK_FULL);
    await user.type(contact, '某');
    host.command({ name: 'save' });
    await screen.findByText('还没有保存：磁盘已满');
  });

  it('Ctrl+W leads back from what is open, and on 首页 closes nothing', async () => {
    await startWith(assessment());
    control('w');
    await screen.findByRole('button', { name: '新建自评' });
    control('w');
    await screen.findByText(/^这里没有打开的内容/);
  });

  it('takes nothing while an input method composes, and nothing behind a dialog', async () => {
    const { user } = await startWith(assessment());
    expect(key({ key: 's', ctrlKey: true, isComposing: true })).toBe(true);
    await user.click(step('单位与活动'));
    await user.click(screen.getByRole('button', { name: /备份与恢复/ }));
    await screen.findByRole('dialog');
    control('w');
    await screen.findByText('请先关闭打开着的对话框');
    expect(screen.getByRole('heading', { name: '单位与活动' })).toBeTruthy();
  });

  it('Ctrl+F goes to the search of the screen, in the window to a bar where there is none', async () => {
    const { user } = await startWith(completeAssessment());
    for (const [name, label] of [
      ['逐项自评', '搜索评分项'],
      ['佐证材料', '搜索材料'],
      ['标准', '在标准中查找'],
    ] as const) {
      await user.click(step(name));
      const field = await screen.findByLabelText(label);
      control('f');
      expect(document.activeElement).toBe(field);
    }
    await user.click(step('单位与活动'));
    control('f');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('在本页查找')));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByLabelText('在本页查找')).toBeNull());
  });

  it('the menu takes back what is open, and says where there is nothing to take back', async () => {
    const { host, user } = await startWith(assessment());
    host.command({ name: 'undo' });
    await screen.findByText('没有可以撤销的改动');
    await user.type(screen.getByLabelText('联系人'), '王某');
    control('s');
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('王某'));
    (document.activeElement as HTMLElement).blur();
    host.command({ name: 'undo' });
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe(''));
  });

  it('F1 opens 使用说明 and closes it, 键盘操作 leads to its keys', async () => {
    const { host, user } = await startWith(assessment());
    key({ key: 'F1' });
    const help = await screen.findByRole('dialog', { name: '使用说明' });
    await user.click(within(help).getByRole('tab', { name: '我的数据' }));
    expect(within(help).getByText(host.root)).toBeTruthy();
    key({ key: 'F1' });
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '使用说明' })).toBeNull());
    await user.click(step('逐项自评'));
    await user.click(await screen.findByRole('button', { name: '键盘操作' }));
    await screen.findByText('Ctrl+Enter 或 Alt+↓');
  });
});

describe('title and paper', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('the window is named after the unit and the screen, the paper after both and the day', async () => {
    const { user } = await startWith(completeAssessment());
    expect(document.title).toBe(`${UNIT} - 单位与活动 - 标兵自评`);
    await user.click(step('逐项自评'));
    await waitFor(() => expect(document.title).toBe(`${UNIT} - 逐项自评 - 标兵自评`));
    const printed: { title: string; rows: number }[] = [];
    vi.stubGlobal('print', () => {
      const rows = document.querySelectorAll('.ui-print-sheet tbody tr').length;
      printed.push({ title: document.title, rows });
      window.dispatchEvent(new Event('afterprint'));
    });
    await screen.findByRole('tree', { name: '评分项' });
    control('p');
    await waitFor(() => expect(printed).toHaveLength(1));
    expect(printed[0]?.title).toMatch(new RegExp(`^逐项自评_${UNIT}_\\d{4}-\\d{2}-\\d{2}$`));
    expect(printed[0]?.rows).toBeGreaterThan(5);
    expect(document.title).toBe(`${UNIT} - 逐项自评 - 标兵自评`);
    expect(document.querySelector('.ui-print-sheet')).toBeNull();
    control('w');
    await waitFor(() => expect(document.title).toBe('标兵自评'));
  });
});

describe('继续', () => {
  it('names unit, item and distance of what was changed last, and leads there', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(step('逐项自评'));
    await user.click(await screen.findByRole('treeitem', { name: /^1\.1/ }));
    await user.type(await screen.findByRole('textbox', { name: /自评说明/ }), '已制定方案');
    control('s');
    await waitFor(() => expect(host.assessment().entries['1.1']?.reason).toBe('已制定方案'));
    control('w');
    const button = await screen.findByRole('button', { name: /^继续：/ });
    expect(button.textContent).toMatch(new RegExp(`^继续：${UNIT} · 1\\.1 .+ · .*距.*分还差.*分$`));
    await user.click(button);
    await waitFor(() => expect(document.title).toBe(`${UNIT} - 逐项自评 - 标兵自评`));
    expect((await screen.findByRole('treeitem', { name: /^1\.1/ })).getAttribute('aria-selected')).toBe(
      'true',
    );
  });

  it('leads to the package on the desk where that was the last work', async () => {
    const host = new TestHost();
    host.desk.create();
    host.desk.put({ name: '某市管局' });
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: /^继续：/ }));
    await waitFor(() => expect(useDesk.getState().open).toBeTruthy());
    await screen.findByRole('navigation', { name: '核验台' });
  });
});

describe('place', () => {
  it('is kept over a page that is loaded anew: document, screen and item', async () => {
    const { host, user } = await startWith(completeAssessment());
    await user.click(step('逐项自评'));
    await user.click(await screen.findByRole('treeitem', { name: /^1\.2/ }));
    await waitFor(() => expect(JSON.stringify(history.state)).toContain('"1.2"'));
    await reload(host);
    const item = await screen.findByRole('treeitem', { name: /^1\.2/ });
    expect(item.getAttribute('aria-selected')).toBe('true');
    expect(document.title).toBe(`${UNIT} - 逐项自评 - 标兵自评`);
  });

  it('is kept in the verification of a package too', async () => {
    const host = new TestHost();
    host.desk.create();
    host.desk.put({ name: '某市管局' });
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '核验台' }));
    await user.click(await screen.findByRole('button', { name: /^打开 / }));
    await waitFor(() => expect(useDesk.getState().open).toBeTruthy());
    const [candidate] = useDesk.getState().open?.candidates ?? [];
    act(() => useDesk.getState().verify(candidate?.key ?? ''));
    const parts = await screen.findByRole('navigation', { name: '核验步骤' });
    await user.click(within(parts).getByRole('button', { name: '申报材料' }));
    await waitFor(() => expect(JSON.stringify(history.state)).toContain('"materials"'));
    await reload(host);
    await screen.findByRole('navigation', { name: '核验步骤' });
    await waitFor(() => expect(useReview.getState().part).toBe('materials'));
    expect(document.title).toMatch(/ - 申报材料 - 标兵自评$/);
  });

  it('goes back screen by screen, closes what was opened, and asks first where words are not saved', async () => {
    const { host, user } = await startWith(assessment());
    const states: unknown[] = [history.state];
    await waitFor(() => expect(JSON.stringify(history.state)).toContain('"unit"'));
    states.push(history.state);
    await user.click(step('差距分析'));
    await waitFor(() => expect(JSON.stringify(history.state)).toContain('"gap"'));
    await goBackTo(states[1]);
    await screen.findByRole('heading', { name: '单位与活动' });
    host.failing.set('changeDocument', DISK_FULL);
    await user.type(screen.getByLabelText('联系人'), '王某');
    const home = { place: { area: 'home' }, depth: 0 };
    await goBackTo(home);
    await user.click(await screen.findByRole('button', { name: '留在这里' }));
    expect(screen.getByRole('heading', { name: '单位与活动' })).toBeTruthy();
    await waitFor(() => expect(JSON.stringify(history.state)).toContain('"unit"'));
    host.failing.clear();
    control('s');
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('王某'));
    await goBackTo(home);
    await screen.findByRole('button', { name: '新建自评' });
  });

  it('says so where what was open is gone', async () => {
    const host = new TestHost();
    const gone = { id: '99999999-9999-4999-8999-999999999999', screen: 'gap' };
    history.replaceState({ place: { area: 'home', assessment: gone }, depth: 2 }, '');
    startApp(host);
    await screen.findByRole('button', { name: '新建自评' });
    await screen.findByText(/找不到/);
  });
});
