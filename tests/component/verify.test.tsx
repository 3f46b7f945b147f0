import { basename } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { type Assessment, entryOf } from '../../shared/assessment/schema.ts';
import { type PackageWish, DESK_ID } from './desk.ts';
import { SHA, completeAssessment } from './fixtures.ts';
import { DISK_FULL, TestHost } from './host.ts';
import { withLayout } from './layout.ts';
import { piece, PNG, ZIP } from './pieces.ts';
import { showVerify, verifying } from './verifying.tsx';

withLayout({ height: 900 });

const row = (name: RegExp) => screen.getByRole('treeitem', { name }).getAttribute('aria-label');
const score = () => screen.getByLabelText('自评与核验得分').textContent;
const progress = () => within(screen.getByRole('group', { name: '核验进展' }));
const opinion = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^核验意见/ });

/** The entries of a complete assessment, some of them different. */
function entries(changes: Assessment['entries']): Partial<Assessment> {
  return { entries: { ...completeAssessment().entries, ...changes } };
}

describe('逐项核验', () => {
  it('shows what the unit stated to be read only, beside an editor that is empty at first', async () => {
    const { host, open, entry } = await verifying();
    await open(/^1\.2 /);
    const self = within(screen.getByRole('region', { name: '单位自评' }));
    self.getByText('选“好”（20 分）');
    expect(self.queryByRole('radio')).toBeNull();
    expect(self.queryByRole('textbox')).toBeNull();
    const found = within(screen.getByRole('region', { name: '核验评分' }));
    for (const radio of found.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
    await host.settled();
    expect(entry('1.2')).toBeUndefined();
    expect(row(/^1\.2 /)).toContain('待核');
    expect(score()).toContain('自评100');
    progress().getByRole('button', { name: '待核 6' });
  });

  it('folds a part of the tree and unfolds it again', async () => {
    const { user } = await verifying();
    const items = () => screen.getAllByRole('treeitem').map((each) => each.getAttribute('aria-label'));
    const all = items();
    const sections = () =>
      screen.getAllByRole('treeitem').filter((each) => each.hasAttribute('aria-expanded'));
    const [first, second] = sections();
    await user.click(first!);
    const folded = items();
    expect(sections()[0]?.getAttribute('aria-expanded')).toBe('false');
    expect(folded.length).toBeLessThan(all.length);
    expect(folded.some((name) => name?.startsWith('2.3 '))).toBe(true);
    await user.click(
      sections().find((each) => each.getAttribute('aria-label') === second!.getAttribute('aria-label'))!,
    );
    expect(items().length).toBeLessThan(folded.length);
    for (const index of [0, 1]) await user.click(sections()[index]!);
    expect(items()).toEqual(all);
  });

  it('agrees with one click, and the score is the same by the same rule', async () => {
    const { user, open, entry } = await verifying();
    await open(/^2\.3 /);
    await user.click(screen.getByRole('button', { name: '同意自评：20 分（=）' }));
    await waitFor(() =>
      expect(entry('2.3')).toMatchObject({
        state: 'scored',
        input: { kind: 'ratio', numerator: 30, denominator: 100 },
      }),
    );
    expect(row(/^2\.3 /)).toMatch(/已核.*得20分/);
    screen.getByRole('button', { name: '✓ 与自评一致' });
    expect(opinion().getAttribute('aria-invalid')).toBe('false');
  });

  it('asks for a reason wherever the scores differ, and counts those that are missing', async () => {
    const { user, open, entry } = await verifying();
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /一般/ }));
    await waitFor(() => expect(entry('1.2')?.input).toEqual({ kind: 'tiers', option: 'b' }));
    screen.getByText('核验结果与自评不同，请写明理由');
    within(screen.getByRole('region', { name: '核验评分' })).getByText('−10');
    expect(score()).toContain('已核各项相差−10');
    progress().getByRole('button', { name: '缺理由 1' });
    expect(row(/^1\.2 /)).toMatch(/分数不同，缺理由$/);
    await user.type(opinion(), '没有会议记录');
    await user.tab();
    await waitFor(() => expect(entry('1.2')?.reason).toBe('没有会议记录'));
    expect(screen.queryByText('核验结果与自评不同，请写明理由')).toBeNull();
    progress().getByRole('button', { name: '缺理由 0' });
  });

  it('leads by one key through all that needs work, and then says the score', async () => {
    const { user, edits } = await verifying();
    await screen.findByRole('region', { name: '核验' });
    for (let turn = 0; turn < 6; turn += 1) {
      await user.keyboard('=');
      await user.keyboard(turn % 2 ? '{Control>}{Enter}{/Control}' : '{Alt>}{ArrowDown}{/Alt}');
    }
    await waitFor(() => expect(score()).toMatch(/核验100相差0按参考标准核验得分已达自查参考线 90 分/));
    await waitFor(() => expect(edits()).toHaveLength(6));
    expect(screen.getByRole('button', { name: '没有其他待核项' })).toHaveProperty('disabled', true);
    progress().getByRole('button', { name: '待核 0' });
  });

  it('takes number keys as scoring does', async () => {
    const { user, open, entry } = await verifying();
    await open(/^1\.2 /);
    await user.keyboard('3');
    await waitFor(() => expect(entry('1.2')?.input).toEqual({ kind: 'tiers', option: 'c' }));
    await open(/^V1 /);
    await user.keyboard('2');
    await waitFor(() => expect(entry('V1')?.input).toEqual({ kind: 'veto', applies: true }));
    screen.getByRole('textbox', { name: '情况说明（与自评不同，必填）' });
    await user.click(progress().getByRole('button', { name: /^问题 / }));
    await screen.findByText(/核验发现存在“.*”，不得推荐/);
  });

  it('agrees with the rest of a section in one step, but not where evidence was rejected', async () => {
    const { user, open, entry, edits, host } = await verifying();
    await open(/^2\.1 /);
    await user.click(screen.getByRole('radio', { name: '不予认可' }));
    await open(/^2\.2 /);
    await user.click(screen.getByRole('button', { name: '同意“服务执法”其余 2 项' }));
    await waitFor(() => expect(entry('2.3')?.state).toBe('scored'));
    expect(entry('2.2')?.state).toBe('scored');
    expect(entry('2.1')?.state).toBe('pending');
    expect(edits().at(-1)).toMatchObject({ kind: 'agree', codes: ['2.2', '2.3'] });
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(entry('2.3')).toBeUndefined());
    expect(host.stepsBack('review', 'undo')).toBe(1);
  });

  it('accepts 不适用 or scores the item all the same', async () => {
    const { user, open, entry } = await verifying({
      changes: entries({ '2.3': { state: 'notApplicable', reason: '没有办结案件', evidence: [] } }),
    });
    await open(/^2\.3 /);
    within(screen.getByRole('region', { name: '单位自评' })).getByText('没有办结案件');
    await user.click(screen.getByRole('button', { name: '同意自评：不适用（=）' }));
    await waitFor(() => expect(entry('2.3')?.state).toBe('notApplicable'));
    screen.getByText('— 核定为不适用');
    await user.click(screen.getByRole('button', { name: '不予认可不适用，改为评分' }));
    await user.type(screen.getByRole('textbox', { name: '回访件数' }), '3');
    await user.type(screen.getByRole('textbox', { name: '办结件数' }), '10');
    await waitFor(() => expect(entry('2.3')?.state).toBe('scored'));
    screen.getByText('核验结果与自评不同，请写明理由');
  });

  it('declares 不适用 with its reason in one step of undo', async () => {
    const { user, open, entry, edits } = await verifying();
    await open(/^2\.3 /);
    await user.click(screen.getByRole('button', { name: '标为不适用' }));
    await user.type(await screen.findByLabelText('不适用理由（必填）'), '不办案');
    await user.click(screen.getAllByRole('button', { name: '标为不适用' }).at(-1) as HTMLElement);
    await waitFor(() =>
      expect(entry('2.3')).toEqual({ state: 'notApplicable', reason: '不办案', evidence: {} }),
    );
    expect(edits()).toHaveLength(1);
  });

  it('verifies what was claimed as bonus and penalty, and lets the rest be', async () => {
    const { user, open, entry } = await verifying({
      changes: entries({
        B1: { state: 'scored', input: { kind: 'claims', counts: { B1a: 2 } }, reason: '', evidence: [] },
      }),
    });
    progress().getByRole('button', { name: '待核 7' });
    expect(row(/^P1 /)).toContain('没有申报');
    await open(/^B1 /);
    within(screen.getByRole('region', { name: '单位自评' })).getByText('省级表彰：2 次');
    await user.click(screen.getByRole('button', { name: '省级表彰（次）增加' }));
    await waitFor(() => expect(entry('B1')?.input).toEqual({ kind: 'claims', counts: { B1a: 1 } }));
    progress().getByRole('button', { name: '待核 6' });
    expect(row(/^B1 /)).toContain('分数不同');
  });

  it('filters what is open, different or rejected', async () => {
    const { user, open } = await verifying();
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /一般/ }));
    await user.click(screen.getByText('不同', { selector: '.ant-segmented-item-label' }));
    await waitFor(() => expect(screen.getAllByRole('treeitem')).toHaveLength(2));
    expect(row(/^1\.2 /)).toContain('分数不同');
  });

  it('goes back to what is saved where saving fails, and says so', async () => {
    const { host, user, open } = await verifying();
    host.failing.set('changeDocument', DISK_FULL);
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /一般/ }));
    await screen.findByText('磁盘已满');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /一般/ }).checked).toBe(false);
    expect(row(/^1\.2 /)).toContain('待核');
  });
});

