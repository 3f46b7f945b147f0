import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../renderer/state/desk-store.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { startApp } from './app.tsx';
import type { Standard } from '../../shared/standard/schema.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { completeAssessment, STANDARD } from './fixtures.ts';
import { DISK_FULL, TestHost } from './host.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 600 });

/** Full marks less so many hundredths on 1.1. */
function losing(points: number): Partial<Assessment> {
  const { entries } = completeAssessment();
  const entry = entries['1.1']!;
  return { entries: { ...entries, '1.1': { ...entry, input: { kind: 'award', points: 2000 - points } } } };
}

const OFFICIAL = officialOf({ ...STANDARD, statement: '' });

async function startDesk(name: string, fill: (host: TestHost) => void, standard: Standard = OFFICIAL) {
  const host = new TestHost();
  host.desk.create(standard);
  fill(host);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: '核验台' }));
  await started.user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await started.user.click(nav.getByRole('button', { name }));
  return started;
}

describe('排名与择优', () => {
  const fill = ({ desk }: TestHost) => {
    desk.put({ name: '甲局', verified: true });
    desk.put({ name: '乙局', verified: true, changes: losing(100) });
    desk.put({ name: '丙局', verified: true, changes: losing(100), industry: '环保' });
    desk.put({ name: '丁局', verified: true, changes: losing(1500) });
    desk.put({ name: '戊局' });
  };
  const ranks = () =>
    within(screen.getByRole('grid', { name: '排名' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => {
        const [, rank, unit] = within(row).getAllByRole('gridcell');
        return `${rank?.textContent} ${unit?.querySelector('button')?.textContent}`;
      });
  const ready = () => screen.findByRole('grid', { name: '排名' });

  it('ranks, shows ties as 并列 and draws the pass line and the end of what is finished', async () => {
    await startDesk('排名与择优', fill);
    await ready();
    expect(ranks()).toEqual(['1 甲局', '2并列 丙局', '2并列 乙局', '4 丁局', '5暂排 戊局']);
    expect(screen.getByText('—— 推荐分数线 90 分 ——').closest('.grid-place')?.textContent).toContain('丁局');
    expect(screen.getByText(/以下未完成核验/).closest('.grid-place')?.textContent).toContain('戊局');
    expect(screen.getByText(/按核验得分排序/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('综合评价');
    expect(screen.getByText(/没有规定同分时谁在前，同分并列/)).toBeTruthy();
  });

  it('explains in words what stands against a choice', async () => {
    const { host, user } = await startDesk('排名与择优', fill);
    await ready();
    await user.click(screen.getByRole('checkbox', { name: '推荐 甲局' }));
    await screen.findByText('到目前为止没有违反名额和顺序的规定');
    await screen.findByText(/^没有录入推荐单位，名额按它计算；还有1个单位没有核验得分，名次可能变化。$/);
    await user.click(screen.getByRole('checkbox', { name: '推荐 乙局' }));
    await screen.findByText(/甲局、乙局行业（城市管理）和地域（测试市）都相同，须分属不同行业或不同地域/);
    await user.click(screen.getByRole('button', { name: '移出 乙局' }));
    await screen.findByText('到目前为止没有违反名额和顺序的规定');
    await waitFor(() =>
      expect(host.desk.current().choices.map(({ key }) => key)).toEqual(['0000000000000001']),
    );
  });

  it('says that the rules are met when nothing can change the order any more, not before', async () => {
    const { user } = await startDesk('排名与择优', ({ desk }) => {
      desk.put({ name: '甲局', verified: true });
    });
    await user.click(await screen.findByRole('checkbox', { name: '推荐 甲局' }));
    await screen.findByText('没有录入推荐单位，名额按它计算。');
    expect(screen.queryByText('符合名额和顺序的规定')).toBeNull();
    await user.type(screen.getByLabelText('推荐单位（名额按它计算）'), '示例市{Tab}');
    await screen.findByText('符合名额和顺序的规定');
  });

  it('asks for a reason where the choice departs from the order', async () => {
    const { host, user } = await startDesk('排名与择优', fill);
    await ready();
    await user.click(screen.getByRole('checkbox', { name: '推荐 丙局' }));
    await screen.findByText(/没有选名次更前的甲局（第1名），须写明理由/);
    await user.type(screen.getByRole('textbox', { name: /推荐理由/ }), '甲局自愿退出');
    await user.tab();
    await screen.findByText('到目前为止没有违反名额和顺序的规定');
    await waitFor(() =>
      expect(host.desk.current().choices).toEqual([{ key: '0000000000000003', reason: '甲局自愿退出' }]),
    );
    await user.click(screen.getByRole('checkbox', { name: '推荐 丁局' }));
    await screen.findByRole('button', { name: '移出 丁局' });
    const reasons = screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: /推荐理由/ });
    expect(reasons.map(({ value }) => value)).toEqual(['甲局自愿退出', '']);
  });

  it('takes an adjusted place only with a reason, marks it, and takes it back with 撤销', async () => {
    const { user } = await startDesk('排名与择优', fill);
    await ready();
    screen.getByRole('grid', { name: '排名' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Tab}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '调整名次 乙局' }));
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    const place = dialog.getByLabelText('排在第几名');
    await user.clear(place);
    await user.type(place, '1①');
    dialog.getByText('“①”不是普通数字，请改成 0 至 9');
    await user.click(dialog.getByRole('button', { name: '调整' }));
    expect(place).toHaveProperty('value', '1①');
    await user.clear(place);
    await user.type(place, '１');
    await user.click(dialog.getByRole('button', { name: '调整' }));
    await dialog.findByText('请写明调整的理由');
    await user.type(dialog.getByLabelText('理由（必填）'), '现场核验更好');
    await user.click(dialog.getByRole('button', { name: '调整' }));
    await waitFor(() => expect(ranks()[0]).toBe('1已调整 乙局'));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(ranks()[0]).toBe('1 甲局'));
  });

  it('takes a choice back that could not be saved, and says so', async () => {
    const { host, user } = await startDesk('排名与择优', fill);
    await ready();
    host.failing.set('changeDocument', DISK_FULL);
    await user.click(screen.getByRole('checkbox', { name: '推荐 甲局' }));
    await screen.findByText('磁盘已满');
    expect(useDesk.getState().open?.value.choices).toEqual([]);
    expect(useDesk.getState().saveState).toBe('failed');
  });
});

