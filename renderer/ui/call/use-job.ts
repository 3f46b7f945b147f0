import { useCallback, useEffect, useRef, useState } from 'react';
import { atWork } from './at-work.ts';
import type { JobOptions, JobProgress } from './jobs.ts';
import { type Calling, useCall } from './use-call.ts';

interface WorkOptions extends JobOptions {
  /** What the host knows the task by, where it could note it. */
  readonly workId: Promise<string | undefined>;
}

export interface RunningJob extends Pick<Calling, 'failure' | 'dismiss'> {
  /** Set while the job runs. */
  progress?: JobProgress;
  /** Runs one long task; answers undefined where it failed or was cancelled. `files`: how many it is to take in. */
  run: <T>(task: (options: WorkOptions) => Promise<T>, files?: number) => Promise<T | undefined>;
  cancel: () => void;
}

/**
 * One long task of a screen, with progress and cancel. Leaving the screen cancels it; leaving the program asks first.
 * `title`: what is done, as in “正在添加佐证材料”, without 正在.
 */
export function useJob(title: string): RunningJob {
  const { failure, run: runCall, dismiss } = useCall();
  const [progress, setProgress] = useState<JobProgress>();
  const controller = useRef<AbortController>(undefined);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      controller.current?.abort();
    };
  }, []);

  const run = useCallback(
    async <T>(task: (options: WorkOptions) => Promise<T>, files?: number) => {
      const mine = new AbortController();
      controller.current = mine;
      setProgress({ step: '正在准备', done: 0, total: 0 });
      const result = await runCall(() =>
        atWork(title, (workId) => task({ onProgress: setProgress, signal: mine.signal, workId }), {
          files,
          isLeft: () => isLeft.current,
        }),
      );
      setProgress(undefined);
      return result;
    },
    [runCall, title],
  );
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { progress, failure, run, cancel, dismiss };
}
