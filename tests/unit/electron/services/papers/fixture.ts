import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSample } from '../../../../../electron/services/assessment/sample.ts';
import { fillTemplate } from '../../../../../electron/services/papers/fill-template.ts';
import { wholeTemplate } from '../../../../../electron/services/papers/own-templates.ts';
import type { TemplateParts } from '../../../../../electron/services/papers/read-template.ts';
import { profileSchema } from '../../../../../shared/assessment/profile.ts';
import { type Assessment, unitSchema } from '../../../../../shared/assessment/schema.ts';
import { type Campaign, campaignSchema } from '../../../../../shared/campaign/schema.ts';
import { type PaperKind, paperKindSchema, paperTitle } from '../../../../../shared/papers/kinds.ts';
import { paperValues } from '../../../../../shared/papers/values.ts';
import { repository } from '../../../../repository.ts';
import { readReference } from '../../../shared/standard/files.ts';
import { tempFolder } from '../../../temp-folders.ts';

const TODAY = '2026-11-26';
export const KINDS = paperKindSchema.options;

const source = { document: '测试办〔2026〕1号', clause: '二' };
const campaignOf = (kind: Campaign['kind']): Campaign =>
  campaignSchema.parse({
    ...{ version: 3, id: `papers-${kind}`, title: '2027年度测试活动', shortTitle: '测试活动', kind },
    documentNumber: '测试办〔2026〕1号',
    ...(kind === 'acceptance' && { cultivation: { source } }),
    ...(kind === 'recommendation' && { naming: { levels: ['city'], source } }),
    materials: [{ code: 'report', title: '综合汇报材料', kind: 'report', required: true, source }],
  });

const paragraphs = (text: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `第${at + 1}点，${text}`).join('\n');

/** All that a clerk can fill in, of an ordinary length. */
const FULL_PROFILE = profileSchema.parse({
  nature: '行政机关',
  rank: '正科级',
  address: '测试市测试区测试路1号',
  head: '张××',
  headPost: '党组书记、局长',
  posts: 86,
  onDuty: 72,
  licensed: 70,
  fields: '市容环境卫生、城市规划、城市绿化、市政公用、环境保护（部分）',
  countsUntil: 2026,
  counts: [
    { label: '行政检查（次）', values: [1204, 1388, 1502] },
    { label: '行政处罚案件（件）', values: [302, 287, 265] },
    { label: '行政指导（件）', values: [411, 520, 634] },
    { label: '行政复议案件（件）', values: [2, 0, null] },
  ],
  honours: '2024年　测试市先进单位\n2025年　测试区文明单位',
  mentor: '测试区××局',
  deeds: paragraphs(
    '把事前提示、事中指导、事后回访放进每一个案件，办案人员按清单逐项落实，当事人的疑问当场解答，能改的当场改。',
    5,
  ),
  measures: paragraphs('成立工作专班，制定年度方案，按月调度，按季通报，年底考核。', 3),
  highlights: paragraphs('编制风险防控清单，逐户送达，逐项讲解。', 2),
  results: paragraphs('行政指导件数逐年上升，投诉逐年下降。', 2),
  cases: '李××餐饮店油烟扰民案：先提示、后指导、再回访，没有再犯。',
  figures: '近三年办结的案件回访比例为百分之四十。',
});

export interface PaperCase {
  readonly name: string;
  readonly assessment: Assessment;
}

/** The sample; one with nothing in it; one with everything; one with as much as the fields hold. */
export async function paperCases(): Promise<PaperCase[]> {
  const folder = join(await tempFolder(), 'sample');
  const sample = await createSample(folder, { resources: repository, now: new Date(`${TODAY}T08:00:00Z`) });
  const empty: Assessment = {
    ...sample,
    ...{ sample: false, unit: unitSchema.parse({}), entries: {}, evidence: [], materials: {} },
    campaign: campaignOf('practice'),
  };
  const full: Assessment = {
    ...sample,
    sample: false,
    campaign: campaignOf('recommendation'),
    unit: {
      ...sample.unit,
      name: '测试市城市管理综合行政执法支队',
      creditCode: '11410000MB1234567X',
      profile: FULL_PROFILE,
    },
    evidence: sample.evidence.map((piece, at) => ({
      ...piece,
      details: {
        documentNumber: `测试法政办〔2026〕${at + 1}号`,
        ...{ formedOn: '2026-03-05', issuer: '测试市司法局', pages: at + 1 },
      },
    })),
  };
  return [
    { name: 'sample', assessment: sample },
    { name: 'empty', assessment: empty },
    { name: 'full', assessment: full },
    { name: 'long', assessment: longest(full) },
  ];
}

/** As long as each field allows, with what XML and Word could take for their own. */
function longest(full: Assessment): Assessment {
  const line = (units: number) => '长名称<&>"【】'.repeat(units).slice(0, units);
  const text = `${line(120)}\n`.repeat(60).slice(0, 5000);
  const { profile = FULL_PROFILE } = full.unit;
  return {
    ...full,
    campaign: { ...campaignOf('acceptance'), title: line(100) },
    unit: {
      ...full.unit,
      ...{ name: line(100), industry: line(50), region: line(50), superior: line(100) },
      otherCategory: line(50),
      naming: { level: 'city', document: line(100), date: '2019-12-20' },
      cultivation: { document: line(100), date: '2026-02-01' },
      profile: {
        ...profile,
        ...{ nature: line(100), rank: line(100), address: line(200), head: line(100), headPost: line(100) },
        ...{ fields: line(200), mentor: line(100), honours: text, deeds: text },
        ...{ measures: text, highlights: text, results: text, cases: text, figures: text },
        posts: 10_000_000,
        counts: Array.from({ length: 30 }, () => ({
          label: line(50),
          values: [Number.MAX_SAFE_INTEGER, 0, null],
        })),
      },
    },
    evidence: full.evidence.map((piece) => ({
      ...piece,
      label: line(200),
      fileName: `${'a'.repeat(200)}.pdf`,
      details: { documentNumber: line(100), formedOn: TODAY, issuer: line(100), pages: 100_000 },
    })),
  };
}

export const shippedBytes = (kind: PaperKind): Buffer =>
  readFileSync(join(repository, 'scoring-standards/templates/papers', `${kind}.docx`));

export const shippedParts = (kind: PaperKind): Promise<TemplateParts> =>
  wholeTemplate(kind, shippedBytes(kind));

export function valuesOf(kind: PaperKind, assessment: Assessment, authorityOpinion: 'with' | 'without') {
  return paperValues({
    ...{ assessment, standard: readReference(), today: TODAY, authorityOpinion },
    title: paperTitle(kind, assessment.campaign),
    numbers: new Map(assessment.evidence.map(({ sha256 }, at) => [sha256, at + 1])),
  });
}

/** One of our papers, as a user gets it. */
export async function paperOf(
  kind: PaperKind,
  assessment: Assessment,
  authorityOpinion: 'with' | 'without' = 'without',
): Promise<Buffer> {
  return fillTemplate(await shippedParts(kind), valuesOf(kind, assessment, authorityOpinion));
}
