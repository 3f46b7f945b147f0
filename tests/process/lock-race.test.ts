import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leaveLock, leaveOlderLock } from '../unit/electron/services/files/computers.ts';
import { temporaryFolder } from '../unit/electron/services/fixture.ts';
import { bundle, type Child, start } from './child.ts';

const ROUNDS = 40;
const GONE = { computer: hostname(), pid: 2 ** 22 };

async function answer(child: Child, line: string): Promise<string> {
  const before = child.lines.length;
  child.process.stdin?.write(`${line}\n`);
  while (child.lines.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  return child.lines.at(-1) ?? '';
}

it.each([
  ['a dead holder', (folder: string) => leaveLock(folder, GONE)],
  ['a dead holder of the program before', (folder: string) => leaveOlderLock(folder, GONE)],
  ['no holder', () => Promise.resolve()],
  [
    'a lock that was let go beside a file of others',
    async (folder: string) => {
      await mkdir(join(folder, '.lock'));
      await writeFile(join(folder, '.lock', '11111111-1111-4111-8111-111111111111.free'), '{}');
      await writeFile(join(folder, '.lock', 'desktop.ini'), '');
      await utimes(join(folder, '.lock'), 0, 0);
    },
  ],
])('gives the lock to exactly one of those that open at once over %s', async (_, leave) => {
  const home = await temporaryFolder();
  const script = await bundle('race-lock.ts', home);
  const racers = Array.from({ length: 4 }, () => start(script));
  const rounds: string[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await mkdtemp(join(home, 'round-'));
    await leave(folder);
    const answers = await Promise.all(racers.map((racer) => answer(racer, folder)));
    rounds.push(answers.sort());
    await Promise.all(racers.map((racer) => answer(racer, '')));
    const left = (await readdir(folder)).filter((name) => name.startsWith('.lock-'));
    expect(left).toEqual([]);
    await rm(folder, { recursive: true });
  }
  expect(rounds).toEqual(rounds.map(() => ['got', 'locked', 'locked', 'locked']));
  for (const { process } of racers) process.kill();
});