describe('what a result rests on', () => {
  /** 2.3 left out, 1.1 short by 11 points: 86.25 by the items, over the line by the bonus alone. */
  const fill = ({ desk }: TestHost) => {
    const { entries } = losing(1100);
    const out = { state: 'notApplicable' as const, reason: '没有办结案件', evidence: [] };
    const claims = { kind: 'claims' as const, counts: { B1a: 2 } };
    const bonus = { state: 'scored' as const, input: claims, reason: '有', evidence: [] };
    desk.put({ name: '甲局', verified: true, changes: { entries: { ...entries, '2.3': out, B1: bonus } } });
    desk.put({ name: '乙局', changes: { entries: { ...entries, B1: bonus } } });
  };
  const rowOf = (grid: string, name: string) =>
    within(screen.getByRole('grid', { name: grid }))
      .getAllByRole('row')
      .find((row) => row.textContent.includes(name))?.textContent;

  it.each([
    ['核验总表', '核验总表'],
    ['排名与择优', '排名'],
  ])('stands in the rows of %s', async (part, grid) => {
    await startDesk(part, fill);
    await screen.findByRole('grid', { name: grid });
    expect(rowOf(grid, '甲局')).toContain('20分1项，未确认');
    expect(rowOf(grid, '甲局')).toContain('靠加分达到');
    expect(rowOf(grid, '乙局')).toMatch(/自评靠加分达到.*无/);
  });
});

