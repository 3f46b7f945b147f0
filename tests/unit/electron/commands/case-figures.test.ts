import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkCase } from '../../../../shared/registers/cases/check.ts';
import { partCase, wholeCase } from '../../../../shared/registers/cases/parted.ts';
import { docx, p, tbl } from '../services/import/docx.ts';
import { sample } from '../../shared/registers/cases/samples.ts';
import { cli } from './terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-figures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const BODY = '由我局依法处理，当事人仝建国改正。';
const mixed = (words: number) => '字A1２，'.repeat(Math.floor(words / 3)) + '字'.repeat(words % 3);
const FACTS = [
  '工作背景\n近年来夜市增多。',
  '实施过程\n基本案情\n当事人张某占道经营。\n研判分析\n可以指导。\n具体举措\n约谈三次。\n取得的成效\n投诉下降12%。\n案例评析\n有温度。',
].join('\n');

/** What is said of each: its 字, and what its findings of errors point at. */
const TEXTS: readonly (readonly [name: string, text: string, words: number, errors: readonly string[]])[] = [
  ['a good case', sample('餐饮油烟'), checkCase(sample('餐饮油烟')).words, []],
  ['a small good case', `夜市有约定\n${FACTS}`, 67, []],
  ['a table from Word', `标题\n商户\t张XX\t结果\n甲店\t已改\t３天\n${BODY}`, 29, ['我局', '仝建国']],
  ['full-width digits', `标题\n２０２０年１１月６日，罚款１，０００元。${BODY}`, 31, ['我局', '仝建国']],
  ['𠮷 and its like before a finding', `标题\n𠮷野家𠮷𠮷，${BODY}`, 23, ['我局', '仝建国']],
  ['emoji before a finding', `标题\n👨‍👩‍👧👍🏽🇨🇳☀️${BODY}`, 21, ['我局', '仝建国']],
  ['a line of 2,000', `标题\n${'字'.repeat(1999)}。`, 2000, ['字'.repeat(499) + '。']],
  ['a long line with a finding at its end', `标题\n${'字'.repeat(1400)}，${BODY}`, 1418, ['我局', '仝建国']],
  ['1,500 of mixed signs', `标题\n${mixed(1500)}`, 1500, []],
  ['1,501 of mixed signs', `标题\n${mixed(1500)}字`, 1501, ['字']],
  ['1,500 that end in a number', `标题\n${'字'.repeat(1499)}3.5%`, 1500, []],
  ['1,501 that end in a word', `标题\n${'字'.repeat(1499)}。COVID`, 1501, ['COVID']],
  ['1,501 that begin with 𠮷', `标题\n${'𠮷'.repeat(1500)}12,345`, 1501, ['12,345']],
  ['a head and blank lines', `附件1\n\n某市司法局\n标题\n\n\n${BODY}`, 17, ['我局', '仝建国']],
  ['no title', `一、工作背景\n${BODY}`, 23, ['我局', '仝建国']],
  [
    'names of all kinds',
    '标题\n当事人欧阳明、司马光华、买买提·吐尔逊称',
    20,
    ['欧阳明', '司马光华', '买买提·吐尔逊'],
  ],
];

interface Answer {
  readonly words: number;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly at: { readonly from: number; readonly to: number };
  }[];
}

/** Errors as "code: what is meant", in the text that was checked. */
const errorsOf = (text: string, { findings }: Pick<Answer, 'findings'>): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ at }) => text.slice(at.from, at.to));

const told = async (path: string): Promise<Answer> =>
  JSON.parse((await cli('case', 'check', path, '--json')).out) as Answer;

it.each(TEXTS)('the page, the terminal and an import agree on %s', async (name, text, words, errors) => {
  const file = async (ending: string, content: string | Uint8Array) => {
    const path = join(folder, `${name.replace(/\W/g, '-')}.${ending}`);
    await writeFile(path, content);
    return path;
  };
  const page = (whole: string) => {
    const { whole: shown } = wholeCase(partCase(whole, 500));
    const checked = checkCase(shown);
    return { words: checked.words, errors: errorsOf(shown, checked) };
  };
  expect(page(text)).toStrictEqual({ words, errors });

  for (const lineEnd of ['\n', '\r\n']) {
    const written = text.replaceAll('\n', lineEnd);
    const answer = await told(await file('txt', written));
    expect({ words: answer.words, errors: errorsOf(written, answer) }).toStrictEqual({ words, errors });
  }

  const body = text
    .split('\n')
    .map((line) => (line.includes('\t') ? tbl([line.split('\t').map((cell) => p(cell))]) : p(line)))
    .join('');
  const answer = await told(await file('docx', await docx({ body })));
  expect(answer.words).toBe(words);
  expect(answer.findings.filter(({ severity }) => severity === 'error')).toHaveLength(errors.length);
});
