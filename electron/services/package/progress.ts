import type { JobStatus } from '../../../shared/contract/host.ts';

/** How far a long piece of work is, as its job tells it. */
type Progress = Readonly<Pick<JobStatus, 'step' | 'done' | 'total'>>;

/** What every long operation takes: a signal that ends it, and someone to tell. */
export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}
