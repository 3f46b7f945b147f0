import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractRawText } from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { createSample } from '../../../../../electron/services/assessment/sample.ts';
import { type Assessment, entryOf } from '../../../../../shared/assessment/schema.ts';
import { checkExport } from '../../../../../shared/eligibility/check-export.ts';
import { scoreAssessment } from '../../../../../shared/scoring/report.ts';
import { placesOf } from '../../../../../shared/standard/places.ts';
import type { ScoreReport } from '../../../../../shared/scoring/types.ts';
import { repository } from '../../../../repository.ts';
import { tempFolder } from '../../../temp-folders.ts';
import { readReference } from '../../../shared/standard/files.ts';

const HOME = join(repository, 'scoring-standards/sample/files');
const files = readdirSync(HOME);
const standard = readReference();

/** What is written in a file; of a picture or a film, its name. */
async function textOf(fileName: string): Promise<string> {
  const content = await readFile(join(HOME, fileName));
  switch (fileName.split('.').at(-1)) {
    case 'txt':
      return content.toString('utf8');
    case 'docx':
      return (await extractRawText({ buffer: content })).value;
    case 'xlsx': {
      const { Sheets } = xlsx.read(content);
      return Object.values(Sheets)
        .map((sheet) => xlsx.utils.sheet_to_csv(sheet))
        .join('\n');
    }
    case 'pdf': {
      const pdf = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, index) => {
          const { items } = await (await pdf.getPage(index + 1)).getTextContent();
          return items.map((item) => ('str' in item ? item.str : '')).join(' ');
        }),
      );
      return pages.join('\n');
    }
    default:
      return fileName;
  }
}

/** Radicals that a PDF gives for the characters they look like, and that NFKC leaves. */
const RADICALS: Record<string, string> = {
  '\u2EC5': '见',
  '\u2ED3': '长',
  '\u2EDB': '风',
  '\u2ED4': '门',
  '\u2ECB': '车',
  '\u2EDA': '页',
};

