import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Assessment, Entry } from '../../shared/assessment/schema.ts';
import { startWith, step } from './app.tsx';
import { DISK_FULL } from './host.ts';
import { assessment, completeAssessment } from './fixtures.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

async function scoring(start: Assessment = assessment()) {
  // Wrong input is kept per assessment while the program runs, so each test has its own.
  const { host, user } = await startWith({ ...start, id: crypto.randomUUID() });
  await user.click(step('逐项自评'));
  await screen.findByRole('tree', { name: '评分项' });
  const open = async (name: RegExp) => {
    await user.click(screen.getByRole('treeitem', { name }));
    return screen.getByRole('region', { name: '评分' });
  };
  const entry = (code: string) => host.assessment().entries[code];
  return { host, user, open, entry };
}

const result = () => screen.getByRole('status', { name: '计分说明' });
const tree = () => screen.getByRole('tree', { name: '评分项' });
const rows = () => screen.getAllByRole('treeitem').map((row) => row.getAttribute('aria-label') ?? '');

describe('editors', () => {
  it('award: typed points, full marks and 0 by one click', async () => {
    const { user, open, entry } = await scoring();
    await open(/^1\.1 /);
    await user.type(screen.getByRole('textbox', { name: '得分' }), '12.5');
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 1250 }));
    expect(result().textContent).toContain('12.5 分');
    await user.click(screen.getByRole('button', { name: '满分 20' }));
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 2000 }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '得分' }).value).toBe('20');
    await user.click(screen.getByRole('button', { name: '0 分' }));
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 0 }));
  });

  it('award: an arrow key moves by the step and stops at the ends', async () => {
    const { user, open, entry } = await scoring();
    await open(/^1\.1 /);
    const field = screen.getByRole('textbox', { name: '得分' });
    await user.type(field, '19.5');
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 2000 }));
  });

  it('tiers: one of the options', async () => {
    const { user, open, entry } = await scoring();
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /一般/ }));
    await waitFor(() => expect(entry('1.2')?.input).toEqual({ kind: 'tiers', option: 'b' }));
    expect(result().textContent).toContain('10 分');
  });

  it('checklist: points on and off, all at once, none', async () => {
    const { user, open, entry } = await scoring();
    await open(/^2\.1 /);
    await user.click(screen.getByRole('checkbox', { name: /事后回访/ }));
    await waitFor(() => expect(entry('2.1')?.input).toEqual({ kind: 'checklist', met: ['after'] }));
    await user.click(screen.getByRole('button', { name: '全部做到' }));
    expect(result().textContent).toContain('20 分');
    await user.click(screen.getByRole('button', { name: /都未做到/ }));
    await waitFor(() => expect(entry('2.1')?.input).toEqual({ kind: 'checklist', met: [] }));
  });

  it('deduct: price and cap are shown, counts are stepped or typed', async () => {
    const { host, user, open, entry } = await scoring();
    await open(/^2\.2 /);
    expect(screen.getByText('每处扣 0.5 分，最多扣 5 分')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '未发现问题（满分）' }));
    expect(result().textContent).toContain('20 分');
    await user.click(screen.getByRole('button', { name: '文书错误（处）增加' }));
    await user.click(screen.getByRole('button', { name: '文书错误（处）增加' }));
    await waitFor(() => expect(entry('2.2')?.input).toEqual({ kind: 'deduct', counts: { error: 2 } }));
    expect(result().textContent).toContain('19 分');
    await user.clear(screen.getByRole('textbox', { name: '文书错误（处）' }));
    expect(screen.getByText(/没有请填 0/)).toBeDefined();
    await host.settled();
    expect(entry('2.2')?.input).toEqual({ kind: 'deduct', counts: { error: 2 } });
  });

  it('ratio: counts only when both numbers are there, and shows the share', async () => {
    const { host, user, open, entry } = await scoring();
    const pane = await open(/^2\.3 /);
    await user.type(screen.getByRole('textbox', { name: '回访件数' }), '29');
    expect(within(pane).getByText('两个数都填写后才计分')).toBeDefined();
    await host.settled();
    expect(entry('2.3')).toBeUndefined();
    await user.type(screen.getByRole('textbox', { name: '办结件数' }), '0');
    expect(within(pane).getByText(/总数不能为 0/)).toBeDefined();
    await user.clear(screen.getByRole('textbox', { name: '办结件数' }));
    await user.type(screen.getByRole('textbox', { name: '办结件数' }), '97');
    await waitFor(() =>
      expect(entry('2.3')?.input).toEqual({ kind: 'ratio', numerator: 29, denominator: 97 }),
    );
    expect(within(pane).getByText('= 29.89%')).toBeDefined();
    expect(result().textContent).toContain('19.93 分');
  });

  it('bonus and penalty: claims, and none', async () => {
    const { user, open, entry } = await scoring();
    await open(/^B1 /);
    await user.click(screen.getByRole('button', { name: '省级表彰（次）增加' }));
    await waitFor(() => expect(entry('B1')?.input).toEqual({ kind: 'claims', counts: { B1a: 1 } }));
    expect(screen.getByRole('treeitem', { name: /^B1 .*得2分/ })).toBeDefined();
    await open(/^P1 /);
    await user.click(screen.getByRole('button', { name: '没有（0 分）' }));
    await waitFor(() => expect(entry('P1')?.input).toEqual({ kind: 'claims', counts: {} }));
  });

  it('veto: a yes names what follows and asks for the circumstances', async () => {
    const { user, open, entry } = await scoring();
    await open(/^V1 /);
    await user.click(screen.getByRole('radio', { name: /不得推荐/ }));
    await waitFor(() => expect(entry('V1')?.input).toEqual({ kind: 'veto', applies: true }));
    const ask = /写明经过/;
    expect(screen.getByText(ask)).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: '情况说明' }), '已处理');
    await user.tab();
    await waitFor(() => expect(entry('V1')?.reason).toBe('已处理'));
    await waitFor(() => expect(screen.queryByText(ask)).toBeNull());
  });
});

