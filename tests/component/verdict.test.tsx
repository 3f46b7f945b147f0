import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../shared/assessment/schema.ts';
import type { Item, Standard } from '../../shared/standard/schema.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { startWith, step } from './app.tsx';
import { completeAssessment, STANDARD } from './fixtures.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

const OFFICIAL = officialOf({ ...STANDARD, statement: '' });
const total = () => screen.getByRole('group', { name: '自评总分' });
const condition = (title: RegExp) =>
  screen.getAllByRole('row').find((row) => within(row).queryByText(title, { selector: 'td' }));

/** The same standard with changed items, by code. */
function withItems(standard: Standard, changes: Readonly<Record<string, Partial<Item>>>): Standard {
  const sections = standard.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, ...changes[item.code] })),
  }));
  return { ...standard, sections };
}

function withVeto(applies: boolean): Assessment {
  const complete = completeAssessment();
  const input = { kind: 'veto' as const, applies };
  return {
    ...complete,
    entries: { ...complete.entries, V1: { state: 'scored', input, reason: '有', evidence: [] } },
  };
}

describe('a verdict', () => {
  it.each([
    [
      'a reference standard',
      STANDARD,
      '按参考标准自评100分，高于自查参考线90分；正式推荐须按正式验收标准评分',
      ['按参考标准', '自查包'],
    ],
    [
      'a standard of the office',
      { ...STANDARD, authority: 'custom' as const },
      '按自定义标准自评100分，高于自查参考线90分；正式推荐须按正式验收标准评分',
      ['按自定义标准', '自查包'],
    ],
    [
      'an official text of which one part was not compared',
      { ...OFFICIAL, check: { ...OFFICIAL.check!, parts: OFFICIAL.check!.parts.slice(1) } },
      '按未核对的标准自评100分，高于自查参考线90分；正式推荐须按正式验收标准评分',
      ['按未核对的标准', '自查包'],
    ],
    ['an official one', OFFICIAL, '✓ 自评100分，高于推荐分数线90分', ['符合', '推荐包']],
  ])('by %s', async (_, standard, sentence, [result, name]) => {
    const { user } = await startWith(completeAssessment(), standard);
    expect(total().textContent).toContain(sentence);
    await user.click(step('资格审查与导出'));
    expect(condition(/^(自我评价90分以上|自查参考线90分)$/)?.textContent).toContain(result);
    expect(screen.getByRole('button', { name: `导出${name}` })).toHaveProperty('disabled', false);
    const green = screen.queryByText(/符合推荐条件/);
    expect(green?.textContent).toBe(standard === OFFICIAL ? '符合推荐条件，可以导出推荐包' : undefined);
  });

  it('is red at once where a veto makes the total 0, and leads to it', async () => {
    const [veto] = STANDARD.vetoes;
    const zero = { ...STANDARD, vetoes: [{ ...veto!, effect: 'totalZero' as const, own: true }] };
    const { user } = await startWith(withVeto(true), zero);
    const why = within(total()).getByRole('alert');
    expect(why.textContent).toContain('存在“弄虚作假”，总分计零');
    expect(total().textContent).toContain('0 分');
    await user.click(within(why).getByRole('button', { name: '查看' }));
    await screen.findByRole('heading', { name: 'V1 弄虚作假' });
    const pane = within(screen.getByRole('region', { name: '评分' }));
    expect(pane.getByText('否决事项（非通知规定）')).toBeTruthy();
    expect(pane.getByText(/本软件自拟，非通知规定/)).toBeTruthy();
    expect(why.textContent).toContain('（本软件自拟，非通知规定）');
    const bar = screen.getByRole('group', { name: '自评进展' });
    expect(bar.textContent).toMatch(/有否决事项，总分计零/);
    expect(bar.textContent).not.toContain('还差');
  });

  it('of an official standard is not taken by a veto of our own', async () => {
    const [veto] = OFFICIAL.vetoes;
    const own = { ...OFFICIAL, vetoes: [{ ...veto!, effect: 'totalZero' as const, own: true }] };
    await startWith(withVeto(true), own);
    expect(total().textContent).toContain('100 分');
  });
});

describe('合理缺项', () => {
  const facts = [
    { code: 'penalty', title: '行政处罚职能', notAskedOf: [] },
    { code: 'mediation', title: '行政调解职能', notAskedOf: ['township'] },
  ];
  const standard = withItems(
    { ...STANDARD, facts },
    { '2.1': { needs: ['penalty'] }, '2.2': { needs: ['penalty'] }, '1.1': { needs: ['mediation'] } },
  );
  const half = (): Assessment => {
    const complete = completeAssessment();
    const open = { state: 'unscored' as const, reason: '', evidence: [] };
    return { ...complete, entries: { ...complete.entries, '2.1': open } };
  };

  it('follows from what the unit lacks: proposed, declared at once, summed, contradictions flagged', async () => {
    const { host, user } = await startWith(half(), standard);
    const question = screen.getByRole('radiogroup', { name: '有没有行政处罚职能' });
    await user.click(within(question).getByRole('radio', { name: '没有' }));
    expect(await screen.findByText(/有1项（20分）可作合理缺项/)).toBeTruthy();
    expect(screen.getByText(/“没有行政处罚职能”，却给“2\.2 /)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '标为不适用' }));
    expect(await screen.findByText('合理缺项20分（1项）。')).toBeTruthy();
    await waitFor(() =>
      expect(host.assessment().entries['2.1']).toMatchObject({
        ...{ state: 'notApplicable', reason: '没有行政处罚职能' },
      }),
    );
  });

  it('asks a unit only what its kind is asked, and lets it leave out no more', async () => {
    const complete = completeAssessment();
    const { user } = await startWith(
      { ...complete, unit: { ...complete.unit, category: 'township' } },
      standard,
    );
    expect(screen.queryByRole('radiogroup', { name: '有没有行政调解职能' })).toBeNull();
    await user.click(step('逐项自评'));
    await user.click(await screen.findByRole('treeitem', { name: /^1\.1 / }));
    await screen.findByRole('heading', { name: /^1\.1 / });
    expect(screen.queryByRole('button', { name: '标为不适用' })).toBeNull();
  });
});
