import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DeskSession } from '../../../../../../electron/services/desk/desk-session.ts';
import {
  standingOf,
  statisticsViewOf,
  viewOf,
} from '../../../../../../electron/services/desk/export/handlers.ts';
import { buildPackageFile } from '../../../../../../electron/services/desk/export/package-files.ts';
import { buildReceipts } from '../../../../../../electron/services/desk/export/receipts.ts';
import { buildStatistics } from '../../../../../../electron/services/desk/export/statistics.ts';
import { buildSummary } from '../../../../../../electron/services/desk/export/summary/workbook.ts';
import type { PackageFileKind } from '../../../../../../shared/contract/contract.ts';
import type { ReviewEdit } from '../../../../../../shared/review/edits.ts';
import { rankCandidates } from '../../../../../../shared/review/ranking.ts';
import { standardSchema } from '../../../../../../shared/standard/schema.ts';
import { type Fixture, sha256, tempFolder } from '../../package/fixture.ts';
import { entriesOf, item, officialOf, section, standardOf } from '../../../../shared/scoring/fixtures.ts';
import { partsOf } from '../../workbook/read.ts';
import { sheetText } from '../../workbook/sheet-text.ts';
import {
  deskCampaign,
  deskFor,
  flipByte,
  folderOf,
  forge,
  packageFile,
  source,
  unitFixture,
  type UnitWish,
} from '../fixture.ts';

const TODAY = '2026-11-28';
const VISIT = '11111111-2222-4333-8444-555555555555';

const standard = officialOf(
  standardOf({
    sections: [
      section('1', [item('1.1', '50')]),
      section('2', [item('1.2', '40'), item('1.3', '10', { rule: { kind: 'award', step: '0.5' } })]),
    ],
    bonus: {
      title: '加分项',
      cap: '2',
      entries: [
        {
          code: 'B1',
          title: '获奖',
          criterion: '省级1.5分',
          options: [{ code: 'a', label: '省级', points: '1.5' }],
          counting: 'sum',
        },
      ],
    },
    penalty: {
      title: '罚分项',
      entries: [
        {
          code: 'P1',
          title: '通报',
          criterion: '每次0.5分',
          options: [{ code: 'a', label: '通报', points: '0.5' }],
          counting: 'sum',
        },
      ],
    },
    vetoes: [{ code: 'V1', title: '弄虚作假', criterion: '有弄虚作假。', effect: 'notEligible' }],
  }),
);
const campaign = deskCampaign({
  issuer: '示例市政府',
  comprehensive: { verified: '80', survey: '20', source },
  tieRules: [
    { by: 'verified', source },
    { by: 'section', section: '2', source },
    { by: 'survey', source },
    { by: 'self', source },
  ],
});

let desk: DeskSession;
/** By the names of the units. */
const keys: Record<string, string> = {};

interface Wish extends UnitWish {
  readonly claims?: number;
  readonly sample?: boolean;
}

let made = 0;
async function unit({ claims = 0, sample = false, points = 3500, ...wish }: Wish): Promise<Fixture> {
  const fixture = await unitFixture({ points, ...wish });
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const { assessment } = fixture;
  const given = entriesOf({
    '1.3': 950,
    B1: { kind: 'claims', counts: claims > 0 ? { a: claims } : {} },
    V1: { kind: 'veto', applies: false },
  });
  made += 1;
  return {
    ...fixture,
    standard,
    standardBytes,
    assessment: {
      ...assessment,
      id: `6f1c2f60-2f0a-4d57-9d7e-${String(made).padStart(12, '0')}`,
      campaign,
      sample,
      standard: { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) },
      entries: { ...assessment.entries, ...given },
    },
  };
}

async function receive(path: string, name: string, receivedOn = '2026-11-21'): Promise<string> {
  return (await desk.receive({ path, name }, { receivedOn })).key;
}

