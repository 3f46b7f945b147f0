import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from './client.ts';
import { JobCancelled } from './jobs.ts';

export interface Calling {
  /** Whether a task runs. */
  readonly busy: boolean;
  /** Why the last task failed; what was cancelled has not failed. */
  readonly failure?: Failure;
  /** Runs one task of calls; answers undefined where it failed or was cancelled. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T | undefined>;
  readonly dismiss: () => void;
}

/** What a screen asks of the host at a click: whether it runs, and why it failed. */
export function useCall(): Calling {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = useCallback(async <T>(task: () => Promise<T>) => {
    setFailure(undefined);
    setBusy(true);
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof JobCancelled)) setFailure(failureOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, failure, run, dismiss: useCallback(() => setFailure(undefined), []) };
}

interface Answered<T> {
  readonly ask: () => Promise<T>;
  readonly value?: T;
  readonly failure?: Failure;
}

/**
 * What a screen shows of the host from its beginning on. `ask` is the same function as long as the question is the same;
 * an answer to an earlier one is dropped. `retry` asks again and keeps what is shown until there is an answer.
 */
export function useAnswer<T>(ask: () => Promise<T>) {
  const [answered, setAnswered] = useState<Answered<T>>();
  const latest = useRef<() => Promise<T>>(undefined);
  const retry = useCallback(async () => {
    latest.current = ask;
    const answer = await ask().then(
      (value) => ({ value }),
      (error: unknown) => ({ failure: failureOf(error) }),
    );
    if (latest.current !== ask) return;
    setAnswered((shown) => ({
      ask,
      ...('failure' in answer && shown?.ask === ask ? { value: shown.value } : {}),
      ...answer,
    }));
  }, [ask]);
  useEffect(() => void retry(), [retry]);
  const mine = answered?.ask === ask ? answered : undefined;
  return { value: mine?.value, failure: mine?.failure, retry };
}
