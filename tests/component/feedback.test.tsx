import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { startWith, step } from './app.tsx';
import { completeAssessment, FEEDBACK } from './fixtures.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

async function withFeedback() {
  const started = await startWith({ ...completeAssessment(), feedback: FEEDBACK });
  const entries = structuredClone(started.host.assessment().entries);
  return { ...started, entries };
}

describe('the office’s feedback on the unit’s side', () => {
  it('stands at the item that it is about, and at no other', async () => {
    const { user } = await withFeedback();
    await user.click(step('逐项自评'));
    await user.click(await screen.findByRole('treeitem', { name: /^1\.1 / }));
    const notice = await screen.findByRole('region', { name: '核验反馈' });
    for (const text of [
      '第 2 版',
      '按参考标准',
      '自评 10，核验 8.5',
      '方案没有公开',
      '公开截图',
      '看不清日期',
    ]) {
      expect(notice.textContent).toContain(text);
    }
    await user.click(screen.getByRole('treeitem', { name: /^1\.2 / }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '核验反馈' })).toBeNull());
  });

  it('is summed up before the next export, and can be put away without touching an entry', async () => {
    const { user, host, entries } = await withFeedback();
    await user.click(step('资格审查与导出'));
    const note = (await screen.findByText(/示例市司法局对第 2 版的核验反馈/)).closest('[role="alert"]');
    expect(note?.textContent).toContain('按参考标准自评 100 分，核验 88.5 分，自查参考线 90 分');
    expect(note?.textContent).toContain('弄虚作假');
    expect(note?.textContent).toContain('请补充材料。');
    await user.click(within(note as HTMLElement).getByRole('button', { name: '收起反馈' }));
    await waitFor(() => expect(host.assessment().feedback).toBeUndefined());
    expect(host.assessment().entries).toEqual(entries);
  });
});