/** Verified to the end, with everything that an evaluator can note down. */
async function verifyWhole(key: string): Promise<void> {
  const [plan, photo] = (await desk.load(key)).assessment.entries['1.1']!.evidence;
  const edits: ReviewEdit[] = [
    { kind: 'agree', codes: ['1.1', '1.3', 'V1'] },
    { kind: 'score', code: '1.2', input: { kind: 'award', points: 3050 } },
    { kind: 'setReason', code: '1.2', reason: '少一次培训 <b>&\n见照片' },
    { kind: 'score', code: 'B1', input: { kind: 'claims', counts: {} } },
    { kind: 'setReason', code: 'B1', reason: '没有证书' },
    { kind: 'score', code: 'P1', input: { kind: 'claims', counts: { a: 1 } } },
    { kind: 'setReason', code: 'P1', reason: '有一次通报' },
    { kind: 'decideEvidence', code: '1.1', sha256: plan!, decision: 'accepted', reason: '' },
    { kind: 'decideEvidence', code: '1.1', sha256: photo!, decision: 'rejected', reason: '照片没有日期' },
    { kind: 'setSurvey', survey: { sample: 200, satisfied: 183, date: '2026-11-20', by: '调查公司' } },
    {
      kind: 'addFieldVisit',
      visit: {
        id: VISIT,
        date: '2026-11-22',
        people: [
          { role: '组长', name: '张某' },
          { role: '记录', name: '' },
        ],
        findings: [
          { code: '1.1', text: '台账齐全' },
          { code: '', text: '窗口整洁' },
        ],
      },
    },
    {
      kind: 'setPublicity',
      publicity: {
        from: '2026-11-23',
        to: '2026-11-27',
        objections: [{ date: '2026-11-24', content: '得分偏高', outcome: '核实后维持' }],
      },
    },
    { kind: 'setConfirmation', confirmation: { document: '测字〔2026〕9号', date: '2026-11-28' } },
    { kind: 'setConclusion', conclusion: '建议推荐。\n两处要补正。' },
    { kind: 'setReviewers', reviewers: ['核验员甲', '核验员乙'] },
  ];
  for (const edit of edits) await desk.editReview(key, edit);
}

/**
 * Eight files: verified, of the sample and half verified, late, in two versions, in doubt, in doubt and accepted,
 * damaged, and none at all.
 */
beforeAll(async () => {
  const incoming = await folderOf('收到');
  const plain = await unit({ name: '甲市城管局', claims: 1 });
  const naming = { level: 'city', document: '测字〔2024〕5号', date: '2024-06-01' } as const;
  const first = { ...plain, assessment: { ...plain.assessment, unit: { ...plain.assessment.unit, naming } } };
  let minutes = 0;
  const now = (): Date => new Date(Date.UTC(2026, 10, 21, 1, (minutes += 1)));
  desk = await DeskSession.open(await deskFor(first, campaign), { now });
  const pack = async (fixture: Fixture, name: string): Promise<string> =>
    (await packageFile(fixture, incoming, name)).path;
  const forged = async (fixture: Fixture, name: string): Promise<string> => {
    const into = join(incoming, name);
    const more = (text: string): string => text.replace('"35.00"', '"38.00"');
    await forge(await pack(fixture, `真${name}`), into, more);
    return into;
  };
  const path = await pack(first, '甲.zip');
  keys['甲'] = await receive(path, '甲.zip');
  const sample = await unit({ name: '乙市交通局', industry: '交通', sample: true, claims: 2 });
  keys['乙'] = await receive(await pack(sample, '乙.zip'), '乙.zip');
  const late = await unit({ name: '丙县水利局', industry: '水利', region: '丙县', points: 3100 });
  keys['丙'] = await receive(await pack(late, '丙.zip'), '丙.zip', '2026-11-27');
  const changing = await unit({ name: '丁县教育局', superior: '丁县司法局', points: 3700 });
  const one = await packageFile(changing, incoming, '丁1.zip');
  keys['丁一'] = await receive(one.path, '丁1.zip');
  const entries = { ...one.assessment.entries, ...entriesOf({ '1.3': 1000 }) };
  const again = { ...changing, assessment: { ...one.assessment, entries } };
  keys['丁二'] = await receive(await pack(again, '丁2.zip'), '丁2.zip');
  const doubted = await unit({ name: '戊县林业局' });
  keys['戊'] = await receive(await forged(doubted, '戊.zip'), '戊.zip');
  const accepted = await unit({ name: '己县文旅局', superior: '己县司法局' });
  keys['己'] = await receive(await forged(accepted, '己.zip'), '己.zip');
  await flipByte(path, join(incoming, '坏.zip'));
  await receive(join(incoming, '坏.zip'), '坏.zip');
  await writeFile(join(incoming, '说明.txt'), '不是推荐包');
  await receive(join(incoming, '说明.txt'), '说明.txt');
  await receive(path, '甲（副本）.zip');

  await verifyWhole(keys['甲']);
  await desk.editReview(keys['乙'], { kind: 'agree', codes: ['1.1'] });
  await desk.editReview(keys['乙'], {
    kind: 'setPublicity',
    publicity: { from: '2026-11-23', to: '', objections: [] },
  });
  await desk.editReview(keys['乙'], {
    kind: 'setSurvey',
    survey: { sample: 3, satisfied: 2, date: '', by: '' },
  });
  const { desk: state } = desk;
  expect(state.acceptances).toEqual([]);
  await desk.document.editNow({
    kind: 'acceptPackage',
    acceptance: { key: keys['己'], reason: '电话核实过', instead: [], against: [], content: true },
  });
  await desk.document.editNow({ kind: 'choose', choice: { key: keys['甲'], reason: '工作扎实' } });
  await desk.document.editNow({ kind: 'choose', choice: { key: keys['丙'], reason: '' } });
  await desk.document.editNow({
    kind: 'adjustRank',
    adjustment: { key: keys['丙'], place: 1, reason: '会议决定' },
  });
}, 60_000);

