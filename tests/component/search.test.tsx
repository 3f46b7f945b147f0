import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useYear } from '../../renderer/state/year-store.ts';
import { repository } from '../repository.ts';
import { saveState, startApp, startWith, step } from './app.tsx';
import { assessment } from './fixtures.ts';
import { TestHost } from './host.ts';
import { keepRegisters, keepYear } from './year.ts';

const dialog = () => screen.findByRole('dialog', { name: '搜索全部' });
const field = () => screen.findByRole('combobox', { name: '搜索全部' });
const status = async () => within(await dialog()).getAllByRole('status')[0]!;
const hits = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const openByKey = async () => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', ctrlKey: true });
  await waitFor(async () => expect(document.activeElement).toBe(await field()));
};

/** 首页 of a folder with a year of one case and some guidance. */
function home() {
  const host = new TestHost({ resources: repository });
  keepYear(
    host,
    [{ title: '夜市油烟扰民', text: '一、工作背景\n油烟净化设备没有清洗。' }],
    [
      { day: '2026-03-01', party: '某商户', matter: '提示占道经营', phone: '13800000000' },
      { day: '2026-04-01', party: '某饭店', matter: '建议清洗设备' },
    ],
  );
  return startApp(host);
}

describe('搜索全部', () => {
  it('opens by its key and by its button, and Escape gives the focus back', async () => {
    const { user } = home();
    const button = await screen.findByRole('button', { name: '搜索全部（Ctrl+K）' });
    await user.click(button);
    await waitFor(async () => expect(document.activeElement).toBe(await field()));
    await waitFor(async () =>
      expect((await status()).textContent).toMatch(/1 份年度工作，里面共 3 条；电话等个人信息不查/),
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
    await openByKey();
  });

  it('gives the focus back to a field, with what was typed in it saved', async () => {
    const { user } = home();
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), '占道');
    await waitFor(() => expect(hits()).toHaveLength(1));
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: /填写/ });
    const matter = within(pane).getByLabelText<HTMLTextAreaElement>('事项');
    await user.type(matter, '，已改');
    await openByKey();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(matter));
    expect(matter.value).toBe('提示占道经营，已改');
    await waitFor(() => expect(useYear.getState().saveState).toBe('saved'));
  });

  it('finds by pinyin in what is not open, marks it, and Enter opens the row itself', async () => {
    const { user } = home();
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), 'qxsb');
    await waitFor(() => expect(hits()).toEqual([expect.stringContaining('某饭店：建议清洗设备')]));
    const found = screen.getByRole('group', { name: '台账' });
    expect([...found.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['清洗设备']);
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: /填写/ });
    expect(within(pane).getByLabelText<HTMLTextAreaElement>('事项').value).toBe('建议清洗设备');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows a row that a search of its own screen had hidden', async () => {
    const { user } = home();
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), '占道');
    await waitFor(() => expect(hits()).toHaveLength(1));
    await user.keyboard('{Enter}');
    await user.type(
      await screen.findByRole('searchbox').catch(() => screen.getByPlaceholderText('查找')),
      '占道',
    );
    await waitFor(() => expect(screen.queryByText('建议清洗设备')).toBeNull());
    await openByKey();
    await user.type(await field(), '某饭店');
    await waitFor(() => expect(hits()).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('某饭店');
  });

  it('goes through what is found by the arrows; a case opens to be written', async () => {
    const { user } = home();
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), '设备');
    await waitFor(() => expect(hits()).toHaveLength(2));
    const chosen = () => screen.getByRole('option', { selected: true }).textContent;
    expect(chosen()).toContain('某饭店');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toContain('夜市油烟扰民');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: '撰写典型案例' })).toBeTruthy();
  });

  it('finds a 统计表 and opens it', async () => {
    const host = new TestHost({ resources: repository });
    const table = (n: number, title: string) => ({
      ...{ id: `0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a9${n}`, register: 'mediation', title },
      ...{ from: '2026-01-01', to: '2026-03-31', lines: [] },
    });
    const registers = { mediation: [{ day: '2026-03-01', applicant: '张某' }] };
    keepRegisters(host, registers, [table(1, '报市局的表'), table(2, '报省厅的表')]);
    const { user } = startApp(host);
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), '省厅');
    await waitFor(() => expect(hits()).toEqual([expect.stringContaining('报省厅的表')]));
    expect(screen.getByRole('group', { name: '统计表' }).textContent).toContain('行政调解 · 示例局2026年');
    await user.keyboard('{Enter}');
    expect((await screen.findByLabelText<HTMLInputElement>('表名')).value).toBe('报省厅的表');
    // Elsewhere and back it is the ledger again.
    const nav = screen.getByRole('navigation', { name: '年度任务和台账' });
    await user.click(within(nav).getByRole('button', { name: '执法回访' }));
    await user.click(within(nav).getByRole('button', { name: '行政调解' }));
    expect(await screen.findByRole('grid', { name: '行政调解列表' })).toBeTruthy();
    expect(screen.getByText('依据：郑依法行政领办〔2017〕36号 二（二）', { selector: 'p' })).toBeTruthy();
  });

  it('leaves personal columns alone, and says what it looked through where nothing is found', async () => {
    const { user } = home();
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), '13800000000');
    await waitFor(async () =>
      expect((await status()).textContent).toMatch(/^没有找到“13800000000”。查找范围：1 份年度工作/),
    );
    expect(hits()).toEqual([]);
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { user, host } = home();
    await screen.findByRole('button', { name: /年度工作/ });
    await openByKey();
    await user.type(await field(), '占道');
    await waitFor(() => expect(hits()).toHaveLength(1));
    fireEvent.keyDown(await field(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(await field(), { key: 'Escape', isComposing: true });
    await user.type(await field(), '经营');
    await waitFor(async () => expect((await status()).textContent).toMatch(/^找到 1 条/));
    expect((await field()).getAttribute('value')).toBe('占道经营');
    expect(host.inputsOf('openDocument')).toEqual([]);
  });

  it('opens an item, and saves on the way what was being typed', async () => {
    const { user, host } = await startWith(assessment());
    await user.click(step('单位与活动'));
    const name = await screen.findByLabelText<HTMLInputElement>('行业');
    fireEvent.change(name, { target: { value: '正在打的字' } });
    await openByKey();
    await user.type(await field(), '1.1');
    await waitFor(() => expect(hits().length).toBeGreaterThan(0));
    await user.keyboard('{Enter}');
    await screen.findByRole('tree');
    await waitFor(() => expect(saveState()).toBe('saved'));
    expect(host.assessment().unit.industry).toBe('正在打的字');
  });

  it('waits behind another dialog', async () => {
    const { user } = home();
    await user.click(await screen.findByRole('button', { name: '新建自评' }));
    await screen.findByRole('dialog', { name: '新建自评' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(await screen.findByText('请先关闭打开着的对话框')).toBeTruthy();
    expect(screen.queryByRole('dialog', { name: '搜索全部' })).toBeNull();
  });
});
