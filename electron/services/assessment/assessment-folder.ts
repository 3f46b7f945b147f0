import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { ASSESSMENT_WORDS } from '../../../shared/assessment/words.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { readDocument } from '../document/read-document.ts';
import { makeDocumentFolder } from '../document/new-folder.ts';
import { parseJson } from '../files/durable-json.ts';
import { makeFolder, writeSynced } from '../files/files.ts';
import { copyVerified } from '../files/ingest.ts';
import { readKept } from '../files/kept.ts';
import { standardUnreadable } from './messages.ts';

export interface AssessmentFolder {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** Exact bytes of standard.json: what the assessment's hash and every package are made from. */
  readonly standardBytes: Buffer;
  /** What the user must know about this reading. */
  readonly notices: Failure[];
}

export const evidenceFolderOf = (folder: string): string => join(folder, 'evidence');

/**
 * Reads an assessment folder without a lock and without changing anything in it. Throws a UserError where the
 * assessment and its previous copy, or the standard, cannot be read.
 */
export async function readAssessmentFolder(folder: string): Promise<AssessmentFolder> {
  return guarded(ASSESSMENT_WORDS.opening, async () => {
    const { value: assessment, notices } = await readDocument(assessmentDocument, folder);
    return { assessment, ...(await readStandard(folder, assessment)), notices };
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
    return { standard: decode(standardForm, parseJson(standardBytes.toString('utf8'))), standardBytes };
  } catch (error) {
    if (error instanceof NewerForm) throw error;
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
  {
    assessment,
    standardBytes,
    evidence,
  }: {
    assessment: Assessment;
    standardBytes: Uint8Array;
    evidence?: (sha256: string) => string;
  },
): Promise<void> {
  await makeDocumentFolder(assessmentDocument, folder, assessment, async (building) => {
    await makeFolder(evidenceFolderOf(building));
    if (evidence) {
      for (const { sha256 } of assessment.evidence) {
        await copyVerified(evidence(sha256), sha256, evidenceFolderOf(building));
      }
    }
    await writeSynced(join(building, 'standard.json'), standardBytes);
  });
}