/** What differs from one run or machine to the next, by the file it belongs to; a wrong one stays as it is. */
function named(text: string): string {
  return desk.receipts().reduce((sum, receipt) => {
    const { sha256: hash, key, bytes, packageId, verification, fileName } = receipt;
    const seal = verification.sealCode ?? '';
    return [
      [hash, 'SHA-256'],
      [key, '编号'],
      [seal, '封签码'],
      [packageId, '推荐包编号'],
      [` ${bytes} ‹`, '字节数'],
    ].reduce(
      (all, [value = '', what = '']) =>
        value === ''
          ? all
          : what === '字节数'
            ? inLineOf(fileName, all, (line) => line.replace(value, ` <字节数 ${fileName}> ‹`))
            : all.replaceAll(value, `<${what} ${fileName}>`),
      sum,
    );
  }, text);
}

/** Two packages may be of the same size. */
function inLineOf(fileName: string, text: string, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => (line.includes(` ${fileName} `) ? change(line) : line))
    .join('\n');
}

async function packageOf(whose: string, what: PackageFileKind): Promise<Uint8Array> {
  const loaded = await desk.load(keys[whose] ?? '');
  const standing = standingOf(loaded.receipt.key, rankCandidates(desk.desk, desk.candidates()));
  const options = { desk: desk.desk, today: TODAY, software: 'test 1', folder: await tempFolder() };
  return buildPackageFile(what, { ...loaded, standing }, options);
}

/** The paragraphs and cells of a document and of its page marks, in their order. */
async function documentText(bytes: Uint8Array): Promise<string> {
  const parts = [...(await partsOf(bytes))].filter(([name]) => /^word\/(document|header|footer)/.test(name));
  return parts
    .map(([name, xml]) => {
      const lines = xml
        .replace(/<\/w:p>\s*<\/w:tc>/g, ' | ')
        .replace(/<w:br\/>/g, '⏎')
        .replace(/<w:color w:val="C00000"\/>/g, '(red) ')
        .replace(/<\/w:tr>|<\/w:p>/g, '\n')
        .replace(/<[^>]*>/g, '');
      return `== ${name}\n${lines}`;
    })
    .join('\n');
}

/** How it looks: every kind of paragraph, run, cell, table and page once, and the styles. */
async function documentLooks(bytes: Uint8Array): Promise<string> {
  const parts = await partsOf(bytes);
  const xml = parts.get('word/document.xml') ?? '';
  const kinds = new Set(xml.match(/<w:(pPr|rPr|tcPr|tblPr|tblGrid|trPr|sectPr)>.*?<\/w:\1>/gs));
  const others = [...parts].filter(([name]) => name !== 'word/document.xml');
  const whole = others.map(([name, text]) => `== ${name}\n${text}`);
  return `${[...kinds, ...whole].join('\n').replaceAll('><', '>\n<')}\n`;
}

