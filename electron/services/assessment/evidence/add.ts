import { lstat, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import type { EvidenceOutcome, JobResult } from '../../../../shared/contract/contract.ts';
import { fileStamp } from '../../base/clock.ts';
import { ifThere, isCancellation, isSystemError, notedFailure } from '../../base/failures.ts';
import { discard, type OfferedFile, sizesOf } from '../../base/file-tokens.ts';
import type { JobContext } from '../../base/jobs.ts';
import type { AssessmentSession } from '../assessment-session.ts';
import { namesakesOf } from '../../../../shared/assessment/evidence-edits.ts';
import { labelFor } from '../../../../shared/values/file-names.ts';
import { lookAt, readThrough } from '../../files/evidence-check.ts';
import { renameWithRetry } from '../../files/files.ts';
import { makeOneFolder } from '../../files/modes.ts';
import { ingestFile } from '../../files/ingest.ts';

/** What becomes of added files: linked to an entry; nothing but one registered content taken. */
interface Wish {
  readonly linkTo: string | undefined;
  readonly only?: string | undefined;
}

/**
 * Adds files one after another, each saved before the next begins, so that a cancel or a crash keeps what was
 * added. A file that fails does not stop the others.
 */
export async function addEvidence(
  session: AssessmentSession,
  files: readonly OfferedFile[],
  wish: Wish,
  { now, job }: { now: () => Date; job: JobContext },
): Promise<JobResult> {
  const sizes = await sizesOf(files);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const outcomes: EvidenceOutcome[] = [];
  let before = 0;
  for (const [index, file] of files.entries()) {
    job.step(`正在添加第 ${index + 1}/${files.length} 个：${file.name}`);
    const progress = (done: number): void => job.progress(before + done, Math.max(total, before + done));
    const watch = { now, progress, signal: job.signal };
    outcomes.push(await session.files.run(() => addOne(session, file, wish, watch)));
    await discard([file]); // Now, not at the end: an upload of gigabytes holds its space twice.
    before += sizes[index] ?? 0;
    job.progress(before, Math.max(total, before));
  }
  return { kind: 'evidence', outcomes, saved: session.saved() };
}

async function addOne(
  session: AssessmentSession,
  file: OfferedFile,
  { linkTo, only }: Wish,
  watch: { now: () => Date; progress: (done: number) => void; signal: AbortSignal },
): Promise<EvidenceOutcome> {
  try {
    await session.requireHeld();
    await makeEvidenceFolder(session.evidenceFolder);
    let wasWhole = true;
    const before = async (sha256: string): Promise<void> => {
      const piece = session.assessment.evidence.find((each) => each.sha256 === sha256);
      // Looked at as it is now: what is about to be put in its place heals it.
      if (piece) wasWhole = await isWhole(session.evidenceFolder, piece, watch.signal);
      await clearFolder(session, sha256, watch.now());
    };
    const ingested = await ingestFile({
      only,
      before,
      source: file.path,
      name: file.name,
      folder: session.evidenceFolder,
      signal: watch.signal,
      progress: watch.progress,
    });
    const { fileName, sha256 } = ingested;
    const known = session.assessment.evidence.find((e) => e.sha256 === sha256);
    const addedAt = watch.now().toISOString();
    const evidence = { ...ingested, label: labelFor(fileName), addedAt };
    await session.document.editNow({ kind: 'addEvidence', evidence, linkTo });
    if (known) {
      const outcome = wasWhole ? 'duplicate' : 'healed';
      return { fileName, outcome, sha256, label: known.label };
    }
    const namesakes = namesakesOf(session.assessment, ingested).map(({ sha256, label }) => ({
      sha256,
      label,
    }));
    return { fileName, outcome: 'added', sha256, ...(namesakes.length > 0 && { namesakes }) };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { fileName: file.name, outcome: 'failed', failure: notedFailure(error) };
  }
}

/** Somebody may have deleted it alone. The assessment's own folder is never made anew. */
async function makeEvidenceFolder(folder: string): Promise<void> {
  try {
    await makeOneFolder(folder);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
}

async function isWhole(folder: string, piece: Evidence, signal: AbortSignal): Promise<boolean> {
  const { fault } = await lookAt(folder, piece);
  return (fault ?? (await readThrough(folder, piece, { signal }))) === undefined;
}

/** A folder in the place of a file goes where it is empty; another is moved out of the way, and nothing in it is lost. */
async function clearFolder(session: AssessmentSession, sha256: string, now: Date): Promise<void> {
  const path = join(session.evidenceFolder, sha256);
  const found = await ifThere(lstat(path));
  if (!found?.isDirectory()) return;
  await session.requireHeld();
  try {
    await rmdir(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    await renameWithRetry(path, join(session.folder, `${sha256}.folder-${fileStamp(now)}`));
  }
}
