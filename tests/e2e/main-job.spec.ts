import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../electron/services/package/verify.ts';
import { type OpenDoor, openDoor } from './door.ts';
import { repository } from '../repository.ts';

/** The main job as a clerk does it: the same steps through either door, in order, on one data folder. */
describe('main job', () => {
  let door: OpenDoor;
  let files: string;

  const step = (name: string): Locator =>
    door.page.getByRole('navigation').getByRole('button', { name, exact: true });
  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name });
  const saved = (): Promise<void> => door.page.getByText('已保存', { exact: true }).waitFor();
  const total = (points: string): Promise<void> =>
    door.page.getByRole('banner').getByText(`${points} 分`, { exact: true }).waitFor();

  async function openItem(code: string): Promise<void> {
    await step('逐项自评').click();
    await door.page
      .getByRole('searchbox')
      .or(door.page.getByPlaceholder('搜索编号、标题、评分标准'))
      .fill(code);
    await door.page.getByRole('treeitem', { name: new RegExp(`^${code.replace('.', '\\.')}\\s`) }).click();
    await door.page.getByRole('heading', { name: new RegExp(`^${code.replace('.', '\\.')}\\s`) }).waitFor();
  }

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'biaobing-files-'));
    const sample = join(repository, 'scoring-standards/sample/files');
    await copyFile(join(sample, '领导小组会议纪要.docx'), join(files, '会议纪要.docx'));
    await copyFile(join(sample, '领导小组会议纪要.docx'), join(files, '会议纪要 副本.docx'));
    await copyFile(join(sample, '综合汇报材料.docx'), join(files, '汇报.docx'));
    await writeFile(join(files, `${'长'.repeat(60)}说明.txt`), '培训说明');
    door = await openDoor();
  });

  afterAll(async () => {
    await door.close();
    await rm(files, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('opens the sample with one click, above the line and marked as a sample', async () => {
    await button('打开示例').click();
    await total('93.89');
    await door.page.getByText('示例', { exact: true }).waitFor();
    await door.page.getByText('参考标准（非官方）').first().waitFor();
    await button('首页').click();
  });

  it('makes a new assessment', async () => {
    await button('新建自评').click();
    await door.page.getByLabel('单位名称').fill('端到端市测试局');
    await button('建立并打开').click();
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
    await total('0');
  });

  it('scores by every kind of rule', async () => {
    await openItem('1.1');
    await button('满分 2.5').click();
    await total('2.5');
    await openItem('1.3');
    await door.page.getByRole('radio', { name: /已列入考核指标，但没有同时部署/ }).click();
    await total('3');
    await openItem('1.2');
    await door.page.getByRole('checkbox', { name: /方案以正式文件按时印发/ }).click();
    await total('3.5');
    await openItem('2.4');
    await door.page.getByLabel('持证人员未按规定参加年审（人）', { exact: true }).fill('1');
    await total('5');
    await door.page.getByText(/满分2分，扣1人×0\.5分，得1\.5分/).waitFor();
    await openItem('3.4');
    const ratio = door.page.getByRole('group', { name: '填写比例' }).getByRole('textbox');
    await ratio.first().fill('2');
    await ratio.last().fill('10');
    await total('5.67');
    await openItem('加1');
    await door.page.getByRole('checkbox', { name: /被择优推荐到上级/ }).click();
    await total('6.67');
    await openItem('减2');
    await door.page.getByLabel('被责令整改（次）', { exact: true }).fill('1');
    await total('5.67');
    await openItem('否1');
    await door.page.getByRole('radio', { name: /是，发生过/ }).click();
    await total('0');
    await door.page.getByRole('radio', { name: '否，没有发生' }).click();
    await total('5.67');
    await saved();
  });

  it('undoes and redoes', async () => {
    await button('撤销').click();
    await total('0');
    await button('撤销').click();
    await total('5.67');
    await button('重做').click();
    await total('0');
    await button('重做').click();
    await total('5.67');
    await saved();
  });

  it('takes a reason and a declared 不适用 with its reason', async () => {
    await openItem('1.1');
    await door.page.getByLabel('自评说明').fill('已成立专班，纪要见附件。');
    await openItem('4.1');
    await button('标为不适用').click();
    const dialog = door.page.getByRole('dialog');
    await dialog.getByLabel('不适用理由（必填）').fill('本单位没有行政调解职能');
    await dialog.getByRole('button', { name: '标为不适用' }).click();
    await door.page.getByRole('treeitem', { name: /4\.1 .*不适用/ }).waitFor();
    await saved();
  });

  it('attaches evidence, knows the same content again, keeps long names', async () => {
    await openItem('1.1');
    await door.chooseFiles(button('添加文件'), [
      join(files, '会议纪要.docx'),
      join(files, '会议纪要 副本.docx'),
    ]);
    await door.page.getByText('✓ 会议纪要.docx：已添加').waitFor();
    await door.page.getByText(/✓ 会议纪要 副本\.docx：内容相同，已关联已有材料“会议纪要”/).waitFor();
    await door.page.getByRole('heading', { name: '已附 1 份' }).waitFor();
    await step('佐证材料').click();
    await door.chooseFiles(button('添加文件（可多选）'), join(files, `${'长'.repeat(60)}说明.txt`));
    await door.page.getByText(/说明\.txt：已添加/).waitFor();
    await door.page.getByText('未关联 1 份').first().waitFor();
    await writeFile(join(files, '工具.exe'), 'MZ');
    await door.chooseFiles(button('添加文件（可多选）'), join(files, '工具.exe'));
    await door.page.getByText(/✗ 工具\.exe：这是程序.*不收作材料。请改用/).waitFor();
    await button(/^预览：长+说明/).click();
    await door.page.getByText('培训说明', { exact: true }).waitFor();
    await door.page.keyboard.press('Escape');
  });

  it('finds everything there after a restart', async () => {
    await saved();
    await door.restart();
    await button(/^打开 端到端市测试局/).click();
    // 4.1 does not count any more: 5.67 of 98.5 scaled to 100 is 5.76, then +1 -1.
    await total('5.76');
    await openItem('1.1');
    expect(await door.page.getByLabel('自评说明').inputValue()).toBe('已成立专班，纪要见附件。');
    await door.page.getByRole('heading', { name: '已附 1 份' }).waitFor();
  });

  it('copies an indicator’s words over for the platform, as they are', async () => {
    await step('平台填报').click();
    await button('复制 1.1 自评说明').click();
    await button('复制 1.1 自评说明').getByText('已复制').waitFor();
    await button('复制 1.1 文件名').click();
    await step('佐证材料').click();
    // What lies on the clipboard, where a person would paste it.
    const field = door.page
      .getByRole('searchbox')
      .or(door.page.getByPlaceholder(/搜索|查找/))
      .first();
    await field.focus();
    await door.page.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => field.inputValue()).toBe('01 会议纪要.docx');
    await field.fill('');
  });

  it('shows what is missing and exports only a draft', async () => {
    await step('差距分析').click();
    await door.page.getByText('补齐以下项目可达').first().waitFor();
    await step('资格审查与导出').click();
    expect(await button('导出自查包').isDisabled()).toBe(true);
    await button('导出草稿').click();
    await door.page.getByText(/草稿导出成功/).waitFor({ timeout: 60_000 });
  });

  it('exports, verifies and opens the sample package again', async () => {
    await button('首页').click();
    await button(/^打开 示例市城市管理/).click();
    await step('资格审查与导出').click();
    await button('导出自查包').click();
    await door.page.getByText(/自查包导出成功/).waitFor({ timeout: 60_000 });
    const seal =
      (await door.page
        .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
        .first()
        .textContent()) ?? '';

    const folder = join(door.root, '导出');
    const packages = (await readdir(folder)).filter((name) => name.endsWith('.zip'));
    const final = packages.find((name) => !name.includes('草稿')) ?? '';
    expect(packages).toHaveLength(2);
    const verification = await verifyPackage(join(folder, final));
    expect(verification).toMatchObject({
      status: 'intact',
      selfScore: '93.89',
      sealCode: seal,
      sample: true,
    });

    await button('首页').click();
    await door.chooseFiles(button('校验推荐包'), join(folder, final));
    await door.page.getByRole('dialog').getByText('完好').waitFor();
    await door.page.getByRole('dialog').getByText(seal).waitFor();
    await door.page.keyboard.press('Escape');

    // It is here already: no second one is made of it, not even by keyboard.
    const dialog = door.page.getByRole('dialog', { name: '打开推荐包' });
    await door.chooseFiles(button('打开推荐包'), join(folder, final));
    await dialog
      .getByText(/这份自评档案已在这台电脑上：示例市城市管理.*最新是第1版/)
      .waitFor({ timeout: 60_000 });
    await door.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await door.chooseFiles(button('打开推荐包'), join(folder, final));
    await dialog.getByRole('button', { name: '打开已有的档案' }).click({ timeout: 60_000 });
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
    await button('首页').click();

    await door.chooseFiles(button('打开推荐包'), join(folder, final));
    await dialog.getByRole('button', { name: '以此为蓝本新建' }).click({ timeout: 60_000 });
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor({ timeout: 60_000 });
    await total('93.89');
    expect(await door.page.getByLabel('单位名称').inputValue()).toBe('');
    await step('佐证材料').click();
    await door.page.getByText('共 41 份').waitFor();
    await button('首页').click();
    const blueprint = door.page.getByRole('row', { name: /（未录入单位名称）/ });
    await blueprint.getByText(/^以“示例市城市管理.*”第1版为蓝本$/).waitFor();
    await blueprint.getByText(`打开自 ${final} 第1版`, { exact: false }).waitFor();

    // Carried away and opened where it is not: the same assessment goes on.
    await copyFile(join(folder, final), join(files, '带走.zip'));
    await button(/^移除 示例市城市管理/).click();
    await door.page.getByRole('dialog').getByRole('button', { name: '移除', exact: true }).click();
    await button('知道了').click();
    await door.chooseFiles(button('打开推荐包'), join(files, '带走.zip'));
    await dialog.getByText('完好').waitFor({ timeout: 60_000 });
    // The button that Enter is for has the focus as soon as the package is known.
    await dialog.locator('button.ant-btn-primary:focus').waitFor();
    await door.page.keyboard.press('Enter');
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor({ timeout: 60_000 });
    await total('93.89');
    await step('资格审查与导出').click();
    await door.page.getByText(seal).waitFor();
    await button('首页').click();
    await door.page.getByText(/^打开自 带走\.zip 第1版/).waitFor();
  });

  it('refuses a flipped byte and a file that is no package, and goes on', async () => {
    const folder = join(door.root, '导出');
    const [name = ''] = (await readdir(folder)).filter(
      (file) => file.endsWith('.zip') && !file.includes('草稿'),
    );
    const bytes = await readFile(join(folder, name));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(join(files, '改动.zip'), bytes);
    await writeFile(join(files, '不是包.zip'), '只是文字');
    await door.chooseFiles(button('校验推荐包'), [join(files, '改动.zip'), join(files, '不是包.zip')]);
    const dialog = door.page.getByRole('dialog');
    await dialog.getByText('损坏').first().waitFor();
    await dialog.getByText('不是推荐包').first().waitFor();
    await door.page.keyboard.press('Escape');
    await door.chooseFiles(button('打开推荐包'), join(files, '改动.zip'));
    await door.page.getByText('推荐包没有打开').waitFor();
    await door.page.keyboard.press('Escape');
    await button('新建自评').waitFor();
  });
});
