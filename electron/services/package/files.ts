import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Assessment, Evidence } from '../../../shared/assessment/schema.ts';
import { DECLARATION, type Tag, writeManifest, writeTags } from '../../../shared/package/bag.ts';
import {
  ASSESSMENT_NAME,
  README_NAME,
  STANDARD_NAME,
  WORKBOOK_NAME,
} from '../../../shared/package/layout.ts';
import { formatPoints } from '../../../shared/scoring/points.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import { AUTHORITY_LABELS, type Standard } from '../../../shared/standard/schema.ts';
import { packageKind, PROFILE_VERSION, TAG } from './profile.ts';
import { readmeText } from './readme.ts';
import { encodeAssessment, type PlannedRevision } from './revision.ts';
import type { PackageFile } from './write.ts';

export interface PackageInput {
  readonly plan: PlannedRevision;
  readonly standard: Standard;
  readonly standardBytes: Uint8Array;
  readonly report: ScoreReport;
  /** sha256 -> path below data/, in the order of the package. */
  readonly paths: ReadonlyMap<string, string>;
  readonly workbook: Uint8Array;
  readonly evidenceFolder: string;
  readonly software: string;
}

/** Every file of the bag in its order: tag files first, then the payload. */
export function packageFiles(input: PackageInput): PackageFile[] {
  const { plan, standard, standardBytes, paths, workbook, evidenceFolder } = input;
  const { packaged } = plan;
  const records = new Map(packaged.evidence.map((record) => [record.sha256, record]));
  const payload: PackageFile[] = [
    { path: `data/${WORKBOOK_NAME}`, content: Buffer.from(workbook) },
    text(`data/${ASSESSMENT_NAME}`, encodeAssessment(packaged)),
    { path: `data/${STANDARD_NAME}`, content: Buffer.from(standardBytes) },
    ...[...paths].flatMap(([sha256, path]): PackageFile[] => {
      const evidence = records.get(sha256);
      return evidence ? [{ path: `data/${path}`, evidence, file: join(evidenceFolder, sha256) }] : [];
    }),
  ];
  const tagFiles = [
    text('bagit.txt', DECLARATION),
    text('bag-info.txt', writeTags(bagInfo(input, payload))),
    text('manifest-sha256.txt', writeManifest(payload.map(manifestEntry))),
    text(README_NAME, readmeText(packaged, standard, plan)),
  ];
  const tagManifest = text('tagmanifest-sha256.txt', writeManifest(tagFiles.map(manifestEntry)));
  return [...tagFiles, tagManifest, ...payload];
}

function bagInfo({ plan, standard, report, software }: PackageInput, payload: readonly PackageFile[]): Tag[] {
  const { packaged, revision, previous } = plan;
  const bytes = payload.reduce((sum, file) => sum + bytesOf(file), 0);
  const tag = (label: string, value: string): Tag => ({ label, value });
  return [
    tag(TAG.unit, packaged.unit.name),
    tag('External-Description', description(packaged, revision.draft)),
    tag(TAG.id, revision.packageId),
    tag(TAG.campaign, packaged.campaign.id),
    tag(TAG.date, revision.date),
    tag(TAG.oxum, `${bytes}.${payload.length}`),
    tag(TAG.size, humanSize(bytes)),
    tag(TAG.profile, PROFILE_VERSION),
    tag(TAG.kind, packageKind(packaged)),
    tag(TAG.revision, String(revision.number)),
    ...(previous ? [tag(TAG.previous, `${previous.number} ${previous.packageId}`)] : []),
    tag(TAG.standard, `${standard.id} ${standard.edition} ${packaged.standard.sha256}`),
    tag(TAG.statement, `${AUTHORITY_LABELS[standard.authority]} ${standard.statement}`.trim()),
    tag(TAG.score, formatPoints(report.total)),
    tag(TAG.software, software),
  ];
}

function description({ campaign, sample }: Assessment, draft: boolean): string {
  return `${draft ? '【草稿】' : ''}${sample ? '【示例】' : ''}${campaign.title} 自评推荐材料`;
}

function manifestEntry(file: PackageFile): { path: string; sha256: string } {
  const sha256 =
    'content' in file ? createHash('sha256').update(file.content).digest('hex') : file.evidence.sha256;
  return { path: file.path, sha256 };
}

function bytesOf(file: { content: Buffer } | { evidence: Evidence }): number {
  return 'content' in file ? file.content.length : file.evidence.bytes;
}

function humanSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

function text(path: string, content: string): { path: string; content: Buffer } {
  return { path, content: Buffer.from(content, 'utf8') };
}
