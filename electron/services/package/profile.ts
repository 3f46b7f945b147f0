import { ZodError } from 'zod';
import { type Assessment, ASSESSMENT_VERSION } from '../../../shared/assessment/schema.ts';
import { type Tag, tagValue } from '../../../shared/package/bag.ts';
import { ASSESSMENT_NAME, STANDARD_NAME } from '../../../shared/package/layout.ts';
import { formatPoints } from '../../../shared/scoring/points.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { type Standard, STANDARD_VERSION, standardSchema } from '../../../shared/standard/schema.ts';
import { assessmentCodec } from '../store/codec.ts';
import type { CheckedBag } from './bagit.ts';
import { ContentError, readWhole } from './contents.ts';
import type { BagSource, Findings } from './source.ts';

/** Version of what a package holds beyond BagIt; bag-info.txt names it. */
export const PROFILE_VERSION = '1';

export const TAG = {
  unit: 'Source-Organization',
  id: 'External-Identifier',
  campaign: 'Bag-Group-Identifier',
  date: 'Bagging-Date',
  oxum: 'Payload-Oxum',
  size: 'Bag-Size',
  profile: 'Biaobing-Profile',
  revision: 'Biaobing-Revision',
  previous: 'Biaobing-Previous',
  kind: 'Biaobing-Kind',
  standard: 'Biaobing-Standard',
  statement: 'Biaobing-Standard-Statement',
  score: 'Biaobing-Self-Score',
  software: 'Biaobing-Software',
  /** Version of a 反馈包, which is no package. */
  feedback: 'Biaobing-Feedback',
} as const;

export interface Contents {
  readonly assessment: Assessment;
  readonly standardBytes: Buffer;
}

/** What a valid bag must hold to be a package of this program. Undefined, with findings, where it is none. */
export async function checkProfile(
  source: BagSource,
  bag: CheckedBag,
  findings: Findings,
  signal?: AbortSignal,
): Promise<Contents | undefined> {
  if (tagValue(bag.tags, TAG.feedback) !== '') {
    findings.add('unsupported', 'feedback', 'bag-info.txt', '是核验反馈，不是推荐包，请由参评单位在首页打开');
    return undefined;
  }
  const profile = tagValue(bag.tags, TAG.profile);
  if (profile !== PROFILE_VERSION) {
    const what =
      profile === ''
        ? '是 BagIt 包，但不是标兵自评的推荐包'
        : `推荐包格式是第 ${profile} 版，请升级程序后再核验`;
    findings.add('unsupported', 'profile', 'bag-info.txt', what);
    return undefined;
  }
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    if (!bag.hashes.has(name)) findings.add('damaged', 'missing', name, '缺少这份清单');
  }
  const read = { source, bag, findings, signal };
  const assessment = await readJson(read, ASSESSMENT_NAME, ASSESSMENT_VERSION, (json) =>
    assessmentCodec.decode(json),
  );
  const standard = await readJson(read, STANDARD_NAME, STANDARD_VERSION, (json) =>
    standardSchema.parse(json),
  );
  if (!assessment || !standard) return undefined;
  if (bag.hashes.get(`data/${STANDARD_NAME}`) !== assessment.value.standard.sha256) {
    findings.add('damaged', 'standard', `data/${STANDARD_NAME}`, '不是自评时所用的验收标准');
  }
  checkEvidence(assessment.value, bag, findings);
  checkTags(assessment.value, standard.value, bag.tags, findings);
  return { assessment: assessment.value, standardBytes: standard.bytes };
}

interface Reading {
  readonly source: BagSource;
  readonly bag: CheckedBag;
  readonly findings: Findings;
  readonly signal: AbortSignal | undefined;
}

async function readJson<T>(
  { source, bag, findings, signal }: Reading,
  name: string,
  version: number,
  parse: (json: unknown) => T,
): Promise<{ value: T; bytes: Buffer } | undefined> {
  const path = `data/${name}`;
  const file = bag.payload.get(path);
  if (!file) {
    findings.add('damaged', 'missing', path, '推荐包里必须有这个文件');
    return undefined;
  }
  try {
    const bytes = await readWhole(source, file, signal);
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const stated = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
    if (typeof stated === 'number' && stated > version) {
      findings.add('unsupported', 'newer', path, '由更新版本的程序写成，请升级程序后再核验');
      return undefined;
    }
    return { value: parse(json), bytes };
  } catch (error) {
    if (!isWrongContent(error)) throw error;
  }
  findings.add('damaged', 'content', path, '内容不符合规定的格式');
  return undefined;
}

/** Unreadable, not UTF-8, no JSON, or not of the form. */
function isWrongContent(error: unknown): boolean {
  return [ContentError, TypeError, SyntaxError, ZodError].some((type) => error instanceof type);
}

/** What the manifest lists has been checked against it by now. */
function checkEvidence(assessment: Assessment, bag: CheckedBag, findings: Findings): void {
  for (const { sha256, label } of assessment.evidence) {
    if (!bag.listed.has(sha256)) findings.add('damaged', 'evidence', '', `缺少佐证材料“${label}”`);
  }
}

/** bag-info.txt is what people read and lists sort by: it must say what assessment.json says. */
function checkTags(
  assessment: Assessment,
  standard: Standard,
  tags: readonly Tag[],
  findings: Findings,
): void {
  const compare = (label: string, actual: string, what: string): void => {
    const stated = tagValue(tags, label);
    if (stated === actual) return;
    findings.add('damaged', 'tag', 'bag-info.txt', `${what}写的是“${stated}”，档案里是“${actual}”`);
  };
  const revision = assessment.revisions.at(-1);
  compare(TAG.score, formatPoints(scoreAssessment(standard, assessment).total), '自评分');
  compare(TAG.unit, oneLine(assessment.unit.name), '单位');
  compare(TAG.id, revision?.packageId ?? '', '推荐包编号');
  compare(TAG.revision, String(revision?.number ?? 0), '版次');
  compare(TAG.kind, packageKind(assessment), '性质');
}

/** A final package, a draft, a sample: what Biaobing-Kind says. */
export function packageKind(assessment: Assessment): string {
  const draft = assessment.revisions.at(-1)?.draft === true ? 'draft' : 'final';
  return assessment.sample ? `${draft}, sample` : draft;
}

/** A value as bag-info.txt holds it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
