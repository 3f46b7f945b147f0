import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { ASSESSMENT_WORDS } from '../../../shared/assessment/words.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { several } from '../base/several.ts';
import { readDocument } from '../document/read-document.ts';
import { makeDocumentFolder } from '../document/new-folder.ts';
import { parseJson } from '../files/durable-json.ts';
import { fsyncFolder, makeFolder, writeSynced } from '../files/files.ts';
import { keepVerified } from '../files/ingest.ts';
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

/** Files copied side by side: while the disk takes one down, the next is read. */
const AT_ONCE = 2;

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
 * exist yet or be empty. `evidence` gives the file, or what it holds, for each SHA-256 of `assessment.evidence`; it is
 * copied and its hash checked.
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
    evidence?: (sha256: string) => string | AsyncIterable<Buffer>;
  },
): Promise<void> {
  await makeDocumentFolder(assessmentDocument, folder, assessment, async (building) => {
    await makeFolder(evidenceFolderOf(building));
    if (evidence) {
      const folder = evidenceFolderOf(building);
      await several(assessment.evidence, AT_ONCE, ({ sha256 }) =>
        keepVerified(evidence(sha256), sha256, folder),
      );
      await fsyncFolder(folder);
    }
    await writeSynced(join(building, 'standard.json'), standardBytes);
  });
}
