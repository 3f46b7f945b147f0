import { stat } from 'node:fs/promises';
import type { EvidenceOutcome, JobResult } from '../../../../shared/contract/contract.ts';
import { isCancellation, notedFailure } from '../../base/failures.ts';
import { discard, type OfferedFile } from '../../base/file-tokens.ts';
import type { JobContext } from '../../base/jobs.ts';
import type { AssessmentSession } from '../assessment-session.ts';
import { labelFor } from '../../../../shared/values/file-names.ts';
import { ingestFile } from '../../files/ingest.ts';

/**
 * Adds files one after another, each saved before the next begins, so that a cancel or a crash keeps what was
 * added. A file that fails does not stop the others.
 */
export async function addEvidence(
  session: AssessmentSession,
  files: readonly OfferedFile[],
  linkTo: string | undefined,
  { now, job }: { now: () => Date; job: JobContext },
): Promise<JobResult> {
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const outcomes: EvidenceOutcome[] = [];
  let before = 0;
  for (const [index, file] of files.entries()) {
    job.step(`正在添加第 ${index + 1}/${files.length} 个：${file.name}`);
    const progress = (done: number): void => job.progress(before + done, Math.max(total, before + done));
    outcomes.push(await addOne(session, file, linkTo, { now, progress, signal: job.signal }));
    await discard([file]); // Now, not at the end: an upload of gigabytes holds its space twice.
    before += sizes[index] ?? 0;
    job.progress(before, Math.max(total, before));
  }
  return { kind: 'evidence', outcomes, saved: session.saved() };
}

async function addOne(
  session: AssessmentSession,
  file: OfferedFile,
  linkTo: string | undefined,
  watch: { now: () => Date; progress: (done: number) => void; signal: AbortSignal },
): Promise<EvidenceOutcome> {
  try {
    const ingested = await ingestFile({
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
    return known
      ? { fileName, outcome: 'duplicate', sha256, label: known.label }
      : { fileName, outcome: 'added', sha256 };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { fileName: file.name, outcome: 'failed', failure: notedFailure(error) };
  }
}

/** 0 for a file that cannot be seen: adding it will say why. */
async function sizeOf({ path }: OfferedFile): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}
