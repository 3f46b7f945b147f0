import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from './client.ts';
import { JobCancelled, type JobOptions, type JobProgress } from './jobs.ts';

export interface RunningJob {
  /** Set while the job runs. */
  progress?: JobProgress;
  /** Why the last job failed; a cancelled one has not failed. */
  failure?: Failure;
  /** Runs one long task; answers undefined where it failed or was cancelled. */
  run: <T>(task: (options: JobOptions) => Promise<T>) => Promise<T | undefined>;
  cancel: () => void;
  dismissFailure: () => void;
}

/** One long task of a screen, with progress and cancel. Leaving the screen cancels it. */
export function useJob(): RunningJob {
  const [progress, setProgress] = useState<JobProgress>();
  const [failure, setFailure] = useState<Failure>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback(async <T>(task: (options: JobOptions) => Promise<T>) => {
    const mine = new AbortController();
    controller.current = mine;
    setFailure(undefined);
    setProgress({ step: '正在准备', done: 0, total: 0 });
    try {
      return await task({ onProgress: setProgress, signal: mine.signal });
    } catch (error) {
      if (!(error instanceof JobCancelled)) setFailure(failureOf(error));
      return undefined;
    } finally {
      setProgress(undefined);
    }
  }, []);
  const cancel = useCallback(() => controller.current?.abort(), []);
  const dismissFailure = useCallback(() => setFailure(undefined), []);
  return { progress, failure, run, cancel, dismissFailure };
}
