import { setTimeout as sleep } from 'node:timers/promises';
import { Broken } from './works/work.ts';

/** Seconds after which whatever was asked of the program hangs, on a busy machine as well. */
const HANGS = 120;

/** The same answer. Throws Broken where there is none in time; what is waited for is then left to itself. */
export async function inTime<T>(what: string, answer: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(HANGS * 1000, undefined, { signal: over.signal }).then(() => {
    throw new Broken(`${what}: hangs for ${HANGS} s`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}
