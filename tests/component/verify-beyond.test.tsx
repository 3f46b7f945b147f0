import { utils, write } from 'xlsx';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { encode } from '../../shared/document.ts';
import { reviewDocument } from '../../shared/review/documents.ts';
import type { Review } from '../../shared/review/schema.ts';
import { applyReviewEdit } from '../../shared/review/edits.ts';
import { DESK_ID } from './desk.ts';
import { completeAssessment } from './fixtures.ts';
import { withLayout } from './layout.ts';
import { PNG } from './pieces.ts';
import { verifying } from './verifying.tsx';

withLayout({ height: 900 });

/** A table as a colleague fills it in. */
function sheet(name: string, rows: readonly (string | number)[][]): File {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '表');
  return new File([new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)], name);
}

describe('实地核验', () => {
  it('keeps date, people by role, findings and photos of each visit', async () => {
    const { host, user, part, review } = await verifying();
    await part('实地核验');
    await user.click(screen.getByRole('button', { name: '添加一次实地核验' }));
    await user.type(await screen.findByLabelText('日期'), '2026.11.18');
    await user.click(screen.getByRole('button', { name: '添加核验人员' }));
    await user.type(await screen.findByRole('textbox', { name: '第 1 人的姓名' }), '甲');
    await user.click(screen.getByRole('button', { name: '添加一条' }));
    await user.type(await screen.findByRole('textbox', { name: '第 1 条情况' }), '制度上墙');
    await user.upload(screen.getByLabelText('添加照片或文件', { selector: 'input' }), [
      new File([new Uint8Array(PNG)], '门厅.png'),
    ]);
    await screen.findByRole('button', { name: '查看 门厅.png' });
    await host.settled();
    expect(review().fieldVisits).toMatchObject([
      {
        date: '2026-11-18',
        people: [{ role: '核验人员', name: '甲' }],
        findings: [{ code: '', text: '制度上墙' }],
        photos: [{ fileName: '门厅.png' }],
      },
    ]);
    await user.click(screen.getByRole('button', { name: '查看 门厅.png' }));
    await screen.findByRole('img', { name: '门厅.png' });
    // Only a campaign that gives the visit a weight asks for its score.
    expect(screen.queryByLabelText(/实地核验得分/)).toBeNull();
    expect(host.inputsOf('addVisitPhotos')).toHaveLength(1);
  });
});

it('keeps what is too long with its own line when a line before it goes', async () => {
  const { user, part, review, host } = await verifying();
  await part('实地核验');
  await user.click(screen.getByRole('button', { name: '添加一次实地核验' }));
  await user.click(screen.getByRole('button', { name: '添加核验人员' }));
  await user.click(screen.getByRole('button', { name: '添加核验人员' }));
  const name = (n: number) => screen.getByRole<HTMLInputElement>('textbox', { name: `第 ${n} 人的姓名` });
  fireEvent.change(name(1), { target: { value: '甲' } });
  fireEvent.change(name(2), { target: { value: '乙'.repeat(51) } });
  await user.click(screen.getByRole('button', { name: '移除第 1 人' }));
  expect(name(1).value).toBe('乙'.repeat(51));
  expect(screen.getByRole('alert').textContent).toBe('最多 50 字，多了 1 字，没有保存；请删减');
  await part('满意度调查');
  await part('实地核验');
  expect(name(1).value).toBe('乙'.repeat(51));
  fireEvent.change(name(1), { target: { value: '乙' } });
  fireEvent.blur(name(1));
  await host.settled();
  await waitFor(() => expect(review().fieldVisits[0]?.people).toEqual([{ role: '核验人员', name: '乙' }]));
});

it('keeps names of 核验人 that are too long, and cuts none', async () => {
  const { user, part, review, host } = await verifying();
  await part('核验结论');
  const names = screen.getByLabelText(/核验人/);
  fireEvent.change(names, { target: { value: '长'.repeat(51) } });
  await user.type(names, '{Enter}');
  await screen.findByText('最多 50 字，多了 1 字，没有保存；请删减');
  expect(screen.getAllByText('长'.repeat(51)).length).toBeGreaterThan(0);
  await host.settled();
  expect(review().reviewers).toEqual([]);
});

