import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that a program on another computer has open, which has shown no sign of life for a day. */
export function leaveLock(folder: string): void {
  const lock = join(folder, '.lock');
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  const owner = { user: '某人', computer: '别的电脑', pid: 1, since: yesterday.toISOString() };
  mkdirSync(lock);
  utimesSync(lock, yesterday, yesterday);
  writeFileSync(join(folder, '.lock-owner.json'), JSON.stringify(owner));
}
