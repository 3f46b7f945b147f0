import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../shared/contract/contract.ts';
import type { Verification } from '../../shared/package/verification.ts';
import { startApp, startWith, step } from './app.tsx';
import { DISK_FULL, FakeHost } from './fake-host.ts';
import { assessment } from './fixtures.ts';

type PackageInspection = Extract<Inspection, { content: 'package' }>;

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
    host.failing.set('openDocument', { ...DISK_FULL, code: 'locked-stale', message: '曾由别处打开' });
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '打开 测试市城市管理局' }));
    expect(await screen.findByText('曾由别处打开')).toBeTruthy();
    host.failing.delete('openDocument');
    await user.click(screen.getByRole('button', { name: '接管并打开' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openDocument')).toMatchObject([{ takeOverLock: 'no' }, { takeOverLock: 'yes' }]);
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

  it('opens a 反馈包 at once: it belongs to one assessment', async () => {
    const { host, user } = startApp();
    host.results.inspect = { kind: 'inspect', inspection: { content: 'feedback' } };
    host.results.open = { kind: 'open', id: host.keep(assessment()).id };
    await choose(user);
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toEqual([{ token: 'token-1', as: 'continue' }]);
  });

  it('tells two rows of one package apart, also without a unit name', async () => {
    const host = new FakeHost();
    const openedFrom = {
      fileName: '甲局.zip',
      unit: '甲局',
      revision: 2,
      at: '2026-11-20T01:05:00.000Z',
      doubts: ['单位不符'],
    };
    const { unit } = assessment();
    host.keep(assessment({ openedFrom, unit: { ...unit, name: '甲局' } }));
    host.keep(
      assessment({
        id: '55555555-5555-4555-8555-555555555555',
        unit: { ...unit, name: '' },
        basedOn: { unit: '甲局', packageId: 'p', revision: 1 },
        openedFrom: { ...openedFrom, revision: 1, doubts: [] },
      }),
    );
    startApp(host);
    const ours = (await screen.findByRole('button', { name: '打开 甲局' })).closest('td');
    expect(ours?.textContent).toMatch(/打开自 甲局\.zip 第2版（2026-11-20 \d\d:05）存疑/);
    const blueprint = screen.getByRole('button', { name: '打开 （未填单位名称）' });
    expect(blueprint.closest('td')?.textContent).toMatch(
      /以“甲局”第1版为蓝本打开自 甲局\.zip 第1版（2026-11-20 \d\d:05）(?!存疑)/,
    );
    const described = document.getElementById(blueprint.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('以“甲局”第1版为蓝本');
    expect(screen.getByRole('button', { name: '移除 （未填单位名称）' })).toBeTruthy();
  });

  it('goes back to 首页 and closes the assessment', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(screen.getByRole('button', { name: '首页' }));
    await screen.findByRole('button', { name: '新建自评' });
    expect(host.inputsOf('closeDocument')).toHaveLength(1);
  });
});

const choose = async (user: ReturnType<typeof startApp>['user']) =>
  user.upload(await screen.findByLabelText('打开推荐包', { selector: 'input' }), [
    new File(['x'], '某局.zip'),
  ]);

describe('打开推荐包', () => {
  const whole: Verification = { ...damaged, status: 'intact', revision: 2, problems: [] };

  /** The dialog after a package was chosen. */
  async function chosen(changes: Partial<PackageInspection> = {}, verification: Partial<Verification> = {}) {
    const started = startApp();
    const { host, user } = started;
    host.results.inspect = {
      kind: 'inspect',
      inspection: {
        content: 'package',
        verification: { ...whole, ...verification },
        date: '2026-11-20',
        ...changes,
      },
    };
    await choose(user);
    const dialog = within(await screen.findByRole('dialog', { name: '打开推荐包' }));
    await dialog.findByRole('button', { name: '以此为蓝本新建' });
    return { ...started, dialog };
  }

  it('says whose it is and opens nothing before it is asked to', async () => {
    const { host, dialog } = await chosen();
    for (const text of ['某局', '第2版，2026-11-20', '测试推荐', '92.50', '完好']) {
      expect(dialog.getByText(text)).toBeTruthy();
    }
    expect(dialog.getByText(/修改后再导出就是第3版/)).toBeTruthy();
    expect(dialog.getByText(/档案里记明以“某局”第2版为蓝本/)).toBeTruthy();
    expect(host.inputsOf('inspectPackage')).toEqual([{ token: 'token-1' }]);
    expect(host.inputsOf('openPackage')).toEqual([]);
  });

  it.each([
    ['继续我的档案', 'continue'],
    ['以此为蓝本新建', 'blueprint'],
  ])('%s', async (name, as) => {
    const { host, user, dialog } = await chosen();
    host.results.open = { kind: 'open', id: host.keep(assessment()).id };
    await user.click(dialog.getByRole('button', { name }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toEqual([{ token: 'token-1', as }]);
  });

  it.each(['取消', '关闭'])('%s gives the file up', async (name) => {
    const { host, user, dialog } = await chosen();
    await user.click(dialog.getByRole('button', { name }));
    await waitFor(() => expect(host.inputsOf('forgetFile')).toEqual([{ token: 'token-1' }]));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '打开推荐包' })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '打开推荐包' }));
    expect(host.inputsOf('openPackage')).toEqual([]);
  });

  it('offers the assessment that is here instead of a second one', async () => {
    const { host, user, dialog } = await chosen({
      here: { id: assessment().id, unit: '测试市城市管理局', revision: 3 },
    });
    host.keep(assessment());
    expect(dialog.queryByRole('button', { name: '继续我的档案' })).toBeNull();
    expect(dialog.getByText(/已在这台电脑上：测试市城市管理局，最新是第3版/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: '打开已有的档案' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toEqual([]);
    expect(host.inputsOf('forgetFile')).toEqual([{ token: 'token-1' }]);
    expect(host.inputsOf('openDocument')).toMatchObject([{ ref: { id: assessment().id } }]);
  });

  it('shows 存疑 with each doubt before it is opened', async () => {
    const { dialog } = await chosen(
      {},
      {
        status: 'suspect',
        problems: [
          { code: 'unit', path: '', message: '清单写的单位与档案不同', severity: 'problem' },
          { code: 'stranger', path: '别的.txt', message: '不属于推荐包', severity: 'problem' },
        ],
      },
    );
    const warning = dialog.getByRole('alert');
    for (const text of [/这个推荐包存疑/, /清单写的单位与档案不同/, /不属于推荐包/]) {
      expect(within(warning).getByText(text)).toBeTruthy();
    }
    expect(dialog.getByRole('button', { name: '继续我的档案' })).toBeTruthy();
  });

  it('keeps the notice about it in sight until it is closed, then on no screen', async () => {
    const { host, user, dialog } = await chosen();
    host.results.open = { kind: 'open', id: host.keep(assessment()).id };
    host.notices = [{ ...DISK_FULL, code: 'opened-suspect', message: '这个推荐包存疑' }];
    await user.click(dialog.getByRole('button', { name: '继续我的档案' }));
    await screen.findByText('这个推荐包存疑');
    await user.click(step('资格审查与导出'));
    await user.click(await screen.findByRole('button', { name: '关闭提示' }));
    await waitFor(() => expect(screen.queryByText('这个推荐包存疑')).toBeNull());
    await user.click(step('单位与活动'));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(screen.queryByText('这个推荐包存疑')).toBeNull();
  });

  it('says why it was not opened, and lets the user choose again', async () => {
    const { host, user, dialog } = await chosen();
    host.results.open = DISK_FULL;
    await user.click(dialog.getByRole('button', { name: '继续我的档案' }));
    const again = within(await screen.findByRole('dialog', { name: '打开推荐包' }));
    expect(await again.findByText('磁盘已满')).toBeTruthy();
    host.results.open = { kind: 'open', id: host.keep(assessment()).id };
    await user.click(again.getByRole('button', { name: '继续我的档案' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toHaveLength(2);
    expect(host.inputsOf('forgetFile')).toEqual([]);
  });

  it('says why a file is no package, and gives it up', async () => {
    const { host, user } = startApp();
    host.results.inspect = { ...DISK_FULL, message: '没有通过核验（不是推荐包）' };
    await choose(user);
    const dialog = within(await screen.findByRole('dialog', { name: '推荐包没有打开' }));
    expect(dialog.getByText('没有通过核验（不是推荐包）')).toBeTruthy();
    expect(host.inputsOf('forgetFile')).toEqual([{ token: 'token-1' }]);
  });
});