describe('满意度调查', () => {
  it('finds a lone number again, and one that does not fit', async () => {
    const { part } = await verifying();
    await part('满意度调查');
    const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
    fireEvent.change(field('样本数（调查人数）'), { target: { value: '3人' } });
    fireEvent.change(field('满意人数'), { target: { value: '3²' } });
    await part('实地核验');
    await part('满意度调查');
    expect([field('样本数（调查人数）').value, field('满意人数').value]).toEqual(['3人', '3²']);
    screen.getByText(/“²”不是普通数字/);
  });

  it('computes the percentage exactly and counts nothing that does not fit', async () => {
    const { host, user, part, review } = await verifying();
    await part('满意度调查');
    await user.type(screen.getByLabelText('样本数（调查人数）'), '3');
    await user.type(screen.getByLabelText('满意人数'), '4');
    screen.getByText(/满意人数不能大于样本数/);
    await host.settled();
    expect(review().survey).toBeUndefined();
    await user.clear(screen.getByLabelText('满意人数'));
    await user.type(screen.getByLabelText('满意人数'), '2');
    await waitFor(() => expect(review().survey).toMatchObject({ sample: 3, satisfied: 2 }));
    expect(screen.getByRole('status', { name: '满意率' }).textContent).toContain('66.67%');
    await user.type(screen.getByLabelText('调查方'), '某调查公司');
    await user.tab();
    await waitFor(() => expect(review().survey?.by).toBe('某调查公司'));
  });

  it('shows what a table says before it is taken', async () => {
    const { host, user, part, review } = await verifying();
    await part('满意度调查');
    const table = [
      ['样本数', '满意数'],
      [150, 145],
      [50, 45],
    ];
    await user.upload(screen.getByLabelText('从表格导入', { selector: 'input' }), sheet('调查.xlsx', table));
    await screen.findByText('样本200，满意190，由2行相加');
    await host.settled();
    expect(review().survey).toBeUndefined();
    await user.click(screen.getByRole('button', { name: '采用' }));
    await waitFor(() => expect(review().survey).toMatchObject({ sample: 200, satisfied: 190 }));
    expect(screen.getByLabelText<HTMLInputElement>('样本数（调查人数）').value).toBe('200');
  });
});

describe('综合评价、公示、确认、结论', () => {
  it('speaks of no 综合评价 where no weights are stated, but of the verified score', async () => {
    const { part } = await verifying({ verified: true });
    await part('核验结论');
    screen.getByText(/按参考标准核验得分 100 分，基础分 100 分（已达自查参考线 90 分）/);
    expect(document.body.textContent).not.toContain('综合评价');
  });

  it('keeps the period, an objection with its outcome, and the document', async () => {
    const { user, part, review } = await verifying();
    await part('公示与确认');
    await user.type(screen.getByLabelText('公示开始'), '2026-11-10');
    await user.type(screen.getByLabelText('公示结束'), '2026-11-09');
    await user.click(screen.getByRole('button', { name: '添加异议' }));
    await user.type(await screen.findByLabelText('异议内容'), '材料不实');
    await user.type(screen.getByLabelText('处理结果'), '查无此事');
    await user.type(screen.getByLabelText('确认文号'), '豫某办〔2026〕1号');
    await user.tab();
    await waitFor(() => expect(review().confirmation?.document).toBe('豫某办〔2026〕1号'));
    expect(review().publicity).toEqual({
      from: '2026-11-10',
      to: '2026-11-09',
      objections: [{ date: '', content: '材料不实', outcome: '查无此事' }],
    });
    screen.getByText('公示结束早于开始，请核对');
    for (const title of ['公示', '确认']) screen.getByText(title);
  });

  it('says what is open beside the conclusion, and leads there', async () => {
    const { user, part, review } = await verifying();
    await part('核验结论');
    screen.getByText('还有 6 项待核，0 处缺理由');
    await user.type(screen.getByLabelText('核验结论'), '材料基本属实');
    await user.type(screen.getByRole('combobox', { name: /^核验人/ }), '甲{Enter}');
    await waitFor(() => expect(review()).toMatchObject({ conclusion: '材料基本属实', reviewers: ['甲'] }));
    await user.click(screen.getByRole('button', { name: '去核验' }));
    await screen.findByRole('tree', { name: '评分项' });
  });
});

