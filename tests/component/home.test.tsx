import { existsSync } from 'node:fs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp, startWith, step } from './app.tsx';
import { assessment, completeAssessment } from './fixtures.ts';
import { DISK_FULL, TestHost } from './host.ts';
import { leaveLock } from './lock.ts';
import { packagedAssessment, packageFile } from './packages.ts';

describe('首页', () => {
  it('offers two ways to begin where there is nothing yet, and makes a new assessment', async () => {
    const { host, user } = startApp();
    await user.click(await screen.findByRole('button', { name: '新建第一份自评' }));
    const make = await screen.findByRole<HTMLButtonElement>('button', { name: '建立并打开' });
    await waitFor(() => expect(make.disabled).toBe(false));
    await user.click(make);
    expect(await screen.findByText('请填写单位名称')).toBeTruthy();
    await user.type(screen.getByLabelText('单位名称'), '测试市生态环境局');
    await user.click(screen.getByRole('button', { name: '建立并打开' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('createAssessment')).toEqual([
      { unitName: '测试市生态环境局', standardId: 'test-standard', campaignId: 'test-campaign' },
    ]);
  });

  it('opens the sample with one click and marks it', async () => {
    // The sample is one of the program's own standard.
    const { user } = startApp(new TestHost({ resources: repository }));
    await user.click(await screen.findByRole('button', { name: '打开示例' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(screen.getByText('示例')).toBeTruthy();
  });

  it('says where a removed assessment went, and asks first', async () => {
    const host = new TestHost();
    host.keep(assessment());
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '移除 测试市城市管理局' }));
    expect(host.inputsOf('removeAssessment')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: '移除' }));
    const told = (await screen.findByText(/^文件夹已移到：/)).textContent;
    expect(told).toContain(`${host.root}/已删除/`);
    expect(existsSync(told.replace('文件夹已移到：', ''))).toBe(true);
    expect(host.assessments()).toEqual([]);
    await waitFor(() => expect(screen.queryByText('测试市城市管理局')).toBeNull());
  });

  it('takes over an assessment whose holder is gone only after asking', async () => {
    const host = new TestHost();
    leaveLock(host.folderOf(host.keep(assessment())));
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '打开 测试市城市管理局' }));
    expect(await screen.findByText(/曾由别的电脑 上的 某人.*打开/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '接管并打开' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openDocument')).toMatchObject([{ takeOverLock: 'no' }, { takeOverLock: 'yes' }]);
  });

  it('lists every problem of a verified package', async () => {
    const { user } = startApp();
    await user.upload(await screen.findByLabelText('校验推荐包', { selector: 'input' }), [
      await packageFile('某局.zip', 'damaged'),
    ]);
    const dialog = within(await screen.findByRole('dialog', { name: '校验结果' }));
    expect(dialog.getByText('损坏')).toBeTruthy();
    expect(dialog.getByText(/内容与清单 manifest-sha256\.txt 不符/)).toBeTruthy();
  });

  it('opens a 反馈包 at once: it belongs to one assessment', async () => {
    const host = new TestHost();
    host.keep(completeAssessment());
    const { user } = startApp(host);
    await choose(user, await packageFile('反馈.zip', 'feedback'));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toEqual([{ token: host.tokens[0], as: 'continue' }]);
    expect(host.assessment().feedback?.from).toBe('示例市司法局');
  });

  it('tells two rows of one package apart, also without a unit name', async () => {
    const host = new TestHost();
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
    const blueprint = screen.getByRole('button', { name: '打开 （未录入单位名称）' });
    expect(blueprint.closest('td')?.textContent).toMatch(
      /以“甲局”第1版为蓝本打开自 甲局\.zip 第1版（2026-11-20 \d\d:05）(?!存疑)/,
    );
    const described = document.getElementById(blueprint.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('以“甲局”第1版为蓝本');
    expect(screen.getByRole('button', { name: '移除 （未录入单位名称）' })).toBeTruthy();
  });

  it('goes back to 首页 and closes the assessment', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(screen.getByRole('button', { name: '首页' }));
    await screen.findByRole('button', { name: '新建自评' });
    expect(host.inputsOf('closeDocument')).toHaveLength(1);
  });
});

it.each([
  ['新建核验台', '名称', '核验台'],
  ['新建自评', '单位名称', undefined],
])('%s: what is typed before the lists arrive stays', async (button, label, area) => {
  const { host, user } = startApp();
  if (area !== undefined) await user.click(await screen.findByRole('button', { name: area }));
  let arrive = () => {};
  host.gates.set('listStandards', new Promise((resolve) => (arrive = resolve)));
  await user.click(await screen.findByRole('button', { name: button }));
  const name = await screen.findByLabelText<HTMLInputElement>(label);
  fireEvent.change(name, { target: { value: '我起的名称' } });
  arrive();
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '建立并打开' })).toHaveProperty('disabled', false),
  );
  expect(name.value).toBe('我起的名称');
  fireEvent.change(name, { target: { value: '长'.repeat(117) } });
  await user.click(screen.getByRole('button', { name: '建立并打开' }));
  await screen.findByText('最多 100 字，多了 17 字，没有保存；请删减');
  expect(name.value).toHaveLength(117);
});

