import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { partCase } from '../../shared/registers/cases/parted.ts';
import type { Entry } from '../../shared/registers/entry.ts';
import { repository } from '../repository.ts';
import { docx, p } from '../unit/electron/services/import/docx.ts';
import { sample } from '../unit/shared/registers/cases/samples.ts';
import { startApp } from './app.tsx';
import { drop, entry, hold } from './dropping.ts';
import { TestHost } from './host.ts';
import { casesOf, keepYear } from './year.ts';

const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label);
const type = (label: string, value: string) => {
  fireEvent.change(field(label), { target: { value } });
  fireEvent.blur(field(label));
};
const checks = () => within(screen.getByRole('region', { name: '检查' }));
const results = () =>
  within(screen.getByRole('list', { name: '检查结果' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

/** 典型案例 of a year that has these. */
async function register(...cases: Entry['fields'][]) {
  const host = new TestHost({ resources: repository });
  keepYear(host, cases);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: '年度工作' }));
  await started.user.click(await screen.findByRole('button', { name: /^打开 示例局/ }));
  await started.user.click(await screen.findByRole('button', { name: '典型案例' }));
  await screen.findByRole('region', { name: '典型案例' });
  return started;
}

/** The first of these, opened. */
async function writing(fields: Entry['fields'] = {}) {
  const started = await register({ state: '撰写中', ...fields });
  await started.user.click(screen.getAllByRole('row')[1]!);
  await screen.findByRole('region', { name: '撰写典型案例' });
  return started;
}

function choose(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const input = screen.getByLabelText('导入文件', { selector: 'input' });
  fireEvent.change(input, { target: { files: [new File([content], name)] } });
}

