import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Verification } from '../../shared/package/verification.ts';
import { startApp, startWith } from './app.tsx';
import { DISK_FULL, FakeHost } from './fake-host.ts';
import { assessment } from './fixtures.ts';

const damaged: Verification = {
  file: '某局.zip',
  status: 'damaged',
  unit: '某局',
  campaign: '测试推荐',
  selfScore: '92.50',
  sealCode: 'AAAA-BBBB-CCCC-DDDD',
  revision: 1,
  draft: false,
  sample: false,
  files: 3,
  bytes: 2048,
  problems: [{ code: 'changed', path: 'data/方案.pdf', message: '内容与清单不符', severity: 'problem' }],
};

describe('首页', () => {
  it('offers two ways to begin where there is nothing yet, and makes a new assessment', async () => {
    const { host, user } = startApp();
    await user.click(await screen.findByRole('button', { name: '新建第一份自评' }));
    await user.click(await screen.findByRole('button', { name: '建立并打开' }));
    expect(await screen.findByText('请填写单位名称')).toBeTruthy();
    await user.type(screen.getByLabelText('单位名称'), '测试市生态环境局');
    await user.click(screen.getByRole('button', { name: '建立并打开' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('createAssessment')).toEqual([
      { unitName: '测试市生态环境局', standardId: 'test-standard', campaignId: 'test-campaign' },
    ]);
  });

  it('opens the sample with one click and marks it', async () => {
    const { user } = startApp();
    await user.click(await screen.findByRole('button', { name: '打开示例' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(screen.getByText('示例')).toBeTruthy();
  });

  it('says where a removed assessment went, and asks first', async () => {
    const host = new FakeHost();
    host.keep(assessment());
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '移除 测试市城市管理局' }));
    expect(host.inputsOf('removeAssessment')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: '移除' }));
    expect(await screen.findByText('文件夹已移到：/数据/已删除/测试')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('测试市城市管理局')).toBeNull());
  });

  it('takes over an assessment whose holder is gone only after asking', async () => {
    const host = new FakeHost();
    host.keep(assessment());
    host.failing.set('openAssessment', { ...DISK_FULL, code: 'locked-stale', message: '曾由别处打开' });
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '打开 测试市城市管理局' }));
    expect(await screen.findByText('曾由别处打开')).toBeTruthy();
    host.failing.delete('openAssessment');
    await user.click(screen.getByRole('button', { name: '接管并打开' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openAssessment')).toMatchObject([{ takeOverLock: 'no' }, { takeOverLock: 'yes' }]);
  });

  it('lists every problem of a verified package', async () => {
    const { host, user } = startApp();
    host.results.verify = { kind: 'verify', verifications: [damaged] };
    await user.upload(await screen.findByLabelText('校验推荐包', { selector: 'input' }), [
      new File(['x'], '某局.zip'),
    ]);
    const dialog = within(await screen.findByRole('dialog', { name: '校验结果' }));
    expect(dialog.getByText('损坏')).toBeTruthy();
    expect(dialog.getByText(/内容与清单不符/)).toBeTruthy();
  });

  it('opens a package as an assessment', async () => {
    const { host, user } = startApp();
    host.results.open = { kind: 'open', id: host.keep(assessment()).id };
    await user.upload(await screen.findByLabelText('打开推荐包', { selector: 'input' }), [
      new File(['x'], '某局.zip'),
    ]);
    await screen.findByRole('heading', { name: '单位与活动' });
  });

  it('goes back to 首页 and closes the assessment', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(screen.getByRole('button', { name: '首页' }));
    await screen.findByRole('button', { name: '新建自评' });
    expect(host.inputsOf('closeAssessment')).toHaveLength(1);
  });
});
