import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp, startWith, step } from './app.tsx';
import { drop, entry, folder, hold, paste } from './dropping.ts';
import { assessment, completeAssessment, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { withLayout } from './layout.ts';
import { packageFile } from './packages.ts';
import { verifying } from './verifying.tsx';

withLayout({ height: 900 });

/** What is said while something is held over the window. */
const said = () => document.querySelector('[aria-live="assertive"]')?.textContent;
const row = (name: RegExp) => screen.getByRole('treeitem', { name });
const outcomes = async () => (await screen.findByRole('list', { name: '添加结果' })).textContent;

async function scoring() {
  const started = await startWith({ ...assessment(), id: crypto.randomUUID() });
  await started.user.click(step('逐项自评'));
  await screen.findByRole('tree', { name: '评分项' });
  await started.user.click(row(/^1\.1 /));
  const linked = (code: string) => started.host.assessment().entries[code]?.evidence ?? [];
  return { ...started, linked };
}

describe('files on 逐项自评', () => {
  it('go to the row that they are let go on, which is shown while they are held and open afterwards', async () => {
    const { linked } = await scoring();
    hold(row(/^2\.1 /));
    expect(said()).toBe('松开，附到 2.1 三项服务');
    expect(row(/^2\.1 /).classList.contains('intake-target')).toBe(true);
    expect(drop(row(/^2\.1 /), entry('名册.xlsx'))).toBe(false);
    expect(said()).not.toContain('松开');
    expect(await outcomes()).toContain('名册.xlsx：已添加');
    expect(row(/^2\.1 /).getAttribute('aria-selected')).toBe('true');
    expect(linked('2.1')).toHaveLength(1);
    expect(linked('1.1')).toEqual([]);
  });

  it('go to the item that is open, from anywhere else, and lead to the file', async () => {
    const { user, linked } = await scoring();
    hold(screen.getByRole('navigation', { name: '自评步骤' }));
    expect(said()).toContain('松开，附到 1.1 ');
    drop(screen.getByRole('textbox', { name: '得分' }), entry('方案.docx'));
    await outcomes();
    expect(linked('1.1')).toHaveLength(1);
    await user.click(await screen.findByRole('button', { name: '查看：方案' }));
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });

  it('are let be where the pointer leaves the window or Esc gives them up', async () => {
    await scoring();
    for (const giveUp of [
      () => fireEvent.dragLeave(document.body, { relatedTarget: null }),
      () => fireEvent.keyDown(document.body, { key: 'Escape' }),
    ]) {
      hold(row(/^2\.1 /));
      expect(said()).not.toBe('');
      giveUp();
      expect(said()).toBe('');
      expect(document.querySelector('.intake-target')).toBeNull();
    }
  });

  it('come out of a folder, and what is left out of it is named', async () => {
    const { host } = await scoring();
    drop(
      row(/^1\.1 /),
      folder('资料', [
        [entry('资料/一.txt', '1'), folder('资料/子', [[entry('资料/子/二.txt', '2')]])],
        [entry('资料/坏.txt'), entry('资料/Thumbs.db')],
      ]),
    );
    const told = await outcomes();
    for (const text of ['一.txt：已添加', '二.txt：已添加', '资料/坏.txt：没有读到', 'Thumbs.db：这是系统']) {
      expect(told).toContain(text);
    }
    expect(host.assessment().evidence.map(({ fileName }) => fileName)).toEqual(['一.txt', '二.txt']);
  });

  it('are pasted, a screenshot under the time of day', async () => {
    const { host, linked } = await scoring();
    expect(paste(document.body, [new File(['png'], 'image.png', { type: 'image/png' })])).toBe(false);
    expect(await outcomes()).toMatch(/截图-\d{4}-\d\d-\d\d-\d{6}\.png：已添加/);
    expect(linked('1.1')).toHaveLength(1);
    expect(host.assessment().evidence[0]?.fileName).toMatch(/^截图-/);
  });

  it('leave words to the field that they are pasted into', async () => {
    const { host } = await scoring();
    const field = screen.getByRole('textbox', { name: '自评说明' });
    expect(paste(field, [new File(['png'], 'image.png')], '从 Word 复制的话')).toBe(true);
    expect(paste(document.body, [], '只有文字')).toBe(true);
    expect(paste(field, [new File(['png'], 'image.png')])).toBe(false);
    await outcomes();
    expect(host.inputsOf('addEvidence')).toHaveLength(1);
  });

  it('wait where a dialog is open or a job runs', async () => {
    const { host, user } = await scoring();
    await user.click(row(/^2\.3 /));
    await user.click(screen.getByRole('button', { name: /不适用/ }));
    await screen.findByRole('dialog');
    hold(row(/^2\.1 /));
    expect(said()).toBe('有对话框开着，请先关闭它，再放文件。');
    drop(row(/^2\.1 /), entry('名册.xlsx'));
    expect(await screen.findAllByText('有对话框开着，请先关闭它，再放文件。')).not.toHaveLength(0);
    expect(host.inputsOf('addEvidence')).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('佐证材料 takes them into the list, 材料 under the card or after asking', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(step('佐证材料'));
    await screen.findByText(/还没有佐证材料/);
    hold(document.body);
    expect(said()).toBe('松开，加入佐证材料');
    drop(document.body, entry('清单.txt', '1'));
    await outcomes();
    expect(host.assessment().evidence).toHaveLength(1);

    await user.click(step('材料'));
    hold(screen.getByText('主要举措'));
    expect(said()).toBe('松开，添加到综合汇报材料');
    hold(screen.getByRole('heading', { name: '材料' }));
    expect(said()).toBe('松开，再选是哪一份材料');
    drop(screen.getByRole('heading', { name: '材料' }), entry('汇报.docx'));
    await screen.findByText('“汇报.docx”是哪一份材料？');
    await user.click(screen.getByRole('button', { name: '综合汇报材料' }));
    await screen.findByText(/（汇报\.docx/);
  });

  it('a screen with no place for them says so, and where there is one', async () => {
    const { user } = await startWith(completeAssessment());
    await user.click(step('差距分析'));
    hold(document.body);
    expect(said()).toContain('这里不能放文件');
    expect(drop(document.body, entry('清单.xlsx'))).toBe(false);
    await waitFor(() => expect(screen.getAllByText(/这里不能放文件。请先转到“逐项自评”/)).toHaveLength(1));
  });

  it('dragged words go into fields alone: a link would lead away', async () => {
    await scoring();
    const link = { types: ['text/uri-list', 'text/plain'] };
    expect(fireEvent.drop(document.body, { dataTransfer: link })).toBe(false);
    expect(hold(document.body, link)).toBe(false);
    expect(said()).toBe('');
    expect(fireEvent.drop(screen.getByRole('textbox', { name: '自评说明' }), { dataTransfer: link })).toBe(
      true,
    );
  });

  it('首页 verifies packages, asks about one, hands a table or a campaign to the import and names the rest', async () => {
    const { host, user } = startApp();
    await screen.findByText(/还没有自评/);
    hold(document.body);
    expect(said()).toContain('推荐包校验或打开');
    const zip = Buffer.from(await (await packageFile('某局.zip')).arrayBuffer()).toString('latin1');
    drop(document.body, entry('某局.zip', zip));
    await screen.findByText('“某局.zip”用来做什么？');
    await user.click(screen.getByRole('button', { name: '校验这个推荐包' }));
    const result = within(await screen.findByRole('dialog', { name: '校验结果' }));
    await user.click(result.getByRole('button', { name: '关闭' }));

    drop(document.body, entry('说明.pdf'));
    await screen.findByText(/首页收推荐包（\.zip）、一份标准表格或一个推荐活动，“说明\.pdf”没有用上/);

    drop(document.body, entry('标准.csv', '序号,项目,分值\n1,制度建设,10\n'));
    await screen.findByText('“标准.csv”用来做什么？');
    await user.click(screen.getByRole('button', { name: '作为标准导入' }));
    await waitFor(() => expect(host.inputsOf('startImport')).toHaveLength(1));
  });

  it('首页 and 标准库 hand a campaign file to its own import', async () => {
    const { host, user } = startApp();
    await screen.findByText(/还没有自评/);
    const campaign = readFileSync(join(repository, 'scoring-standards/campaigns/practice.json'), 'utf8');
    const own = { ...(JSON.parse(campaign) as object), id: 'own-2027', title: '2027年推荐' };
    drop(document.body, entry('2027.json', JSON.stringify(own)));
    await user.click(await screen.findByRole('button', { name: '作为推荐活动导入' }));
    await screen.findByText('2027年推荐：已导入');
    drop(document.body, entry('别的.JSON', '{}'));
    await screen.findByText(/这不是推荐活动文件/);
    expect(host.inputsOf('importCampaign')).toHaveLength(2);
    expect(host.inputsOf('startImport')).toEqual([]);
  });

  it('实地核验 takes photos to the one visit that there is', async () => {
    const { user, part, host } = await verifying();
    await part('实地核验');
    await user.click(screen.getByRole('button', { name: '添加一次实地核验' }));
    await screen.findByText('照片和文件');
    drop(document.body, entry('现场.jpg'));
    await waitFor(() => expect(host.inputsOf('addVisitPhotos')).toHaveLength(1));
  });
});

describe("the system's dialog", () => {
  const picking = async () => {
    const host = new TestHost({ picks: true });
    const started = await startWith(assessment(), STANDARD, host);
    await started.user.click(step('佐证材料'));
    await screen.findByText(/还没有佐证材料/);
    return { ...started, host };
  };

  it('brings files whose paths the page never sees; leaving it changes nothing', async () => {
    const { host, user } = await picking();
    const button = screen.getByRole('button', { name: '添加文件（可多选）' });
    await user.click(button);
    await host.settled();
    expect(host.dialogs).toEqual([{ purpose: 'evidence', what: 'files' }]);
    expect(host.inputsOf('addEvidence')).toEqual([]);
    expect(document.activeElement).toBe(button);

    const path = join(host.root, '..', '纪要.txt');
    writeFileSync(path, '内容');
    host.choice = [path, join(host.root, '..', '没有了.txt')];
    await user.click(button);
    expect(await outcomes()).toContain('纪要.txt：已添加');
    await screen.findByText(/“没有了\.txt”没有读到/);
    expect(document.body.innerHTML).not.toContain(path);
  });

  it('brings a folder of packages, without what a link leads to', async () => {
    const host = new TestHost({ picks: true });
    host.desk.create();
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '核验台' }));
    await user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
    const chosen = join(host.root, '..', '收到的');
    mkdirSync(join(chosen, '市局'), { recursive: true });
    const zip = Buffer.from(await (await packageFile('甲局.zip')).arrayBuffer());
    writeFileSync(join(chosen, '市局', '甲局.zip'), zip);
    symlinkSync('/etc/hostname', join(chosen, '链接.zip'));
    host.choice = [chosen];
    // A browser says nothing of links: told before.
    expect(await screen.findByText(/子文件夹一起收，链接不收/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '选择文件夹' }));
    expect(await screen.findByText(/“收到的\/链接\.zip”没有收：它是链接，或系统不让读取/)).toBeTruthy();
    expect(screen.getByText(/收到 1 个文件：完好 1/)).toBeTruthy();
    expect(host.dialogs).toEqual([{ purpose: 'inboxFolder', what: 'folder' }]);
  });
});
