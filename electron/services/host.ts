import type { CallOutput, FilePurpose, hostCalls, Reply } from '../../shared/contract/contract.ts';
import { UserError } from '../../shared/values/errors.ts';
import { desktopOnly, EvidenceViewer } from './assessment/evidence/view.ts';
import { assessmentPart } from './assessment/handlers.ts';
import { inNameOf } from './base/caller.ts';
import { localDay } from './base/clock.ts';
import { answer } from './base/dispatch.ts';
import { guarded, ifThere } from './base/failures.ts';
import { type ExportedFile, FileTokens, forget, type OfferedFile, unknownToken } from './base/file-tokens.ts';
import type { HandlersFor } from './base/handlers.ts';
import { Jobs } from './base/jobs.ts';
import { deskPart } from './desk/handlers.ts';
import { copyHandlers } from './document/copies.ts';
import { documentHandlers } from './document/handlers.ts';
import { together } from './document/host-part.ts';
import { pageHandlers } from './files/page-handlers.ts';
import { PageWords } from './files/page-words.ts';
import { copyOut } from './files/copy-out.ts';
import { WorkNotes } from './files/work-notes.ts';
import { DataFolder } from './files/data-folder.ts';
import type { EvidenceFile } from './files/evidence-file.ts';
import { keptSize } from './files/kept.ts';
import { filesAt, filesBelow } from './files/picked.ts';
import { removeLeftoversOf } from './files/leftovers.ts';
import { Staging } from './files/staging.ts';
import { yearPart } from './registers/handlers.ts';
import { rollupPart } from './registers/rollups.ts';
import { paperPart } from './papers/handlers.ts';
import type { SpawnReader } from './import/spawn-reader.ts';
import { campaignPart } from './standards/campaign-handlers.ts';
import { standardPart } from './standards/handlers.ts';
import { UserStandards } from './standards/user-standards.ts';

/** What the user is asked to choose. */
export interface PickWish {
  readonly purpose: FilePurpose;
  readonly what: 'file' | 'files' | 'folder';
}

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
  readonly showInFolder?: (path: string) => Promise<void>;
  /** Desktop: shows the system's dialog; the paths that were chosen, none where it was left. */
  readonly pickPaths?: (wish: PickWish) => Promise<readonly string[]>;
  /** Desktop: asks where a copy of a file is to go; nothing where the user says nowhere. */
  readonly askWhere?: (fileName: string) => Promise<string | undefined>;
  /** Desktop: asks the user where to and writes the page there as a PDF; answers where. */
  readonly savePdf?: (name: string) => Promise<string | undefined>;
  /** Told when something begins, moves on or ends (`Host.working`). */
  readonly onWork?: () => void;
  /** Starts the process that reads files to import; absent: a child of Node. */
  readonly spawnReader?: SpawnReader;
  /** The data folder was there before: where it is missing it is not made anew. */
  readonly existed?: boolean;
  /** Absent: the data folder is this one alone. */
  readonly folders?: Folders;
}

/** What is told of the data folder, and how the program goes on with another one. */
interface Folders {
  readonly told: () => Pick<CallOutput<'dataFolder'>, 'note' | 'others' | 'named'>;
  /** It was found usable. */
  readonly used: () => Promise<void>;
  readonly change: (path: string | undefined) => Promise<CallOutput<'changeDataFolder'>>;
}

interface Working {
  /** 导出推荐包, 添加佐证材料. */
  readonly titles: readonly string[];
  /** From 0 to 1; undefined while it is not known. */
  readonly done: number | undefined;
}

/** What both doors stand before. */
export interface Host {
  /**
   * Answers one call of the contract. Never throws: whatever goes wrong is a Failure. `page`: who asks, by an id of its own
   * choice; steps of undo are told apart by it.
   */
  call(name: string, input: unknown, page?: string): Promise<Reply>;
  /** Makes a token for a file that the user chose. */
  offerFile(file: OfferedFile): string;
  /** The same of content that is no file on the disk yet; it becomes one of ours. Throws UserError. */
  offerBytes(bytes: Uint8Array, name: string): Promise<string>;
  /** Where the local door writes uploads before it offers them. */
  stagingFolder(): Promise<string>;
  /** `id`: of an assessment, or `<deskId>.<key>` for a package on a desk. */
  evidenceFile(id: string, sha256: string): Promise<EvidenceFile | undefined>;
  downloadFile(token: string): Promise<ExportedFile | undefined>;
  /** Packages that the system handed to the program, for the page to take (`takeHandedFiles`). */
  handFiles(paths: readonly string[]): void;
  /** What takes long and is not done; undefined where nothing is at work. */
  working(): Working | undefined;
  /** Whether a job runs. */
  isAtWork(): boolean;
  /** Cancels jobs, waits for queued writes, releases locks. */
  close(): Promise<void>;
}

