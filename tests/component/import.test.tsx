import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useImport } from '../../renderer/state/import-store.ts';
import { partsOf } from '../../shared/standard/basis.ts';
import { standardOf } from '../../shared/tables/import/import-state.ts';
import { allNodes } from '../../shared/tables/draft/nodes.ts';
import { startApp } from './app.tsx';
import { DISK_FULL } from './host.ts';
import { wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

/** Each way in which the draft changes under a tick. */
const CHANGES = [
  (note: string) => {
    const { open, edit } = useImport.getState();
    const [first] = allNodes(open!.value.draft!.nodes);
    void edit({ kind: 'typeOver', id: first!.id, fields: { note } });
  },
  () => void useImport.getState().edit({ kind: 'readAnew' }),
];

const rows = () => screen.getAllByRole('treeitem').map(({ textContent }) => textContent ?? '');
const row = (name: RegExp) => screen.getByRole('treeitem', { name });

describe('标准库', () => {
  it('lists built-in standards as read-only and removes only imported ones', async () => {
    const { user } = startApp();
    await user.click(await screen.findByRole('button', { name: '标准库' }));
    await screen.findByText('测试用验收标准 测试版');
    const line = screen.getByText('测试用验收标准 测试版').closest('td')!;
    expect(within(line).getByText(/随程序提供，只读/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '移除' })).toBeNull();
  });

  it('sends what is pasted with its HTML, and shows why it cannot be read', async () => {
    const { host, user } = startApp();
    await user.click(await screen.findByRole('button', { name: '标准库' }));
    const html = '<table></table>';
    fireEvent.paste(await screen.findByLabelText('粘贴表格'), {
      clipboardData: { files: [], getData: (type: string) => (type === 'text/html' ? html : '考核内容') },
    });
    await screen.findByText('没有找到表格。');
    expect(host.inputsOf('startImportFromClipboard')).toEqual([{ html, text: '考核内容' }]);
  });
});

