import { randomUUID } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MockInstance, onTestFinished, vi } from 'vitest';
import { type Computer, thisComputer } from '../../../../../electron/services/files/computer.ts';

/** Another computer that sees the same folder. Its waiting takes no time. */
export function computer(part: Partial<Computer> = {}): Computer {
  let waited = 0;
  return {
    ...thisComputer,
    name: () => '另一台电脑',
    user: () => '张某',
    pid: 4321,
    run: randomUUID(),
    monotonic: () => performance.now() + waited,
    wait: (time) => {
      waited += time;
      return Promise.resolve();
    },
    ...part,
  };
}

/** This computer, whose waiting takes no time until the test ends. Answers what it was asked to wait. */
export function hurry(): MockInstance<Computer['wait']> {
  let waited = 0;
  const monotonic = vi.spyOn(thisComputer, 'monotonic').mockImplementation(() => performance.now() + waited);
  const wait = vi.spyOn(thisComputer, 'wait').mockImplementation((time) => {
    waited += time;
    return Promise.resolve();
  });
  onTestFinished(() => {
    monotonic.mockRestore();
    wait.mockRestore();
  });
  return wait;
}

/** A disk as a stick's: file times are even seconds. */
export const coarse: Computer['fileTime'] = async (path) =>
  Math.floor((await thisComputer.fileTime(path)) / 2000) * 2000;

export interface Left {
  readonly user?: string;
  readonly computer?: string;
  readonly pid?: number;
  readonly run?: string;
  readonly uptime?: number;
  readonly since?: string;
}

/** A lock as this program leaves it, last written at `at`. Answers its token. */
export async function leaveLock(folder: string, left: Left = {}, at = new Date()): Promise<string> {
  const token = randomUUID();
  const owner = { user: '张某', computer: '另一台电脑', pid: 1, since: '2026-11-20T01:00:00.000Z', ...left };
  await mkdir(join(folder, '.lock'), { recursive: true });
  const file = join(folder, '.lock', `${token}.json`);
  await writeFile(file, JSON.stringify({ token, run: randomUUID(), beat: 7, ...owner }));
  await utimes(file, at, at);
  return token;
}

/** A lock as the program before left it: an empty folder, last touched at `at`, and a file that names the holder. */
export async function leaveOlderLock(folder: string, left: Left = {}, at = new Date()): Promise<void> {
  const lock = join(folder, '.lock');
  await mkdir(lock);
  await utimes(lock, at, at);
  const owner = { user: '张某', computer: '另一台电脑', pid: 1, since: '2026-11-20T01:00:00.000Z', ...left };
  await writeFile(join(folder, '.lock-owner.json'), JSON.stringify(owner));
}
