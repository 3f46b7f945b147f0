import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { startApp, step } from './app.tsx';
import { completeAssessment, SHA, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { withLayout } from './layout.ts';
import { piece } from './pieces.ts';

withLayout({ height: 900 });

/** The next edition: 1.1 reworded, 1.2 with one point less and no tiers, 2.1 gone, the rest as it was. */
function nextEdition(): Standard {
  const next = z.encode(standardSchema, structuredClone(STANDARD));
  const [first, second] = next.sections;
  const [plan, leaders] = first?.items ?? [];
  if (!first || !second?.items || !plan || !leaders) throw new Error('The fixture has changed');
  plan.criterion = '方案内容齐全，并向社会公开，得满分。';
  leaders.fullScore = '19';
  leaders.rule = { kind: 'award', step: '0.5' };
  second.items = second.items.filter(({ code }) => code !== '2.1');
  return standardSchema.parse({ ...next, id: 'test-standard-2026', edition: '2026版' });
}

/** Some evidence is for nothing but what is gone. */
const LOOSE = piece('回访记录.txt', '回访记录');
function filled() {
  const start = completeAssessment();
  const checklist = start.entries['2.1'];
  if (!checklist) throw new Error('The fixture has changed');
  return {
    ...start,
    evidence: [...start.evidence, LOOSE],
    entries: { ...start.entries, '2.1': { ...checklist, evidence: [LOOSE.sha256] } },
  };
}

async function openDialog() {
  const host = new TestHost();
  host.keepStandard(nextEdition());
  host.keep(filled());
  const { user } = startApp(host);
  await user.click(await screen.findByRole('button', { name: '转到新版标准 测试市城市管理局' }));
  const dialog = await screen.findByRole('dialog', { name: '转到新版标准：测试市城市管理局' });
  return { host, user, dialog };
}

async function carried() {
  const started = await openDialog();
  const { user, dialog } = started;
  await user.click(within(dialog).getByRole('combobox'));
  await user.click(await screen.findByTitle('测试用验收标准 2026版（参考标准（非官方））'));
  await within(dialog).findByRole('status');
  return started;
}

async function confirming() {
  const started = await carried();
  await started.user.click(within(started.dialog).getByRole('button', { name: '转入' }));
  await screen.findByRole('tree', { name: '评分项' });
  return started;
}

/** Names of the entries in the tree, without its sections. */
const rows = () =>
  screen
    .getAllByRole('treeitem')
    .filter((row) => row.getAttribute('aria-expanded') === null)
    .map((row) => row.getAttribute('aria-label') ?? '');

describe('转到新版标准', () => {
  it('shows what would become of everything, old beside new, before anything is made', async () => {
    const { host, user, dialog } = await carried();
    expect(within(dialog).getByRole('status').textContent).toBe(
      '已填的内容：3项直接沿用，2项沿用后待确认（其中1项须重新评分），1项在新版里没有，其佐证材料仍保留。',
    );
    expect(within(dialog).getByText('分值由“20分”改为“19分”')).toBeTruthy();
    await user.click(within(dialog).getByText('改文字 1'));
    const texts = within(dialog).getAllByText(/^方案内容齐全/);
    expect(texts.map(({ textContent }) => textContent)).toEqual([
      '方案内容齐全得满分。',
      '方案内容齐全，并向社会公开，得满分。',
    ]);
    expect(within(dialog).getByText('，并向社会公开，').tagName).toBe('MARK');
    await user.click(within(dialog).getByText('删除 1'));
    expect(within(dialog).getByText('2.1 三项服务')).toBeTruthy();
    expect(host.inputsOf('carryOver')).toEqual([]);
  });

  it('does not offer the standard that the assessment has already', async () => {
    const { user, dialog } = await openDialog();
    await user.click(within(dialog).getByRole('combobox'));
    await screen.findByTitle(/2026版/);
    expect(screen.queryByTitle(/测试版/)).toBeNull();
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: '转入' }).disabled).toBe(true);
  });

  it('opens the new assessment at what is to be confirmed, and goes from one to the next', async () => {
    const { host, user } = await confirming();
    const carried = host.assessments().find(({ carriedFrom }) => carriedFrom)!;
    const entry = (code: string) => host.assessment(carried.id).entries[code];
    expect(host.assessment(filled().id).entries['1.1']?.confirm).toBeUndefined();
    expect(rows().map((name) => name.split('，')[0])).toEqual(['1.1 制定方案', '1.2 领导重视']);
    expect(rows()[0]).toContain('待确认');

    const panel = within(screen.getByRole('region', { name: '沿用确认' }));
    expect(panel.getByRole('row', { name: /^评分标准/ }).textContent).toBe(
      '评分标准方案内容齐全得满分。方案内容齐全，并向社会公开，得满分。',
    );
    await user.click(panel.getByRole('button', { name: '确认沿用' }));
    await waitFor(() => expect(entry('1.1')?.confirm).toBeUndefined());
    expect(entry('1.1')).toMatchObject({ state: 'scored', evidence: [SHA] });

    await screen.findByRole('heading', { name: /领导重视/ });
    expect(screen.getByRole('button', { name: '待确认 1 项' })).toBeTruthy();
    const second = within(screen.getByRole('region', { name: '沿用确认' }));
    expect(second.getByText('原来的填写不符合新的评分标准，请重新评分')).toBeTruthy();
    expect(second.queryByRole('button', { name: '确认沿用' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '满分 19' }));
    await waitFor(() => expect(entry('1.2')).toMatchObject({ state: 'scored' }));
    expect(entry('1.2')?.confirm).toBeUndefined();
    expect(screen.queryByRole('region', { name: '沿用确认' })).toBeNull();
  });

  it('blocks the final package until all is confirmed, and leads back to it', async () => {
    const { user } = await confirming();
    await user.click(step('资格审查与导出'));
    await user.click(
      await screen.findByRole('button', { name: /^去处理：还有2项沿用旧版标准的内容没有确认/ }),
    );
    await screen.findByRole('tree', { name: '评分项' });
    expect(rows()).toHaveLength(2);
  });

  it('names in 佐证材料 what a piece was for that is gone', async () => {
    const { user } = await confirming();
    await user.click(step('佐证材料'));
    expect(await screen.findByText('原用于 2.1 三项服务')).toBeTruthy();
  });
});
