import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../shared/assessment/profile.ts';
import { repository } from '../repository.ts';
import { startWith, step } from './app.tsx';
import { assessment, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { keepRegisters } from './year.ts';

const VISITS: Record<string, string>[] = [
  { day: '2026-03-05', opinion: '未交回', visited: '2026-04-01' },
  { day: '2026-03-06', opinion: '未交回' },
  { day: '', opinion: '未交回' },
];

const TOTAL = '2026年送达数额较大或者影响重大的处罚案件2件。';
const ALL = '2026年送达的2件数额较大或者影响重大的处罚案件中，已回访1件，占50.00%。';
const SHARE = '2026年不愿填写或者未交回回访意见表的2件处罚案件中，已回访1件，回访比例50.00%。';

const figures = (host: TestHost) => host.assessment().unit.profile?.figures ?? '';
const field = () => screen.getByLabelText<HTMLTextAreaElement>('数据');
const dialog = () => screen.findByRole('dialog', { name: '从年度工作填数据' });
const tick = (of: HTMLElement, name: string) => within(of).getByRole<HTMLInputElement>('checkbox', { name });

async function start(registers: Parameters<typeof keepRegisters>[1], of = assessment()) {
  const host = new TestHost({ resources: repository });
  keepRegisters(host, registers);
  const { user } = await startWith(of, STANDARD, host);
  await user.click(step('文书'));
  await screen.findByRole('heading', { name: '文书' });
  const open = async () => {
    await user.click(screen.getByRole('button', { name: '从年度工作填数据…' }));
    return dialog();
  };
  const fill = async (words: RegExp) => {
    await user.click(within(await dialog()).getByRole('button', { name: words }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  };
  return { host, user, open, fill };
}

describe('数据 from a year’s registers', () => {
  it('are shown with their trace, and those that are ticked go behind what is typed, as one step', async () => {
    const { host, user, open, fill } = await start({ visits: VISITS });
    fireEvent.change(field(), { target: { value: '自己写的' } });
    const shown = await open();
    await within(shown).findByText(
      '执法回访台账共3行，按送达日期属于当年的2行；1行的送达日期空着或者不是日期，没有算。',
    );
    expect(within(shown).getByText(/^单位名称不同：年度工作是“示例局”/)).toBeTruthy();
    expect(
      within(shown).getByText(/依据管防字〔2012〕40号 二（二）1；怎样计数是本软件的算法。/),
    ).toBeTruthy();
    expect(within(shown).getByText(/自评按参考标准，这些数字来自台账，不是得分/)).toBeTruthy();
    await user.click(tick(shown, TOTAL));
    await fill(/^填入2句$/);
    await waitFor(() => expect(figures(host)).toBe(`自己写的\n${ALL}\n${SHARE}`));
    expect(field().value).toBe(`自己写的\n${ALL}\n${SHARE}`);

    await user.click(screen.getByText('有 2 句由年度工作填入，查看出处'));
    expect(screen.getAllByText(/年度工作“示例局2026年”，执法回访台账共3行/)).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(figures(host)).toBe('自己写的'));
    await waitFor(() => expect(screen.queryByText(/由年度工作填入/)).toBe(null));
  });

  it('put in again, take the place of older ones, but never of what a person has changed', async () => {
    const key = '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11/visits';
    const put = (code: string, text: string) => ({
      ...{ figure: `${key}/${code}`, text, trace: '出处', at: '2026-11-01T00:00:00.000Z' },
    });
    const before = assessment();
    const older = '2026年送达的9件数额较大或者影响重大的处罚案件中，已回访1件，占11.11%。';
    const profile = {
      ...{ nature: '', rank: '', address: '', head: '', headPost: '', fields: '', counts: [] },
      ...{ honours: '', mentor: '', deeds: '' },
      figures: `${older}\n我们改过的一句\n${SHARE}`,
      figuresFrom: [put('all', older), put('total', '2026年送达1件。'), put('visited', SHARE)],
    };
    const { host, open, fill, user } = await start(
      { visits: VISITS },
      { ...before, unit: { ...before.unit, profile } },
    );
    const shown = await open();
    await within(shown).findByText(`数字有变化，替换上次填入的这一句：${older}`);
    expect(tick(shown, ALL).checked).toBe(true);
    expect(within(shown).getByText(/上次填入的这一句已被改动或者删掉，不会动它/)).toBeTruthy();
    expect(tick(shown, TOTAL).checked).toBe(false);
    expect(within(shown).getByText('“数据”里已经有这一句。')).toBeTruthy();
    expect(tick(shown, SHARE).disabled).toBe(true);
    await user.click(tick(shown, TOTAL));
    await fill(/^填入2句$/);
    await waitFor(() => expect(figures(host)).toBe(`${ALL}\n我们改过的一句\n${SHARE}\n${TOTAL}`));
    expect(await screen.findByText('已填入“数据”：新加1句，替换1句')).toBeTruthy();
  });

  it('name those that the ledgers do not say any more, and take out those that stay ticked', async () => {
    const put = (figure: string, text: string) => ({
      ...{ figure: `0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11/${figure}`, text, trace: '出处' },
      at: '2026-11-01T00:00:00.000Z',
    });
    const [trained, told] = ['2026年组织培训1次，共30人次。', '2026年新闻报道1篇。'];
    const profile = {
      ...EMPTY_PROFILE,
      figures: `自己写的\n${trained}\n${told}\n${SHARE}`,
      figuresFrom: [
        put('outreach/training', trained),
        put('outreach/media', told),
        put('visits/visited', SHARE),
      ],
    };
    const before = assessment();
    const of = { ...before, unit: { ...before.unit, profile } };
    const { host, open, fill, user } = await start({ visits: VISITS }, of);
    const shown = await open();
    await within(shown).findByText(/“数据”里有2句是以前由这份年度工作填入的，现在的台账得不出/);
    await user.click(tick(shown, `去掉：${told}`));
    await user.click(tick(shown, ALL));
    await user.click(tick(shown, TOTAL));
    await fill(/^去掉1句$/);
    await waitFor(() => expect(figures(host)).toBe(`自己写的\n${told}\n${SHARE}`));
    expect(await screen.findByText('已改“数据”：去掉1句')).toBeTruthy();
  });

  it.each([
    ['no ledger begun', {}, /台账还没有登记，没有可以填的数字/],
    [
      'nothing of the year',
      { mediation: [{ day: '2025-01-01', matter: '纠纷' }] },
      /属于当年的0行；1行不是当年的，没有算/,
    ],
  ])('offer nothing with %s', async (_, registers, words) => {
    const { open } = await start(registers);
    const shown = await open();
    await within(shown).findByText(words);
    expect(within(shown).queryAllByRole('checkbox')).toEqual([]);
    expect(within(shown).getByRole('button', { name: /^填\s?入$/ })).toHaveProperty('disabled', true);
  });

  it('are refused in words where they do not fit', async () => {
    const { host, open, user } = await start({ visits: VISITS });
    const long = '长'.repeat(4950);
    fireEvent.change(field(), { target: { value: long } });
    const shown = await open();
    await within(shown).findByText(/填入后“数据”会超过 5000 字，多 \d+ 字/);
    expect(within(shown).getByRole('button', { name: '填入3句' })).toHaveProperty('disabled', true);
    await user.click(tick(shown, SHARE));
    await user.click(tick(shown, ALL));
    expect(within(shown).queryByText(/会超过/)).toBe(null);
    await user.click(within(shown).getByRole('button', { name: '填入1句' }));
    await waitFor(() => expect(figures(host)).toBe(`${long}\n${TOTAL}`));
  });

  it('wait for words in the field that are refused', async () => {
    await start({ visits: VISITS });
    fireEvent.change(field(), { target: { value: '长'.repeat(5001) } });
    fireEvent.blur(field());
    expect(await screen.findByText('“数据”里有没保存的文字，请先改好。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '从年度工作填数据…' })).toHaveProperty('disabled', true);
  });
});