describe('what leaves the desk, every cell', () => {
  it.each([
    ['推荐对象汇总表', buildSummary],
    ['批次统计', buildStatistics],
    ['收件登记表', buildReceipts],
  ] as const)('%s', async (name, build) => {
    const text = named(await sheetText(await build(await statisticsViewOf(desk), TODAY)));
    await expect(text).toMatchFileSnapshot(`cells/${name}.txt`);
  });

  it.each(['甲', '乙', '戊', '己'])('核验报告 of %s, both forms', async (whose) => {
    const [book, document] = [await packageOf(whose, 'report-xlsx'), await packageOf(whose, 'report-docx')];
    await expect(named(await sheetText(book))).toMatchFileSnapshot(`cells/核验报告-${whose}.xlsx.txt`);
    await expect(named(await documentText(document))).toMatchFileSnapshot(`cells/核验报告-${whose}.docx.txt`);
  });

  it('核验报告 of a package without a seal code or with another score than it states', async () => {
    const loaded = await desk.load(keys['甲'] ?? '');
    const candidate = {
      ...loaded.candidate,
      sealCode: '',
      claimedScore: 9650,
      ...{ qualifies: false, eligible: false },
      eligibility: '不符合推荐条件',
    };
    const standing = {
      label: '完好',
      eligibility: '不符合推荐条件',
      eligible: true,
      doubts: [],
      decision: '',
    };
    const options = { desk: desk.desk, today: TODAY, software: 'test 1', folder: '' };
    const bytes = await buildPackageFile('report-xlsx', { ...loaded, candidate, standing }, options);
    const text = await sheetText(bytes);
    expect(text).toContain('封签码 | D7 无');
    expect(text).toContain('96分（包内写的是96.5分，按数据重算）');
    expect(text).toMatch(/资格审查 \| [BD]\d+ 不符合推荐条件/);
  });

  it('核验报告 of 甲, the looks of the document', async () => {
    const looks = await documentLooks(await packageOf('甲', 'report-docx'));
    await expect(named(looks)).toMatchFileSnapshot('cells/核验报告-甲.docx-looks.txt');
  });

  it('推荐对象汇总表 with one unit unfinished, one package out and one in doubt', async () => {
    const view = viewOf(desk);
    const those = ['丁一', '丁二', '戊'].map((name) => keys[name]);
    const candidates = view.candidates.filter(({ key }) => those.includes(key));
    const few = { ...view.desk, choices: [], adjustments: [], acceptances: [] };
    const text = named(await sheetText(await buildSummary({ ...view, candidates, desk: few }, TODAY)));
    await expect(text).toMatchFileSnapshot('cells/推荐对象汇总表-少.txt');
    const older = candidates.filter(({ key }) => key !== keys['戊']);
    const lone = named(await sheetText(await buildSummary({ ...view, candidates: older, desk: few }, TODAY)));
    await expect(lone).toMatchFileSnapshot('cells/推荐对象汇总表-一.txt');
  });

  it('of a desk to which nothing was handed in', async () => {
    const empty = {
      ...viewOf(desk),
      ...{ candidates: [], receipts: [], heat: { units: 0, rows: [] }, scores: [], unread: 0 },
    };
    const bare = { ...empty, desk: { ...empty.desk, choices: [], adjustments: [], acceptances: [] } };
    for (const [name, build] of [
      ['推荐对象汇总表', buildSummary],
      ['批次统计', buildStatistics],
      ['收件登记表', buildReceipts],
    ] as const) {
      await expect(await sheetText(await build(bare, TODAY))).toMatchFileSnapshot(`cells/空-${name}.txt`);
    }
  });

  it('收件登记表 is marked 示例 only for a sample that was kept', async () => {
    const view = viewOf(desk);
    const textOf = async (receipts: typeof view.receipts): Promise<string> =>
      /header (.*)/.exec(await sheetText(await buildReceipts({ ...view, receipts }, TODAY)))?.[1] ?? '';
    const sample = view.receipts.filter(({ verification }) => verification.sample);
    expect(sample.map(({ kept }) => kept)).toEqual([true]);
    expect(await textOf(view.receipts)).toContain('示例');
    expect(await textOf(sample.map((receipt) => ({ ...receipt, kept: false })))).not.toContain('示例');
    expect(await textOf(view.receipts.filter((receipt) => !sample.includes(receipt)))).not.toContain('示例');
  });
});