/** Without white space: a reader of PDF puts some where none was written. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2E80-\u2EFF]/g, (radical) => RADICALS[radical] ?? radical)
    .replace(/\s+/g, '');

describe('the sample', () => {
  const texts = new Map<string, string>();
  let assessment: Assessment;
  let report: ScoreReport;
  const textsFor = (code: string): string =>
    entryOf(assessment, code)
      .evidence.map((sha256) => assessment.evidence.find((piece) => piece.sha256 === sha256)?.fileName ?? '')
      .map((fileName) => texts.get(fileName) ?? '')
      .join('\n');

  beforeAll(async () => {
    for (const fileName of files) texts.set(fileName, await textOf(fileName));
    const now = new Date('2026-11-26T08:00:00Z');
    assessment = await createSample(join(await tempFolder(), 'sample'), { resources: repository, now });
    report = scoreAssessment(standard, assessment);
  });

  it('is of the practice campaign, which has no deadline, and reaches the line with real losses', () => {
    expect(assessment.campaign).toMatchObject({ id: 'practice', deadlines: [] });
    expect(report.total).toBeGreaterThanOrEqual(9_300);
    expect(report.total).toBeLessThanOrEqual(9_500);
    expect(
      report.items.filter(({ score, fullScore, state }) => state === 'scored' && score < fullScore).length,
    ).toBeGreaterThan(10);
    expect(report.bonus?.entries.filter(({ score }) => score > 0)).toHaveLength(2);
  });

  it('has nothing to object to', () => {
    expect(checkExport(standard, assessment, report, '2026-11-26').findings).toEqual([]);
  });

  it('leaves out what the unit has no function for, with the reason', () => {
    const { facts } = assessment.unit;
    expect(facts).toEqual({
      ...{ penalty: true, licence: true, mediation: true },
      ...{ reconsideration: false, adjudication: false, window: true },
    });
    const left = report.items.filter(({ state }) => state === 'notApplicable').map(({ title }) => title);
    expect(left).toEqual(['行政复议中的和解、调解', '行政裁决结果公开', '责任人员处理结果公布与备案']);
  });

  it('proves with its files what each scored place asks for: each piece stands under its own heading', () => {
    const missing = placesOf(standard)
      .filter(({ code }) => entryOf(assessment, code).state === 'scored')
      .flatMap(({ code, asked }) =>
        asked
          .filter(({ required }) => required)
          .filter(({ title }) => !plain(textsFor(code)).includes(plain(title)))
          .map(({ title }) => `${code} ${title}`),
      );
    expect(missing).toEqual([]);
  });

  it('has a file of its own for each piece that 1.1 requires', () => {
    const [place] = placesOf(standard).filter(({ code }) => code === '1.1');
    const required = place?.asked.filter(({ required }) => required) ?? [];
    const home = ({ title }: { title: string }): string[] =>
      files.filter((name) => plain(texts.get(name) ?? '').includes(plain(title)));
    expect(new Set(required.flatMap(home)).size).toBe(3);
    expect(entryOf(assessment, '1.1').evidence).toHaveLength(3);
  });

  it('names every file once and knows every one', () => {
    expect([...assessment.evidence.map(({ fileName }) => fileName)].sort()).toEqual([...files].sort());
  });

  it('says in its files and in its report what it is scored by', () => {
    const summary = texts.get('综合汇报材料.docx') ?? '';
    for (const [code, { input }] of Object.entries(assessment.entries)) {
      if (input?.kind !== 'ratio') continue;
      for (const number of [input.numerator, input.denominator]) {
        const says = new RegExp(`(?<![\\d.])${number}(?![\\d.])`);
        expect(textsFor(code), `${code}: ${number}`).toMatch(says);
        expect(summary, `${code}: ${number}`).toMatch(says);
      }
    }
  });

  it('gives as reasons only numbers that its files hold', () => {
    for (const [code, { reason }] of Object.entries(assessment.entries)) {
      const evidence = textsFor(code);
      for (const [number] of reason.matchAll(/\d+(\.\d+)?/g)) {
        expect(evidence, `${code}: ${reason}`).toMatch(
          new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?!\\d)`),
        );
      }
    }
  });

  it('proves what is beyond the required evidence: a film handed in, a person whose card is held back', () => {
    expect(entryOf(assessment, '8.4').input).toEqual({ kind: 'tiers', option: 'A' });
    expect(plain(textsFor('8.4'))).toMatch(/报送记录.*报送微视频1部/);
    const absent = '1人借调在外，未参加培训和年审，执法证件已暂扣，不从事执法活动';
    for (const fileName of ['培训与考试成绩.xlsx', '执法证件年审名册.xlsx', '综合汇报材料.docx']) {
      expect(plain(texts.get(fileName) ?? ''), fileName).toContain(plain(absent));
    }
    expect(texts.get('执法证件年审名册.xlsx')).toContain('执法人员24,已暂扣,未参加');
    expect([...texts.values()].join('')).not.toContain('病假');
    // Counted, as 2.2 asks, but not in what was made public after the yearly check.
    expect(texts.get('培训与考试成绩.xlsx')).toContain('执法人员24,执法岗，借调在外，计入总数');
    expect(plain(texts.get('执法主体和现场执法材料.docx') ?? '')).toMatch(
      /确认在岗执法人员24人.*名单更新为23人/,
    );
  });

  it('names for each of the 12 points the unlawful act and its clause', () => {
    const list = plain(texts.get('行政相对人法律风险防控清单.pdf') ?? '');
    expect(list.match(/《示例市[^》]+办法》\(虚构\)第[一二三四五六七八九十]+条/g) ?? []).toHaveLength(12);
  });

  it('counts in its ledger of mediation what its statistics say', () => {
    const rows = (texts.get('行政调解统计报告.xlsx') ?? '').split('\n').map((row) => row.split(','));
    const cases = rows.filter(([code]) => code?.startsWith('示例调〔2026〕'));
    const months = cases.map(([, month]) => Number.parseInt(month ?? '', 10));
    expect(months).toEqual([...months].sort((one, other) => one - other));
    expect(cases.find(([code]) => code === '示例调〔2026〕5号')?.[2]).toBe('摊位纠纷');
    expect(new Set(cases.map(([, , about]) => about)).size).toBe(3);
    const quarters = ['第一季度', '第二季度', '第三季度'];
    for (const [index, quarter] of quarters.entries()) {
      const here = cases.filter((_, at) => Math.ceil((months[at] ?? 0) / 3) === index + 1);
      const settled = here.filter(([, , , result]) => result === '达成协议');
      const stated = rows.find(([head]) => head === quarter);
      expect([`${here.length}`, `${settled.length}`], quarter).toEqual(stated?.slice(1, 3));
    }
  });

  it('adds up its ledger of guidance without the cases that stand in another', () => {
    const rows = (texts.get('行政指导台账.xlsx') ?? '').split('\n').map((row) => row.split(','));
    const times = (head: string): number => Number(rows.find(([first]) => first === head)?.[1]);
    const parts = ['引导规范生产经营', '辅导办事和经营中的难点', '指导纠正违法行为'].map(times);
    const sums = rows.filter(([head]) => head === '合计').map(([, sum]) => Number(sum));
    expect(sums).toContain(parts.reduce((total, part) => total + part, 0));
    expect(rows.find(([head]) => head === '指导纠正违法行为')?.[2]).toMatch(/4件计入.*不在此数内/);
  });

  it('dates what was done with the paired unit, and excerpts a register that has more pages', () => {
    expect(plain(texts.get('结对帮扶活动记录.docx') ?? '')).toMatch(
      /座谈交流2次:2026年4月9日、8月20日;现场观摩1次:5月13日;查阅资料1次:5月13日;答疑解惑3次:4月9日、6月11日、9月3日/,
    );
    const register = plain(texts.get('举报投诉登记簿.pdf') ?? '');
    const pages = [...register.matchAll(/(\d+)(?=2026年\d+月\d+日\S{2}已签批)/g)].map(([page]) =>
      Number(page),
    );
    expect(pages).toHaveLength(3);
    expect(pages.filter((page, index) => index > 0 && page - (pages[index - 1] ?? 0) < 2)).toEqual([]);
  });

  it('tells one year, of an invented unit', () => {
    for (const [fileName, written] of texts) {
      const text = plain(written);
      if (/\.(jpg|png|mp4)$/.test(fileName)) continue;
      expect(text, fileName).toMatch(/^【示例】本文件内容均为虚构/);
      const years = [...text.matchAll(/(20\d\d)(?=[年〕])/g)].map(([, year]) => year);
      // What is compared with stands in the year before.
      expect(
        years.filter((year) => year !== '2026' && year !== '2025'),
        fileName,
      ).toEqual([]);
      expect(text, fileName).not.toMatch(/1\d{10}|\d{3,4}-\d{7,8}|@/);
    }
    expect(readFileSync(join(repository, 'scoring-standards/sample/sample.json'), 'utf8')).toContain(
      '（示例）',
    );
  });

  it('recommends a case in the form that is asked for', () => {
    const text = plain(texts.get('典型案例.docx') ?? '');
    expect(text.length).toBeLessThan(1_500);
    for (const part of ['一、工作背景', '二、实施过程', '三、案例评析', '（以下简称《方案》']) {
      expect(text).toContain(plain(part));
    }
    expect(text).not.toMatch(/我局|我单位|我队/);
    // The notice asks for wps; what lies here is docx.
    expect(plain(texts.get('典型案例推选报送函.pdf') ?? '')).toMatch(/附docx文本,报送时另存为wps格式/);
  });
});
