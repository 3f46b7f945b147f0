import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { repository } from '../repository.ts';
import { docx } from '../unit/electron/services/papers/docx.ts';
import { startWith, step } from './app.tsx';
import { assessment, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => {
  fireEvent.change(field(label), { target: { value } });
  fireEvent.blur(field(label));
};
const profile = (host: TestHost) => host.assessment().unit.profile;

async function papers(of: Assessment = assessment()) {
  const host = new TestHost({ resources: repository });
  const started = await startWith(of, STANDARD, host);
  await started.user.click(step('文书'));
  await screen.findByRole('heading', { name: '文书' });
  return started;
}

const line = (title: string) => within(screen.getByText(title, { selector: 'strong' }).closest('li')!);

describe('文书', () => {
  it('saves 单位概况 as it is typed, and takes it back by 撤销', async () => {
    const { host, user } = await papers();
    type('单位性质', '行政机关');
    type('编制人数', '８６人');
    type('主要举措', '第一\n第二');
    await waitFor(() =>
      expect(profile(host)).toMatchObject({ nature: '行政机关', posts: 86, measures: '第一\n第二' }),
    );
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(profile(host)?.measures ?? '').toBe(''));
  });

  it('refuses what is no number in words and keeps it in the field', async () => {
    const { host } = await papers();
    type('持证人数', '七十');
    expect(await screen.findByText(/请输入整数.*没有保存/)).toBeTruthy();
    expect(field('持证人数').value).toBe('七十');
    type('持证人数', '');
    type('单位性质', '行政机关');
    await waitFor(() => expect(profile(host)).toMatchObject({ nature: '行政机关' }));
    expect(profile(host)?.licensed).toBeUndefined();
  });

  it('offers usual rows for 近三年数据, which are changed, added and removed', async () => {
    const { host, user } = await papers();
    await user.click(screen.getByRole('button', { name: '放入常用项目' }));
    await screen.findByLabelText('行政检查（次），2025年');
    type('行政检查（次），2023年', '12');
    await waitFor(() => expect(profile(host)?.counts[0]?.values).toEqual([12, null, null]));
    type('最后一年', '2026');
    await screen.findByLabelText('行政检查（次），2026年');
    await user.click(screen.getByRole('button', { name: '移除：行政检查（次）' }));
    await waitFor(() => expect(profile(host)?.counts[0]?.label).toBe('行政处罚案件（件）'));
    await user.click(screen.getByRole('button', { name: '加一项' }));
    await waitFor(() => expect(profile(host)?.counts).toHaveLength(9));
    type('第 9 项的名称', '合规指导（次）');
    await waitFor(() => expect(profile(host)?.counts.at(-1)?.label).toBe('合规指导（次）'));
  });

  it('tells before a paper is made what is still empty, and makes it all the same', async () => {
    const { host, user } = await papers();
    expect(line('标兵推荐表').getByText(/^还空着：统一社会信用代码、单位类别.*等\d+处$/)).toBeTruthy();
    expect(line('佐证材料目录').getByText('还空着：佐证材料')).toBeTruthy();
    for (const title of ['标兵推荐表', '承诺书', '自评报告', '佐证材料目录']) {
      await user.click(screen.getByRole('button', { name: `生成${title}` }));
      await waitFor(() => expect(host.exports().some((path) => path.includes(title))).toBe(true));
    }
    await user.click(screen.getByLabelText('加主管部门意见'));
    await user.click(screen.getByRole('button', { name: '生成标兵推荐表' }));
    await waitFor(() => expect(host.inputsOf('makePaper')).toHaveLength(5));
    expect(host.inputsOf('makePaper').at(-1)).toMatchObject({ authorityOpinion: 'with' });
    await user.click((await screen.findAllByRole('button', { name: '打开所在文件夹' })).at(-1)!);
    await waitFor(() => expect(host.shown).toHaveLength(1));
  });

  it('saves what was typed last before it makes a paper', async () => {
    const { host, user } = await papers();
    fireEvent.change(field('结对标兵'), { target: { value: '测试区税务局' } });
    await user.click(screen.getByRole('button', { name: '生成承诺书' }));
    await waitFor(() => expect(host.inputsOf('makePaper')).toHaveLength(1));
    expect(profile(host)?.mentor).toBe('测试区税务局');
  });

  it('adds an own template, makes a paper of it and moves it away', async () => {
    const { host, user } = await papers();
    await user.upload(
      screen.getByLabelText('添加自己的模板', { selector: 'input' }),
      new File([new Uint8Array(docx(['【单位名称】承诺。']))], '本局承诺书.docx'),
    );
    await user.click(await screen.findByRole('button', { name: '生成本局承诺书' }));
    await waitFor(() => expect(host.exports().some((path) => path.includes('本局承诺书'))).toBe(true));
    await user.click(screen.getByRole('button', { name: '移走本局承诺书' }));
    await user.click(await screen.findByRole('button', { name: /^移\s*走$/ }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '生成本局承诺书' })).toBeNull());
  });

  it('says what a paper of an own template is called, and what hardly can be meant in it', async () => {
    const { user } = await papers();
    await user.upload(
      screen.getByLabelText('添加自己的模板', { selector: 'input' }),
      new File([new Uint8Array(docx(['{单位名称}']))], '模板-标兵推荐表-20261128-035357492.docx'),
    );
    expect(await screen.findByText('文书名称：标兵推荐表')).toBeTruthy();
    expect(screen.getByText('没有一个【字段】，生成的每一份都一样')).toBeTruthy();
    expect(screen.getByText(/“{单位名称}”不是字段，不会填；字段用【】/)).toBeTruthy();
    const make = screen.getByRole('button', { name: '生成模板-标兵推荐表-20261128-035357492' });
    expect(make).toHaveProperty('disabled', false);
  });

  it('names every fault of a template at once, and makes nothing of it', async () => {
    const { host, user } = await papers();
    await user.upload(
      screen.getByLabelText('添加自己的模板', { selector: 'input' }),
      new File([new Uint8Array(docx(['【甲】', '【#差距】']))], '错.docx'),
    );
    expect(await screen.findByText('没有添加“错.docx”：有2处要改')).toBeTruthy();
    expect(screen.getByText(/没有“甲”这个字段/)).toBeTruthy();
    expect(screen.getByText(/有【#差距】，后面没有【\/差距】/)).toBeTruthy();

    mkdirSync(join(host.root, '文书模板'), { recursive: true });
    writeFileSync(join(host.root, '文书模板', '放进来的.docx'), docx(['【乙】']));
    await user.click(screen.getByRole('button', { name: '刷新' }));
    expect(await screen.findByRole('button', { name: '生成放进来的' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/没有“乙”这个字段/)).toBeTruthy();
  });

  it('lists all fields for whoever writes a template', async () => {
    const { user } = await papers();
    await user.click(screen.getByRole('button', { name: '字段一览' }));
    const list = within(await screen.findByRole('dialog', { name: '模板的字段一览' }));
    expect(list.getByRole('row', { name: /^统一社会信用代码 18 位代码$/ })).toBeTruthy();
    expect(list.getByText(/【#目录】…【\/目录】/)).toBeTruthy();
  });
});
