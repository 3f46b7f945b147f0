import type { hostCalls, Reply } from '../../shared/contract/contract.ts';
import { UserError } from '../../shared/values/errors.ts';
import { desktopOnly, EvidenceViewer } from './assessment/evidence/view.ts';
import { assessmentPart } from './assessment/handlers.ts';
import { inNameOf } from './base/caller.ts';
import { localDay } from './base/clock.ts';
import { answer } from './base/dispatch.ts';
import { guarded, ifThere } from './base/failures.ts';
import { type ExportedFile, FileTokens, forget, type OfferedFile } from './base/file-tokens.ts';
import type { HandlersFor } from './base/handlers.ts';
import { Jobs } from './base/jobs.ts';
import { deskPart } from './desk/handlers.ts';
import { copyHandlers } from './document/copies.ts';
import { documentHandlers } from './document/handlers.ts';
import { together } from './document/host-part.ts';
import { DataFolder } from './files/data-folder.ts';
import type { EvidenceFile } from './files/evidence-file.ts';
import { keptSize } from './files/kept.ts';
import { removeLeftoversOf } from './files/leftovers.ts';
import { Staging } from './files/staging.ts';
import type { SpawnReader } from './import/spawn-reader.ts';
import { standardPart } from './standards/handlers.ts';
import { UserStandards } from './standards/user-standards.ts';

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
  /** Desktop: asks the user where to and writes the page there as a PDF; answers where. */
  readonly savePdf?: (name: string) => Promise<string | undefined>;
  /** Starts the process that reads files to import; absent: a child of Node. */
  readonly spawnReader?: SpawnReader;
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
  const { root, resources, spawnReader, now = () => new Date() } = options;
  const data = new DataFolder(root);
  // Beside everything else: opening waits for nothing, and a disk that cannot be cleaned can still be read.
  const cleaned = removeLeftoversOf(root).catch((error: unknown) => console.error(error));
  const jobs = new Jobs();
  const offered = new FileTokens<OfferedFile>();
  const exports = new FileTokens<ExportedFile>();
  const staging = new Staging(data);
  const standards = new UserStandards(data, resources);
  const viewer = new EvidenceViewer(options.openPath);
  const ports = { data, exports, now, offered, jobs, standards, staging, viewer, spawnReader, resources };

  const { documents, copies, handlers, evidence } = together([
    assessmentPart(ports),
    standardPart(ports),
    deskPart(ports),
  ]);
  const all = {
    ...hostHandlers(options, { jobs, offered, exports, now }),
    ...documentHandlers(documents),
    ...copyHandlers(copies),
    ...handlers,
  };

  return {
    call: (name, input, page = '') => inNameOf(page, () => answer(all, name, input)),
    offerFile: (file) => offered.offer(file),
    stagingFolder: () => staging.folder(),
    evidenceFile: (id, sha256) => orNothing(() => evidence(id, sha256)),
    downloadFile: (token) =>
      orNothing(async () => {
        const file = exports.find(token);
        return file && (await sizeOf(file.path)) === file.bytes ? file : undefined;
      }),
    close: async () => {
      await jobs.close();
      await cleaned;
      for (const { closeAll } of Object.values(documents)) await closeAll();
      await staging.close();
      await viewer.close();
    },
  };
}

interface HostPorts {
  readonly jobs: Jobs;
  readonly offered: FileTokens<OfferedFile>;
  readonly exports: FileTokens<ExportedFile>;
  readonly now: () => Date;
}

function hostHandlers(
  { door, version, root, showInFolder, savePdf }: HostOptions,
  { jobs, offered, exports, now }: HostPorts,
): HandlersFor<typeof hostCalls> {
  return {
    hostInfo: () => Promise.resolve({ door, version, root, today: localDay(now()) }),
    jobStatus: ({ jobId }) => {
      const status = jobs.status(jobId);
      return status ? Promise.resolve(status) : Promise.reject(unknownJob());
    },
    cancelJob: ({ jobId }) => {
      jobs.cancel(jobId);
      return Promise.resolve({});
    },
    revealExport: ({ token }) => {
      const file = exports.get(token);
      if (!showInFolder) return Promise.reject(desktopOnly());
      showInFolder(file.path);
      return Promise.resolve({});
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
