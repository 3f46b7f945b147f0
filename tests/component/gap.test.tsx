import { readFileSync } from 'node:fs';
import { read } from 'xlsx';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { GapScreen } from '../../renderer/assessment/gap/GapScreen.tsx';
import { useAssessment } from '../../renderer/state/assessment-store.ts';
import { assessment, completeAssessment } from './fixtures.ts';
import { withLayout } from './layout.ts';
import { renderScreen } from './screen.tsx';

withLayout({ height: 600 });

const open = { state: 'unscored' as const, reason: '', evidence: [] };

describe('gap analysis', () => {
  it('lists what would reach the line, most first, and leads to the item', async () => {
    const complete = completeAssessment();
    const { user } = await renderScreen(<GapScreen />, {
      ...complete,
      entries: {
        ...complete.entries,
        '1.1': { state: 'scored', input: { kind: 'award', points: 1500 }, reason: '', evidence: [] },
        '1.2': open,
      },
    });
    expect(
      screen.getByText(
        /^按参考标准自评75分（还有1项未评），低于自查参考线90分，还差15分；正式推荐须按正式验收标准评分。$/,
      ),
    ).toBeDefined();
    const table = screen.getByRole('table', { name: '补齐以下项目可达 90 分（1 项）' });
    expect(table.textContent).toContain('+20 分');
    await user.click(within(table).getByRole('button', { name: '1.2 领导重视' }));
    expect(useAssessment.getState()).toMatchObject({ screen: 'scoring', selectedCode: '1.2' });
  });

  it('makes a workbook of it for the unit itself, with the conditions, on request', async () => {
    const { host, user } = await renderScreen(<GapScreen />, completeAssessment());
    await user.click(screen.getByRole('button', { name: '差距分析和自查表（xlsx）' }));
    await waitFor(() => expect(host.exports()).toHaveLength(1));
    const [path = ''] = host.exports();
    expect(path).toMatch(/\/差距分析和申报条件自查_[^/]+\.xlsx$/u);
    const { SheetNames } = read(readFileSync(path));
    expect(SheetNames).toEqual(['差距分析', '申报条件自查']);
  });

  it('says in a table what the charts draw', async () => {
    const complete = completeAssessment();
    await renderScreen(<GapScreen />, { ...complete, entries: { ...complete.entries, '1.2': open } });
    const row = within(screen.getByRole('table', { name: '各指标得分' })).getByRole('row', {
      name: /组织保障/,
    });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['20', '40', '—', '50%', '0', '20', '1']);
    expect(screen.getByRole('img', { name: /条形图：组织保障失0分、未评20分/ })).toBeDefined();
  });

  it('names what is scored without evidence, what is open, and files on no item', async () => {
    const complete = completeAssessment();
    const loose = complete.evidence.map((file) => ({ ...file, sha256: 'c'.repeat(64), label: '散件' }));
    const { user } = await renderScreen(<GapScreen />, {
      ...complete,
      evidence: [...complete.evidence, ...loose],
      entries: {
        ...complete.entries,
        '1.1': { state: 'scored', input: { kind: 'award', points: 2000 }, reason: '', evidence: [] },
        '2.2': open,
      },
    });
    expect(screen.getByRole('region', { name: '已评但无佐证' }).textContent).toContain('1.1 制定方案');
    expect(screen.getByRole('region', { name: '未评' }).textContent).toContain('2.2 文书规范');
    await user.click(
      within(screen.getByRole('region', { name: '未关联的材料' })).getByRole('button', { name: '散件' }),
    );
    expect(useAssessment.getState().screen).toBe('evidence');
  });

  it('a passed assessment has nothing to make up and can be printed', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user } = await renderScreen(<GapScreen />, completeAssessment());
    expect(
      screen.getByText('按参考标准自评100分，高于自查参考线90分；正式推荐须按正式验收标准评分。'),
    ).toBeDefined();
    expect(screen.queryByRole('table', { name: /补齐/ })).toBeNull();
    expect(screen.getByText('✓ 全部评完')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '打印' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    vi.unstubAllGlobals();
  });

  it('says so where even full marks would not reach the line', async () => {
    const complete = completeAssessment();
    const penalty = { kind: 'claims' as const, counts: { P1a: 30 } };
    await renderScreen(<GapScreen />, {
      ...assessment(),
      entries: { ...complete.entries, P1: { state: 'scored', input: penalty, reason: '', evidence: [] } },
    });
    expect(screen.getByText(/各项都得满分也到不了 90 分/)).toBeDefined();
  });
});
