import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AddProgress } from '../../renderer/items/evidence/AddProgress.tsx';
import { EvidenceScreen } from '../../renderer/assessment/evidence/EvidenceScreen.tsx';
import { useAssessment } from '../../renderer/state/assessment-store.ts';
import { startApp, step } from './app.tsx';
import { DISK_FULL, TestHost } from './host.ts';
import { SHA, assessment, completeAssessment } from './fixtures.ts';
import { withLayout } from './layout.ts';
import { JPEG, piece, PNG, sha256Of, ZIP } from './pieces.ts';
import { renderScreen } from './screen.tsx';

withLayout({ height: 600 });

const other = piece('照片.jpg', Buffer.concat([JPEG, Buffer.alloc(2_500_000)]), { label: '活动照片' });
const OTHER = other.sha256;
const withOther = () => {
  const complete = completeAssessment();
  return { ...complete, evidence: [...complete.evidence, other] };
};
const option = (text: string) => screen.findByText(text, { selector: '.ant-select-item-option-content' });
const row = (name: RegExp) => screen.getByRole('row', { name });

describe('adding', () => {
  it('takes several files and tells for each what became of it', async () => {
    const { host, user } = await renderScreen(<EvidenceScreen />, assessment());
    expect(screen.getByText(/还没有佐证材料/)).toBeDefined();
    await user.upload(screen.getByLabelText('添加文件（可多选）', { selector: 'input' }), [
      new File(['1'], '会议纪要.docx'),
      new File(['2'], '名册.xlsx'),
    ]);
    const outcomes = await screen.findByRole('list', { name: '添加结果' });
    expect(outcomes.textContent).toContain('会议纪要.docx：已添加');
    expect(host.assessment().evidence.map(({ fileName }) => fileName)).toEqual([
      '会议纪要.docx',
      '名册.xlsx',
    ]);
    expect((await screen.findByRole('row', { name: /名册/ })).textContent).toContain('未关联');

    await user.upload(screen.getByLabelText('添加文件（可多选）', { selector: 'input' }), [
      new File(['2'], '名册.xlsx'),
    ]);
    expect(await screen.findByText(/名册\.xlsx：内容相同，已关联已有材料“名册”/)).toBeDefined();
    expect(host.assessment().evidence).toHaveLength(2);
  });

  it('names a file that failed, with the way out', () => {
    const job = { run: vi.fn(), cancel: vi.fn(), dismiss: vi.fn() };
    const failed = { fileName: '大.mp4', outcome: 'failed' as const, failure: DISK_FULL };
    const added = { fileName: '小.txt', outcome: 'added' as const, sha256: SHA };
    render(
      <AddProgress
        adding={{ job, outcomes: [failed, added, added], add: vi.fn(), dismiss: vi.fn() }}
        onShow={vi.fn()}
      />,
    );
    expect(screen.getByText('添加 3 个文件：成功 2 个，失败 1 个')).toBeDefined();
    expect(screen.getByText('✗ 大.mp4：磁盘已满。请腾出磁盘空间后再试。')).toBeDefined();
  });

  it('says why a program was refused, in whole sentences', () => {
    const job = { run: vi.fn(), cancel: vi.fn(), dismiss: vi.fn() };
    const failure = {
      code: 'executable',
      message: '这是程序、脚本、安装包或快捷方式一类的文件，不收作材料。',
      effect: '这个文件没有加入。',
      remedy: '请改用文档、图片、音频或视频。',
    };
    const refused = { fileName: '程序.exe', outcome: 'failed' as const, failure };
    render(
      <AddProgress adding={{ job, outcomes: [refused], add: vi.fn(), dismiss: vi.fn() }} onShow={vi.fn()} />,
    );
    expect(
      screen.getByText(
        '✗ 程序.exe：这是程序、脚本、安装包或快捷方式一类的文件，不收作材料。请改用文档、图片、音频或视频。',
      ),
    ).toBeDefined();
  });

  it('says what went wrong where nothing could be added', async () => {
    const { host, user } = await renderScreen(<EvidenceScreen />, assessment());
    host.failing.set('addEvidence', DISK_FULL);
    await user.upload(screen.getByLabelText('添加文件（可多选）', { selector: 'input' }), [
      new File(['1'], '纪要.docx'),
    ]);
    expect(await screen.findByText('磁盘已满')).toBeDefined();
  });
});

