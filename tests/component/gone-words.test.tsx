import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';
import { keepYear, keptYear } from './year.ts';

async function openGuidance(user: ReturnType<typeof startApp>['user']): Promise<void> {
  await user.click(await screen.findByRole('button', { name: '年度工作' }));
  await user.click(await screen.findByText('示例局2026年'));
  await user.click(await screen.findByRole('button', { name: '行政指导' }));
}

describe('words of an entry that another window removes', () => {
  async function removedWhileTyping() {
    const host = new TestHost({ resources: repository });
    keepYear(host, [], [{ party: '张某' }]);
    const { user } = startApp(host);
    await openGuidance(user);
    await user.click(await screen.findByText('张某'));
    const { id, registers } = keptYear(host);
    const entry = registers.guidance?.[0];
    const elsewhere = async (step: object) => {
      expect(await host.elsewhere('changeDocument', { document: 'year', id, step })).toMatchObject({
        ok: true,
      });
      fireEvent.focus(window);
    };
    fireEvent.change(screen.getByLabelText('事项'), { target: { value: '一段没有保存的话' } });
    const edit = { kind: 'removeEntries', register: 'guidance', ids: [entry?.id] };
    await elsewhere({ do: 'edit', edit, base: [entry] });
    const words = await screen.findByText('一段没有保存的话', { selector: 'pre' });
    expect(screen.queryByLabelText('事项')).toBeNull();
    return { user, elsewhere, notice: words.closest<HTMLElement>('[role=alert]')! };
  }

  it('come back into it with the entry', async () => {
    const { user, elsewhere, notice } = await removedWhileTyping();
    expect(within(notice).getByRole('button', { name: '复制没有保存的内容' })).toBeTruthy();
    await elsewhere({ do: 'undo' });
    await user.click(await screen.findByText('张某'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('事项').value).toBe('一段没有保存的话');
    expect(screen.queryByText(/有文字没有保存/)).toBeNull();
    await screen.findByText('已保存');
  });

  it('go when the user gives them up', async () => {
    const { user, notice } = await removedWhileTyping();
    await user.click(within(notice).getByRole('button', { name: '不要这些文字' }));
    expect(screen.queryByText('一段没有保存的话')).toBeNull();
    await screen.findByText('已保存');
  });

  it('are not told of where this window removes it', async () => {
    const host = new TestHost({ resources: repository });
    keepYear(host, [], []);
    const { user } = startApp(host);
    await openGuidance(user);
    await user.click(await screen.findByRole('button', { name: /新增一件/ }));
    const day = await screen.findByLabelText('日期');
    await user.type(day, '2月30日');
    await user.tab();
    await screen.findByRole('button', { name: '有内容没保存' });
    await user.click(screen.getByRole('button', { name: /删除这一件/ }));
    await screen.findByText('已保存');
    expect(screen.queryByText(/有文字没有保存/)).toBeNull();
  });
});