describe('wrong input', () => {
  it('is named by the field, not counted, and still there after looking elsewhere', async () => {
    const { user, open, entry } = await scoring();
    await open(/^1\.1 /);
    await user.type(screen.getByRole('textbox', { name: '得分' }), '25');
    expect(screen.getByRole('alert').textContent).toContain('得分不能超过分值 20 分（“25”未计入）');
    expect(screen.getByRole('textbox', { name: '得分' }).getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 200 }));

    await open(/^1\.2 /);
    expect(screen.getByRole('treeitem', { name: /^1\.1 .*输入有误/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '输入有误 1 项' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '得分' }).value).toBe('25');

    await user.click(screen.getByRole('button', { name: '清除评分' }));
    await waitFor(() => expect(entry('1.1')?.state).toBe('unscored'));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '得分' }).value).toBe('');
    expect(screen.queryByRole('button', { name: /输入有误/ })).toBeNull();
  });

  it('a change that could not be saved is taken back and said so', async () => {
    const { host, user, open } = await scoring();
    await open(/^1\.2 /);
    host.failing.set('changeDocument', DISK_FULL);
    await user.click(screen.getByRole('radio', { name: /好/ }));
    expect(await screen.findByText('磁盘已满')).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /好/ }).checked).toBe(false);
  });
});

