import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { hostname, uptime, userInfo } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOfTheSystem, isSystemError } from '../base/failures.ts';

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
  /** When the process began, since this computer was started; undefined where the system does not tell. */
  readonly startOf: (pid: number) => number | undefined;
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

/** Milliseconds: Linux counts hundredths of a second for programs, on every machine of ours. */
const TICK = 10;

/** proc(5), field 22; undefined on other systems, and where there is no such process. */
function startTicks(pid: number): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Behind the name of the program, which may hold anything.
    const ticks = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isFinite(ticks) ? ticks : undefined;
  } catch (error) {
    if (isOfTheSystem(error)) return undefined;
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
  startOf: (pid) => {
    const [own, other] = [startTicks(process.pid), startTicks(pid)];
    if (own === undefined || other === undefined) return undefined;
    // Beside our own, so that a container may count from wherever it likes.
    return (uptime() - process.uptime()) * 1000 + (other - own) * TICK;
  },
  uptime: () => uptime() * 1000,
  now: () => new Date(),
  monotonic: () => performance.now(),
  wait: (time) => sleep(time),
  fileTime: async (path) => (await lstat(path)).mtimeMs,
};
