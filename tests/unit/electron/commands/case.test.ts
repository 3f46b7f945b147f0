import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../tables/gb18030.ts';
import { docx, p } from '../services/import/docx.ts';
import { changed, sample, sampleFile } from '../../shared/registers/cases/samples.ts';
import { cli } from './terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-case-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Answer {
  readonly words: number;
  readonly findings: readonly {
    readonly code: string;
    readonly at: { readonly from: number; readonly to: number };
  }[];
}

describe('case check', () => {
  it('tells words and findings as JSON, in this form and order, and nothing else on stdout', async () => {
    const text = '标题\r\n由我局负责';
    const { code, out, err } = await cli('case', 'check', await file('one.txt', text), '--json');
    expect({ code, err }).toStrictEqual({ code: 1, err: '' });
    const { words, findings } = JSON.parse(out) as Answer;
    const own = findings.find((finding) => finding.code === 'own-name');
    expect(
      out.startsWith(
        `{"words":5,"findings":[{"code":"missing-part","severity":"advice","at":{"from":0,"to":2},`,
      ),
    ).toBe(true);
    expect(JSON.stringify(own)).toBe(
      '{"code":"own-name","severity":"error","at":{"from":5,"to":7},"message":"“我局”请改用标准简称，如“XX市XX局”","source":"郑法政办〔2020〕9号 二(三)"}',
    );
    expect(words).toBe(5);
    expect(text.slice(5, 7)).toBe('我局');
  });

  it('tells people the line and the words around, on stderr', async () => {
    const text = changed(sample('预付卡'), '青川县市场监督管理局三天内', '我局三天内');
    const { code, out, err } = await cli('case', 'check', await file('people.txt', text));
    expect({ code, out }).toStrictEqual({ code: 1, out: '' });
    expect(err.split('\n').slice(0, 1)).toStrictEqual([
      '【错误】第 5 行“…022年9月初，我局三天内收到集中投…”：“我局”请改用标准简称，如“XX市XX局”（郑法政办〔2020〕9号 二(三)）',
    ]);
    expect(err).toContain('正文 1490 字');
    expect(err).toContain('错误 1 处，提醒事项 0 处');
  });

  it('takes the line below 附件 for the title, and counts neither', async () => {
    const { out } = await cli(
      'case',
      'check',
      await file('head.txt', '附件1\r\n标题\r\n由我局负责'),
      '--json',
    );
    const { words, findings } = JSON.parse(out) as Answer;
    expect(words).toBe(5);
    expect(findings.find(({ code }) => code === 'own-name')?.at).toStrictEqual({ from: 10, to: 12 });
  });

  it('passes with advice', async () => {
    const { code, err } = await cli('case', 'check', await file('advice.txt', '标题\n本局负责'));
    expect(code).toBe(0);
    expect(err).toContain('【提醒事项】第 2 行“本局负责”：');
    expect(err).toContain('没有错误');
  });

  it('reads a .docx and a GBK file as it reads the text', async () => {
    const plain = sampleFile('超限运输');
    const text = sample('超限运输');
    const body = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => p(line))
      .join('');
    for (const path of [
      plain,
      await file('gbk.txt', encodeGb18030(text)),
      await file('case.docx', await docx({ body })),
    ]) {
      expect(await cli('case', 'check', path, '--json'), path).toStrictEqual({
        code: 0,
        out: '{"words":1499,"findings":[]}\n',
        err: '',
      });
    }
  });

  it('says what of a file was not read, and what to do about it', async () => {
    const content = await docx({ body: p('标题') + p('正文'), header: p('联系人：某某') });
    const { err } = await cli('case', 'check', await file('header.docx', content));
    expect(err.split('\n')[0]).toBe(
      '页眉、页脚里有文字，没有读取，也没有检查。请打开原件看里面有没有姓名、电话等，要用的请移到正文。',
    );
  });

  it.each([
    ['case'],
    ['case', 'count', 'a.txt'],
    ['case', 'check'],
    ['case', 'check', 'a.txt', 'b.txt'],
    ['case', 'check', 'a.txt', '--out', 'b.txt'],
  ])('is wrong use: %s %s %s %s %s', async (...line) => {
    expect(await cli(...line)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('用法：') });
  });

  it.each([
    ['is not there', undefined],
    ['is empty', ''],
    ['is of another kind', '%PDF-1.7\n'],
  ])('answers 3 where the file %s', async (what, content) => {
    const path = content === undefined ? join(folder, 'nothing') : await file(`${what}.pdf`, content);
    expect(await cli('case', 'check', path, '--json')).toMatchObject({ code: 3, out: '' });
  });
});
