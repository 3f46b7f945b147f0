import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { carryOver } from '../../../shared/edition/carry-over.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { diffStandards } from '../../../shared/edition/diff.ts';
import type { Assessments } from './assessments.ts';
import type { JobContext } from '../base/jobs.ts';
import type { LibraryStandard } from '../standards/library.ts';
import { evidenceFolderOf, writeNewAssessmentFolder } from './assessment-folder.ts';

interface Wish {
  readonly assessments: Assessments;
  /** The assessment to carry over; it is read as it was last saved, and never written. */
  readonly id: string;
  readonly to: LibraryStandard;
  readonly now: Date;
}

/** What carrying over would do. */
export async function previewCarryOver(wish: Wish): Promise<CallOutput<'previewCarryOver'>> {
  const { standard, toConfirm, toScore, kept, gone } = await carry(wish);
  return {
    diff: diffStandards(standard, wish.to.standard),
    kept,
    toConfirm: toConfirm.length,
    toScore: toScore.length,
    gone,
  };
}

/**
 * Makes a new assessment folder under the other standard and answers its id. Evidence is copied and its hashes are
 * checked: the two assessments share nothing, so that neither can harm the other. Cancelled, it leaves nothing.
 */
export async function carryOverInto(wish: Wish, job: JobContext): Promise<string> {
  const { assessment, folder } = await carry(wish);
  const total = assessment.evidence.reduce((sum, { bytes }) => sum + bytes, 0);
  const sizes = new Map(assessment.evidence.map(({ sha256, bytes }) => [sha256, bytes]));
  let done = 0;
  await writeNewAssessmentFolder(await wish.assessments.newFolder(assessment.unit.name, assessment.id), {
    assessment,
    standardBytes: wish.to.bytes,
    evidence: (sha256) => {
      job.signal.throwIfAborted();
      job.progress(done, total);
      done += sizes.get(sha256) ?? 0;
      return join(evidenceFolderOf(folder), sha256);
    },
  });
  return assessment.id;
}

async function carry({ assessments, id, to, now }: Wish) {
  const { folder, content } = await assessments.find(id);
  const { assessment, standard } = content;
  const options = { newId: randomUUID(), standardSha256: to.sha256, now: now.toISOString() };
  return { ...carryOver(assessment, standard, to.standard, options), standard, folder };
}
