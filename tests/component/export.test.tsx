import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportResult } from '../../shared/contract/contract.ts';
import { startWith, step } from './app.tsx';
import { DISK_FULL, type FakeHost } from './fake-host.ts';
import { assessment, completeAssessment } from './fixtures.ts';

function exported(host: FakeHost, changes: Partial<ExportResult> = {}) {
  const result: ExportResult = {
    fileName: '测试市城市管理局_测试推荐_20261120_第2版.zip',
    folder: '/数据/导出',
    token: 'export-token',
    bytes: 20480,
    files: 7,
    sealCode: 'AB12-CD34-EF56-GH78',
    packageId: 'package-1',
    revision: 2,
    previousRevision: 1,
    draft: false,
    repeated: false,
    date: '2026-11-20',
    selfScore: 10000,
    verification: {
      file: 'x.zip',
      status: 'intact',
      unit: '测试市城市管理局',
      campaign: '测试推荐',
      selfScore: '100.00',
      sealCode: 'AB12-CD34-EF56-GH78',
      revision: 2,
      draft: false,
      sample: false,
      files: 7,
      bytes: 20000,
      problems: [],
    },
    ...changes,
  };
  const current = host.assessment();
  host.results.export = {
    kind: 'export',
    export: result,
    saved: { document: 'assessment', value: current, canUndo: false, canRedo: false },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('资格审查与导出', () => {
  it('allows only a draft where something blocks, and leads to where it is settled', async () => {
    const { host, user } = await startWith(assessment());
    exported(host, { draft: true });
    await user.click(step('资格审查与导出'));
    expect(screen.getByRole('button', { name: '导出推荐包' })).toHaveProperty('disabled', true);
    const condition = screen.getByText('自愿参评', { selector: 'td' }).closest('tr');
    expect(condition?.textContent).toContain('不符合');
    expect(condition?.textContent).toContain('测发〔2020〕2号 二');

    await user.click(screen.getByRole('button', { name: '导出草稿' }));
    const success = within(await screen.findByRole('region', { name: '导出成功' }));
    expect(success.getByText(/草稿导出成功/)).toBeTruthy();
    expect(host.inputsOf('exportPackage')).toMatchObject([{ mode: 'draft' }]);

    await user.click(screen.getByRole('button', { name: /^去处理：还没有添加“综合汇报材料”/ }));
    await screen.findByRole('heading', { name: '材料' });
  });

  it('exports an eligible assessment and prints its seal sheet', async () => {
    const { host, user } = await startWith(completeAssessment());
    exported(host);
    await user.click(step('资格审查与导出'));
    expect(screen.queryByRole('button', { name: '导出草稿' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '导出推荐包' }));
    const success = within(await screen.findByRole('region', { name: '导出成功' }));
    expect(success.getByText('AB12-CD34-EF56-GH78')).toBeTruthy();
    expect(success.getByText('第 2 版（上一版：第 1 版）')).toBeTruthy();
    await user.click(success.getByRole('button', { name: '打开所在文件夹' }));
    expect(host.inputsOf('revealExport')).toEqual([{ token: 'export-token' }]);

    const print = vi.fn();
    vi.stubGlobal('print', print);
    await user.click(success.getByRole('button', { name: '打印封签单' }));
    const preview = within(await screen.findByRole('dialog', { name: '封签单预览' }));
    const sheet = preview.getByRole('article', { name: '封签单' });
    for (const text of [
      'AB12-CD34-EF56-GH78',
      '测试用参考标准，不是正式标准。',
      '100.00 分',
      '单位（盖章）',
    ]) {
      expect(sheet.textContent).toContain(text);
    }
    await user.click(preview.getByRole('button', { name: '打印' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('bars package and draft where a program is among the evidence, and leads to it', async () => {
    const complete = completeAssessment();
    const [plan] = complete.evidence;
    const program = { ...plan!, sha256: 'b'.repeat(64), fileName: '系统.exe', label: '系统' };
    const { user } = await startWith({ ...complete, evidence: [plan!, program] });
    await user.click(step('资格审查与导出'));
    expect(screen.getByRole('button', { name: '导出推荐包' })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: '导出草稿' })).toBeNull();
    expect(screen.getByText(/推荐包和草稿都不能导出/)).toBeTruthy();
    await user.click(
      screen.getByRole('button', { name: /^去处理：“系统”（系统\.exe，用于：未对应任何一项）是程序/ }),
    );
    await screen.findByRole('heading', { name: '佐证材料' });
  });

  it('shows no success for a package that was not found whole', async () => {
    const { host, user } = await startWith(completeAssessment());
    exported(host);
    const result = host.results.export;
    if (result && 'export' in result) result.export.verification.status = 'damaged';
    await user.click(step('资格审查与导出'));
    await user.click(screen.getByRole('button', { name: '导出推荐包' }));
    expect(await screen.findByText('导出的文件核对没有通过')).toBeTruthy();
    expect(screen.queryByRole('region', { name: '导出成功' })).toBeNull();
  });

  it('says why an export failed', async () => {
    const { host, user } = await startWith(completeAssessment());
    host.results.export = DISK_FULL;
    await user.click(step('资格审查与导出'));
    await user.click(screen.getByRole('button', { name: '导出推荐包' }));
    expect(await screen.findByText('磁盘已满')).toBeTruthy();
  });

  it('can be cancelled', async () => {
    const { host, user } = await startWith(completeAssessment());
    await user.click(step('资格审查与导出'));
    await user.click(screen.getByRole('button', { name: '导出推荐包' }));
    const dialog = within(await screen.findByRole('dialog', { name: '正在导出并核对' }));
    await user.click(dialog.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(host.inputsOf('cancelJob')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('region', { name: '导出成功' })).toBeNull();
  });
});
