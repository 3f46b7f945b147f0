import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { startApp } from './app.tsx';
import { wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

const onto = (element: () => Element | null) => waitFor(() => expect(document.activeElement).toBe(element()));
const button = (name: string) => screen.getByRole('button', { name });
const main = () => screen.getByRole('main');
const tree = () => screen.getByRole('tree', { name: '结构' });
const units = () => screen.getByLabelText('“考核细则”的适用单位');

describe('the keyboard goes on from what is shown now', () => {
  it('from the wizard, the last step and the list again, whose buttons went away', async () => {
    const { user, next } = await wizard();
    await waitFor(() => expect(main().contains(document.activeElement)).toBe(true));
    for (const name of ['列', '结构', '规则', '检查', '核对', '标识', '保存']) {
      button(`下一步：${name}`).focus();
      await next(name);
    }
    await waitFor(() => expect(main().contains(document.activeElement)).toBe(true));
    await user.click(button('标准库'));
    await screen.findByText('没有做完的');
    await onto(main);
  });

  it('from the beginning of the next step, and from its tree where it has one', async () => {
    const { user, next } = await wizard();
    await next('列');
    await onto(() => screen.getByRole('group', { name: '列' }));
    await user.tab();
    expect(screen.getByLabelText('表头第一行')).toBe(document.activeElement);
    await next('结构');
    await onto(tree);
  });

  it('to the next step from nowhere, as where a button that had the focus was barred; not behind a dialog', async () => {
    await wizard();
    const press = (key: string) => fireEvent.keyDown(document.body, { key, altKey: true });
    (document.activeElement as HTMLElement).blur();
    expect(document.activeElement).toBe(document.body);
    press('PageDown');
    await onto(() => screen.getByRole('group', { name: '列' }));
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.className = 'ant-modal-wrap';
    press('PageUp');
    screen.getByRole('group', { name: '列' });
    dialog.remove();
    press('PageUp');
    screen.getByRole('group', { name: '选表' });
  });

  it('through a switch in one step', async () => {
    const { user, next } = await wizard();
    for (const name of ['列', '结构', '规则']) await next(name);
    button('下一条待定（N）').focus();
    await user.tab();
    expect(screen.getByRole('radio', { name: '全部 3' })).toBe(document.activeElement);
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: '待定 3' })).toHaveProperty('checked', true);
    await user.tab();
    expect(screen.getByRole('tree', { name: '规则' })).toBe(document.activeElement);
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(button('下一条待定（N）')).toBe(document.activeElement);
  });

  it('from the tree where a tool has nothing more to do, and from the field of its row', async () => {
    const { user, next } = await wizard();
    await next('列');
    await next('结构');
    await user.click(screen.getByRole('treeitem', { name: /工作机制/ }));
    button('上移').focus();
    await user.keyboard('{Enter}');
    expect(button('上移')).toHaveProperty('disabled', true);
    await onto(tree);
    // Of a section the kind cannot be changed: it is the next field.
    await user.keyboard('{Home}{Enter}');
    await onto(() => screen.getByLabelText('编号'));
    tree().focus();
    await user.keyboard('{Delete}{Delete}');
    await screen.findByText(/没有读到评分项/);
    await waitFor(() => expect(main().contains(document.activeElement)).toBe(true));
  });

  it('from the first field that is to be filled in', async () => {
    const { user, next } = await wizard();
    const fillIn = async (label: string, ...steps: string[]) => {
      for (const name of steps) await next(name);
      await user.click(button('去填写'));
      expect(document.activeElement).toBe(screen.getByLabelText(label));
      // It stays there.
      await new Promise((done) => requestAnimationFrame(done));
      expect(document.activeElement).toBe(screen.getByLabelText(label));
    };
    await fillIn('版次', '列', '结构', '规则', '检查', '核对', '标识', '保存');
    await user.keyboard('2026年');
    await user.tab();
    await fillIn('自查参考线', '保存');
  });

  it('from what began a task that failed', async () => {
    const { user } = startApp();
    await user.click(await screen.findByRole('button', { name: '标准库' }));
    const zone = await screen.findByLabelText('粘贴表格');
    zone.focus();
    fireEvent.paste(zone, { clipboardData: { files: [], getData: () => '<table></table>' } });
    await screen.findByText('没有找到表格。');
    await onto(() => zone);
  });
});

it('leaves 适用单位 by Tab with what was typed, whatever stands in its list', async () => {
  const { user, kept } = await wizard();
  await user.type(units(), '甲类');
  await screen.findByRole('option', { name: '甲类' });
  // This DOM gives keys no code; without one antd hears nothing.
  const tab = Object.defineProperty(createEvent.keyDown(units(), { key: 'Tab' }), 'keyCode', { value: 9 });
  expect(fireEvent(units(), tab), 'the browser moves on').toBe(true);
  await user.tab();
  await waitFor(() => expect(kept()?.appliesTo).toEqual({ 1: ['甲类'] }));
});

it('says why it does not go on without a table, and what to do', async () => {
  const { user } = await wizard();
  expect(screen.queryByText(/没有勾选任何表/)).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: '考核细则' }));
  await screen.findByText(/没有勾选任何表，还不能到下一步。.*请按左上角“标准库”另选文件，原文件没有改动。/);
  expect(button('下一步：列')).toHaveProperty('disabled', true);
});

it('tells no score that nobody gave', async () => {
  const { next } = await wizard();
  for (const name of ['列', '结构', '规则', '检查', '核对', '标识', '保存']) await next(name);
  await screen.findByText(/^总分 \d+ 分$/);
});

it('asks in a dialog before an import is given up, with the keyboard in it and back', async () => {
  const { user } = await wizard();
  await user.click(button('标准库'));
  const discard = await screen.findByRole('button', { name: '放弃' });
  const ask = async () => {
    discard.focus();
    await user.keyboard('{Enter}');
    return screen.findByRole('dialog', { name: '放弃这次导入？' });
  };
  const first = await ask();
  await onto(() => within(first).getByRole('button', { name: '取消' }));
  await user.keyboard('{Escape}');
  await onto(() => discard);
  await user.click(within(await ask()).getByRole('button', { name: '放弃' }));
  await waitFor(() => expect(screen.queryByText('没有做完的')).toBeNull());
  await onto(main);
});
