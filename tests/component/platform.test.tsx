import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlatformScreen } from '../../renderer/assessment/platform/PlatformScreen.tsx';
import { completeAssessment } from './fixtures.ts';
import { renderScreen } from './screen.tsx';

/** What the system takes; this runner has no clipboard. */
function clipboard(takes = true): string[] {
  const copied: string[] = [];
  document.execCommand = vi.fn(() => {
    copied.push(document.querySelector<HTMLTextAreaElement>('body > textarea')?.value ?? '');
    return takes;
  });
  return copied;
}

describe('平台填报', () => {
  afterEach(() => Reflect.deleteProperty(document, 'execCommand'));

  it('copies each text of an indicator by itself, and keeps in sight what was copied', async () => {
    const complete = completeAssessment();
    const entry = { ...complete.entries['1.1']!, reason: '成立领导小组，\n每季度研究。' };
    const { user } = await renderScreen(<PlatformScreen />, {
      ...complete,
      entries: { ...complete.entries, '1.1': entry },
    });
    const copied = clipboard();
    const row = screen.getByRole('row', { name: /^1\.1 / });
    await user.click(within(row).getByRole('button', { name: '复制 1.1 自评说明' }));
    await user.click(within(row).getByRole('button', { name: '复制 1.1 得分' }));
    expect(copied).toEqual(['成立领导小组，\n每季度研究。', '20']);
    expect(within(row).getByRole('button', { name: '复制 1.1 自评说明' }).textContent).toBe('已复制');
    expect(document.querySelector('body > textarea')).toBeNull();
  });

  it('says where the system refuses', async () => {
    const { user } = await renderScreen(<PlatformScreen />, completeAssessment());
    clipboard(false);
    await user.click(screen.getByRole('button', { name: '复制 1.1 得分' }));
    expect(screen.getByRole('status').textContent).toBe('不能复制，请选中文字后按 Ctrl+C');
    expect(screen.getByRole('button', { name: '复制 1.1 得分' }).textContent).toBe('复制');
  });

  it('says by which standard the score is', async () => {
    await renderScreen(<PlatformScreen />, completeAssessment());
    expect(screen.getByText(/得分是按参考标准自评的/)).toBeDefined();
  });
});
