import { join } from 'node:path';
import { z } from 'zod';
import { sha256Schema } from '../../shared/assessment/schema.ts';
import {
  type assessmentCalls,
  type CallInput,
  type CallName,
  contract,
  type jobCalls,
  type Reply,
} from '../../shared/contract/contract.ts';
import { type Failure, UserError } from '../../shared/values/errors.ts';
import { Assessments } from './assessment/assessments.ts';
import { carryOverInto, previewCarryOver } from './assessment/carry-over.ts';
import { deskExportHandlers } from './desk/export/handlers.ts';
import { deskHandlers } from './desk/handlers.ts';
import { standardHandlers } from './standards/handlers.ts';
import { UserStandards } from './standards/user-standards.ts';
import { localDay } from './base/clock.ts';
import { addEvidence } from './assessment/evidence/add.ts';
import { type EvidenceFile, evidenceFileAt } from './files/evidence-file.ts';
import { desktopOnly, EvidenceViewer } from './assessment/evidence/view.ts';
import { isSystemError, toFailure } from './base/failures.ts';
import { discard, FileTokens, forget, type OfferedFile, unknownToken } from './base/file-tokens.ts';
import { type JobContext, Jobs } from './base/jobs.ts';
import type { SpawnReader } from './import/spawn-reader.ts';
import type { Handlers, HandlersFor, HostContext } from './handlers.ts';
import { inspectJob, openJob } from './assessment/opening.ts';
import { exportJob, exportRunning, verifyJob } from './assessment/packages.ts';
import type { ExportedFile } from './base/file-tokens.ts';
import { Sessions } from './assessment/sessions.ts';
import { Staging } from './files/staging.ts';
import { evidenceFolderOf } from './assessment/assessment-folder.ts';
import { describeBackups } from './document/backups.ts';
import { keptSize } from './files/kept.ts';

export interface HostOptions {
  /** 数据文件夹: every assessment, export and upload lies below it. */
  readonly root: string;
  readonly door: 'desktop' | 'local';
  readonly version: string;
  /** Folder that holds scoring-standards/. */
  readonly resources: string;
  readonly now?: () => Date;
  /** Desktop: opens a file with the system's program. */
  readonly openPath?: (path: string) => Promise<void>;
  /** Desktop: shows a file in the system's file manager. */
  readonly showInFolder?: (path: string) => void;
  /** Starts the process that reads files to import; absent: a child of Node. */
  readonly spawnReader?: SpawnReader;
}

/** What both doors stand before. */
export interface Host {
  /** Answers one call of the contract. Never throws: whatever goes wrong is a Failure. */
  call(name: string, input: unknown): Promise<Reply>;
  /** Makes a token for a file that the user chose. */
  offerFile(file: OfferedFile): string;
  /** Where the local door writes uploads before it offers them. */
  stagingFolder(): Promise<string>;
  /** `id`: of an assessment, or `<deskId>.<key>` for a package on a desk. */
  evidenceFile(id: string, sha256: string): Promise<EvidenceFile | undefined>;
  downloadFile(token: string): Promise<ExportedFile | undefined>;
  /** Cancels jobs, waits for queued writes, releases locks. */
  close(): Promise<void>;
}

