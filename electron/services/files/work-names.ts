import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { isSystemError } from '../base/failures.ts';
import { makeOneFolder } from './modes.ts';
import { thisComputer } from './computer.ts';
import { entriesOf } from './entries.ts';

/** What is being made: a package, a folder of a document, a package's files, what one run of the program needs, a note of work, typed words. */
type Work = 'part' | 'new' | 'unpacked' | 'run' | 'note' | 'words';

const NAME = /^\.biaobing-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.(?:part|new|unpacked|run)$/;

const OF_ANY_WORK = /^\.biaobing-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.\w+$/;

/** Milliseconds after which work is given up of which it cannot be known whether somebody is still at it. */
const GIVEN_UP_AFTER = 24 * 60 * 60 * 1000;

/** This computer, also among others of the same name that share a folder. Where it looks changed, that only makes us wait. */
const COMPUTER = createHash('sha256')
  .update(hostname())
  .update(
    JSON.stringify(
      Object.values(networkInterfaces())
        .flatMap((all = []) => all.filter(({ internal }) => !internal).map(({ mac }) => mac))
        .sort(),
    ),
  )
  .digest('hex')
  .slice(0, 8);

/** A new name beside what is being made: any later run sees by it whose it was, and whether that is still at work. */
export function workName(work: Work): string {
  return `.biaobing-${COMPUTER}-${process.pid}-${randomBytes(4).toString('hex')}.${work}`;
}

/** True for what a process of this computer began that is provably gone; other computers' processes cannot be known. */
export function isAbandoned(name: string): boolean {
  const [, computer, pid] = OF_ANY_WORK.exec(name) ?? [];
  return computer === COMPUTER && !thisComputer.runs(Number(pid));
}

/** True for a folder that is put together, whoever is at it. */
export function isBuilding(name: string): boolean {
  return OF_ANY_WORK.test(name) && name.endsWith('.new');
}

/** Names that older versions of the program gave, and those that say nothing of their maker. */
interface Anonymous {
  readonly name: RegExp;
  readonly kind: 'file' | 'folder';
}

/**
 * Removes what was left half made in a folder: by a process of this computer that is provably gone, or a day after
 * it was last touched. Nothing else is looked at, and what a living process is at work on stays. Errors are the system's;
 * a folder that is not there has nothing.
 */
export async function removeAbandoned(folder: string, anonymous: readonly Anonymous[] = []): Promise<void> {
  let now: number | undefined;
  for (const entry of await entriesOf(folder)) {
    const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : undefined;
    if (kind === undefined) continue;
    const [, computer, pid] = NAME.exec(entry.name) ?? [];
    if (pid === undefined && !anonymous.some((each) => each.kind === kind && each.name.test(entry.name)))
      continue;
    const path = join(folder, entry.name);
    if (pid === undefined || computer !== COMPUTER || thisComputer.runs(Number(pid))) {
      now ??= await storeTime(folder);
      if (now - (await lastTouched(path, now)) < GIVEN_UP_AFTER) continue;
    }
    await rm(path, { recursive: true, force: true });
  }
}

/** The time that the store gives to what is made there now, in milliseconds: clocks of two computers are never compared. */
async function storeTime(folder: string): Promise<number> {
  const probe = join(folder, workName('run'));
  await makeOneFolder(probe);
  try {
    return (await stat(probe)).mtimeMs;
  } finally {
    await rmdir(probe);
  }
}

/** Of a folder, with what lies in it: a file that grows does not touch the folder. */
async function lastTouched(path: string, gone: number): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.mtimeMs;
    const inside = await readdir(path);
    const times = await Promise.all(inside.map(async (name) => (await stat(join(path, name))).mtimeMs));
    return Math.max(found.mtimeMs, ...times);
  } catch (error) {
    // Moved on by whoever is at work on it.
    if (isSystemError(error, 'ENOENT')) return gone;
    throw error;
  }
}
