import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../shared/assessment/schema.ts';
import type { JobResult } from '../../shared/contract/contract.ts';
import type { Verification } from '../../shared/package/verification.ts';
import { startWith, step } from './app.tsx';
import { assessment, completeAssessment, FIRST_REVISION } from './fixtures.ts';
import { DISK_FULL } from './host.ts';
import { piece } from './pieces.ts';

/** As no export of the host's ends: it reads back what it wrote, and fails where that is not whole. */
function notWhole(assessment: Assessment): JobResult {
  const verification: Verification = {
    ...{
      file: 'x.zip',
      status: 'damaged',
      unit: '',
      campaign: '',
      selfScore: '',
      sealCode: null,
      revision: 1,
    },
    ...{ draft: false, sample: false, files: 7, bytes: 20000, problems: [] },
  };
  return {
    kind: 'export',
    export: {
      ...{ fileName: 'x.zip', folder: '/', token: 'x', bytes: 20480, files: 7, sealCode: '', packageId: 'p' },
      ...{ revision: 1, draft: false, repeated: false, date: '2026-11-20', selfScore: 10000, verification },
    },
    saved: { document: 'assessment', value: assessment, revision: 'r', canUndo: false, canRedo: false },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('资格审查与导出', () => {
  it('allows only a draft where something blocks, and leads to where it is settled', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(step('资格审查与导出'));
    expect(screen.getByRole('button', { name: '导出自查包' })).toHaveProperty('disabled', true);
    const condition = screen.getByText('自愿参评', { selector: 'td' }).closest('tr');
    expect(condition?.textContent).toContain('未完成');
    expect(condition?.textContent).toContain('测发〔2020〕2号 二');

    await user.click(screen.getByRole('button', { name: '导出草稿' }));
    const success = within(await screen.findByRole('region', { name: '导出成功' }));
    expect(success.getByText(/草稿导出成功/)).toBeTruthy();
    expect(host.inputsOf('exportPackage')).toMatchObject([{ mode: 'draft' }]);

    await user.click(screen.getByRole('button', { name: /^去处理：还没有添加“综合汇报材料”/ }));
    await screen.findByRole('heading', { name: '材料' });
  });

  it('exports what nothing blocks and prints its seal sheet', async () => {
    const { host, user } = await startWith({ ...completeAssessment(), revisions: [FIRST_REVISION] });
    await user.click(step('资格审查与导出'));
    expect(screen.queryByRole('button', { name: '导出草稿' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '导出自查包' }));
    const success = within(await screen.findByRole('region', { name: '导出成功' }));
    const { sealCode = '' } = host.assessment().revisions.at(-1)!;
    expect(sealCode).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(success.getByText(sealCode)).toBeTruthy();
    expect(success.getByText('第 2 版（上一版：第 1 版）')).toBeTruthy();
    await user.click(success.getByRole('button', { name: '打开所在文件夹' }));
    await waitFor(() => expect(host.shown).toHaveLength(1));
    expect(host.shown).toEqual(host.exports());

    const print = vi.fn();
    vi.stubGlobal('print', print);
    await user.click(success.getByRole('button', { name: '打印封签单' }));
    const preview = within(await screen.findByRole('dialog', { name: '封签单预览' }));
    const sheet = preview.getByRole('article', { name: '封签单' });
    for (const text of [sealCode, '测试用参考标准，不是正式标准。', '100.00 分', '单位（盖章）']) {
      expect(sheet.textContent).toContain(text);
    }
    await user.click(preview.getByRole('button', { name: '打印' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
  });

  it('bars package and draft where a program is among the evidence, and leads to it', async () => {
    const complete = completeAssessment();
    const [plan] = complete.evidence;
    const program = piece('系统.exe', 'MZ');
    const { user } = await startWith({ ...complete, evidence: [plan!, program] });
    await user.click(step('资格审查与导出'));
    expect(screen.getByRole('button', { name: '导出自查包' })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: '导出草稿' })).toBeNull();
    expect(screen.getByText(/自查包和草稿都不能导出/)).toBeTruthy();
    await user.click(
      screen.getByRole('button', { name: /^去处理：“系统”（系统\.exe，用于：未对应任何一项）是程序/ }),
    );
    await screen.findByRole('heading', { name: '佐证材料' });
  });

  it('shows no success for a package that was not found whole', async () => {
    const { host, user } = await startWith(completeAssessment());
    host.results.set('exportPackage', notWhole(completeAssessment()));
    await user.click(step('资格审查与导出'));
    await user.click(screen.getByRole('button', { name: '导出自查包' }));
    expect(await screen.findByText('导出的文件核对没有通过')).toBeTruthy();
    expect(screen.queryByRole('region', { name: '导出成功' })).toBeNull();
  });

  it('says why an export failed', async () => {
    const { host, user } = await startWith(completeAssessment());
    host.results.set('exportPackage', DISK_FULL);
    await user.click(step('资格审查与导出'));
    await user.click(screen.getByRole('button', { name: '导出自查包' }));
    expect(await screen.findByText('磁盘已满')).toBeTruthy();
  });

  it('can be cancelled', async () => {
    const { host, user } = await startWith(completeAssessment());
    host.results.set('exportPackage', 'endless');
    await user.click(step('资格审查与导出'));
    await user.click(screen.getByRole('button', { name: '导出自查包' }));
    const dialog = within(await screen.findByRole('dialog', { name: '正在导出并核对' }));
    await user.click(dialog.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(host.inputsOf('cancelJob')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('region', { name: '导出成功' })).toBeNull();
  });
});
