import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { startApp } from './app.tsx';
import { STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 600 });

const CONTRADICTION = {
  code: 'tag',
  path: 'bag-info.txt',
  message: '自评分写的是“120.00”，档案里是“100.00”',
  severity: 'problem' as const,
};
const SAID = '内容存疑：bag-info.txt：自评分写的是“120.00”，档案里是“100.00”';
const SAME_ID = '77777777-7777-4777-8777-777777777777';

/** 甲局, whose package 乙局 took as its starting point; 丙局, whose package contradicts itself; 丁局. */
function fill({ desk }: TestHost): void {
  desk.put({ name: '甲局', verified: true, changes: { id: SAME_ID } });
  desk.put({
    name: '乙局',
    verified: true,
    changes: { id: SAME_ID },
    verification: { revision: 2 },
    receipt: { verdict: 'suspect', remarks: ['身份存疑：到达时的说明'] },
  });
  desk.put({
    name: '丙局',
    verified: true,
    verification: { status: 'suspect', problems: [CONTRADICTION] },
    receipt: { verdict: 'suspect', remarks: [SAID] },
  });
  desk.put({ name: '丁局', verified: true });
}

async function startDesk(part: string, put = fill) {
  const host = new TestHost();
  host.desk.create(officialOf({ ...STANDARD, statement: '' }));
  put(host);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: '核验台' }));
  await started.user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await started.user.click(nav.getByRole('button', { name: part }));
  const grids: Record<string, string> = { 收件: '收件登记表', 核验总表: '核验总表', 排名与择优: '排名' };
  await screen.findByRole('grid', { name: grids[part] });
  return started;
}

