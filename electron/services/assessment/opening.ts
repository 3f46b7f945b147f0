import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { blueprintOf } from '../../../shared/assessment/blueprint.ts';
import type { FeedbackFile } from '../../../shared/assessment/feedback.ts';
import type { CallInput, JobResult, KnownAssessment } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { Assessments } from './assessments.ts';
import type { OfferedFile } from '../base/file-tokens.ts';
import type { JobContext } from '../base/jobs.ts';
import { readFeedback } from '../package/feedback.ts';
import { inspectForOpening, openedFrom, openPackage } from './open-package.ts';
import { taskOptions } from './packages.ts';
import { Queue } from '../base/queue.ts';
import type { Sessions } from '../document/sessions.ts';
import type { AssessmentSession } from './assessment-session.ts';

/** Folders come into the data folder one after another. */
const placing = new Queue();

/** What a chosen package holds and whether its assessment is here already; changes nothing. */
export async function inspectJob(
  assessments: Assessments,
  file: OfferedFile,
  job: JobContext,
): Promise<JobResult> {
  const found = await inspectForOpening(file.path, taskOptions(job));
  if (found === 'feedback') return { kind: 'inspect', inspection: { content: 'feedback' } };
  const { assessment, verification } = found;
  const here = await knownAs(assessments, assessment.id);
  return {
    kind: 'inspect',
    inspection: {
      content: 'package',
      verification: { ...verification, file: file.name },
      date: assessment.revisions.at(-1)?.date ?? '',
      ...(here && { here }),
    },
  };
}

/**
 * Opens a package as a new assessment folder; it appears only when it is complete. `continue` keeps its id, and is
 * refused where that is here already: there is never a second one of it, and never a new id unasked. `blueprint`
 * makes another assessment after it. A 反馈包 opens the assessment that it is about, with the feedback in it: the
 * unit goes on from its own entries.
 */
export async function openJob(
  { assessments, sessions }: { assessments: Assessments; sessions: Sessions<AssessmentSession> },
  file: OfferedFile,
  {
    as,
    staging,
    now,
    job,
  }: Pick<CallInput<'openPackage'>, 'as'> & {
    staging: string;
    now: Date;
    job: JobContext;
  },
): Promise<JobResult> {
  const folder = join(staging, randomUUID());
  const at = now.toISOString();
  try {
    const { assessment } = await openPackage(file.path, folder, {
      ...taskOptions(job),
      shape: async ({ assessment: packaged, verification }) => {
        const origin = { openedFrom: openedFrom(verification, { fileName: file.name, at }) };
        if (as === 'blueprint') {
          return { ...blueprintOf(packaged, { newId: randomUUID(), now: at }), ...origin };
        }
        await requireAbsent(assessments, packaged.id);
        return { ...packaged, ...origin };
      },
    });
    // Looked for again: another opening of the same package may have come first.
    await placing.run(async () => {
      await requireAbsent(assessments, assessment.id);
      await assessments.place(folder, assessment);
    });
    return { kind: 'open', id: assessment.id };
  } catch (error) {
    const feedback =
      as === 'continue' && isNoPackage(error) ? await readFeedback(file.path, taskOptions(job)) : undefined;
    if (!feedback) throw error;
    return { kind: 'open', id: await takeFeedback(feedback, { assessments, sessions }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function knownAs(assessments: Assessments, id: string): Promise<KnownAssessment | undefined> {
  const known = await assessments.known(id);
  if (!known) return undefined;
  const { unit, revisions } = known.assessment;
  return { id, unit: unit.name, revision: Math.max(0, ...revisions.map(({ number }) => number)) };
}

async function requireAbsent(assessments: Assessments, id: string): Promise<void> {
  const here = await knownAs(assessments, id);
  if (!here) return;
  const { unit, revision } = here;
  const latest = revision === 0 ? '还没有导出过' : `最新是第${revision}版`;
  throw new UserError({
    code: 'assessment-here',
    message: `这份自评档案已在数据文件夹里：${unit || '（未录入单位名称）'}，${latest}。`,
    effect: '没有打开，也没有另建一份；已有的档案没有改动。',
    remedy: '请在首页打开已有的档案，或以这个推荐包为蓝本新建。',
  });
}

/** Refused as a package: it may yet be a 反馈包. */
function isNoPackage(error: unknown): boolean {
  return error instanceof UserError && error.failure.code.startsWith('package-');
}

/** Puts the feedback beside the unit's entries, as one step of undo. A UserError where the assessment is not here. */
async function takeFeedback(
  { assessmentId, unit, feedback }: FeedbackFile,
  { assessments, sessions }: { assessments: Assessments; sessions: Sessions<AssessmentSession> },
): Promise<string> {
  if (!(await assessments.known(assessmentId))) throw feedbackOfUnknown(unit, feedback.revision);
  await sessions.during(assessmentId, (session) =>
    session.document.editNow({ kind: 'setFeedback', feedback }),
  );
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
