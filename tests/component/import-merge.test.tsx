import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { standardOf } from '../../shared/tables/import/import-state.ts';
import { tableWith, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

const BONUS = tableWith([
  [5, 0, '加分项'],
  [5, 1, '获评先进'],
  [5, 2, '获得国家级表彰的加5分，获得省级表彰的加3分，只按最高一项计'],
  [6, 0, '加分项'],
  [6, 1, '经验推广'],
  [6, 2, '经验被推广的加2分，最多加4分'],
]);

const row = (name: RegExp) => screen.getByRole('treeitem', { name });
const text = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name).value;

describe('one out of two', () => {
  it('of bonus entries has the options and words of both, and says how each was counted', async () => {
    const { user, next, kept } = await wizard({ table: BONUS });
    await next('列');
    await screen.findByText(/加分 2 条/);
    await next('结构');
    expect(row(/获评先进.*3—5/)).toBeTruthy();
    await user.click(row(/经验推广.*2$/));
    await user.click(screen.getByRole('button', { name: '并入上一项' }));
    expect(text('评分标准')).toContain('国家级表彰的加5分');
    expect(text('评分标准')).toContain('经验被推广的加2分');
    const counted = '原为两条：“获评先进”只按最高的一项计；“经验推广”逐次累计、最多加4分';
    expect(text('备注')).toBe(counted);
    await next('规则');
    expect(screen.getByRole('heading', { name: /获评先进.*请核对/ })).toBeTruthy();
    expect([1, 2, 3].map((at) => text(`情形${at}的分`))).toEqual(['5', '3', '2']);
    expect(text('情形3')).toContain('经验被推广');
    await screen.findByText(`备注：${counted}`);
    await waitFor(() => {
      const { draft, identity } = kept()!;
      const [entry] = standardOf(draft!, identity).standard.bonus!.entries;
      expect(entry).toMatchObject({ counting: 'highest', consequence: counted });
      expect(entry!.options.map(({ code, points }) => [code, points])).toEqual([
        ['1', 500],
        ['2', 300],
        ['3', 200],
      ]);
    });
  });

  it('of sections shows what the other one was called, to be put right', async () => {
    const { user, next, kept } = await wizard();
    await next('列');
    await next('结构');
    await user.click(row(/日常管理/));
    await user.click(screen.getByRole('button', { name: '并入上一项' }));
    expect(text('评分标准')).toBe('日常管理');
    await user.type(screen.getByLabelText('评分标准'), '：每季度检查');
    await user.tab();
    await waitFor(() => {
      const { draft, identity } = kept()!;
      expect(standardOf(draft!, identity).standard.sections[0]).toMatchObject({
        title: '组织领导',
        note: '日常管理：每季度检查',
      });
    });
  });
});