/** The host behind both doors: it alone knows paths; ids and tokens are looked up, never joined into one. */
export function createHost(options: HostOptions): Host {
  const { root, existed, resources, spawnReader, now = () => new Date() } = options;
  const data = new DataFolder(root, existed);
  // Beside everything else: opening waits for nothing, and a disk that cannot be cleaned can still be read.
  const cleaned = removeLeftoversOf(root).catch((error: unknown) => console.error(error));
  const { onWork = () => undefined } = options;
  const jobs = new Jobs(onWork);
  const work = new WorkNotes(data, now, onWork);
  const words = new PageWords(data, now);
  let handed: readonly string[] = [];
  const offered = new FileTokens<OfferedFile>();
  const exports = new FileTokens<ExportedFile>();
  const staging = new Staging(data);
  const standards = new UserStandards(data, resources);
  const viewer = new EvidenceViewer(options.openPath);
  const ports = { data, exports, now, offered, jobs, standards, staging, viewer, spawnReader, resources };

  const assessments = assessmentPart(ports);
  const { borrowAssessment, readAssessment } = assessments;
  const desks = deskPart({ ...ports, work });
  const { borrowDesk } = desks;
  const { documents, copies, handlers, evidence, searched } = together([
    assessments,
    paperPart({ ...ports, openAssessment: assessments.openAssessment }),
    standardPart(ports),
    campaignPart(ports),
    desks,
    yearPart({ ...ports, borrowAssessment, borrowDesk, readAssessment }),
    rollupPart(ports),
  ]);
  const all = {
    ...hostHandlers(options, { data, jobs, offered, exports, now, evidence }),
    takeHandedFiles: () => {
      const paths = handed;
      handed = [];
      return filesAt(paths, offered);
    },
    ...pageHandlers(work, words),
    searchIndex: searched,
    ...documentHandlers(documents),
    ...copyHandlers(copies),
    ...handlers,
  };

  return {
    call: (name, input, page = '') => {
      work.hear(page);
      return inNameOf(page, () => answer(all, name, input));
    },
    offerFile: (file) => offered.offer(file),
    offerBytes: async (bytes, name) =>
      offered.offer({ path: await staging.keep(bytes), name, ownership: 'staged' }),
    stagingFolder: () => staging.folder(),
    evidenceFile: (id, sha256) => orNothing(() => evidence(id, sha256)),
    downloadFile: (token) =>
      orNothing(async () => {
        const file = exports.find(token);
        return file && (await sizeOf(file.path)) === file.bytes ? file : undefined;
      }),
    handFiles: (paths) => {
      handed = [...handed, ...paths];
    },
    working: () => {
      const titles = work.titles();
      return titles.length === 0 ? undefined : { titles, done: jobs.done() };
    },
    isAtWork: () => jobs.running(),
    close: async () => {
      await jobs.close();
      await cleaned;
      for (const { closeAll } of Object.values(documents)) await closeAll();
      await words.close();
      await staging.close();
      await viewer.close();
    },
  };
}

interface HostPorts {
  readonly data: DataFolder;
  readonly jobs: Jobs;
  readonly offered: FileTokens<OfferedFile>;
  readonly exports: FileTokens<ExportedFile>;
  readonly now: () => Date;
  readonly evidence: (id: string, sha256: string) => Promise<EvidenceFile | undefined>;
}

function hostHandlers(
  { door, version, root, showInFolder, pickPaths = noDialogs, askWhere, savePdf, folders }: HostOptions,
  { data, jobs, offered, exports, now, evidence }: HostPorts,
): Omit<HandlersFor<typeof hostCalls>, 'takeHandedFiles'> {
  const save = (file: { readonly path: string; readonly fileName: string }) => {
    if (!askWhere) return Promise.reject(desktopOnly());
    const jobId = jobs.start('正在另存', async (job) => {
      const path = await askWhere(file.fileName);
      if (path !== undefined) await copyOut(file.path, path, job);
      return { kind: 'saved', path };
    });
    return Promise.resolve({ jobId });
  };
  return {
    hostInfo: () =>
      Promise.resolve({ door, version, root, picks: pickPaths !== noDialogs, today: localDay(now()) }),
    dataFolder: async () => {
      const problem = await data.problem();
      if (!problem) await folders?.used();
      return { root, ...(problem && { problem }), ...(folders?.told() ?? { others: [], named: true }) };
    },
    changeDataFolder: async ({ path }) => (folders ? folders.change(path) : {}),
    pickFiles: async ({ purpose, many }) =>
      filesAt(await pickPaths({ purpose, what: many ? 'files' : 'file' }), offered),
    pickFolder: async ({ purpose }) => {
      const [folder] = await pickPaths({ purpose, what: 'folder' });
      if (folder === undefined) return {};
      const jobId = jobs.start('正在查看文件夹', (job) => filesBelow(folder, offered, job));
      return { jobId };
    },
    jobStatus: ({ jobId }) => {
      const status = jobs.status(jobId);
      return status ? Promise.resolve(status) : Promise.reject(unknownJob());
    },
    cancelJob: ({ jobId }) => {
      jobs.cancel(jobId);
      return Promise.resolve({});
    },
    revealExport: async ({ token }) => {
      const file = exports.get(token);
      if (!showInFolder) throw desktopOnly();
      await showInFolder(file.path);
      return {};
    },
    saveExport: ({ token }) => save(exports.get(token)),
    saveEvidence: async ({ id, sha256 }) => {
      const file = await evidence(id, sha256);
      if (!file) throw unknownToken();
      return save(file);
    },
    savePdf: async ({ name }) => {
      if (!savePdf) throw desktopOnly();
      const path = await guarded(SAVING_PDF, () => savePdf(name));
      return path === undefined ? {} : { path };
    },
    forgetFile: async ({ token }) => {
      await forget(offered, token);
      return {};
    },
  };
}

const noDialogs = (): Promise<never> => Promise.reject(desktopOnly());
const SAVING_PDF = { action: '存为 PDF', effect: '没有存成；自评和核验的内容没有变化。' };

/** Undefined where it is not there. */
async function sizeOf(path: string): Promise<number | undefined> {
  return ifThere(keptSize(path));
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

function unknownJob(): UserError {
  return new UserError({
    code: 'job-unknown',
    message: '找不到这项任务，它可能早已结束。',
    effect: '没有改动任何内容。',
    remedy: '请查看结果，需要时重新开始。',
  });
}
