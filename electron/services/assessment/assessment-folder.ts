import { createHash } from 'node:crypto';
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { ASSESSMENT_WORDS } from '../../../shared/assessment/words.ts';
import { encode } from '../../../shared/document.ts';
import { type Standard, standardSchema } from '../../../shared/standard/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { documentFile } from '../document/document-file.ts';
import { parseJson } from '../files/durable-json.ts';
import { fsyncFolder, makeFolder, replaceFile, writeSynced } from '../files/files.ts';
import { copyVerified } from '../files/ingest.ts';
import { readKept } from '../files/kept.ts';
import { folderInUse } from '../files/messages.ts';
import { notAnAssessment, standardUnreadable } from './messages.ts';

export interface AssessmentFolder {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** Exact bytes of standard.json: what the assessment's hash and every package are made from. */
  readonly standardBytes: Buffer;
  /** What the user must know about this reading. */
  readonly notices: Failure[];
}

export const OPENING = { action: '打开自评档案', effect: '档案没有改动。' };
const CREATING = { action: '新建自评档案', effect: '没有建立新档案，其他档案没有改动。' };

export const evidenceFolderOf = (folder: string): string => join(folder, 'evidence');

/**
 * Reads an assessment folder without a lock and without changing anything in it. Throws a UserError where the
 * assessment and its previous copy, or the standard, cannot be read.
 */
export async function readAssessmentFolder(folder: string): Promise<AssessmentFolder> {
  return guarded(OPENING, async () => {
    const found = await documentFile(assessmentDocument, folder, () => new Date()).find();
    if (!found) throw notAnAssessment();
    const standard = await readStandard(folder, found.value);
    return {
      assessment: found.value,
      ...standard,
      notices: found.recovered ? [ASSESSMENT_WORDS.recovered] : [],
    };
  });
}

async function readStandard(
  folder: string,
  assessment: Assessment,
): Promise<{ standard: Standard; standardBytes: Buffer }> {
  let standardBytes: Buffer;
  try {
    standardBytes = await readKept(join(folder, 'standard.json'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw standardUnreadable('丢失', error);
    throw error;
  }
  const sha256 = createHash('sha256').update(standardBytes).digest('hex');
  if (sha256 !== assessment.standard.sha256) throw standardUnreadable('已被改动或损坏');
  try {
    return { standard: standardSchema.parse(parseJson(standardBytes.toString('utf8'))), standardBytes };
  } catch (error) {
    throw standardUnreadable('无法读取', error);
  }
}

/**
 * Writes a new assessment folder; it appears under its name only when it is complete. The folder must not
 * exist yet or be empty. `evidence` gives the file for each SHA-256 of `assessment.evidence`; it is copied and
 * its hash checked.
 */
export async function writeNewAssessmentFolder(
  folder: string,
  content: {
    assessment: Assessment;
    standardBytes: Uint8Array;
    evidence?: (sha256: string) => string;
  },
): Promise<void> {
  const building = join(dirname(folder), `.${basename(folder)}.new`);
  await guarded(CREATING, async () => {
    await requireAbsentOrEmpty(folder);
    try {
      await rm(building, { recursive: true, force: true });
      await makeFolder(evidenceFolderOf(building));
      const { assessment, standardBytes, evidence } = content;
      if (evidence) {
        for (const { sha256 } of assessment.evidence) {
          await copyVerified(evidence(sha256), sha256, evidenceFolderOf(building));
        }
      }
      await writeSynced(join(building, 'standard.json'), standardBytes);
      await replaceFile(
        join(building, 'assessment.json'),
        JSON.stringify(encode(assessmentDocument, assessment)),
      );
      await rmdir(folder).catch((error: unknown) => {
        if (!isSystemError(error, 'ENOENT')) throw error;
      });
      await rename(building, folder);
      await fsyncFolder(dirname(folder));
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
  });
}

async function requireAbsentOrEmpty(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  if (names.length === 0) return;
  throw folderInUse();
}