describe('典型案例', () => {
  it('begins with the outline, which 撤销 takes back', async () => {
    const { host, user } = await register();
    await user.click(screen.getByRole('button', { name: /新增一篇/ }));
    await waitFor(() => expect(document.activeElement).toBe(field('标题')));
    await user.click(screen.getByRole('button', { name: '从提纲开始' }));
    await waitFor(() => expect(casesOf(host)[0]?.fields['text']).toContain('（四）取得的成效'));
    expect(document.activeElement).toBe(field('正文'));
    expect(screen.queryByRole('button', { name: '从提纲开始' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(casesOf(host)[0]?.fields['text'] ?? '').toBe(''));
    expect(screen.getByRole('button', { name: '从提纲开始' })).toBeTruthy();
  });

  it('checks what is typed at once, errors first, and selects the place', async () => {
    const { user } = await writing({ title: '夜市油烟' });
    // Not left, not saved: it is checked all the same.
    const text = '一、工作背景\n本局受理投诉。\n我局到场。';
    fireEvent.change(field('正文'), { target: { value: text } });
    await waitFor(() => expect(checks().getByRole('status').textContent).toMatch(/^1 处错误，\d 条建议$/));
    expect(results()[0]).toBe('错误“我局”请改用标准简称，如“XX市XX局”郑法政办〔2020〕9号 二(三)');
    expect(
      results()
        .slice(1)
        .every((each) => each.startsWith('建议')),
    ).toBe(true);
    await user.click(screen.getByRole('button', { name: /“我局”请改用/ }));
    const { selectionStart, selectionEnd, value } = field('正文');
    expect(document.activeElement).toBe(field('正文'));
    expect(value.slice(selectionStart, selectionEnd)).toBe('我局');
  });

  it('selects a place in the title', async () => {
    const { user } = await writing({ title: '我局化解夜市油烟', text: '工作背景\n背景。' });
    await user.click(await screen.findByRole('button', { name: /“我局”请改用/ }));
    const { selectionStart, selectionEnd, value } = field('标题');
    expect(document.activeElement).toBe(field('标题'));
    expect(value.slice(selectionStart, selectionEnd)).toBe('我局');
  });

  it('counts by the rule on the page: 1,500 字 pass and 1,501 do not', async () => {
    await writing({ title: '标题', text: '字'.repeat(1500) });
    expect(checks().getByText('字数 1500/1500')).toBeTruthy();
    expect(checks().getByText(/不计空格字符数 1500/)).toBeTruthy();
    expect(
      checks().getByText(
        /计数规则：汉字、全角标点每个算一字.*标题和它上面的“案例一”“附件”、单位名称、日期、编号不计/,
      ),
    ).toBeTruthy();
    expect(checks().getByRole('status').textContent).toMatch(/^未发现错误/);
    type('正文', '字'.repeat(1501));
    await checks().findByText('字数 1501/1500，超出 1 字');
    expect(results()[0]).toContain('正文 1501 字，超出 1 字');
  });

  it('says nothing of an empty case, and that nothing was found of a clean one', async () => {
    await writing();
    expect(checks().getByRole('status').textContent).toBe('还没有正文，没有检查。');
    type('正文', sample('餐饮油烟'));
    await waitFor(() => expect(checks().getByRole('status').textContent).toMatch(/^未发现错误/));
    expect(checks().getByText(/标题栏空着，第一行按标题算/)).toBeTruthy();
    expect(screen.queryByText(/合格/)).toBeNull();
  });

  it('estimates the talk at the pace that is typed, and not without one', async () => {
    await writing({ title: '标题', text: '字'.repeat(1500) });
    expect(checks().getByText('填写后估算讲解时间')).toBeTruthy();
    expect(results().some((each) => each.includes('讲解约'))).toBe(false);
    type('讲解速度（字/分钟）', '140');
    expect(await checks().findByText('讲解约 10.8 分钟（估算），要求 10 分钟之内')).toBeTruthy();
    expect(results()[0]).toContain('超过 10 分钟');
    type('讲解速度（字/分钟）', '150');
    expect(await checks().findByText(/讲解约 10 分钟/)).toBeTruthy();
    expect(results().some((each) => each.includes('超过 10 分钟'))).toBe(false);
  });

  it('takes a file into an empty case', async () => {
    const { host } = await writing();
    choose('案例.txt', sample('预付卡'));
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject(partCase(sample('预付卡'), 500)));
    expect(field('标题').value).toBe(partCase(sample('预付卡'), 500).title);
  });

  it('says that no title was known, and that hidden text was left out', async () => {
    const { host } = await writing();
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>';
    const body = p('近年来夜市增多。') + `<w:p>${hidden}</w:p>` + p('正文');
    choose('案例.docx', new Uint8Array(await docx({ body })));
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject({ text: '近年来夜市增多。\n正文' }));
    expect(field('标题').value).toBe('');
    expect(await screen.findByText(/有隐藏文字，没有导入。/)).toBeTruthy();
    expect(screen.getByText(/没有认出标题，文件内容都放在正文里。/)).toBeTruthy();
  });

  it('says what stood above the title and has no field', async () => {
    const { host } = await writing();
    choose('案例.txt', '附件1\n某市城市管理局\n夜市油烟\n正文。');
    await waitFor(() =>
      expect(casesOf(host)[0]?.fields).toMatchObject({ title: '夜市油烟', text: '正文。' }),
    );
    expect(
      await screen.findByText(
        '标题上面的“附件1”、“某市城市管理局”不是标题，也不是正文，没有导入。要用的，请自己填写。',
      ),
    ).toBeTruthy();
  });

  it.each(['案例.doc', '案例.wps'])('takes the text of %s', async (name) => {
    const { host } = await writing();
    choose(name, new Uint8Array(readFileSync(`${repository}/tests/fixtures/import-files/old-case.doc`)));
    await waitFor(() => expect(casesOf(host)[0]?.fields['title']).toBe('夜市油烟扰民指导整改（示例）'));
    expect(
      await screen.findByText(/^\.doc、\.wps 里的隐藏文字认不出来，有的话也在正文里，一起计数。请核对；/),
    ).toBeTruthy();
    expect(field('正文').value).toContain('受理“油烟扰民”投诉，依据《大气污染防治法》——处理；共３件……');
  });

  it('takes a file that is let go over the text; elsewhere it is a material', async () => {
    const { host } = await writing();
    hold(field('正文'));
    expect(await screen.findByText('松开，导入为这一篇的标题和正文')).toBeTruthy();
    drop(field('正文'), entry('案例.txt', '新标题\n新正文'));
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject({ title: '新标题', text: '新正文' }));
    hold(screen.getByRole('region', { name: '检查' }));
    expect(await screen.findByText('松开，加到这一行的材料')).toBeTruthy();
  });

  it('asks before a file goes over what is typed', async () => {
    const { host, user } = await writing({ title: '旧标题', text: '旧正文' });
    // Typed, and not yet saved.
    fireEvent.change(field('正文'), { target: { value: '新写的' } });
    choose('案例.txt', '新标题\n新正文');
    await user.click(await screen.findByRole('button', { name: '保留现有内容' }));
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject({ title: '旧标题', text: '新写的' }));
    choose('案例.txt', '新标题\n新正文');
    const replace = await screen.findByRole('button', { name: '换成文件里的内容' });
    fireEvent.change(field('正文'), { target: { value: '刚写的' } });
    await user.click(replace);
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject({ title: '新标题', text: '新正文' }));
    expect(field('正文').value).toBe('新正文');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject({ title: '旧标题', text: '刚写的' }));
  });

  it('keeps what is longer than a field holds until it is given up for a file', async () => {
    const { host, user } = await writing({ text: '旧正文' });
    type('正文', '字'.repeat(20_001));
    expect(await screen.findByText(/最多 20000 字，多了 1 字.*没有保存/)).toBeTruthy();
    // What is refused is checked as well.
    expect(await checks().findByText(/^字数 20001\/1500/)).toBeTruthy();
    choose('案例.txt', '新标题\n新正文');
    await user.click(await screen.findByRole('button', { name: '换成文件里的内容' }));
    await waitFor(() => expect(casesOf(host)[0]?.fields).toMatchObject({ text: '新正文' }));
    await waitFor(() => expect(field('正文').value).toBe('新正文'));
  });

  it('stays open where what is typed no longer fits the search', async () => {
    const { host, user } = await register({ title: '夜市油烟' });
    fireEvent.change(screen.getByLabelText('查找'), { target: { value: '夜市' } });
    await user.click(screen.getAllByRole('row')[1]!);
    await screen.findByRole('region', { name: '撰写典型案例' });
    type('标题', '餐饮油烟');
    await waitFor(() => expect(casesOf(host)[0]?.fields['title']).toBe('餐饮油烟'));
    expect(field('标题').value).toBe('餐饮油烟');
  });

  it('says of what is no document what to do, and changes nothing', async () => {
    const { host } = await writing({ text: '旧正文' });
    const page = new Uint8Array(readFileSync(`${repository}/tests/fixtures/import-files/merged.html`));
    choose('案例.html', page);
    expect(
      await screen.findByText(
        /这份文件不是 Word 或 WPS 文字文档（.docx、.doc、.wps），也不是文本文件（.txt）/,
      ),
    ).toBeTruthy();
    expect(casesOf(host)[0]?.fields['text']).toBe('旧正文');
  });

  it('exports what is on the screen', async () => {
    const { host, user } = await writing({ title: '夜市油烟', text: '旧正文' });
    fireEvent.change(field('正文'), { target: { value: '新正文。' } });
    expect(screen.getByText('征集要求 WPS 格式：用 WPS 打开导出的文件，另存为 .wps 即可。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '导出 Word（.docx）' }));
    await waitFor(() => expect(host.exports()).toHaveLength(1));
    expect(host.exports()[0]).toMatch(/典型案例-夜市油烟-.*\.docx$/);
    const xml = new PizZip(readFileSync(host.exports()[0]!)).file('word/document.xml')?.asText();
    expect(xml).toContain('新正文。');
  });

  it('is gone through by keys, opened by Enter, and left to where it was', async () => {
    const { user } = await register(
      { title: '第一篇', day: '2026-02-01' },
      { title: '第二篇', text: '我局处理。' },
    );
    const list = () => screen.getByRole('grid', { name: '典型案例列表' });
    expect(within(list()).getByText('1 处错误')).toBeTruthy();
    list().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.queryByRole('region', { name: '撰写典型案例' })).toBeNull();
    // The field that gets the focus does not get the key.
    expect(fireEvent.keyDown(list(), { key: 'Enter' })).toBe(false);
    await screen.findByRole('region', { name: '撰写典型案例' });
    expect(field('标题').value).toBe('第一篇');
    await user.click(screen.getByRole('button', { name: '返回列表' }));
    expect(document.activeElement).toBe(list());
    expect(within(list()).getByRole('row', { selected: true }).textContent).toContain('第一篇');
  });

  it('is deleted, and brought back by 撤销', async () => {
    const { host, user } = await writing({ title: '第一篇' });
    await user.click(screen.getByRole('button', { name: '删除这一篇' }));
    await waitFor(() => expect(casesOf(host)).toHaveLength(0));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(casesOf(host)[0]?.fields['title']).toBe('第一篇'));
  });
});