describe('the list', () => {
  it('shows name, type, size and uses, and filters what is not used', async () => {
    const { user } = await renderScreen(<EvidenceScreen />, withOther());
    expect(row(/活动照片/).textContent).toContain('图片2.4 MB');
    expect(within(row(/方案\.pdf/)).getByRole('button', { name: '转到 1.1 制定方案' })).toBeDefined();
    expect(within(row(/方案\.pdf/)).getByRole('button', { name: '转到 材料：综合汇报材料' })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '未关联 1' }));
    expect(screen.queryByRole('row', { name: /方案\.pdf/ })).toBeNull();
    expect(row(/活动照片/)).toBeDefined();
  });

  it('leads to the item that uses a file', async () => {
    const { user } = await renderScreen(<EvidenceScreen />, withOther());
    await user.click(screen.getByRole('button', { name: '转到 2.1 三项服务' }));
    expect(useAssessment.getState()).toMatchObject({ screen: 'scoring', selectedCode: '2.1' });
  });

  it('takes 文号, 形成日期, 发文单位 and 页数 of a piece as they are typed, and shows them', async () => {
    const { host, user } = await renderScreen(<EvidenceScreen />, withOther());
    await user.click(screen.getByRole('button', { name: '文号等信息：活动照片' }));
    const dialog = await screen.findByRole('dialog', { name: '“活动照片”的文号等信息' });
    const field = (name: string) => within(dialog).getByLabelText(name);
    await user.type(field('文号'), '测字〔2026〕5号');
    await user.type(field('发文单位'), '测试市办公室');
    await user.type(field('形成日期'), '2026年3月1日');
    await user.type(field('页数'), '１２页');
    await user.click(within(dialog).getByRole('button', { name: '完成' }));
    const details = {
      documentNumber: '测字〔2026〕5号',
      issuer: '测试市办公室',
      formedOn: '2026-03-01',
      pages: 12,
    };
    await waitFor(() => expect(host.assessment().evidence[1]?.details).toEqual(details));
    expect(row(/活动照片/).textContent).toContain('测字〔2026〕5号，2026-03-01，测试市办公室，12页');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '文号等信息：活动照片' }));
  });

  it('refuses a number of pages that is none in words, keeps it, and an emptied field is empty', async () => {
    const other = withOther();
    const [first, second] = other.evidence;
    if (!first || !second) throw new Error('fixture');
    const evidence = [first, { ...second, details: { documentNumber: '测字〔2026〕5号', pages: 3 } }];
    const { host, user } = await renderScreen(<EvidenceScreen />, { ...other, evidence });
    await user.click(screen.getByRole('button', { name: '文号等信息：活动照片' }));
    const dialog = await screen.findByRole('dialog');
    const pages = within(dialog).getByLabelText('页数');
    await user.clear(pages);
    await user.type(pages, '若干');
    await user.clear(within(dialog).getByLabelText('文号'));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('写成 1 至 100000 的整数');
    await waitFor(() => expect(host.assessment().evidence[1]?.details?.documentNumber).toBeUndefined());
    expect((pages as HTMLInputElement).value).toBe('若干');
    // What was saved before stays until something that can be saved takes its place.
    expect([3, undefined]).toContain(host.assessment().evidence[1]?.details?.pages);
  });

  it('renames in place; Esc takes back, an empty name is refused', async () => {
    const { host, user } = await renderScreen(<EvidenceScreen />, withOther());
    await user.click(screen.getByRole('button', { name: '修改名称：活动照片' }));
    await user.keyboard('（一）{Escape}');
    await user.click(screen.getByRole('button', { name: '修改名称：活动照片' }));
    const field = screen.getByRole('textbox', { name: '材料名称：活动照片' });
    await user.clear(field);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('名称不能为空');
    await user.type(field, '8月现场照片{Enter}');
    await waitFor(() => expect(host.assessment().evidence[1]?.label).toBe('8月现场照片'));
    expect(host.edits('assessment')).toHaveLength(1);
  });

  it('links one file to several items and back', async () => {
    const { host, user } = await renderScreen(<EvidenceScreen />, withOther());
    await user.click(screen.getByRole('button', { name: '关联评分项：活动照片' }));
    const field = await screen.findByRole('combobox', { name: '选择评分项' });
    await user.type(field, '三项');
    await user.click(await option('2.1 三项服务'));
    await user.type(field, '2.2');
    await user.click(await option('2.2 文书规范'));
    await user.click(screen.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(host.assessment().entries['2.1']?.evidence).toEqual([SHA, OTHER]));
    await waitFor(() => expect(host.assessment().entries['2.2']?.evidence).toEqual([SHA, OTHER]));
  });

  it('removes after asking, and undo brings file and links back', async () => {
    const { host, user } = await renderScreen(<EvidenceScreen />, withOther());
    const opener = screen.getByRole('button', { name: '移除：方案' });
    const askAgain = async () => {
      opener.focus();
      await user.keyboard('{Enter}');
      return screen.findByRole('dialog', { name: '移除“方案”？' });
    };
    const ask = await askAgain();
    expect(ask.textContent).toContain('同时从 7 处取消关联');
    const way = () => within(ask).getByRole('button', { name: '取消' });
    await waitFor(() => expect(document.activeElement).toBe(way()));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(opener));
    await host.settled();
    expect(host.assessment().evidence).toHaveLength(2);
    await user.click(within(await askAgain()).getByRole('button', { name: '移除' }));
    expect(await screen.findByText(/已移除“方案”，可以撤销/)).toBeDefined();
    await waitFor(() => expect(host.assessment().entries['1.1']?.evidence).toEqual([]));
    // Its row is gone.
    const page = screen.getByRole('heading', { name: '佐证材料' }).closest('.ui-page');
    await waitFor(() => expect(document.activeElement).toBe(page));
    await useAssessment.getState().undo();
    expect(host.assessment().entries['1.1']?.evidence).toEqual([SHA]);
  });
});