const rowOf = (grid: string, unit: string): HTMLElement => {
  const found = within(screen.getByRole('grid', { name: grid }))
    .getAllByRole('row')
    .find((row) =>
      within(row)
        .queryAllByRole('gridcell')
        .some((cell) => cell.textContent.startsWith(unit)),
    );
  if (!found) throw new Error(`${unit} is not in ${grid}`);
  return found;
};
const ranks = (): string[] =>
  within(screen.getByRole('grid', { name: '排名' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const [, rank, unit] = within(row).getAllByRole('gridcell');
      return `${rank?.textContent} ${unit?.querySelector('button')?.textContent}`;
    });

describe('存疑的推荐包', () => {
  it('say in the inbox why, the reason first, and are nowhere called 完好', async () => {
    const { user } = await startDesk('收件');
    for (const [unit, reason] of [
      ['甲局', '身份存疑：与“乙局”第2版'],
      ['乙局', '身份存疑：与“甲局”第1版'],
      ['丙局', SAID],
    ] as const) {
      const row = rowOf('收件登记表', unit);
      expect(row.textContent).toContain('存疑');
      expect(row.textContent).not.toContain('完好');
      expect(row.querySelector('.desk-doubtful')?.textContent).toContain(reason);
    }
    expect(rowOf('收件登记表', '丁局').textContent).toContain('完好');
    await user.click(screen.getByRole('combobox', { name: '按结论筛选' }));
    expect(await screen.findByText('存疑（3）')).toBeTruthy();
  });

  it('have no rank but a heading of their own, and cannot be chosen', async () => {
    const { user } = await startDesk('排名与择优');
    expect(ranks()).toEqual(['1并列 丁局', '1并列 甲局', '— 乙局', '— 丙局']);
    const banner = screen.getByText(/以下存疑，写明理由采用之前不参加排名/);
    expect(banner.closest('.grid-place')?.textContent).toContain('乙局');
    // 甲局 stands above it, with a rank and amber.
    expect(banner.textContent).toContain('身份冲突的，先收到的一份暂列在上，标黄');
    expect(screen.getByText('3 份存疑的推荐包待决定')).toBeTruthy();
    expect(rowOf('排名', '甲局').textContent).not.toContain('✓ 符合');
    await user.click(screen.getByRole('checkbox', { name: '推荐 甲局' }));
    await screen.findByText(/甲局的推荐包存疑，写明理由决定采用哪一份之前不能推荐/);
  });

  it('count once a person accepts them with a reason, which stands in the row; 撤回 and 撤销 take it back', async () => {
    const { host, user } = await startDesk('核验总表');
    await user.click(within(rowOf('核验总表', '丙局')).getByText('第 1 版', { exact: false }));
    const detail = within(screen.getByRole('region', { name: '本行情况' }));
    expect(detail.getByText(SAID)).toBeTruthy();
    await user.click(detail.getByRole('button', { name: '采用 丙局' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('radio')).toBeNull();
    await user.click(dialog.getByRole('button', { name: '确定' }));
    await dialog.findByText(/请写明理由/);
    await host.settled();
    expect(host.desk.current().acceptances).toEqual([]);
    await user.type(dialog.getByLabelText('理由（必填）'), '已电话核实，系手工改名');
    await user.click(dialog.getByRole('button', { name: '确定' }));
    await detail.findByText('已采用。理由：已电话核实，系手工改名');
    expect(rowOf('核验总表', '丙局').textContent).toContain('已采用：已电话核实，系手工改名');
    expect(detail.getByText(/^佐证材料\d+件次未看，其余符合推荐条件$/)).toBeTruthy();

    await user.click(detail.getByRole('button', { name: '撤回采用 丙局' }));
    await detail.findByRole('button', { name: '采用 丙局' });
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await detail.findByText('已采用。理由：已电话核实，系手工改名');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await detail.findByRole('button', { name: '采用 丙局' });
  });

  it('are reached and decided with the keyboard alone', async () => {
    const { user } = await startDesk('排名与择优');
    screen.getByRole('grid', { name: '排名' }).focus();
    await user.keyboard('{End}{Tab}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '采用 丙局' }));
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('理由（必填）'), '核实');
    await user.click(dialog.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(ranks()).toHaveLength(4));
    await waitFor(() => expect(ranks().at(-1)).toBe('— 乙局'));
  });
});

describe('身份相互冲突的推荐包', () => {
  async function decide(option: string) {
    const started = await startDesk('排名与择优');
    const { user } = started;
    await user.click(screen.getByRole('button', { name: '采用 乙局' }));
    const dialog = within(await screen.findByRole('dialog'));
    const facts = within(dialog.getByRole('region', { name: '相互冲突的推荐包' }));
    const line = (label: string) => facts.getByRole('rowheader', { name: label }).closest('tr');
    expect(line('单位')?.textContent).toBe('单位乙局甲局');
    expect(line('版次')?.textContent).toBe('版次第 2 版第 1 版');
    for (const label of ['统一社会信用代码', '标准', '封签码', '文件名', '收到时间'])
      expect(line(label)).toBeTruthy();
    await user.type(dialog.getByLabelText('理由（必填）'), '两家单位均已说明');
    await user.click(dialog.getByRole('button', { name: '确定' }));
    await dialog.findByText('请选择采用哪一份');
    await user.click(dialog.getByRole('radio', { name: option }));
    await user.click(dialog.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(screen.queryByText('3 份存疑的推荐包待决定')).toBeNull());
    return started;
  }

  it.each([
    ['采用这一份，另一份不参加排名', ['1并列 丁局', '1并列 乙局', '— 丙局', '— 甲局']],
    ['保留先收到的，这一份不参加排名', ['1并列 丁局', '1并列 甲局', '— 丙局', '— 乙局']],
    ['两份都参加排名（确是两个单位）', ['1并列 丁局', '1并列 甲局', '1并列 乙局', '— 丙局']],
  ])('are picked side by side: %s', async (option, expected) => {
    const { user } = await decide(option);
    expect(ranks().toSorted()).toEqual(expected.toSorted());
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await screen.findByText('3 份存疑的推荐包待决定');
  });

  it('show which one was taken instead and why, in the row that was not', async () => {
    const { user } = await decide('采用这一份，另一份不参加排名');
    await user.click(within(screen.getByRole('navigation', { name: '核验台' })).getByText('核验总表'));
    await user.click(within(rowOf('核验总表', '甲局')).getByText('第 1 版', { exact: false }));
    const detail = within(screen.getByRole('region', { name: '本行情况' }));
    expect(detail.getByText(/未采用，采用的是乙局第2版（乙局.zip）。理由：两家单位均已说明/)).toBeTruthy();
    expect(rowOf('核验总表', '甲局').textContent).not.toContain('完好');
    await user.click(detail.getByRole('button', { name: '撤回采用 甲局' }));
    await detail.findByRole('button', { name: '采用 甲局' });
  });
});

it('calls a package that an earlier version took in 已接收', async () => {
  await startDesk('核验总表', ({ desk }) => desk.put({ name: '旧局', receipt: { checks: 1 } }));
  expect(rowOf('核验总表', '旧局').textContent).toContain('已接收');
  expect(rowOf('核验总表', '旧局').textContent).not.toContain('完好');
});

it('shows 无 in place of the seal code of a package that is not whole', async () => {
  const { user } = await startDesk('收件', ({ desk }) =>
    desk.put({
      name: '坏局',
      receipt: { verdict: 'damaged', kept: false },
      verification: { status: 'damaged', sealCode: null },
    }),
  );
  await user.click(within(rowOf('收件登记表', '坏局')).getByText('坏局.zip'));
  const detail = screen.getByRole('region', { name: '收件详情' });
  expect(detail.textContent).toContain('封签码：无');
});
