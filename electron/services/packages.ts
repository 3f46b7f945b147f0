import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { JobResult } from '../../shared/contract.ts';
import type { FeedbackFile } from '../../shared/assessment/feedback.ts';
import { UserError } from '../../shared/errors.ts';
import type { Verification } from '../../shared/package/verification.ts';
import type { Assessments } from './assessments.ts';
import type { FileTokens, OfferedFile } from './file-tokens.ts';
import type { JobContext } from './jobs.ts';
import { exportAssessment } from './package/export.ts';
import { readFeedback } from './package/feedback.ts';
import { openPackage } from './package/open.ts';
import type { Running } from './package/progress.ts';
import { verifyPackage } from './package/verify.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { readAssessmentFolder } from './store/assessment-folder.ts';

export interface ExportedFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
}

function running(job: JobContext): Running {
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
  session: Session,
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
  const { assessment, standard, standardBytes, evidenceFolder } = session.store;
  const {
    assessment: exported,
    file,
    ...facts
  } = await exportAssessment({
    assessment,
    standard,
    standardBytes,
    evidenceFolder,
    ...rest,
    ...running(job),
  });
  const saved = await session.recordRevisions(exported.revisions);
  const fileName = basename(file);
  const token = exports.offer({ path: file, fileName, bytes: facts.bytes });
  return { kind: 'export', export: { ...facts, fileName, folder: dirname(file), token }, saved };
}

/**
 * Opens a package as a new assessment folder; it appears only when it is complete. A 反馈包 opens the assessment
 * that it is about, with the feedback in it: the unit goes on from its own entries.
 */
export async function openJob(
  { assessments, sessions }: { assessments: Assessments; sessions: Sessions },
  file: OfferedFile,
  { staging, job }: { staging: string; job: JobContext },
): Promise<JobResult> {
  const folder = join(staging, randomUUID());
  try {
    await openPackage(file.path, folder, running(job));
    return { kind: 'open', id: await assessments.adopt(folder, await readAssessmentFolder(folder)) };
  } catch (error) {
    const feedback = isNoPackage(error) ? await readFeedback(file.path, running(job)) : undefined;
    if (!feedback) throw error;
    return { kind: 'open', id: await takeFeedback(feedback, { assessments, sessions }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isNoPackage(error: unknown): boolean {
  return (
    error instanceof UserError && ['package-unsupported', 'package-damaged'].includes(error.failure.code)
  );
}

/** Puts the feedback beside the unit's entries, as one step of undo. A UserError where the assessment is not here. */
async function takeFeedback(
  { assessmentId, unit, feedback }: FeedbackFile,
  { assessments, sessions }: { assessments: Assessments; sessions: Sessions },
): Promise<string> {
  const known = (await assessments.list()).some(({ id, problem }) => id === assessmentId && !problem);
  if (!known) throw feedbackOfUnknown(unit, feedback.revision);
  await sessions.during(assessmentId, (session) => session.edit({ kind: 'setFeedback', feedback }));
  return assessmentId;
}

function feedbackOfUnknown(unit: string, revision: number): UserError {
  return new UserError({
    code: 'feedback-unknown-assessment',
    message: `这是${unit}第${revision}版自评材料的核验反馈，数据文件夹里没有这份自评档案。`,
    effect: '没有打开；其他档案没有改动。',
    remedy: '请先打开当初报送的推荐包，再打开这个反馈包。',
  });
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
    return await verifyPackage(file.path, running(job));
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