describe('preview', () => {
  it('shows a text in the encoding of older office programs', async () => {
    const gbk = Uint8Array.from([0xbb, 0xd8, 0xb7, 0xc3]);
    const fetching = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(gbk));
    const text = piece('说明.txt', Buffer.from(gbk));
    const start = { ...assessment(), evidence: [text] };
    const { user } = await renderScreen(<EvidenceScreen />, start);
    await user.click(screen.getByRole('button', { name: '预览：说明' }));
    expect(await screen.findByText('回访')).toBeDefined();
    expect(fetching.mock.calls[0]?.[0]).toBe(`evidence/${start.id}/${text.sha256}`);
  });

  it('shows a picture, larger by zoom', async () => {
    const { user } = await renderScreen(<EvidenceScreen />, withOther());
    await user.click(screen.getByRole('button', { name: '预览：活动照片' }));
    const picture = await screen.findByRole<HTMLImageElement>('img', { name: '活动照片' });
    await user.click(screen.getByRole('button', { name: '放大' }));
    expect(picture.style.width).toBe('150%');
  });

  it('hands what it cannot show to the system, and says where that fails', async () => {
    const sheet = piece('名册.xlsx', ZIP);
    const { host, user } = await renderScreen(<EvidenceScreen />, { ...assessment(), evidence: [sheet] });
    await user.click(screen.getByRole('button', { name: '预览：名册' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('这类文件不能在这里预览');
    await user.click(within(dialog).getByRole('button', { name: /用系统程序打开/ }));
    await waitFor(() => expect(host.shown.map((path) => basename(path))).toEqual(['名册.xlsx']));
    host.failing.set('openEvidence', { ...DISK_FULL, message: '没有能打开它的程序' });
    await user.click(within(dialog).getByRole('button', { name: /用系统程序打开/ }));
    expect((await screen.findAllByText('没有能打开它的程序')).length).toBeGreaterThan(0);
  });
});

describe('a file that is lost', () => {
  const plan = piece('会议纪要.txt', '会议的内容');
  const lost = () => ({
    ...assessment(),
    evidence: [plan, other],
    entries: { '1.1': { state: 'unscored' as const, reason: '', evidence: [plan.sha256] } },
  });
  /** The assessment as it is opened after somebody has been at its folder. */
  async function openedWithout(harm: (path: string) => void) {
    const host = new TestHost();
    const kept = host.keep(lost());
    harm(join(host.folderOf(kept), 'evidence', plan.sha256));
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: `打开 ${kept.unit.name}` }));
    await screen.findByRole('heading', { name: '单位与活动' });
    return { host, user, kept };
  }

  it('is told of at opening, marked where it is used, and healed by the original file', async () => {
    const { host, user, kept } = await openedWithout((path) => rmSync(path));
    expect(await screen.findByText(/有 1 份佐证材料的文件缺失或被改动：“会议纪要”/)).toBeDefined();
    await user.click(step('逐项自评'));
    expect(await screen.findByRole('treeitem', { name: /1\.1 .*佐证有误/ })).toBeDefined();
    await user.click(await screen.findByRole('button', { name: '佐证有误 1 项' }));
    const attached = await screen.findByRole('list', { name: '已附材料' });
    expect(attached.textContent).toContain('文件缺失');
    expect(attached.textContent).toContain('自评内容没有变化');
    await user.click(step('资格审查与导出'));
    expect(await screen.findByText(/“会议纪要”（会议纪要\.txt，用于：1\.1 .*的文件不见了/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^去处理：佐证材料“会议纪要”/ }));

    const field = await screen.findByLabelText('重新添加原文件：会议纪要', { selector: 'input' });
    await user.upload(field, [new File(['改过的内容'], '会议纪要.txt')]);
    expect(await screen.findByText('所选文件不是原来登记的那一份，内容不同。')).toBeDefined();
    expect(host.assessment().evidence).toHaveLength(2);
    await user.upload(field, [new File(['会议的内容'], '另存的会议纪要.txt')]);
    await waitFor(() => expect(screen.queryByText('文件缺失')).toBeNull());
    const path = join(host.folderOf(kept), 'evidence', plan.sha256);
    expect(readFileSync(path, 'utf8')).toBe('会议的内容');
    expect(host.assessment().evidence[0]?.fileName).toBe('会议纪要.txt');
  }, 20_000);

  it('that was altered within its size is found by reading it', async () => {
    const { user } = await openedWithout((path) => writeFileSync(path, '别人的内容'));
    await user.click(step('佐证材料'));
    expect(await screen.findByText('内容被改动', {}, { timeout: 8000 })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '文件有误 1' }));
    expect(screen.queryByRole('row', { name: /活动照片/ })).toBeNull();
    await user.upload(screen.getByLabelText('添加文件（可多选）', { selector: 'input' }), [
      new File(['会议的内容'], '纪要.txt'),
    ]);
    expect(await screen.findByText(/纪要\.txt：原文件已放回，材料“会议纪要”恢复完好/)).toBeDefined();
    expect(await screen.findByText('文件有误的材料都已恢复')).toBeDefined();
  }, 20_000);
});

