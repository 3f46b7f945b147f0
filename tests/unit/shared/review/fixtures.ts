import { createHash } from 'node:crypto';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { type Desk, deskSchema, newReview, type Review } from '../../../../shared/review/schema.ts';
import * as z from 'zod';
import { campaignSchema } from '../../../../shared/campaign/schema.ts';
import { campaignOf, SHA_A } from '../scoring/fixtures.ts';

const AT = '2026-11-20T01:00:00.000Z';
export const NOW = '2026-11-20T02:00:00.000Z';
export const source = { document: '测字〔2020〕1号', clause: '二' };

export function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

/** A finished, eligible candidate of 95 points, changed by `changes`; its key and assessment follow its name. */
export function candidate(unit: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    key: keyOf(unit),
    fileName: `${unit}.zip`,
    verdict: 'accepted',
    remarks: [],
    receivedOn: '2026-11-20',
    receivedAt: AT,
    timing: 'inTime',
    timingWords: '',
    draft: false,
    suspicions: [],
    checked: true,
    packageId: unit,
    assessmentId: unit,
    revision: 1,
    sealCode: `AAAA-BBBB-CCCC-${keyOf(unit).slice(0, 4).toUpperCase()}`,
    standardContent: SHA_A,
    standardLine: '测试标准（1）',
    sample: false,
    unit,
    creditCode: '',
    body: '某市',
    alsoBodies: [],
    superior: '某市司法局',
    industry: '城管',
    region: unit,
    corrected: {},
    cultivation: '',
    office: [],
    uncounted: [],
    category: '',
    selfScore: 9500,
    fullScore: 10_000,
    passScore: 9000,
    verifiedScore: 9500,
    delta: 0,
    result: 9500,
    base: { self: 9500, verified: 9500 },
    onlyBy: [],
    vetoes: [],
    gaps: '',
    state: 'done',
    progress: { done: 2, total: 2 },
    basis: 'official',
    qualifies: true,
    eligible: true,
    eligibility: '符合推荐条件',
    findings: [],
    evidence: { total: 0, accepted: 0, rejected: 0 },
    sections: [],
    reviewers: [],
    conclusion: '',
    updatedAt: AT,
    ...changes,
  };
}

export function deskOf(campaign: Record<string, unknown> = {}, changes: Partial<Desk> = {}): Desk {
  const desk = deskSchema.parse({
    version: 3,
    level: 'province',
    id: '6f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a11',
    title: '核验台',
    createdAt: AT,
    updatedAt: AT,
    campaign: z.encode(campaignSchema, campaignOf({ kind: 'recommendation', ...campaign })),
    standard: { id: 'test', edition: '1', title: '测试标准', sha256: SHA_A },
  });
  return { ...desk, ...changes };
}

/** rank and unit, in the order of the ranking. */
export function order(desk: Desk, candidates: readonly Candidate[]): [string, number | undefined][] {
  return rankCandidates(desk, candidates).map((each: Ranked) => [each.candidate.unit, each.rank]);
}

export function emptyReview(): Review {
  return newReview('p', 'AAAA-BBBB-CCCC-DDDD', AT);
}