describe('佐证的认定', () => {
  const photo = piece('现场.png', PNG);
  const sheet = piece('台账.et', ZIP);
  const wish = (): PackageWish => {
    const complete = completeAssessment();
    const own = entryOf(complete, '1.1');
    const linked = { ...own, evidence: [photo.sha256, sheet.sha256, SHA] };
    return {
      changes: { evidence: [...complete.evidence, photo, sheet], ...entries({ '1.1': linked }) },
    };
  };

  it('shows each piece inline, the first one at once, and opens the others outside', async () => {
    const { user, open, host, key } = await verifying(wish());
    await open(/^1\.1 /);
    expect(screen.getByRole<HTMLImageElement>('img', { name: '现场' }).src).toContain(
      `evidence/${DESK_ID}.${key}/${photo.sha256}`,
    );
    await user.click(screen.getByRole('button', { name: /^台账/ }));
    screen.getByText(/这类文件不能在这里预览/);
    await user.click(screen.getByRole('button', { name: '用系统程序打开：台账' }));
    expect(host.inputsOf('openDeskEvidence')).toEqual([{ deskId: DESK_ID, key, sha256: sheet.sha256 }]);
    await waitFor(() => expect(host.shown.map((path) => basename(path))).toEqual(['台账.et']));
  });

  it('accepts and rejects by key: on to the next piece, or to the reason', async () => {
    const { user, open, entry } = await verifying(wish());
    await open(/^1\.1 /);
    await user.keyboard('y');
    screen.getByRole('region', { name: '预览：台账' });
    await user.keyboard('n');
    const reason = screen.getByRole('textbox', { name: '不予认可“台账”的理由' });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    progress().getByRole('button', { name: '缺理由 1' });
    await user.type(reason, '没有盖章');
    await user.tab();
    await waitFor(() =>
      expect(entry('1.1')?.evidence).toEqual({
        [photo.sha256]: { decision: 'accepted', reason: '' },
        [sheet.sha256]: { decision: 'rejected', reason: '没有盖章' },
      }),
    );
    progress().getByRole('button', { name: '缺理由 0' });
    expect(row(/^1\.1 /)).toContain('有驳回');
  });

  it('accepts all the rest in one step and leaves what was decided', async () => {
    const { user, open, entry, edits } = await verifying(wish());
    await open(/^1\.1 /);
    await user.click(
      within(screen.getByRole('radiogroup', { name: '对“台账”的认定' })).getByText('不予认可'),
    );
    await user.click(screen.getByRole('button', { name: '其余 2 份都认可' }));
    await waitFor(() => expect(Object.keys(entry('1.1')?.evidence ?? {})).toHaveLength(3));
    expect(entry('1.1')?.evidence[sheet.sha256]?.decision).toBe('rejected');
    await waitFor(() => expect(edits()).toHaveLength(2));
  });
});

