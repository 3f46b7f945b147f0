import { type Assessment, type Entry, unitSchema } from '../../../../shared/assessment/schema.ts';
import { type RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { type Campaign, campaignSchema } from '../../../../shared/campaign/schema.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import { partsOf } from '../../../../shared/standard/basis.ts';
import { type Standard, standardSchema } from '../../../../shared/standard/schema.ts';

type Json = Record<string, unknown>;

/** A standard's file with one section of two 50-point items, changed by `changes`; checked by the schema. */
export function standardOf(changes: Json = {}): Standard {
  return standardSchema.parse({
    version: 2,
    id: 'test',
    edition: '1',
    title: '测试标准',
    issuer: '测试',
    authority: 'custom',
    fullScore: '100',
    passScore: '90',
    notApplicable: { rule: 'renormalise', scope: 'all' },
    sections: [section('1', [item('1.1', '50'), item('1.2', '50')])],
    ...changes,
  });
}

/** The same as an official standard: entered with its number, and ticked part by part. */
export function officialOf(standard: Standard): Standard {
  const documentNumber = standard.documentNumber || '测府法〔2021〕1号';
  const parts = partsOf(standard).map(({ tick }) => tick);
  const check = { documentNumber, checkedBy: '法规科', date: '2026-11-01', parts };
  return { ...standard, authority: 'official', documentNumber, check };
}

/** An item given by hand in steps of 0.01 unless `changes` brings another rule. */
export function item(code: string, fullScore: string, changes: Json = {}): Json {
  const rule = { kind: 'award', step: '0.01' };
  return { code, title: `项目${code}`, criterion: '看情况', fullScore, rule, ...changes };
}

export function section(code: string, items: Json[], changes: Json = {}): Json {
  return { code, title: `指标${code}`, items, ...changes };
}

const source = { document: '测字〔2020〕1号', clause: '一' };

export function campaignOf(changes: Json = {}): Campaign {
  return campaignSchema.parse({
    version: 3,
    id: 'test',
    title: '测试活动',
    shortTitle: '测试',
    kind: 'practice',
    passScore: { points: '90', source },
    ...changes,
  });
}

export const SHA_A = 'a'.repeat(64);
export const SHA_B = 'b'.repeat(64);

export function evidence(sha256: string, label = '材料'): Assessment['evidence'][number] {
  return {
    sha256,
    bytes: 1,
    fileName: `${label}.pdf`,
    label,
    mediaType: 'application/pdf',
    addedAt: '2026-11-01T00:00:00Z',
  };
}

/** `changes` replace whole fields of a fresh assessment. */
export function assessmentOf(changes: Partial<Assessment> = {}): Assessment {
  return {
    version: 2,
    id: '6f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a11',
    sample: false,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    standard: { id: 'test', edition: '1', sha256: SHA_A },
    campaign: campaignOf(),
    unit: unitSchema.parse({}),
    willing: null,
    entries: {},
    evidence: [],
    materials: {},
    revisions: [],
    ...changes,
  };
}

/** Entries by code: hundredths given by hand, 'na' for not applicable, or a whole rule input. */
export function entriesOf(scores: Record<string, number | 'na' | RuleInput>): Assessment['entries'] {
  return Object.fromEntries(
    Object.entries(scores).map(([code, score]): [string, Entry] => {
      const common = { reason: '理由', evidence: [] };
      if (score === 'na') return [code, { ...common, state: 'notApplicable' }];
      const input: RuleInput = typeof score === 'number' ? { kind: 'award', points: score } : score;
      return [code, { ...common, state: 'scored', input }];
    }),
  );
}

export function reportOf(
  standard: Standard,
  scores: Record<string, number | 'na' | RuleInput>,
  changes: Partial<Assessment> = {},
): ScoreReport {
  return scoreAssessment(standard, assessmentOf({ entries: entriesOf(scores), ...changes }));
}