describe('keyboard', () => {
  it('goes through the whole flow without a mouse', async () => {
    const { user, entry } = await scoring();
    tree().focus();
    await user.keyboard('{Home}{ArrowDown}');
    expect(screen.getByRole('heading', { name: /1\.1/ })).toBeDefined();
    await user.keyboard('{Enter}18.5');
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 1850 }));

    // Next unscored, straight into its editor; 2 picks the second tier.
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: /好/ })));
    await user.keyboard('2');
    await waitFor(() => expect(entry('1.2')?.input).toEqual({ kind: 'tiers', option: 'b' }));

    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('checkbox')[0]));
    await user.keyboard('12');
    await waitFor(() => expect(entry('2.1')?.input).toEqual({ kind: 'checklist', met: ['before', 'after'] }));
    await user.keyboard('1');
    await waitFor(() => expect(entry('2.1')?.input).toEqual({ kind: 'checklist', met: ['after'] }));

    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(tree());
    await user.keyboard('{End}1');
    await waitFor(() => expect(entry('V1')?.input).toEqual({ kind: 'veto', applies: false }));
  });

  it('digits in a text field stay text', async () => {
    const { user, open, entry } = await scoring();
    await open(/^1\.2 /);
    await user.type(screen.getByRole('textbox', { name: '自评说明' }), '共2次');
    await user.tab();
    await waitFor(() => expect(entry('1.2')?.reason).toBe('共2次'));
    expect(entry('1.2')?.input).toBeUndefined();
  });

  it('closes and opens a section', async () => {
    const { user } = await scoring();
    tree().focus();
    await user.keyboard('{Home}');
    expect(screen.getByRole('treeitem', { name: /组织保障/ }).getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('treeitem', { name: /^1\.1 / })).toBeNull();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('treeitem', { name: /^1\.1 / })).toBeDefined();
  });

  it('searches with / and Ctrl+F, and Enter leads to what was found', async () => {
    const { user } = await scoring();
    tree().focus();
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '搜索评分项' }));
    await user.keyboard('回访记录{Enter}');
    expect(document.activeElement).toBe(tree());
    expect(screen.getByRole('heading', { name: /三项服务/ })).toBeDefined();
    await user.keyboard('{Control>}f{/Control}{Escape}');
    expect(rows().length).toBeGreaterThan(5);
  });

  it('stays at the entry at hand where a search is given up', async () => {
    const { user, open } = await scoring();
    await open(/^1\.2 /);
    await user.keyboard('{Control>}f{/Control}回访记录{Escape}');
    expect(document.activeElement).toBe(tree());
    expect(rows().length).toBeGreaterThan(5);
    expect(screen.queryByRole('heading', { name: /三项服务/ })).toBeNull();
  });
});

describe('tree', () => {
  it('filters 未评, 无佐证 and 失分, and says where nothing matches', async () => {
    const start = completeAssessment();
    const { user } = await scoring({
      ...start,
      entries: {
        ...start.entries,
        '1.1': { state: 'scored', input: { kind: 'award', points: 1950 }, reason: '', evidence: [] },
        '2.2': { state: 'unscored', reason: '', evidence: [] },
      },
    });
    const filter = async (name: string) => {
      await user.click(screen.getByRole('radio', { name }));
      return rows().filter((row) => /^\d\.\d /.test(row));
    };
    expect(await filter('未评')).toEqual(['2.2 文书规范，未评，分值20分']);
    expect(screen.getByRole('button', { name: '无佐证 1 项' })).toBeDefined();
    expect(await filter('无佐证')).toEqual(['1.1 制定方案，已评，得19.5分，分值20分，无佐证']);
    expect(await filter('失分')).toHaveLength(1);
    await user.type(screen.getByRole('textbox', { name: '搜索评分项' }), '没有这样的项');
    expect(screen.getByText('没有符合条件的评分项')).toBeDefined();
  });

  it('counts 未评 and 无佐证 alike on the bar, in the filter, on 差距分析 and in the examination', async () => {
    const start = completeAssessment();
    const open: Entry = { state: 'unscored', reason: '', evidence: [] };
    const bare: Entry = { ...open, state: 'scored', input: { kind: 'award', points: 1950 } };
    // A veto without an answer is 未答, on its own button; bonus and penalty entries ask for none.
    const entries = { ...start.entries, '1.1': bare, '2.1': open, '2.2': open, V1: open };
    const { user } = await scoring({ ...start, entries });
    const filtered = async (name: string) => {
      await user.click(screen.getByRole('radio', { name }));
      return rows().filter((row) => row.includes(`，${name}`) && !/项$/.test(row)).length;
    };
    expect(await filtered('未评')).toBe(2);
    expect(screen.getByRole('button', { name: '未评 2 项' })).toBeDefined();
    expect(screen.getByRole('button', { name: '否决事项未回答 1 项' })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '全部' }));
    expect(rows().filter((row) => /，未答/.test(row))).toEqual([
      expect.stringMatching(/^一票否决.*，未答1项$|否决事项.*，未答1项$/),
      expect.stringMatching(/^V1 .*，未答$/),
    ]);
    const bareRows = await filtered('无佐证');
    expect(screen.getByRole('button', { name: `无佐证 ${bareRows} 项` })).toBeDefined();
    await user.click(step('差距分析'));
    const lines = async (name: string) =>
      within(await screen.findByRole('region', { name })).getAllByRole('button').length;
    expect(await lines('未评')).toBe(2);
    expect(await lines('已评但无佐证')).toBe(bareRows);
    await user.click(step('资格审查与导出'));
    expect((await screen.findAllByText(/还有2项未评/)).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/已得分但没有佐证材料/)).toHaveLength(bareRows);
  });

  it('keeps the entry at hand when scoring it takes it out of the filter', async () => {
    const { user, open } = await scoring();
    await user.click(screen.getByRole('radio', { name: '未评' }));
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /好/ }));
    expect(
      (await screen.findByRole('treeitem', { name: /^1\.2 .*已评/ })).getAttribute('aria-selected'),
    ).toBe('true');
  });

  it('shows the score of each section and what is missing to the line', async () => {
    const { user, open } = await scoring();
    expect(screen.getByText('按参考标准距自查参考线90分还差90分')).toBeDefined();
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /好/ }));
    expect(await screen.findByText('按参考标准距自查参考线90分还差70分')).toBeDefined();
    expect(screen.getByRole('treeitem', { name: /组织保障，得20分，满分40分，未评1项/ })).toBeDefined();
  });
});

