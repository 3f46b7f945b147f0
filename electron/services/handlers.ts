import type { CallInput, CallName, CallOutput, JobResult } from '../../shared/contract/contract.ts';
import type { Assessments } from './assessment/assessments.ts';
import type { FileTokens, OfferedFile } from './base/file-tokens.ts';
import type { HostOptions } from './host.ts';
import type { JobContext, Jobs } from './base/jobs.ts';
import type { ExportedFile } from './base/file-tokens.ts';
import type { Sessions } from './assessment/sessions.ts';

export type Handlers = { [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> };

/** The handlers of one group of calls in shared/calls/. */
export type HandlersFor<Calls> = { [N in CallName & keyof Calls]: Handlers[N] };

/** What the host's groups of handlers share. */
export interface HostContext {
  readonly options: HostOptions;
  readonly now: () => Date;
  /** 数据文件夹; made where it is missing. */
  readonly root: () => Promise<string>;
  /** Files that the user chose. */
  readonly offered: FileTokens<OfferedFile>;
  /** Files that the host made, to show in their folder or to download. */
  readonly exports: FileTokens<ExportedFile>;
  readonly jobs: Jobs;
  readonly sessions: Sessions;
  readonly assessments: Assessments;
  /** Starts a job on chosen files; uploads among them are deleted when it ends. */
  readonly startWithFiles: (
    step: string,
    tokens: readonly string[],
    task: (files: OfferedFile[], job: JobContext) => Promise<JobResult>,
  ) => { jobId: string };
}
