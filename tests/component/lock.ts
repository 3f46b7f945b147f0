import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { thisComputer } from '../../electron/services/files/computer.ts';

/** A folder that a program on another computer has open, which has shown no sign of life for a day. Watching it takes no time. */
export function leaveLock(folder: string): void {
  let waited = 0;
  vi.spyOn(thisComputer, 'monotonic').mockImplementation(() => performance.now() + waited);
  vi.spyOn(thisComputer, 'wait').mockImplementation((time) => {
    waited += time;
    return Promise.resolve();
  });
  const lock = join(folder, '.lock');
  const token = 'a2222222-2222-4222-8222-222222222222';
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  const owner = {
    token,
    user: '某人',
    computer: '别的电脑',
    pid: 1,
    since: yesterday.toISOString(),
    beat: 1,
  };
  mkdirSync(lock);
  writeFileSync(join(lock, `${token}.json`), JSON.stringify(owner));
  utimesSync(join(lock, `${token}.json`), yesterday, yesterday);
}
