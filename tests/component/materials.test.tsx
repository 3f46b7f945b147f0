import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { startWith, step } from './app.tsx';
import { PRACTICE, assessment } from './fixtures.ts';

describe('材料', () => {
  it('takes files in, lists them under the material and saves the ticks', async () => {
    const { host, user } = await startWith(assessment());
    await user.click(step('材料'));
    expect(screen.getByText('必备')).toBeTruthy();
    expect(screen.getByText('选备')).toBeTruthy();
    await user.upload(screen.getByLabelText('添加综合汇报材料', { selector: 'input' }), [
      new File(['报告'], '汇报.docx'),
    ]);
    await screen.findByText(/（汇报\.docx/);
    await waitFor(() => expect(host.assessment().materials.report?.files).toHaveLength(1));

    await user.click(screen.getByLabelText('主要举措'));
    await waitFor(() => expect(host.assessment().materials.report?.checked).toEqual(['measures']));
    await user.click(screen.getByRole('button', { name: '移出 汇报' }));
    await waitFor(() => expect(host.assessment().materials.report?.files).toEqual([]));
    expect(host.assessment().evidence).toHaveLength(1);
  });

  it('says what the notice limits, and calls nothing 备齐 that is over it or that it cannot count', async () => {
    const [first] = assessment().campaign.materials;
    const campaign = (limits: object) => ({
      ...assessment().campaign,
      materials: [{ ...first!, checklist: [], limits: { formats: [], ...limits } }],
    });
    const { user } = await startWith(assessment({ campaign: campaign({ files: 1, words: 3000 }) }));
    await user.click(step('材料'));
    expect(screen.getByText('通知的限制：3000 字以内，最多 1 份')).toBeTruthy();
    const add = () => screen.getByLabelText('添加综合汇报材料', { selector: 'input' });
    await user.upload(add(), [new File(['一'], '一.docx')]);
    await screen.findByText('已添加，3000 字以内请自行核对');
    await user.upload(add(), [new File(['二'], '二.docx')]);
    await screen.findByText('“综合汇报材料”不合通知的限制：最多1份，现有2份');
    expect(screen.getByText('不合通知的限制')).toBeTruthy();
    expect(screen.queryByText(/已备齐|请自行核对/)).toBeNull();
  });

  it('says so where the campaign asks for nothing', async () => {
    const { user } = await startWith(assessment({ campaign: PRACTICE }));
    await user.click(step('材料'));
    expect(within(screen.getByRole('main')).getByText('这个活动不要求另交材料。')).toBeTruthy();
  });
});