/** The host behind both doors: it alone knows paths; ids and tokens are looked up, never joined into one. */
export function createHost(options: HostOptions): Host {
  const now = options.now ?? ((): Date => new Date());
  const assessments = new Assessments(options.root);
  const sessions = new Sessions((id) => assessments.folderOf(id), now);
  const jobs = new Jobs();
  const offered = new FileTokens<OfferedFile>();
  const exports = new FileTokens<ExportedFile>();
  const staging = new Staging(() => assessments.root());
  const standards = new UserStandards(() => assessments.root(), options.resources);
  const viewer = new EvidenceViewer(options.openPath);
  const exporting = new Set<string>();

  async function evidenceFile(id: string, sha256: string): Promise<EvidenceFile | undefined> {
    if (!sha256Schema.safeParse(sha256).success) return undefined;
    if (id.includes('.')) return desk.evidenceFile(id, sha256);
    if (!z.uuid().safeParse(id).success) return undefined;
    const session = sessions.find(id);
    const { assessment, folder } = session
      ? { assessment: session.store.assessment, folder: session.store.folder }
      : await assessments
          .find(id)
          .then(({ content, folder }) => ({ assessment: content.assessment, folder }));
    const found = assessment.evidence.find((evidence) => evidence.sha256 === sha256);
    return found && evidenceFileAt(join(evidenceFolderOf(folder), sha256), found.fileName);
  }

  /** Starts a job on chosen files; uploads among them are deleted when it ends. */
  function startWithFiles(
    step: string,
    tokens: readonly string[],
    task: (files: OfferedFile[], job: JobContext) => ReturnType<Parameters<Jobs['start']>[1]>,
  ): { jobId: string } {
    const files = tokens.map((token) => offered.take(token));
    const jobId = jobs.start(step, (job) => task(files, job).finally(() => discard(files)));
    return { jobId };
  }

  const context: HostContext = {
    options,
    now,
    root: () => assessments.root(),
    offered,
    exports,
    jobs,
    sessions,
    assessments,
    startWithFiles,
  };

  const own: HandlersFor<typeof assessmentCalls & typeof jobCalls> = {
    hostInfo: () =>
      Promise.resolve({
        door: options.door,
        version: options.version,
        root: options.root,
        today: localDay(now()),
      }),

    listStandards: async () => {
      const { standards: known, own: mine, problems } = await standards.library();
      return { standards: known.map(({ standard }) => standard), own: mine, problems };
    },
    listCampaigns: async () => ({ campaigns: (await standards.library()).campaigns }),

    listAssessments: async () => ({ assessments: await assessments.list() }),
    createAssessment: async (wish) => ({
      id: await assessments.create(await standards.library(), wish, now()),
    }),
    openSample: async () => ({ id: await assessments.sample(options.resources, now()) }),
    openAssessment: async ({ id, takeOverLock }) => (await sessions.open(id, takeOverLock)).opened(),
    closeAssessment: async ({ id }) => {
      await sessions.close(id);
      return {};
    },
    removeAssessment: async ({ id }) => {
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

    editAssessment: async ({ id, edit }) => (await sessions.get(id)).edit(edit),
    undo: async ({ id }) => (await sessions.get(id)).undo(),
    redo: async ({ id }) => (await sessions.get(id)).redo(),
    listBackups: async ({ id }) => ({ backups: await describeBackups(await assessments.folderOf(id)) }),
    restoreBackup: async ({ id, name }) => (await sessions.get(id)).restore(name),

    addEvidence: async ({ id, tokens, linkTo }) => {
      const session = await sessions.get(id);
      if (linkTo !== undefined) session.requireCode(linkTo);
      return startWithFiles('正在添加佐证材料', tokens, (files, job) =>
        sessions.during(id, (held) => addEvidence(held, files, linkTo, { now, job })),
      );
    },
    openEvidence: async ({ id, sha256 }) => {
      const file = await evidenceFile(id, sha256);
      if (!file) throw evidenceMissing();
      await viewer.open(sha256, file);
      return {};
    },

    exportPackage: async ({ id, mode }) => {
      await sessions.get(id);
      if (exporting.has(id)) throw exportRunning();
      exporting.add(id);
      const jobId = jobs.start('正在准备导出', (job) =>
        sessions
          .during(id, async (session) =>
            exportJob(session, {
              mode,
              today: localDay(now()),
              software: `biaobing ${options.version}`,
              outFolder: await assessments.exportsFolder(),
              exports,
              job,
            }),
          )
          .finally(() => exporting.delete(id)),
      );
      return { jobId };
    },
    revealExport: ({ token }) => {
      const file = exports.find(token);
      if (!file) return Promise.reject(unknownToken());
      if (!options.showInFolder) return Promise.reject(desktopOnly());
      options.showInFolder(file.path);
      return Promise.resolve({});
    },
    inspectPackage: ({ token }) => {
      const file = offered.get(token);
      const jobId = jobs.start('正在核验推荐包', (job) => inspectJob(assessments, file, job));
      return Promise.resolve({ jobId });
    },
    openPackage: ({ token, as }) => {
      const file = offered.get(token);
      const jobId = jobs.start('正在打开推荐包', async (job) => {
        const options = { as, staging: await staging.folder(), now: now(), job };
        const opened = await openJob({ assessments, sessions }, file, options);
        // Not where it failed: the user may want to try again.
        await forget(offered, token);
        return opened;
      });
      return Promise.resolve({ jobId });
    },
    forgetFile: async ({ token }) => {
      await forget(offered, token);
      return {};
    },
    verifyPackages: ({ tokens }) =>
      Promise.resolve(startWithFiles('正在核验', tokens, (files, job) => verifyJob(files, job))),

    jobStatus: ({ jobId }) => {
      const status = jobs.status(jobId);
      return status ? Promise.resolve(status) : Promise.reject(unknownJob());
    },
    cancelJob: ({ jobId }) => {
      jobs.cancel(jobId);
      return Promise.resolve({});
    },
  };
  const library = standardHandlers(context, standards);
  const desk = deskHandlers(context, standards);
  const handlers: Handlers = {
    ...own,
    ...library.handlers,
    ...desk.handlers,
    ...deskExportHandlers(context, desk.desks),
  };

  return {
    call: (name, input) => answer(handlers, name, input),
    offerFile: (file) => offered.offer(file),
    stagingFolder: () => staging.folder(),
    evidenceFile: (id, sha256) => orNothing(() => evidenceFile(id, sha256)),
    downloadFile: (token) =>
      orNothing(async () => {
        const file = exports.find(token);
        return file && (await sizeOf(file.path)) === file.bytes ? file : undefined;
      }),
    close: async () => {
      await jobs.close();
      await sessions.closeAll();
      await desk.close();
      await library.close();
      await staging.close();
      await viewer.close();
    },
  };
}

async function answer(handlers: Handlers, name: string, input: unknown): Promise<Reply> {
  try {
    if (!isCallName(name)) return { ok: false, failure: badInput(`没有“${name.slice(0, 40)}”这个操作`) };
    return await dispatch(handlers, name, input);
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error); // For whoever supports the user; the reply has no stack.
    return { ok: false, failure: toFailure(error) };
  }
}

