import { describe, expect, it } from 'vitest';
import { buildWorkbook, type WorkbookInput } from '../../../../../electron/services/workbook/build.ts';
import { assessmentSchema } from '../../../../../shared/assessment/schema.ts';
import { assessmentWith, CASES, inputFor } from './fixture.ts';
import { officialOf } from '../../../shared/scoring/fixtures.ts';
import { sheetText } from './sheet-text.ts';

const source = { document: '测试〔2026〕1号', clause: '三' };
/** Every condition that a campaign can have. */
const CAMPAIGN = {
  version: 3,
  id: 'full-campaign',
  title: '测试标兵推荐',
  shortTitle: '测试推荐',
  kind: 'recommendation',
  passScore: { points: '90.00', source },
  naming: { levels: ['province', 'city'], source },
  willingness: { source },
  quota: { perBody: 2, distinct: 'industryOrRegion', source },
  deadlines: [
    { code: 'unit', label: '单位报送', by: 'unit', date: '2026-11-19', source },
    { code: 'late', label: '补正材料', by: 'unit', date: '2026-11-20', source },
    { code: 'body', label: '推荐单位报送', by: 'body', date: '2026-12-20', source },
  ],
  materials: [
    {
      code: 'report',
      title: '综合汇报材料',
      kind: 'report',
      required: true,
      checklist: [
        { code: 'a', label: '基本情况' },
        { code: 'b', label: '主要做法' },
      ],
      source,
    },
    { code: 'video', title: '视频', kind: 'video', required: true, source },
  ],
};

function caseOf(name: string): WorkbookInput {
  const found = CASES.find((each) => each.name === name);
  if (!found) throw new Error(`No case ${name}`);
  return inputFor(found.standard, found.assessment);
}

/** Nothing is in order: a draft of the sample, a late one, not willing, unnamed, with unused evidence. */
function everythingOpen(): WorkbookInput {
  const { revision, paths, ...input } = caseOf('unscored');
  const assessment = assessmentWith({}, { campaign: CAMPAIGN, willing: false });
  return {
    ...input,
    paths: new Map([...paths].slice(0, 1)),
    assessment: {
      ...assessment,
      sample: true,
      entries: {
        '1.1': { state: 'notApplicable', reason: '', evidence: [] },
        '2.1': { state: 'scored', input: { kind: 'award', points: 605 }, reason: '', evidence: [] },
        V1: { state: 'scored', input: { kind: 'veto', applies: true }, reason: '', evidence: [] },
      },
      unit: { ...assessment.unit, name: '', category: '', industry: '', region: '' },
    },
    revision: { ...revision, draft: true, previous: undefined },
  };
}

/** Every condition is met. */
function everythingDone(): WorkbookInput {
  const input = caseOf('bonus-capped');
  const { assessment } = input;
  const campaign = assessmentSchema.shape.campaign.parse({ ...CAMPAIGN, materials: [CAMPAIGN.materials[0]] });
  return {
    ...input,
    standard: officialOf({ ...input.standard, statement: '' }),
    today: '2026-11-19',
    assessment: {
      ...assessment,
      campaign,
      materials: { report: { ...assessment.materials['report']!, checked: ['a', 'b'] } },
      unit: {
        ...assessment.unit,
        naming: { level: 'province', document: '测字〔2024〕5号', date: '2024-06-01' },
        contact: { name: '李某', phone: '000-0000' },
      },
    },
  };
}

/** Nobody has done anything yet. */
function untouched(): WorkbookInput {
  const { assessment, ...input } = caseOf('plain');
  const nothing = { entries: {}, evidence: [], materials: {}, willing: null };
  return { ...input, assessment: { ...assessment, ...nothing }, paths: new Map() };
}

const INPUTS: readonly [name: string, () => WorkbookInput][] = [
  ...[
    'plain',
    'renormalised',
    'weighted-section-left-out',
    'penalty',
    'not-eligible',
    'one-level',
    'stars',
    'category',
  ].map((name): [string, () => WorkbookInput] => [name, () => caseOf(name)]),
  ['everything-open', everythingOpen],
  ['everything-done', everythingDone],
  ['untouched', untouched],
];

describe('推荐材料.xlsx, every cell', () => {
  it.each(INPUTS)('%s', async (name, input) => {
    await expect(await sheetText(await buildWorkbook(input()))).toMatchFileSnapshot(`cells/${name}.txt`);
  });
});