describe('a corrected file', () => {
  it('of the same name takes the place of the former one by a click, and back by undo', async () => {
    const former = piece('方案.txt', '旧的方案', { label: '实施方案' });
    const entries = { '1.1': { state: 'unscored' as const, reason: '', evidence: [former.sha256] } };
    const start = { ...assessment(), evidence: [former], entries };
    const { host, user } = await renderScreen(<EvidenceScreen />, start);
    const file = new File(['新的方案'], '方案.txt');
    await user.upload(screen.getByLabelText('添加文件（可多选）', { selector: 'input' }), [file]);
    await user.click(await screen.findByRole('button', { name: '换下原来的“实施方案”' }));
    const by = sha256Of('新的方案');
    await waitFor(() => expect(host.assessment().entries['1.1']?.evidence).toEqual([by]));
    expect(host.assessment().evidence.map(({ label }) => label)).toEqual(['实施方案']);
    expect(screen.queryByRole('button', { name: /换下原来的/ })).toBeNull();
    await useAssessment.getState().undo();
    expect(host.assessment().entries['1.1']?.evidence).toEqual([former.sha256]);
    expect(existsSync(join(host.folderOf(start), 'evidence', former.sha256))).toBe(true);
  });

  it('that is empty is refused in a sentence, and one that an older program took is named', async () => {
    const empty = piece('旧的空文件.txt', '');
    const { host, user } = await renderScreen(<EvidenceScreen />, { ...assessment(), evidence: [empty] });
    expect(row(/旧的空文件/).textContent).toContain('空文件');
    await user.upload(screen.getByLabelText('添加文件（可多选）', { selector: 'input' }), [
      new File([], '空.pdf'),
    ]);
    expect(
      await screen.findByText(/空\.pdf：这是空文件（0 字节），里面没有内容，不收作材料。/),
    ).toBeDefined();
    expect(host.assessment().evidence).toEqual([empty]);
  });
});

describe('a picture that is called otherwise', () => {
  it('is shown by what the host says of its content, where an older program could not tell', async () => {
    const { user } = await renderScreen(<EvidenceScreen />, {
      ...assessment(),
      evidence: [{ ...piece('照片.jpg', PNG), mediaType: 'application/octet-stream' }],
    });
    const headers = { 'Content-Type': 'image/png' };
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('\x89', { headers }));
    await user.click(screen.getByRole('button', { name: '预览：照片' }));
    expect(await screen.findByRole('img', { name: '照片' })).toBeDefined();
  });

  it.each(['application/octet-stream', 'text/html', 'image/svg+xml'])('is not drawn as %s', async (type) => {
    const { user } = await renderScreen(<EvidenceScreen />, {
      ...assessment(),
      evidence: [{ ...piece('照片.jpg', PNG), mediaType: 'application/octet-stream' }],
    });
    const fetching = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(() =>
        Promise.resolve(new Response('<svg>', { headers: { 'Content-Type': type } })),
      );
    await user.click(screen.getByRole('button', { name: '预览：照片' }));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(fetching).toHaveBeenCalled());
    expect(within(dialog).queryByRole('img', { name: '照片' })).toBeNull();
  });
});
