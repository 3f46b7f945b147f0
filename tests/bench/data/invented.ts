import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Assessment, Entry, Evidence } from '../../../shared/assessment/schema.ts';
import type { RuleInput } from '../../../shared/assessment/rule-input.ts';
import { type Standard, standardSchema } from '../../../shared/standard/schema.ts';
import {
  assessmentOf,
  campaignOf,
  item,
  officialOf,
  section,
  standardOf,
} from '../../unit/shared/scoring/fixtures.ts';

const PER_SECTION = 20;
const SENTENCE = '查阅资料和实地查看，按制度建立、责任到人、记录完整、公开及时、群众评价的情况评分。';

const point = (code: string, points: string): object => ({ code, label: '做到这一点', points });
/** One of each rule kind, and what a unit states for it. */
const RULES: readonly { rule: object; input: RuleInput }[] = [
  { rule: { kind: 'award', step: '0.1' }, input: { kind: 'award', points: 90 } },
  {
    rule: { kind: 'tiers', options: [point('a', '1'), point('b', '0.5')] },
    input: { kind: 'tiers', option: 'a' },
  },
  {
    rule: { kind: 'checklist', points: [point('a', '0.5'), point('b', '0.5')] },
    input: { kind: 'checklist', met: ['a', 'b'] },
  },
  {
    rule: { kind: 'deduct', faults: [{ code: 'a', label: '缺一处', points: '0.1' }] },
    input: { kind: 'deduct', counts: { a: 1 } },
  },
  {
    rule: { kind: 'ratio', numerator: '回访', denominator: '办结', target: '30' },
    input: { kind: 'ratio', numerator: 29, denominator: 100 },
  },
];
const ruleOf = (index: number): (typeof RULES)[number] => RULES[index % RULES.length] ?? RULES[0]!;

/** A wholly scored assessment of so many items, one point each, with one piece of evidence in four. */
export function invented(items: number): {
  standard: Standard;
  standardBytes: Buffer;
  assessment: Assessment;
} {
  const codes = Array.from({ length: items }, (_, index) => {
    return `${Math.floor(index / PER_SECTION) + 1}.${(index % PER_SECTION) + 1}`;
  });
  const sections = Array.from({ length: Math.ceil(items / PER_SECTION) }, (_, at) => {
    const own = codes.slice(at * PER_SECTION, (at + 1) * PER_SECTION);
    return section(
      String(at + 1),
      own.map((code, index) =>
        item(code, '1', { criterion: SENTENCE, rule: ruleOf(at * PER_SECTION + index).rule }),
      ),
    );
  });
  const standard = standardOf({ sections, fullScore: String(items), passScore: String(items * 0.9) });
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const evidence = codes
    .filter((_, index) => index % 4 === 0)
    .map((code) => record(`证明材料 ${code}.pdf`, sha256(code), Buffer.byteLength(code)));
  const entries = codes.map((code, index): [string, Entry] => [
    code,
    {
      state: 'scored',
      input: ruleOf(index).input,
      reason: SENTENCE,
      evidence: [evidence[Math.floor(index / 4)]?.sha256 ?? ''],
    },
  ]);
  const assessment = assessmentOf({
    standard: { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) },
    entries: Object.fromEntries(entries),
    evidence,
  });
  return { standard, standardBytes, assessment };
}

/** The same assessment with these files: as many to each item as there are, and none that is on no item. */
export function withEvidence(assessment: Assessment, evidence: readonly Evidence[]): Assessment {
  const codes = Object.keys(assessment.entries);
  const entries = codes.map((code, index): [string, Entry] => {
    const own = evidence.filter((_, at) => at % codes.length === index).map(({ sha256 }) => sha256);
    return [code, { ...assessment.entries[code]!, evidence: own }];
  });
  return { ...assessment, evidence: [...evidence], entries: Object.fromEntries(entries) };
}

export function record(fileName: string, sha: string, bytes: number): Evidence {
  const label = fileName.replace(/\.\w+$/, '');
  const addedAt = '2026-11-01T00:00:00.000Z';
  return { sha256: sha, bytes, fileName, label, mediaType: 'application/octet-stream', addedAt };
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The same by a standard that a person has compared with its original, for a campaign that recommends. */
export function official(items: number): ReturnType<typeof invented> {
  const { standard: own, assessment } = invented(items);
  const standard = officialOf(own);
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const campaign = campaignOf({ id: 'bench', kind: 'recommendation' });
  return {
    ...{ standard, standardBytes },
    assessment: {
      ...assessment,
      campaign,
      standard: { ...assessment.standard, sha256: sha256(standardBytes) },
    },
  };
}
