import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

const table = (texts: readonly (readonly string[])[]): SourceTable => ({
  ...{ id: '1', name: '考核细则', rows: texts.length, columns: 3 },
  cells: texts.flatMap((row, at) =>
    row.flatMap((text, column) =>
      text === '' ? [] : [{ row: at, column, rowSpan: 1, columnSpan: 1, text }],
    ),
  ),
});
const ENTRIES = table([
  ['考核内容', '评分标准', '分值'],
  ['基础工作', '', '100'],
  ['会议研究', '每少1次扣5分，扣完为止', '100'],
  ['加分项（最高加10分）', '', ''],
  ['表彰奖励', '获省级表彰加3分，市级表彰加2分，取最高', ''],
  ['经验推广', '每推广1项加2分，最高加6分', ''],
  ['扣分项', '', ''],
  ['负面舆情', '每发生一起扣3分', ''],
  ['一票否决', '', ''],
  ['安全事故', '发生重大安全事故的，取消评优资格', ''],
]);
const tree = (name: string) => screen.getByRole('tree', { name });
const compared = (name: RegExp) => within(tree('读出的结果')).getByRole('treeitem', { name });
const rule = () => screen.getByRole('region', { name: '规则' });
const marks = () => [...rule().querySelectorAll('mark')].map(({ textContent }) => textContent);
const cap = () => screen.getByLabelText<HTMLInputElement>('加分上限');

async function at(...steps: string[]) {
  const started = await wizard({ table: ENTRIES });
  for (const step of steps) await started.next(step);
  return started;
}
const COMPARE = ['列', '结构', '规则', '检查', '核对'];

describe('核对 of what stands outside the full score', () => {
  it('has the cap of each block as a row, seen and set with keys, validated, undone', async () => {
    const { user, kept } = await at(...COMPARE);
    compared(/^扣分没有上限，没有核对$/);
    await user.click(compared(/^加分上限：10分，没有核对$/));
    await user.keyboard(' ');
    compared(/^加分上限：10分，已核对$/);
    await user.click(compared(/^加分上限：10分/));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(cap());
    for (const [typed, words] of [
      ['2。5', '加分上限：2.5分'],
      ['３．25', '加分上限：3.25分'],
    ] as const) {
      await user.clear(cap());
      await user.type(cap(), `${typed}{Escape}`);
      compared(new RegExp(`^${words}，没有核对，手工改过`));
      await user.keyboard('{Enter}');
    }
    screen.getByText('手工改过。原表读作：加分上限：10分');
    await user.clear(cap());
    await user.type(cap(), '89.995{Tab}');
    await screen.findByText(/，没有保存$/);
    compared(/^加分上限：3.25分/);
    await user.clear(cap());
    await user.type(cap(), '{Escape}');
    compared(/^加分没有上限，没有核对，手工改过/);
    await waitFor(() => expect(kept()?.draft?.bonusCap).toBeUndefined());
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => compared(/^加分上限：3.25分/));
    await waitFor(() => expect(kept()?.draft?.bonusCap).toBe(325));
  });

  it.each<[row: RegExp, words: string, marks: string[]]>([
    [
      /表彰奖励/,
      '保存为：获省级表彰加 3 分；市级表彰加 2 分；只按最高的一项计；这一条不限',
      ['获省级表彰加3分', '市级表彰加2分', '取最高'],
    ],
    [/经验推广/, '保存为：每推广1项加 2 分；逐次累计；这一条最多加 6 分', ['每推广1项加2分', '最高加6分']],
    [/负面舆情/, '保存为：每发生一起扣 3 分；逐次累计；这一条不限', ['每发生一起扣3分']],
    [/安全事故/, '保存为：存在的，不得评优', ['发生重大安全事故的，取消评优资格']],
  ])('shows what %s was read as, and by which words', async (row, words, marked) => {
    const { user } = await at(...COMPARE);
    await user.click(compared(row));
    within(rule()).getByText(words);
    expect(marks()).toEqual(marked);
  });

  it.each<[row: RegExp, field: string, choice: string, note: string]>([
    [
      /表彰奖励/,
      '几种情形都有时',
      '逐次累计',
      '每次的分 获省级表彰加 3 分；市级表彰加 2 分；只按最高的一项计；这一条不限',
    ],
    [/安全事故/, '存在这种情形时', '总分计零', '否决的后果 不得评优'],
  ])(
    'says of %s what the table was read as, where that was changed by hand',
    async (row, field, choice, note) => {
      const { user } = await at(...COMPARE);
      await user.click(compared(row));
      await user.click(screen.getByRole('button', { name: '改规则' }));
      await user.click(screen.getByLabelText(field));
      await user.click(await screen.findByTitle(choice));
      await screen.findByText(`手工改过。原表读作：${note}`);
    },
  );
});

describe('规则', () => {
  it('takes the rule at hand by the blank, goes to its fields by Enter, and back by Esc', async () => {
    const { user } = await at(...COMPARE.slice(0, 3));
    const row = (name: RegExp) => within(tree('规则')).getByRole('treeitem', { name });
    await user.click(row(/表彰奖励/));
    await user.keyboard('{Enter}');
    expect(row(/表彰奖励/).textContent).toContain('请核对');
    expect(screen.getByRole('region', { name: '所选规则' }).contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(tree('规则'));
    await user.keyboard(' ');
    expect(row(/表彰奖励/).textContent).toContain('已定');
    expect(row(/经验推广/).getAttribute('aria-selected')).toBe('true');
    await user.click(cap());
    await user.clear(cap());
    await user.keyboard('5{Control>}{Enter}{/Control}');
    expect(row(/经验推广/).textContent).toContain('已定');
    expect(document.activeElement).toBe(tree('规则'));
    expect(row(/负面舆情/).getAttribute('aria-selected')).toBe('true');
    screen.getByLabelText('扣分上限');
  });
});

it('ticks a block at 标识 with its cap beside it', async () => {
  const { user } = await at(...COMPARE, '标识');
  await user.click(screen.getByLabelText('性质'));
  await user.click(await screen.findByTitle('正式标准'));
  screen.getByRole('checkbox', { name: '加分项（最高加10分）（加分上限：10分）' });
  screen.getByRole('checkbox', { name: '扣分项（扣分没有上限）' });
});
