import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import type { PackageForm } from '../../../shared/package/form.ts';
import { DECLARATION, writeManifest, writeTags } from '../../../shared/package/bag.ts';
import {
  ASSESSMENT_NAME,
  INDEX_NAME,
  README_NAME,
  STANDARD_NAME,
  WORKBOOK_NAME,
} from '../../../shared/package/layout.ts';
import type { ScoreReport } from '../../../shared/scoring/types.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { bagInfo } from './bag-info.ts';
import { indexPage } from './index-page.ts';
import { readmeText } from './readme.ts';
import { encodeAssessment, type PlannedRevision } from './revision.ts';
import type { PackageFile } from './write.ts';

export interface PackageInput {
  readonly plan: PlannedRevision;
  readonly form: PackageForm;
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
  const { plan, form, standard, standardBytes, report, paths, workbook, evidenceFolder, software } = input;
  const { packaged } = plan;
  const records = new Map(packaged.evidence.map((record) => [record.sha256, record]));
  const payload: PackageFile[] = [
    { path: `data/${WORKBOOK_NAME}`, content: Buffer.from(workbook) },
    text(`data/${INDEX_NAME}`, [...indexPage({ ...input, assessment: packaged })].join('')),
    text(`data/${ASSESSMENT_NAME}`, encodeAssessment(packaged)),
    { path: `data/${STANDARD_NAME}`, content: Buffer.from(standardBytes) },
    ...[...paths].flatMap(([sha256, path]): PackageFile[] => {
      const evidence = records.get(sha256);
      return evidence ? [{ path: `data/${path}`, evidence, file: join(evidenceFolder, sha256) }] : [];
    }),
  ];
  const tags = bagInfo({
    packaged,
    standard,
    form,
    total: report.total,
    payload: { files: payload.length, bytes: payload.reduce((sum, file) => sum + bytesOf(file), 0) },
    software,
  });
  const tagFiles = [
    text('bagit.txt', DECLARATION),
    text('bag-info.txt', writeTags(tags)),
    text('manifest-sha256.txt', writeManifest(payload.map(manifestEntry))),
    text(README_NAME, readmeText(packaged, standard, form)),
  ];
  const tagManifest = text('tagmanifest-sha256.txt', writeManifest(tagFiles.map(manifestEntry)));
  return [...tagFiles, tagManifest, ...payload];
}

function manifestEntry(file: PackageFile): { path: string; sha256: string } {
  const sha256 =
    'content' in file ? createHash('sha256').update(file.content).digest('hex') : file.evidence.sha256;
  return { path: file.path, sha256 };
}

function bytesOf(file: { content: Buffer } | { evidence: Pick<Evidence, 'bytes'> }): number {
  return 'content' in file ? file.content.length : file.evidence.bytes;
}

function text(path: string, content: string): { path: string; content: Buffer } {
  return { path, content: Buffer.from(content, 'utf8') };
}
