import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useAssessment } from '../../renderer/state/assessment-store.ts';
import { saveState, startApp, startWith, step } from './app.tsx';
import { assessment, STANDARD } from './fixtures.ts';
import { DISK_FULL, TestHost } from './host.ts';
import { piece, sha256Of } from './pieces.ts';

const industry = () => screen.getByLabelText<HTMLInputElement>('行业');

/** In front of the drawer; in tests antd gives both titles one id. */
const dialogOf = (words: HTMLElement) => words.closest<HTMLElement>('[role=dialog]')!;

describe('单位与活动', () => {
  it('saves a typed word after a pause, as one step', async () => {
    const { host } = await startWith(assessment());
    for (const value of ['城', '城市', '城市管理']) fireEvent.change(industry(), { target: { value } });
    await waitFor(() => expect(host.assessment().unit.industry).toBe('城市管理'));
    expect(host.edits('assessment')).toHaveLength(1);
    await screen.findByText('已保存');
  });

  it('says 已保存 only after the host has answered', async () => {
    const { host, user } = await startWith(assessment());
    let open = () => {};
    host.gates.set('changeDocument', new Promise((resolve) => (open = resolve)));
    await user.click(screen.getByLabelText('自愿参评'));
    expect(screen.getByText('正在保存')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('自愿参评').checked).toBe(true);
    open();
    await screen.findByText('已保存');
    expect(host.assessment().willing).toBe(true);
  });

  it('keeps a typed word when the user goes elsewhere at once', async () => {
    const { host, user } = await startWith(assessment());
    fireEvent.change(industry(), { target: { value: '市场监管' } });
    await user.click(step('标准'));
    await waitFor(() => expect(host.assessment().unit.industry).toBe('市场监管'));
  });

  it('takes a change back that could not be saved, says why, and loses no typed word', async () => {
    const { host, user } = await startWith(assessment());
    host.failing.set('changeDocument', DISK_FULL);
    await user.click(screen.getByLabelText('自愿参评'));
    expect(await screen.findByText('磁盘已满')).toBeTruthy();
    expect(screen.getByText(/请腾出磁盘空间后再试/)).toBeTruthy();
    expect(screen.getByText('没有保存')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('自愿参评').checked).toBe(false);

    fireEvent.change(industry(), { target: { value: '市场监管' } });
    fireEvent.blur(industry());
    await waitFor(() => expect(saveState()).toBe('failed'));
    expect(industry().value).toBe('市场监管');
    host.failing.delete('changeDocument');
    fireEvent.blur(industry());
    await waitFor(() => expect(host.assessment().unit.industry).toBe('市场监管'));
    await screen.findByText('已保存');
    expect(screen.queryByText('磁盘已满')).toBeNull();
  });

  it('undoes and redoes by button and by keyboard', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(screen.getByLabelText('自愿参评'));
    await screen.findByText('已保存');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(host.assessment().willing).toBeNull());
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(host.assessment().willing).toBe(true));
  });

  it('undoes the words just typed with Ctrl+Z in the field', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(industry());
    fireEvent.change(industry(), { target: { value: '城管' } });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(industry().value).toBe(''));
    await host.settled();
    expect(host.assessment().unit.industry).toBe('');
  });

  it('asks before leaving with words that could not be saved', async () => {
    const { host, user } = await startWith(assessment());
    host.failing.set('changeDocument', DISK_FULL);
    fireEvent.change(industry(), { target: { value: '市场监管' } });
    await user.click(screen.getByRole('button', { name: '首页' }));
    await user.click(await screen.findByRole('button', { name: '留在这里' }));
    expect(industry().value).toBe('市场监管');
    await user.click(screen.getByRole('button', { name: '首页' }));
    await waitFor(() => expect(screen.getAllByRole('button', { name: '放弃改动，回首页' })).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: '放弃改动，回首页' }));
    await screen.findByRole('button', { name: '新建自评' });
    expect(host.assessment().unit.industry).toBe('');
  });

  it('does nothing where nothing is left to undo', async () => {
    const { host, user } = await startWith(assessment());
    await user.keyboard('{Control>}zz{/Control}');
    await screen.findByText('已保存');
    expect(host.stepsBack('assessment', 'undo')).toBe(0);
    expect(screen.queryByText('没有保存')).toBeNull();
  });

  it('reads a date as people write it, and refuses what is no day', async () => {
    const { host } = await startWith(assessment());
    const date = screen.getByLabelText<HTMLInputElement>('命名日期');
    fireEvent.change(date, { target: { value: '2018年2月30日' } });
    fireEvent.blur(date);
    expect(await screen.findByLabelText(/没有这一天/)).toBeTruthy();
    expect(host.edits('assessment')).toEqual([]);
    fireEvent.change(date, { target: { value: '2018年12月1日' } });
    fireEvent.blur(date);
    await waitFor(() => expect(date.value).toBe('2018-12-01'));
    await waitFor(() => expect(host.assessment().unit.naming.date).toBe('2018-12-01'));
  });

  it('takes a 统一社会信用代码 as people write it, points out a wrong one and saves it all the same', async () => {
    const { host } = await startWith(assessment());
    const field = screen.getByLabelText<HTMLInputElement>('统一社会信用代码（选填）');
    const type = (value: string) => {
      fireEvent.change(field, { target: { value } });
      fireEvent.blur(field);
    };
    const saved = (code: string | undefined) =>
      waitFor(() => expect(host.assessment().unit.creditCode).toBe(code));
    type('９１３５0100 m000100y43');
    await saved('91350100M000100Y43');
    expect(field.value).toBe('91350100M000100Y43');
    expect(screen.queryByText(/校验位不符/)).toBeNull();

    type('91350100M000100Y44');
    await saved('91350100M000100Y44');
    const problem = await screen.findByText('校验位不符，请核对有没有写错');
    expect(field.getAttribute('aria-describedby')).toBe(problem.id);
    await screen.findByText('已保存');

    type('');
    await saved(undefined);
    expect(host.assessment().unit.name).toBe('测试市城市管理局');
    await waitFor(() => expect(screen.queryByText('校验位不符，请核对有没有写错')).toBeNull());
  });

  it('takes a kind of unit that the standard does not name, by hand', async () => {
    const unitCategories = [{ code: 'a', title: '市政府部门' }];
    const { host, user } = await startWith(assessment(), { ...STANDARD, unitCategories });
    await user.click(screen.getByLabelText('单位类别'));
    await user.click(await screen.findByTitle('其他（手工填写）'));
    await user.type(await screen.findByLabelText('其他单位类别'), '开发区直属机构');
    await user.tab();
    await waitFor(() =>
      expect(host.assessment().unit).toMatchObject({ category: '', otherCategory: '开发区直属机构' }),
    );
    await user.click(screen.getByLabelText('单位类别'));
    await user.click(await screen.findByTitle('市政府部门'));
    await waitFor(() => expect(host.assessment().unit.category).toBe('a'));
    expect(host.assessment().unit.otherCategory).toBeUndefined();
    expect(screen.queryByLabelText('其他单位类别')).toBeNull();
  });

  it('restores a backup after asking', async () => {
    const { host, user } = await startWith(assessment());
    // The first change of a day keeps what was there before it.
    await user.click(screen.getByLabelText('自愿参评'));
    await screen.findByText('已保存');
    const opener = screen.getByRole('button', { name: '备份与恢复' });
    await user.click(opener);
    const restore = await screen.findByRole('button', { name: /^恢复 2026-11-01/ });
    const asked = async () => {
      restore.focus();
      await user.keyboard('{Enter}');
      return dialogOf(await screen.findByText(/恢复后可以撤销/));
    };
    const ask = await asked();
    await waitFor(() =>
      expect(document.activeElement).toBe(within(ask).getByRole('button', { name: '不恢复' })),
    );
    // In tests one Escape closes the drawer as well: antd's ids are all the same there.
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(restore));
    expect(host.inputsOf('restoreBackup')).toEqual([]);
    await user.click(within(await asked()).getByRole('button', { name: '恢复' }));
    const name = expect.stringMatching(/^20261120-.*-day\.json$/) as string;
    await waitFor(() => expect(host.inputsOf('restoreBackup')).toMatchObject([{ name }]));
    await waitFor(() => expect(host.assessment().willing).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('says how many backups a newer program made, which it cannot restore', async () => {
    const host = new TestHost();
    const kept = host.keep(assessment());
    const backups = join(host.folderOf(kept), 'backups');
    mkdirSync(backups, { recursive: true });
    writeFileSync(join(backups, '20261120-093005123-day.json'), JSON.stringify({ ...kept, version: 99 }));
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: `打开 ${kept.unit.name}` }));
    await user.click(await screen.findByRole('button', { name: '备份与恢复' }));
    expect(await screen.findByText(/另有 1 份由更新版本的程序保存，本程序不能恢复/)).toBeTruthy();
    expect(screen.queryByText(/还没有备份/)).toBeNull();
  });

  it('offers evidence that nothing names, with its size, and removes it after asking', async () => {
    const host = new TestHost();
    const used = piece('方案.txt', '正在用的');
    const kept = host.keep({ ...assessment(), evidence: [used] });
    const evidence = join(host.folderOf(kept), 'evidence');
    writeFileSync(join(evidence, sha256Of('孤儿')), '孤儿');
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: `打开 ${kept.unit.name}` }));
    await user.click(await screen.findByRole('button', { name: '备份与恢复' }));
    const section = await screen.findByRole('region', { name: '不再用到的佐证文件' });
    expect(await within(section).findByText(/有 1 个文件（6 字节），档案和备份都不再用到/)).toBeTruthy();
    const opener = within(section).getByRole('button', { name: '清理' });
    const asked = async () => {
      opener.focus();
      await user.keyboard('{Enter}');
      return dialogOf(await screen.findByText(/清理后不能恢复/));
    };
    const ask = await asked();
    expect(ask.textContent).toContain('清理后不能恢复');
    const way = () => within(ask).getByRole('button', { name: '不清理' });
    await waitFor(() => expect(document.activeElement).toBe(way()));
    // In tests one Escape closes the drawer as well: antd's ids are all the same there.
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(opener));
    expect(readdirSync(evidence)).toHaveLength(2);
    await user.click(within(await asked()).getByRole('button', { name: '清理' }));
    expect(await within(section).findByText('没有可以清理的文件。')).toBeTruthy();
    expect(readdirSync(evidence)).toEqual([used.sha256]);
    await waitFor(() => expect(document.activeElement).toBe(section));
  });

  it('keeps what was removed as long as undo can bring it back, and says so', async () => {
    const used = piece('方案.txt', '正在用的');
    const { host, user } = await startWith({ ...assessment(), evidence: [used] });
    await useAssessment.getState().edit({ kind: 'removeEvidence', sha256: used.sha256 });
    await user.click(screen.getByRole('button', { name: '备份与恢复' }));
    expect(await screen.findByText(/另有 1 个文件（12 字节） 已移除或换下/)).toBeTruthy();
    expect(screen.getByText('没有可以清理的文件。')).toBeTruthy();
    expect(host.inputsOf('removeOrphanedEvidence')).toEqual([]);
  });
});