describe('wizard', () => {
  it('shows at once what a changed column does', async () => {
    const { user, next } = await wizard();
    await next('列');
    await screen.findByText(/读出 3 个评分项（2 个指标），合计 90 分/);
    const first = screen.getByLabelText('数据第一行');
    fireEvent.change(first, { target: { value: '4' } });
    await screen.findByText(/读出 1 个评分项，合计 40 分/);
    fireEvent.change(first, { target: { value: '2' } });
    await screen.findByText(/读出 3 个评分项（2 个指标），合计 90 分/);
    await user.click(screen.getByLabelText('第 4 列是'));
    await user.click(await screen.findByTitle('不使用'));
    await screen.findByText(/合计 0 分/);
  });

  it('edits the structure by keyboard, undoes, and saves each change', async () => {
    const { user, next, kept } = await wizard();
    await next('列');
    await next('结构');
    await user.click(row(/工作机制/));
    const tree = screen.getByRole('tree', { name: '结构' });
    tree.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(rows().findIndex((text) => text.includes('工作机制'))).toBe(1);
    await user.keyboard('{Delete}');
    expect(rows().join()).not.toContain('工作机制');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(rows().join()).toContain('工作机制'));
    await waitFor(() =>
      expect(allNodes(kept()?.draft?.nodes ?? []).map(({ title }) => title)).toEqual([
        '组织领导',
        '工作机制',
        '会议研究',
        '日常管理',
        '服务台账',
      ]),
    );
  });

  it.each([
    ['a change', (by: (typeof CHANGES)[number]) => Promise.resolve(by('一'))],
    [
      'undoing it',
      async (by: (typeof CHANGES)[number], tick: () => void) => {
        by('一');
        tick();
        await useImport.getState().undo();
      },
    ],
    [
      'doing it again',
      async (by: (typeof CHANGES)[number], tick: () => void) => {
        by('一');
        await useImport.getState().undo();
        tick();
        await useImport.getState().redo();
      },
    ],
  ])('takes back the tick of the part that changed, after %s', async (_, act) => {
    const { next, kept } = await wizard();
    await next('列');
    await next('结构');
    await waitFor(() => expect(kept()?.draft).toBeDefined());
    const parts = () => {
      const { draft, identity } = useImport.getState().open!.value;
      return partsOf(standardOf(draft!, identity).standard);
    };
    const ticked = (): readonly string[] => {
      const ticks = useImport.getState().open!.value.identity.ticked;
      return parts().flatMap(({ tick, title }) => (ticks.includes(tick) ? [title.slice(0, 2)] : []));
    };
    // Reading the tables was the first change; the clerk ticks what is there now.
    const tick = (): void => {
      const identity = { ticked: parts().map(({ tick }) => tick) };
      void useImport.getState().edit({ kind: 'setIdentity', identity });
      expect(ticked()).toEqual(['总则', '1 ', '2 ']);
    };
    const [typing, reading] = CHANGES;
    tick();
    await act(typing!, tick);
    expect(ticked()).toEqual(['总则', '2 ']);
    tick();
    await act(reading!, tick);
    await waitFor(() => expect(kept()?.identity).toEqual(useImport.getState().open!.value.identity));
  });

  it('keeps the ticks where nothing of the text changes', async () => {
    const { next, kept } = await wizard();
    await next('列');
    await next('结构');
    await waitFor(() => expect(kept()?.draft).toBeDefined());
    const { edit, goTo, select } = useImport.getState();
    void edit({ kind: 'setIdentity', identity: { ticked: ['section 1'] } });
    void edit({ kind: 'typeOver', id: 'nothing', fields: { note: '没有这一项' } });
    goTo('rules');
    select(undefined);
    void edit({ kind: 'setIdentity', identity: { edition: '2026年' } });
    await waitFor(() => expect(kept()?.identity).toMatchObject({ edition: '2026年', ticked: ['section 1'] }));
  });

  it('cuts an item in two at the cursor and proposes a rule for each part', async () => {
    const { user, next, kept } = await wizard();
    await next('列');
    await next('结构');
    await user.click(row(/会议研究/));
    const text = screen.getByLabelText<HTMLTextAreaElement>('评分标准');
    const cursor = text.value.indexOf('扣完为止');
    text.setSelectionRange(cursor, cursor);
    await user.click(screen.getByRole('button', { name: '从光标处拆成两项' }));
    await waitFor(() => {
      const items = allNodes(kept()?.draft?.nodes ?? []).filter(({ kind }) => kind === 'item');
      expect(items[0]?.criterion.endsWith('每少1次扣5分，')).toBe(true);
      expect(items[1]?.criterion).toBe('扣完为止');
      expect(items.every(({ proposal }) => proposal)).toBe(true);
    });
  });

  it('takes the sure rules at once and leads to the next one that waits', async () => {
    const { user, next, kept } = await wizard();
    await next('列');
    await next('结构');
    await next('规则');
    expect(screen.getByText('每少1次扣5分').tagName).toBe('MARK');
    await user.click(screen.getByRole('button', { name: /接受全部有把握的（2）/ }));
    screen.getByRole('tree', { name: '规则' }).focus();
    await user.keyboard('n');
    const detail = screen.getByRole('region', { name: '所选规则' });
    within(detail).getByRole('heading', { name: /工作机制.*需手工/ });
    await user.click(within(detail).getByLabelText('计分方法'));
    await user.click(await screen.findByTitle('分档给分'));
    await waitFor(() => {
      const item = allNodes(kept()?.draft?.nodes ?? []).find(({ title }) => title === '工作机制');
      expect(item).toMatchObject({ accepted: true, proposal: { rule: { kind: 'tiers' } } });
    });
  });

  it('finds the wrong 合计, and saves only what has an identity', async () => {
    const { user, next, host } = await wizard();
    for (const name of ['列', '结构', '规则', '检查']) await next(name);
    await screen.findByText(/“合计”写的是100分，各项合计是90分/);
    await next('核对');
    await next('标识');
    await user.type(screen.getByLabelText('版次'), '2026年');
    await user.type(screen.getByLabelText('自查参考线'), '80');
    await next('保存');
    const save = screen.getByRole('button', { name: '保存为标准' });
    expect(save.hasAttribute('disabled')).toBe(false);
    screen.getByText('检查里还有 2 条提示，可以保存');
    await user.click(save);
    await screen.findByText(/已保存到标准库/);
    expect(host.standards()).toMatchObject([{ edition: '2026年', passScore: 8000 }]);
    await waitFor(() => expect(host.imports.files()).toEqual([]));
  });

  it('says so where a change was not saved, and saves it on the next try', async () => {
    const { user, next, host, kept } = await wizard();
    await next('列');
    await next('结构');
    host.failing.set('changeDocument', DISK_FULL);
    await user.click(row(/服务台账/));
    await user.keyboard('{Delete}');
    await screen.findByText('进度没有保存');
    host.failing.delete('changeDocument');
    await user.click(screen.getByRole('button', { name: '重试' }));
    await screen.findByText('已保存进度');
    expect(kept()?.step).toBe('tree');
  });

  it('asks before it is left with changes that could not be saved', async () => {
    const { user, next, host, kept } = await wizard();
    await next('列');
    host.failing.set('changeDocument', DISK_FULL);
    await next('结构');
    await screen.findByText('进度没有保存');
    await user.click(screen.getByRole('button', { name: '标准库' }));
    await user.click(await screen.findByRole('button', { name: '留在这里' }));
    await user.click(screen.getByRole('button', { name: '标准库' }));
    await user.click((await screen.findAllByRole('button', { name: '放弃改动，离开' })).at(-1)!);
    await screen.findByRole('button', { name: '继续' });
    expect(kept()?.step).toBe('columns');
  });

  it('keeps words that are being typed where their row is removed by a key or a reader’s click', async () => {
    const { user, next, kept } = await wizard();
    await next('列');
    await next('结构');
    await user.click(row(/服务台账/));
    await user.type(screen.getByLabelText('备注'), '看台账');
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: /服务台账/ })).toBeNull());
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() =>
      expect(allNodes(kept()!.draft!.nodes).find(({ title }) => title === '服务台账')?.note).toBe('看台账'),
    );
    expect(screen.queryByText(/这一步不能保存/)).toBeNull();
  });

  it('leaves a percentage that no standard holds in its field, marked', async () => {
    const { user, next, kept } = await wizard();
    for (const step of ['列', '结构', '规则', '检查', '核对', '标识']) await next(step);
    const weight = screen.getByLabelText('“组织领导”的权重');
    await user.type(weight, '20000');
    await user.tab();
    expect(weight).toHaveProperty('title', '请填写不大于 10000 的数字，最多两位小数');
    await user.clear(weight);
    await user.type(weight, '20');
    await user.tab();
    await waitFor(() => expect(kept()?.draft?.nodes[0]?.weight).toBe(2000));
  });

  it('keeps a wrong number where it was typed, says why, and finds it again after another step', async () => {
    const { user, next, kept } = await wizard();
    for (const name of ['列', '结构', '规则', '检查', '核对', '标识']) await next(name);
    fireEvent.change(screen.getByLabelText('“组织领导”的权重'), { target: { value: '2,5' } });
    await user.click(screen.getByRole('button', { name: '上一步' }));
    await next('标识');
    expect(screen.getByLabelText('“组织领导”的权重')).toHaveProperty('value', '2,5');
    screen.getByText('逗号只用来分千位（如 1,200），小数点请写成 2.5 这样，没有保存');
    await user.click(screen.getByRole('button', { name: '标准库' }));
    await user.click(await screen.findByRole('button', { name: '放弃改动，离开' }));
    await screen.findByRole('button', { name: '继续' });
    expect(kept()?.draft?.nodes[0]?.weight).toBeUndefined();
  });

  it.each([
    ['扣分情形1', '', '不能为空，没有保存'],
    ['扣分情形1的单位', '', '不能为空，没有保存'],
    ['扣分情形1的单位', '很长的单位', '最多 4 字，多了 1 字，没有保存；请删减'],
    ['扣分情形1的分', '3²', '“²”不是普通数字，请改成 0 至 9，没有保存'],
  ])('%s: %j stays in its field, of its own row alone: %s', async (name, value, problem) => {
    const { user, next } = await wizard();
    for (const each of ['列', '结构', '规则']) await next(each);
    await user.click(row(/会议研究/));
    fireEvent.change(screen.getByLabelText(name), { target: { value } });
    await user.click(row(/服务台账/));
    expect(screen.getByLabelText<HTMLInputElement>(name).value).not.toBe(value);
    await user.click(row(/会议研究/));
    expect(screen.getByLabelText<HTMLInputElement>(name).value).toBe(value);
    expect(screen.getByRole('alert').textContent).toBe(problem);
  });

  it('takes back what a standard cannot hold, says so, saves what comes after and can be left', async () => {
    const { user, next, kept } = await wizard();
    for (const step of ['列', '结构', '规则', '检查', '核对', '标识']) await next(step);
    void useImport
      .getState()
      .edit({ kind: 'setIdentity', identity: { unitCategories: [{ code: '1', title: '' }] } });
    await screen.findByText(/^填写的内容不符合要求：.*。$/);
    await screen.findByText('已保存进度');
    await user.click(screen.getByRole('button', { name: '关闭提示' }));
    await user.type(screen.getByLabelText('版次'), '2026年');
    await user.tab();
    await waitFor(() => expect(kept()?.identity).toMatchObject({ edition: '2026年', unitCategories: [] }));
    await user.click(screen.getByRole('button', { name: '标准库' }));
    await screen.findByRole('button', { name: '继续' });
  });
});