describe('合并与读回', () => {
  /** The file of a colleague who began from the same package. */
  function colleague(fresh: Review, name: string): File {
    const start = { ...fresh, reviewers: [name] };
    const context = { assessment: completeAssessment(), now: '2026-11-19T00:00:00.000Z' };
    const agreed = applyReviewEdit(start, { kind: 'agree', codes: ['1.1', '1.2'] }, context);
    const review = applyReviewEdit(agreed, { kind: 'setConclusion', conclusion: '同事的结论' }, context);
    return new File([JSON.stringify(encode(reviewDocument, review))], `${name}.biaobing-review.json`);
  }

  it('shows both sides, asks for each conflict, and takes all in one step', async () => {
    const { user, open, part, entry, review } = await verifying();
    const theirs = colleague(review(), '乙');
    await open(/^1\.2 /);
    await user.click(screen.getByRole('radio', { name: /一般/ }));
    await part('合并与读回');
    await user.upload(screen.getByLabelText('导入同事的核验文件', { selector: 'input' }), theirs);
    const differences = within(await screen.findByRole('region', { name: '两份核验的不同' }));
    differences.getByText(/核验人：乙/);
    differences.getByText('1 处两边不同，还有 1 处没有选');
    const merge = differences.getByRole('button', { name: '合并' });
    expect(merge).toHaveProperty('disabled', true);
    const side = (whose: string) => differences.getByRole('radio', { name: `1.2 领导重视：用${whose}` });
    expect(side('我的').closest('td')?.textContent).toMatch(/^10 分（/);
    expect(side('同事的').closest('td')?.textContent).toMatch(/^20 分（/);
    await user.click(side('同事的'));
    await user.click(merge);
    await waitFor(() => expect(entry('1.2')?.input).toEqual({ kind: 'tiers', option: 'a' }));
    expect(entry('1.1')?.state).toBe('scored');
    expect(review()).toMatchObject({ conclusion: '同事的结论', reviewers: ['乙'] });
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(entry('1.1')).toBeUndefined());
    expect(entry('1.2')?.input).toEqual({ kind: 'tiers', option: 'b' });
  });

  it('compares again where another page has saved since, and asks once more for what it has not shown', async () => {
    const { host, key, user, part, review } = await verifying();
    const conclude = async (conclusion: string, base: string) => {
      const step = { do: 'edit', edit: { kind: 'setConclusion', conclusion }, base };
      const changed = { document: 'review', deskId: DESK_ID, key, step };
      expect(await host.elsewhere('changeDocument', changed)).toMatchObject({ ok: true });
    };
    const theirs = colleague(review(), '乙');
    await conclude('看到的', '');
    await part('合并与读回');
    await user.upload(screen.getByLabelText('导入同事的核验文件', { selector: 'input' }), theirs);
    const differences = within(await screen.findByRole('region', { name: '两份核验的不同' }));
    await user.click(differences.getByRole('button', { name: '都用同事的' }));
    await conclude('另一页后来写的', '看到的');
    await user.click(differences.getByRole('button', { name: '合并' }));
    await differences.findByText('另一页后来写的');
    screen.getByText(/比较之后，这份核验在另一个窗口又改过/);
    expect(differences.getByRole('button', { name: '合并' })).toHaveProperty('disabled', true);
    expect(review().conclusion).toBe('另一页后来写的');
    await user.click(differences.getByRole('button', { name: '都用同事的' }));
    await user.click(differences.getByRole('button', { name: '合并' }));
    await waitFor(() => expect(review().conclusion).toBe('同事的结论'));
  });

  it('never takes a colleague’s confirmation of 合理缺项 unasked', async () => {
    const out = { state: 'notApplicable' as const, reason: '没有办结案件', evidence: [] };
    const changes = { entries: { ...completeAssessment().entries, '2.3': out } };
    const { user, part, review } = await verifying({ verified: true, changes });
    const confirmed = { ...review(), gapsConfirmed: { count: 1, points: 2000, codes: ['2.3'] } };
    const file = new File([JSON.stringify(encode(reviewDocument, confirmed))], '乙.biaobing-review.json');
    const load = async () => {
      await user.upload(screen.getByLabelText('导入同事的核验文件', { selector: 'input' }), file);
      return within(await screen.findByRole('region', { name: '两份核验的不同' }));
    };
    await part('合并与读回');
    const asked = await load();
    const radio = (side: string) => asked.getByRole('radio', { name: `合理缺项的确认：用${side}` });
    expect(radio('我的').closest('td')?.textContent).toBe('未确认');
    expect(radio('同事的').closest('td')?.textContent).toBe('合理缺项20分（1项），已确认');
    expect(asked.getByRole('button', { name: '合并' })).toHaveProperty('disabled', true);
    await user.click(asked.getByRole('button', { name: '都用我的' }));
    await user.click(asked.getByRole('button', { name: '合并' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '两份核验的不同' })).toBeNull());
    expect(review().gapsConfirmed).toBeUndefined();
    const again = await load();
    await user.click(again.getByRole('radio', { name: '合理缺项的确认：用同事的' }));
    await user.click(again.getByRole('button', { name: '合并' }));
    await waitFor(() => expect(review().gapsConfirmed).toMatchObject({ count: 1, points: 2000 }));
  });

  it('reads a filled-in workbook: new rows, conflicts to pick, problems named, nothing taken unasked', async () => {
    const { host, user, part, entry } = await verifying({ verified: true });
    const table = [
      ['编号', '核验分', '核验意见'],
      ['1.1', 15, '表里的意见'],
      ['B1', 99, '表里的意见'],
    ];
    await part('合并与读回');
    await user.upload(
      screen.getByLabelText('选择填好的推荐材料.xlsx', { selector: 'input' }),
      sheet('推荐材料.xlsx', table),
    );
    const read = within(await screen.findByRole('region', { name: '表格里的核验分' }));
    read.getByText('表里没有推荐包编号，请确认它是这个单位的');
    read.getByText('B1 表彰：填的是“99”。99分不在0至5分之间');
    const take = read.getByRole('button', { name: '采用' });
    expect(take).toHaveProperty('disabled', true);
    await host.settled();
    expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 2000 });
    await user.click(read.getByRole('button', { name: '都用表格里的' }));
    await user.click(take);
    await waitFor(() => expect(entry('1.1')?.input).toEqual({ kind: 'award', points: 1500 }));
  });
});

it('shows what was handed in beside the items, to be read only', async () => {
  const { user, part } = await verifying();
  await part('申报材料');
  screen.getByText('单位没有报送。');
  await user.click(screen.getByRole('button', { name: '查看 方案' }));
  await screen.findByRole('dialog', { name: '方案' });
});
