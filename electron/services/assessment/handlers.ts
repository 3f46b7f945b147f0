import { join } from 'node:path';
import * as z from 'zod';
import { type Assessment, sha256Schema } from '../../../shared/assessment/schema.ts';
import { ASSESSMENT_WORDS } from '../../../shared/assessment/words.ts';
import type { assessmentCalls } from '../../../shared/contract/contract.ts';
import { searchedAssessment } from '../../../shared/search/lines.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { localDay } from '../base/clock.ts';
import { type FileTokens, forget, type OfferedFile, startWithFiles } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { Jobs } from '../base/jobs.ts';
import { SOFTWARE } from '../base/version.ts';
import { copyService } from '../document/copies.ts';
import { documentService } from '../document/handlers.ts';
import { Sessions } from '../document/sessions.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { type EvidenceFile, evidenceFileAt } from '../files/evidence-file.ts';
import type { FileMaker } from '../files/made-files.ts';
import type { Staging } from '../files/staging.ts';
import type { UserStandards } from '../standards/user-standards.ts';
import { evidenceFolderOf } from './assessment-folder.ts';
import { AssessmentSession } from './assessment-session.ts';
import { Assessments } from './assessments.ts';
import { describeBackups } from './backups.ts';
import { carryOverInto, previewCarryOver } from './carry-over.ts';
import { addEvidence } from './evidence/add.ts';
import { orphanedEvidence, removeOrphans } from './evidence/orphans.ts';
import type { EvidenceViewer } from './evidence/view.ts';
import { lastEntry } from './last-entry.ts';
import { inspectJob, openJob } from './opening.ts';
import { tableHandlers } from './tables.ts';
import { exportJob, exportRunning, verifyJob } from './packages.ts';

/** What the handlers of assessments and their packages are given. */
interface AssessmentPorts extends FileMaker {
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
  readonly assessments: Assessments;
  readonly sessions: Sessions<AssessmentSession>;
  readonly standards: UserStandards;
  readonly staging: Staging;
  readonly viewer: EvidenceViewer;
  /** Folder that holds scoring-standards/. */
  readonly resources: string;
}

/** Self-scoring, as a part of the host. */
export function assessmentPart(
  given: Omit<AssessmentPorts, 'assessments' | 'sessions'> & { readonly data: DataFolder },
) {
  const assessments = new Assessments(given.data, async (id) => (await sessions.held(id))?.folder);
  const sessions: Sessions<AssessmentSession> = new Sessions({
    open: async (id, takeOver) => {
      const { folder, beside } = await assessments.folders.folderToOpen(id);
      return AssessmentSession.open(folder, { takeOver, now: given.now, beside });
    },
    left: (id, { folder }) => assessments.folders.left(id, folder),
    what: ASSESSMENT_WORDS.one,
  });
  const ports = { ...given, assessments, sessions };
  return {
    documents: { assessment: documentService(sessions) },
    handlers: assessmentHandlers(ports),
    copies: {
      assessment: copyService({ ...given, folders: assessments.folders, sessions, words: ASSESSMENT_WORDS }),
    },
    evidence: (id: string, sha256: string) => assessmentEvidence(ports, id, sha256),
    searched: async () =>
      (await assessments.folders.lines()).map(
        ({ value }) => value && searchedAssessment(value.assessment, value.standard),
      ),
    openAssessment: (id: string) => sessions.get(id),
    readAssessment: async (id: string) => {
      const open = await sessions.held(id);
      return open ?? (await assessments.find(id)).content;
    },
    borrowAssessment: <T>(id: string, task: (session: AssessmentSession) => Promise<T>) =>
      sessions.borrow(id, task),
  };
}

/** A piece of an assessment's evidence, of one that is open or as it was last saved. */
async function assessmentEvidence(
  { sessions, assessments }: Pick<AssessmentPorts, 'sessions' | 'assessments'>,
  id: string,
  sha256: string,
): Promise<EvidenceFile | undefined> {
  if (!z.uuid().safeParse(id).success || !sha256Schema.safeParse(sha256).success) return undefined;
  const open = await sessions.find(id);
  const { assessment, folder } = open ?? (await lastSaved(assessments, id));
  const found = assessment.evidence.find((evidence) => evidence.sha256 === sha256);
  return found && evidenceFileAt(join(evidenceFolderOf(folder), sha256), found.fileName);
}

