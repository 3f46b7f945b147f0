import { randomUUID } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { hostname, uptime, userInfo } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSystemError } from '../base/failures.ts';

/**
 * What a lock asks of the computer that it runs on, in one place, so that a test can be another computer, with another
 * clock, on a disk with other times. All times in milliseconds.
 */
export interface Computer {
  readonly name: () => string;
  readonly user: () => string;
  readonly pid: number;
  /** Of this run of the program: a pid is given to others later. */
  readonly run: string;
  /** False where there is surely no such process. */
  readonly runs: (pid: number) => boolean;
  /** Since it was started. */
  readonly uptime: () => number;
  /** The clock on the wall: for people, never compared with that of another computer. */
  readonly now: () => Date;
  /** Never goes back and is never set. */
  readonly monotonic: () => number;
  readonly wait: (time: number) => Promise<void>;
  /** The time that the store gave to what lies there, by the store's own clock. File times are read here alone. */
  readonly fileTime: (path: string) => Promise<number>;
}

/** The user's name on this computer; '' where the system knows none. */
export function osUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ERR_SYSTEM_ERROR')) return '';
    throw error;
  }
}

export const thisComputer: Computer = {
  name: hostname,
  user: osUser,
  pid: process.pid,
  run: randomUUID(),
  runs: (pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return !isSystemError(error, 'ESRCH');
    }
  },
  uptime: () => uptime() * 1000,
  now: () => new Date(),
  monotonic: () => performance.now(),
  wait: (time) => sleep(time),
  fileTime: async (path) => (await lstat(path)).mtimeMs,
};