describe('按参考标准', () => {
  it('ranks, chooses nobody and says why in one sentence', async () => {
    const fill = ({ desk }: TestHost) => void desk.put({ name: '甲局', verified: true });
    await startDesk('排序（按参考标准）', fill, STANDARD);
    const grid = await screen.findByRole('grid', { name: '排名' });
    expect(within(grid).getByText(/^按参考标准/)).toBeTruthy();
    expect(within(grid).getByText('已达')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /推荐/ })).toBeNull();
    screen.getByText(
      '本核验台用的是参考标准，只能按参考标准排序，不能确定推荐对象；正式推荐须按正式验收标准核验。',
    );
    for (const word of ['符合推荐条件', '拟推荐', '备选对象', '推荐分数线', '综合评价']) {
      expect(document.body.textContent).not.toContain(word);
    }
  });

  it('says that what an earlier program let choose is kept and does not count', async () => {
    const choices = [{ key: '0000000000000001', reason: '' }];
    await startDesk(
      '排序（按参考标准）',
      ({ desk }) => desk.create(STANDARD, { choices }).put({ name: '甲局' }),
      STANDARD,
    );
    await screen.findByText('原来确定的1个推荐对象仍保存在核验台里，按参考标准不能确定推荐对象，不作数。');
  });
});

describe('比较', () => {
  it('shows units item by item, differences first', async () => {
    const { user } = await startDesk('比较', ({ desk }) => {
      desk.put({ name: '甲局', verified: true });
      desk.put({ name: '乙局', verified: true, changes: losing(150) });
    });
    await screen.findByText(/选择两份或更多推荐包，逐项比较/);
    await user.click(screen.getByRole('combobox', { name: '要比较的推荐包' }));
    for (const name of ['甲局', '乙局']) {
      await user.click(await screen.findByText(`${name}（第 1 版）`, { selector: '.ant-select-item *' }));
    }
    const grid = await screen.findByRole('grid', { name: '逐项比较' });
    const [, first, second] = within(grid).getAllByRole('row');
    expect(first?.textContent).toContain('1.1 制定方案');
    expect(within(first!).getAllByRole('gridcell')[1]?.textContent).toBe('1.5');
    expect(within(second!).getAllByRole('gridcell')[1]?.textContent).toBe('相同');
    expect(screen.getByRole('img', { name: /组织保障.*自评40分、核验40分/ })).toBeTruthy();
  });
});

describe('失分情况表', () => {
  it('puts the items first on which the batch loses most', async () => {
    await startDesk('失分情况表', ({ desk }) => {
      desk.put({ name: '甲局', changes: losing(1000) });
      desk.put({ name: '乙局' });
    });
    const grid = await screen.findByRole('grid', { name: '失分情况表' });
    await within(grid).findByText('25%');
    const [, first] = within(grid).getAllByRole('row');
    expect(first?.textContent).toContain('1.1 制定方案');
    expect(first?.textContent).toContain('1 / 2 家');
  });
});

describe('导出', () => {
  it('makes tables of the desk and files of the packages, and names those that got none', async () => {
    const { host, user } = await startDesk('导出', ({ desk }) => {
      desk.put({ name: '甲局', verified: true });
      desk.spoil(desk.put({ name: '乙局' }));
    });
    await user.click(await screen.findByRole('button', { name: '导出推荐对象汇总表' }));
    await user.click(await screen.findByRole('button', { name: '打开所在文件夹' }));
    await waitFor(() => expect(host.shown).toHaveLength(1));
    expect(host.shown).toEqual(host.exports());
    expect(host.inputsOf('exportDeskTable')).toMatchObject([{ table: 'summary' }]);
    await user.click(screen.getByRole('radio', { name: '全部（2）' }));
    await user.click(screen.getByRole('button', { name: '导出反馈包' }));
    await screen.findByText(/还没有填写核验单位/);
    expect(screen.getByText(/请在核验台“导出”页面填写“核验单位”/)).toBeTruthy();
    await user.type(screen.getByLabelText(/^核验单位/), '示例市司法局');
    await user.click(screen.getByRole('button', { name: '导出反馈包' }));
    await screen.findByText(/^乙局：.*原件/);
    const feedback = { what: 'feedback', keys: ['0000000000000001', '0000000000000002'] };
    expect(host.inputsOf('exportPackageFiles')).toMatchObject([...[feedback, feedback]]);
    expect(host.desk.current().office).toBe('示例市司法局');
  });
});
