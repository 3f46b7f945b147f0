import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { Tag } from '../../../shared/package/bag.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import type { PackageForm, Profile } from '../../../shared/package/form.ts';
import { authorityName } from '../../../shared/standard/authority.ts';
import { formatPoints, type Points } from '../../../shared/values/points.ts';
import { AUTHORITY_LABELS, type Standard } from '../../../shared/standard/schema.ts';
import { revisionsOf } from './revision.ts';

/** docs/biaobing-profile-<n>.json, in the form of the BagIt Profiles Specification; names, no addresses. */
const PROFILE_IDENTIFIERS: Readonly<Record<Profile, string>> = {
  1: 'urn:uuid:6f1c7d0e-5c0b-4d6b-9a52-2f9d1c5e8a01',
  2: 'urn:uuid:6f1c7d0e-5c0b-4d6b-9a52-2f9d1c5e8a02',
};

export const TAG = {
  unit: 'Source-Organization',
  description: 'External-Description',
  id: 'External-Identifier',
  campaign: 'Bag-Group-Identifier',
  date: 'Bagging-Date',
  oxum: 'Payload-Oxum',
  size: 'Bag-Size',
  bagItProfile: 'BagIt-Profile-Identifier',
  profile: 'Biaobing-Profile',
  revision: 'Biaobing-Revision',
  previous: 'Biaobing-Previous',
  kind: 'Biaobing-Kind',
  standard: 'Biaobing-Standard',
  statement: 'Biaobing-Standard-Statement',
  basis: 'Biaobing-Basis',
  score: 'Biaobing-Self-Score',
  software: 'Biaobing-Software',
  /** Version of a 反馈包, which is no package. */
  feedback: 'Biaobing-Feedback',
} as const;

export interface BagFacts {
  /** As the package holds it: its own revision is the last. */
  readonly packaged: Assessment;
  readonly standard: Standard;
  readonly form: PackageForm;
  /** Recomputed self score. */
  readonly total: Points;
  readonly payload: { readonly files: number; readonly bytes: number };
  readonly software: string;
}

/** bag-info.txt as these facts have it, in its order: what an export writes and a verification expects. */
export function bagInfo({ packaged, standard, form, total, payload, software }: BagFacts): Tag[] {
  const { revision, previous } = revisionsOf(packaged);
  const tag = (label: string, value: string): Tag => ({ label, value: oneLine(value) });
  return [
    tag(TAG.unit, packaged.unit.name),
    tag(TAG.description, description(packaged, revision?.draft === true, form)),
    tag(TAG.id, revision?.packageId ?? ''),
    tag(TAG.campaign, packaged.campaign.id),
    tag(TAG.date, revision?.date ?? ''),
    tag(TAG.oxum, `${payload.bytes}.${payload.files}`),
    tag(TAG.size, humanSize(payload.bytes)),
    tag(TAG.bagItProfile, PROFILE_IDENTIFIERS[form.profile]),
    tag(TAG.profile, String(form.profile)),
    tag(TAG.kind, packageKind(packaged)),
    tag(TAG.revision, String(revision?.number ?? 0)),
    ...(previous ? [tag(TAG.previous, `${previous.number} ${previous.packageId}`)] : []),
    tag(TAG.standard, `${standard.id} ${standard.edition} ${packaged.standard.sha256}`),
    tag(TAG.statement, `${kindOf(standard, form)} ${standard.statement}`),
    ...(form.basis === undefined ? [] : [tag(TAG.basis, form.basis)]),
    tag(TAG.score, formatPoints(total)),
    tag(TAG.software, software),
  ];
}

/** Packages made before called a standard official without asking who had compared it. */
export function kindOf(standard: Standard, { basis }: PackageForm): string {
  return basis === undefined ? AUTHORITY_LABELS[standard.authority] : authorityName(standard);
}

/** A value as bag-info.txt holds it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function description({ campaign, sample }: Assessment, draft: boolean, form: PackageForm): string {
  const what = form.name === '自查包' ? '自评自查材料' : handedIn(campaign, form);
  return `${draft ? '【草稿】' : ''}${sample ? '【示例】' : ''}${campaign.title} ${what}`;
}

/** Profile 1 knew 推荐材料 alone. */
function handedIn(campaign: Assessment['campaign'], { profile }: PackageForm): string {
  if (profile === 1) return '自评推荐材料';
  return campaign.kind === 'practice'
    ? kindWords(campaign).materials
    : `自评${kindWords(campaign).materials}`;
}

/** A final package, a draft, a sample: what Biaobing-Kind says. */
function packageKind(assessment: Assessment): string {
  const draft = revisionsOf(assessment).revision?.draft === true ? 'draft' : 'final';
  return assessment.sample ? `${draft}, sample` : draft;
}

function humanSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}
