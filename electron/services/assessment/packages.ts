import type { JobResult } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { Verification } from '../../../shared/package/verification.ts';
import type { ExportedFile, FileTokens, OfferedFile } from '../base/file-tokens.ts';
import type { JobContext } from '../base/jobs.ts';
import { offerMade } from '../files/made-files.ts';
import { exportAssessment } from '../package/export.ts';
import type { TaskOptions } from '../package/progress.ts';
import { verifyPackage } from '../package/verify.ts';
import type { AssessmentSession } from './assessment-session.ts';

/** A job's progress and cancel, as the work on packages wants them. */
export function taskOptions(job: JobContext): TaskOptions {
  return {
    signal: job.signal,
    progress: ({ step, done, total }) => {
      job.step(step);
      job.progress(done, total);
    },
  };
}

/** Exports into 导出/ and records the revision; the answer holds a token for the package. */
export async function exportJob(
  session: AssessmentSession,
  options: {
    mode: 'final' | 'draft';
    today: string;
    software: string;
    outFolder: string;
    exports: FileTokens<ExportedFile>;
    job: JobContext;
  },
): Promise<JobResult> {
  const { exports, job, ...rest } = options;
  const { assessment, standard, standardBytes, evidenceFolder } = session;
  // Else each of its files would be called missing.
  await session.requireInPlace();
  const { file, ...exported } = await exportAssessment({
    assessment,
    standard,
    standardBytes,
    evidenceFolder,
    ...rest,
    ...taskOptions(job),
    record: (revisions) => session.recordRevisions(revisions),
  });
  // The contract's schema leaves out what is not for the interface.
  const made = { ...exported, ...offerMade({ exports }, file, exported.bytes) };
  return { kind: 'export', export: made, saved: session.saved() };
}

/** Verifies packages one after another; one that is not whole never stops the others. */
export async function verifyJob(files: readonly OfferedFile[], job: JobContext): Promise<JobResult> {
  const verifications: Verification[] = [];
  for (const file of files) {
    verifications.push({ ...(await verifyOne(file, job)), file: file.name });
  }
  return { kind: 'verify', verifications };
}

async function verifyOne(file: OfferedFile, job: JobContext): Promise<Verification> {
  try {
    return await verifyPackage(file.path, taskOptions(job));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, remedy } = error.failure;
    return {
      file: file.name,
      status: 'not-a-package',
      unit: '',
      campaign: '',
      selfScore: '',
      sealCode: null,
      revision: 0,
      draft: false,
      sample: false,
      files: 0,
      bytes: 0,
      problems: [{ code, path: '', message: `${message}${remedy}`, severity: 'problem' }],
    };
  }
}

export function exportRunning(): UserError {
  return new UserError({
    code: 'busy',
    message: '这份自评档案正在导出。',
    effect: '没有开始新的导出。',
    remedy: '请等待完成或先取消。',
  });
}