async function dispatch<N extends CallName>(handlers: Handlers, name: N, input: unknown): Promise<Reply> {
  const parsed = contract[name].input.safeParse(input, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, failure: badInput(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()) };
  }
  // The schemas of one call belong together; TypeScript cannot follow that through the map.
  const output = await handlers[name](parsed.data as CallInput<N>);
  return { ok: true, value: z.encode(contract[name].output as z.ZodType, output) };
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}

/** Undefined where it is not there. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return await keptSize(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** For an address, what a user would be told is simply not there. */
async function orNothing<T>(find: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function badInput(reason: string): Failure {
  return {
    code: 'bad-input',
    message: `填写的内容不符合要求：${reason}。`,
    effect: '没有改动任何内容。',
    remedy: '请修改后再试。',
  };
}

function unknownJob(): UserError {
  return new UserError({
    code: 'job-unknown',
    message: '找不到这项任务，它可能早已结束。',
    effect: '没有改动任何内容。',
    remedy: '请查看结果，需要时重新开始。',
  });
}

function evidenceMissing(): UserError {
  return new UserError({
    code: 'evidence-missing',
    message: '档案文件夹里找不到这份佐证材料。',
    effect: '自评内容没有改动。',
    remedy: '请重新添加这份材料，或从备份、推荐包中取回。',
  });
}