describe('不适用', () => {
  it('is offered only where the standard allows it, and asks for a reason first', async () => {
    const { host, user, open, entry } = await scoring();
    await open(/^2\.2 /);
    expect(screen.queryByRole('button', { name: '标为不适用' })).toBeNull();
    await open(/^2\.3 /);
    await user.click(screen.getByRole('button', { name: '标为不适用' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('没有办结案件的单位');
    await user.click(within(dialog).getByRole('button', { name: '标为不适用' }));
    expect(within(dialog).getByRole('alert').textContent).toContain('请写明理由');
    await host.settled();
    expect(entry('2.3')).toBeUndefined();

    await user.type(within(dialog).getByRole('textbox'), '本年没有办结案件');
    await user.click(within(dialog).getByRole('button', { name: '标为不适用' }));
    await waitFor(() =>
      expect(entry('2.3')).toMatchObject({ state: 'notApplicable', reason: '本年没有办结案件' }),
    );
    expect(screen.getByRole('treeitem', { name: /^2\.3 .*不适用/ })).toBeDefined();

    await user.click(screen.getByRole('button', { name: '取消不适用' }));
    await waitFor(() => expect(entry('2.3')?.state).toBe('unscored'));
  });
});

describe('evidence of an item', () => {
  const pane = () => screen.getByRole('region', { name: '本项佐证材料' });

  it('is attached, renamed and unlinked on the spot', async () => {
    const { host, user, open, entry } = await scoring();
    await open(/^1\.1 /);
    expect(pane().textContent).toContain('正式印发的方案 必备');
    await user.upload(
      within(pane()).getByLabelText('添加文件', { selector: 'input' }),
      new File(['x'], '实施方案.pdf'),
    );
    const list = await within(pane()).findByRole('list', { name: '已附材料' });
    expect(list.textContent).toContain('实施方案');
    expect(entry('1.1')?.evidence).toHaveLength(1);

    await user.click(within(list).getByRole('button', { name: '修改名称：实施方案' }));
    await user.keyboard('（印发稿）{Enter}');
    await waitFor(() => expect(host.assessment().evidence[0]?.label).toBe('实施方案（印发稿）'));
    await user.click(within(pane()).getByRole('button', { name: '取消关联：实施方案（印发稿）' }));
    await waitFor(() => expect(entry('1.1')?.evidence).toEqual([]));
    expect(host.assessment().evidence).toHaveLength(1);
  });

  it('can be one of the files that are already there', async () => {
    const start = completeAssessment();
    const { user, open, entry } = await scoring({ ...start, entries: {} });
    await open(/^2\.1 /);
    await user.click(within(pane()).getByRole('button', { name: '从已有材料中选（1）' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '搜索材料' }), '方案');
    await user.click(within(dialog).getByRole('checkbox', { name: /方案/ }));
    await user.click(within(dialog).getByRole('button', { name: '关联 1 份' }));
    await waitFor(() => expect(entry('2.1')?.evidence).toHaveLength(1));
  });
});
