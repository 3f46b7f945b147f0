import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../shared/assessment/schema.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { completeAssessment, STANDARD } from './fixtures.ts';
import { withLayout } from './layout.ts';
import { verifying } from './verifying.tsx';

withLayout({ height: 900 });

const OFFICIAL = officialOf({ ...STANDARD, statement: '' });
const scores = () => screen.getByLabelText('自评与核验得分').textContent;
const bar = () => within(screen.getByRole('group', { name: '核验进展' }));

/** The entries of a complete assessment, some of them different. */
function entries(changes: Assessment['entries']): Partial<Assessment> {
  return { entries: { ...completeAssessment().entries, ...changes } };
}

function withEffect(effect: 'totalZero' | 'notEligible' | 'notRated', own = false): Standard {
  const vetoes = STANDARD.vetoes.map((veto) => ({ ...veto, effect, own }));
  return own ? { ...STANDARD, vetoes } : officialOf({ ...STANDARD, statement: '', vetoes });
}

describe('what a verified score is worth', () => {
  it('says in header and conclusion that a reference standard gives no recommendation', async () => {
    const { part } = await verifying({ verified: true });
    expect(scores()).toContain('按参考标准核验得分已达自查参考线 90 分');
    await part('核验结论');
    screen.getByText(
      /^各项都已核验，但佐证材料\d+件次未看，按参考标准核验得分 100 分，基础分 100 分（已达自查参考线 90 分）$/,
    );
    expect(screen.getAllByText('正式推荐须按正式验收标准评分')).toHaveLength(1);
    expect(document.body.textContent).not.toContain('推荐分数线');
  });

  it('says so from the start, before anything is verified', async () => {
    await verifying();
    expect(scores()).toContain('按参考标准，未完成核验正式推荐须按正式验收标准评分');
  });

  it('measures by 推荐分数线 with an official standard', async () => {
    const { part } = await verifying({ verified: true }, OFFICIAL);
    expect(scores()).toContain('核验得分已达推荐分数线 90 分');
    await part('核验结论');
    // Nobody looked at the evidence yet: no green word.
    const said = screen.getByText(
      /^各项都已核验，但佐证材料\d+件次未看，核验得分 100 分，基础分 100 分（已达推荐分数线 90 分）$/,
    );
    expect(said.closest('.ant-alert')?.className).toContain('ant-alert-info');
    expect(document.body.textContent).not.toMatch(/参考标准|正式推荐须/);
  });
});

describe('a veto that the verifier found', () => {
  async function found(standard: Standard) {
    const verify = await verifying({ verified: true }, standard);
    await verify.open(/^V1 /);
    await verify.user.keyboard('2');
    await waitFor(() => expect(verify.entry('V1')?.input).toEqual({ kind: 'veto', applies: true }));
    await verify.user.type(screen.getByRole('textbox', { name: /^情况说明/ }), '材料系伪造');
    await verify.user.tab();
    await waitFor(() => expect(verify.entry('V1')?.reason).toBe('材料系伪造'));
    return verify;
  }

  it.each([
    ['notEligible', '存在“弄虚作假”，不得推荐'],
    ['notRated', '存在“弄虚作假”，不得评优；是否影响推荐由推荐单位认定'],
  ] as const)('of the effect %s is red in the header and in the conclusion', async (effect, sentence) => {
    const { user, part } = await found(withEffect(effect));
    const red = screen.getByRole('alert');
    expect(red.textContent).toContain(sentence);
    expect(scores()).toContain('核验得分已达推荐分数线 90 分');
    await part('核验结论');
    const all = screen.getAllByRole('alert').map(({ textContent }) => textContent);
    expect(all.filter((text) => text.includes(sentence))).toHaveLength(2);
    await user.click(within(red).getByRole('button', { name: '查看 V1' }));
    await screen.findByRole('heading', { name: /^V1 / });
  });

  it('gives the reason of a total of 0 in place of the line', async () => {
    const { part } = await found(withEffect('totalZero', true));
    expect(scores()).toContain('按参考标准有否决事项，总分计零');
    expect(scores()).not.toContain('未达');
    expect(screen.getByRole('alert').textContent).toContain(
      '存在“弄虚作假”，总分计零（本软件自拟，非通知规定）',
    );
    await part('核验结论');
    screen.getByText(/核验得分 0 分，基础分 100 分：按参考标准有否决事项，总分计零/);
  });
});

describe('合理缺项', () => {
  const declared = entries({
    '2.3': { state: 'notApplicable', reason: '没有办结案件', evidence: [] },
  });

  it('show the unit’s own sum from the start, and cannot be confirmed before they are verified', async () => {
    const { user } = await verifying({ changes: declared });
    await user.click(bar().getByRole('button', { name: '合理缺项20分（1项），未确认' }));
    const dialog = within(await screen.findByRole('dialog', { name: '合理缺项20分（1项），未确认' }));
    expect(dialog.getByRole('listitem').textContent).toBe('2.3 回访比例20 分，待核。理由：没有办结案件');
    expect(dialog.getByRole('button', { name: /^确认合理缺项/ })).toHaveProperty('disabled', true);
  });

  it('are confirmed only beside the list of them', async () => {
    const { user, review } = await verifying({ changes: declared, verified: true });
    // They wait for a confirmation, not for a reason.
    bar().getByRole('button', { name: '缺理由 0' });
    await user.click(bar().getByRole('button', { name: '合理缺项20分（1项），未确认' }));
    expect(review().gapsConfirmed).toBeUndefined();
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('listitem').textContent).toContain('已核为不适用。理由：没有办结案件');
    await user.click(dialog.getByRole('button', { name: '确认合理缺项20分（1项）' }));
    await waitFor(() => expect(review().gapsConfirmed).toMatchObject({ count: 1, points: 2000 }));
    bar().getByRole('button', { name: '合理缺项20分（1项），已确认' });
  });
});