describe('顶部', () => {
  it('flags a self score that the package claims otherwise, and shows remarks and the seal code', async () => {
    const { user, key } = await verifying({
      changes: entries({
        '1.1': { state: 'scored', input: { kind: 'award', points: 1550 }, reason: '', evidence: [SHA] },
      }),
      receipt: { remarks: ['解开后重新压缩过'] },
      verification: { selfScore: '100.00' },
    });
    expect(score()).toContain('自评95.5包内写 100');
    screen.getByText(`AAAA-BBBB-CCCC-${key.slice(-4).toUpperCase()}`);
    await user.click(progress().getByRole('button', { name: '收件说明 1' }));
    await screen.findByText('解开后重新压缩过');
  });

  it('asks before leaving what could not be saved', async () => {
    const { host, user, open, onBack } = await verifying();
    host.failing.set('changeDocument', DISK_FULL);
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /一般/ }));
    await screen.findByText('磁盘已满');
    await user.click(screen.getByRole('button', { name: '返回核验台' }));
    await user.click(await screen.findByRole('button', { name: '放弃改动，返回' }));
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  });

  it('says why a package does not open, and tries again', async () => {
    const host = new TestHost().install();
    host.desk.create();
    const key = host.desk.put();
    host.failing.set('openDocument', { ...DISK_FULL, message: '推荐包读不出来' });
    showVerify(key, vi.fn());
    await screen.findByText('推荐包读不出来');
    host.failing.delete('openDocument');
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    await screen.findByRole('tree', { name: '评分项' });
  });
});