async function lastSaved(
  assessments: Assessments,
  id: string,
): Promise<{ assessment: Assessment; folder: string }> {
  const { content, folder } = await assessments.find(id);
  return { assessment: content.assessment, folder };
}

/** Self-scoring: the assessments in the data folder, their evidence, and the packages that come and go. */
function assessmentHandlers(ports: AssessmentPorts): HandlersFor<typeof assessmentCalls> {
  const { assessments, sessions, standards, jobs, offered, now } = ports;
  const exporting = new Set<string>();

  return {
    listAssessments: async () => ({ assessments: await assessments.list() }),
    lastEntry: async ({ id }) => lastEntry(await assessments.find(id)),
    createAssessment: async (wish) => ({
      id: await assessments.create(await standards.library(), wish, now()),
    }),
    openSample: async () => ({ id: await assessments.sample(ports.resources, now()) }),
    removeAssessment: async ({ id }) => {
      await assessments.folders.only(id);
      await sessions.closeNow(id);
      return { movedTo: await assessments.remove(id, now()) };
    },

    previewCarryOver: async ({ id, standardId }) =>
      previewCarryOver({ assessments, id, to: await standards.loaded(standardId), now: now() }),
    carryOver: async ({ id, standardId }) => {
      const wish = { assessments, id, to: await standards.loaded(standardId), now: now() };
      const jobId = jobs.start('正在转入新标准', async (job) => ({
        kind: 'open',
        id: await carryOverInto(wish, job),
      }));
      return { jobId };
    },

    listBackups: async ({ id }) => describeBackups(await assessments.find(id)),
    orphanedEvidence: async ({ id }) => orphanedEvidence(await sessions.get(id)),
    removeOrphanedEvidence: async ({ id }) => removeOrphans(await sessions.get(id)),
    restoreBackup: async ({ id, name }) => (await sessions.get(id)).restore(name),

    evidenceState: async ({ id }) => {
      const session = await sessions.get(id);
      await session.requireInPlace();
      return session.evidence.state();
    },
    addEvidence: async ({ id, tokens, linkTo, only }) => {
      const session = await sessions.get(id);
      if (linkTo !== undefined) session.requireCode(linkTo);
      return startWithFiles(ports, { step: '正在添加佐证材料', tokens }, (files, job) =>
        sessions.during(id, (held) =>
          held.evidence.aside(() => addEvidence(held, files, { linkTo, only }, { now, job })),
        ),
      );
    },
    openEvidence: async ({ id, sha256 }) => {
      const file = await assessmentEvidence(ports, id, sha256);
      if (!file) throw evidenceMissing();
      await ports.viewer.open(sha256, file);
      return {};
    },

    ...tableHandlers(ports),
    exportPackage: async ({ id, mode }) => {
      await sessions.get(id);
      if (exporting.has(id)) throw exportRunning();
      exporting.add(id);
      const jobId = jobs.start('正在准备导出', (job) =>
        sessions
          .during(id, (session) =>
            session.evidence.aside(async () =>
              exportJob(session, {
                mode,
                today: localDay(now()),
                software: SOFTWARE,
                outFolder: await ports.data.exports(),
                exports: ports.exports,
                job,
              }),
            ),
          )
          .finally(() => exporting.delete(id)),
      );
      return { jobId };
    },
    inspectPackage: ({ token }) => {
      const file = offered.get(token);
      const jobId = jobs.start('正在核验推荐包', (job) => inspectJob(assessments, file, job));
      return Promise.resolve({ jobId });
    },
    openPackage: ({ token, as }) => {
      const file = offered.get(token);
      const jobId = jobs.start('正在打开推荐包', async (job) => {
        const options = { as, staging: await ports.staging.folder(), now: now(), job };
        const opened = await openJob({ assessments, sessions }, file, options);
        // Not where it failed: the user may want to try again.
        await forget(offered, token);
        return opened;
      });
      return Promise.resolve({ jobId });
    },
    verifyPackages: ({ tokens }) =>
      Promise.resolve(
        startWithFiles(ports, { step: '正在核验', tokens }, (files, job) => verifyJob(files, job)),
      ),
  };
}

function evidenceMissing(): UserError {
  return new UserError({
    code: 'evidence-missing',
    message: '档案文件夹里找不到这份佐证材料。',
    effect: '自评内容没有改动。',
    remedy: '请到“佐证材料”，在这份材料上选“重新添加原文件”；没有原文件的，可从推荐包中取回。',
  });
}
