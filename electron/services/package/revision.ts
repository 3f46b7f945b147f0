import { createHash } from 'node:crypto';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import type { Assessment, Revision } from '../../../shared/assessment/schema.ts';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import { encode } from '../../../shared/document.ts';

export interface PlannedRevision {
  /** The assessment as the package holds it: revisions up to this one, whose seal code is not known yet. */
  readonly packaged: Assessment;
  readonly revision: Revision;
  readonly previous: Revision | undefined;
  /** True where nothing has changed since this revision was exported: the same package is made again. */
  readonly repeated: boolean;
}

export interface RevisionInput {
  readonly assessment: Assessment;
  readonly mode: 'final' | 'draft';
  /** YYYY-MM-DD: the date of a new revision. */
  readonly today: string;
}

/**
 * Same content, same revision: number, date and package id stay, and with them every byte of the package. Drafts
 * and final packages count in one row; a final one replaces the last final one. With `above` it is a new revision, also
 * of unchanged content, whose number is higher than that.
 */
export function planRevision({ assessment, mode, today }: RevisionInput, above?: number): PlannedRevision {
  const draft = mode === 'draft';
  const contentSha256 = contentHash(assessment, mode);
  const { revisions } = assessment;
  const latest = revisions.findLastIndex((revision) => revision.draft === draft);
  const same = revisions[latest];
  const repeated = above === undefined && same?.contentSha256 === contentSha256;
  const earlier = repeated ? revisions.slice(0, latest) : revisions;
  const number = Math.max(above ?? 0, ...earlier.map((revision) => revision.number)) + 1;
  const revision: Revision = repeated
    ? { ...same, sealCode: undefined }
    : {
        number,
        date: today,
        draft,
        packageId: packageIdOf(assessment.id, number, contentSha256),
        contentSha256,
      };
  return {
    packaged: {
      ...stated(assessment),
      updatedAt: packagedTime(assessment, revision),
      revisions: [...earlier, revision],
    },
    revision,
    previous: replacedBy(revision, earlier),
    repeated,
  };
}

/** It says something else than the revision that was exported last; false where none was. */
export function isChangedSinceExport(assessment: Assessment): boolean {
  const latest = assessment.revisions.at(-1);
  return (
    latest !== undefined && contentHash(assessment, latest.draft ? 'draft' : 'final') !== latest.contentSha256
  );
}

/** The assessment with the revision and its seal code recorded. */
export function withSealCode(assessment: Assessment, revision: Revision, sealCode: string): Assessment {
  const others = assessment.revisions.filter(({ packageId }) => packageId !== revision.packageId);
  const revisions = [...others, { ...revision, sealCode }].sort((a, b) => a.number - b.number);
  return { ...assessment, revisions };
}

/** The package's own revision (the last) and the one that it replaces, of an assessment as a package holds it. */
export function revisionsOf({ revisions }: Pick<Assessment, 'revisions'>): {
  revision: Revision | undefined;
  previous: Revision | undefined;
} {
  const revision = revisions.at(-1);
  return { revision, previous: revision && replacedBy(revision, revisions.slice(0, -1)) };
}

/** A draft replaces whatever came before it, a final package the last final one. */
function replacedBy({ draft }: Revision, earlier: readonly Revision[]): Revision | undefined {
  return earlier.findLast((each) => draft || !each.draft);
}

/** The same text for the same content: keys sorted, two spaces, one line break at the end. */
export function canonicalJson(value: unknown): string {
  return `${sortedJson(value, 2)}\n`;
}

export function encodeAssessment(assessment: Assessment): string {
  return canonicalJson(encode(assessmentDocument, assessment));
}

function contentHash(assessment: Assessment, mode: 'final' | 'draft'): string {
  return hashOfContent(encode(assessmentDocument, stated(assessment)) as StoredAssessment, mode);
}

/** assessment.json as it is stored. */
export type StoredAssessment = Readonly<Record<string, unknown>> & { readonly createdAt: string };

/**
 * SHA-256 of what an assessment says: of its stored form, so that one written by an older program keeps its hash.
 * The standard's hash is part of it; when it was last saved and what was exported of it are not.
 */
export function hashOfContent(stored: StoredAssessment, mode: 'final' | 'draft'): string {
  const content = canonicalJson({ ...stored, revisions: [], updatedAt: stored.createdAt });
  return createHash('sha256').update(`${mode}\n${content}`).digest('hex');
}

/** `<assessment id>-r<number>-<first 8 of the content hash>` */
export function packageIdOf(id: string, number: number, contentSha256: string): string {
  return `${id}-r${number}-${contentSha256.slice(0, 8)}`;
}

/**
 * What the unit itself states: without what the office sent back on an earlier revision, how it came here, and from which
 * registers of this computer its 数据 were filled.
 */
function stated(assessment: Assessment): Assessment {
  const { profile } = assessment.unit;
  const unit = profile && { ...assessment.unit, profile: { ...profile, figuresFrom: undefined } };
  return { ...assessment, ...(unit && { unit }), feedback: undefined, openedFrom: undefined };
}

/** Saving again changes `updatedAt` but not the content: in the package it follows from the revision. */
export function packagedTime({ createdAt }: Assessment, { date }: Revision): string {
  const day = `${date}T00:00:00.000Z`;
  return day > createdAt ? day : createdAt;
}