const choose = async (user: ReturnType<typeof startApp>['user'], file: File) =>
  user.upload(await screen.findByLabelText('打开推荐包', { selector: 'input' }), [file]);

describe('打开推荐包', () => {
  /** The dialog after a package was chosen. */
  async function chosen(host = new TestHost(), kind: 'whole' | 'suspect' = 'whole') {
    const started = startApp(host);
    await choose(started.user, await packageFile('某局.zip', kind));
    // While it is looked at there is another dialog of that name.
    const offer = await screen.findByRole('button', { name: '以此为蓝本新建' });
    const dialog = within(offer.closest<HTMLElement>('[role="dialog"]')!);
    return { ...started, dialog };
  }

  it('says whose it is and opens nothing before it is asked to', async () => {
    const { host, dialog } = await chosen();
    for (const text of ['某局', '第2版，2026-11-20', '测试推荐活动', '92.50', '完好']) {
      expect(dialog.getByText(text)).toBeTruthy();
    }
    expect(dialog.getByText(/修改后再导出就是第3版/)).toBeTruthy();
    expect(dialog.getByText(/档案里记明以“某局”第2版为蓝本/)).toBeTruthy();
    expect(host.inputsOf('inspectPackage')).toEqual([{ token: host.tokens[0] }]);
    expect(host.inputsOf('openPackage')).toEqual([]);
  });

  it.each([
    ['继续我的档案', 'continue', undefined],
    ['以此为蓝本新建', 'blueprint', '某局'],
  ])('%s', async (name, as, basedOn) => {
    const { host, user, dialog } = await chosen();
    await user.click(dialog.getByRole('button', { name }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toEqual([{ token: host.tokens[0], as }]);
    expect(host.assessment().basedOn?.unit).toBe(basedOn);
  });

  it.each(['取消', '关闭'])('%s gives the file up', async (name) => {
    const { host, user, dialog } = await chosen();
    await user.click(dialog.getByRole('button', { name }));
    await waitFor(() => expect(host.inputsOf('forgetFile')).toEqual([{ token: host.tokens[0] }]));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '打开推荐包' })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '打开推荐包' }));
    expect(host.inputsOf('openPackage')).toEqual([]);
  });

  it('offers the assessment that is here instead of a second one', async () => {
    const here = packagedAssessment();
    const [first] = here.revisions;
    const known = new TestHost();
    known.keep({
      ...here,
      unit: { ...here.unit, name: '测试市城市管理局' },
      revisions: [first!, { ...first!, number: 3 }],
    });
    const { host, user, dialog } = await chosen(known);
    expect(dialog.queryByRole('button', { name: '继续我的档案' })).toBeNull();
    expect(dialog.getByText(/已在这台电脑上：测试市城市管理局，最新是第3版/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: '打开已有的档案' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toEqual([]);
    expect(host.inputsOf('forgetFile')).toEqual([{ token: host.tokens[0] }]);
    expect(host.inputsOf('openDocument')).toMatchObject([{ ref: { id: here.id } }]);
  });

  it('shows 存疑 with each doubt before it is opened', async () => {
    const { dialog } = await chosen(new TestHost(), 'suspect');
    const warning = dialog.getByRole('alert');
    for (const text of [/这个推荐包存疑/, /单位.*另一局/, /别的\.txt/]) {
      expect(within(warning).getByText(text)).toBeTruthy();
    }
    expect(dialog.getByRole('button', { name: '继续我的档案' })).toBeTruthy();
  });

  it('keeps the notice about it in sight until it is closed, then on no screen', async () => {
    const { user, dialog } = await chosen(new TestHost(), 'suspect');
    await user.click(dialog.getByRole('button', { name: '继续我的档案' }));
    const notice = /^这份自评档案打开自“某局\.zip”第2版，这个推荐包存疑/;
    await screen.findByText(notice);
    await user.click(step('资格审查与导出'));
    await user.click(await screen.findByRole('button', { name: '关闭提示' }));
    await waitFor(() => expect(screen.queryByText(notice)).toBeNull());
    await user.click(step('单位与活动'));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(screen.queryByText(notice)).toBeNull();
  });

  it('says why it was not opened, and lets the user choose again', async () => {
    const { host, user, dialog } = await chosen();
    host.results.set('openPackage', DISK_FULL);
    await user.click(dialog.getByRole('button', { name: '继续我的档案' }));
    const again = within(await screen.findByRole('dialog', { name: '打开推荐包' }));
    expect(await again.findByText('磁盘已满')).toBeTruthy();
    host.results.delete('openPackage');
    await user.click(again.getByRole('button', { name: '继续我的档案' }));
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(host.inputsOf('openPackage')).toHaveLength(2);
    expect(host.inputsOf('forgetFile')).toEqual([]);
  });

  it('says why a file is no package, and gives it up', async () => {
    const { host, user } = startApp();
    await choose(user, new File(['x'], '某局.zip'));
    const dialog = within(await screen.findByRole('dialog', { name: '推荐包没有打开' }));
    expect(dialog.getByText(/^没有通过核验（不是推荐包）/)).toBeTruthy();
    expect(host.inputsOf('forgetFile')).toEqual([{ token: host.tokens[0] }]);
  });
});
