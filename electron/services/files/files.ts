import { randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSystemError } from '../base/failures.ts';
import { openKept } from './kept.ts';
import { tooLong } from './messages.ts';
import { makeOneFolder, openToWrite, takeOverRights } from './modes.ts';

/** Waits between attempts, in milliseconds: virus scanners and sync programs hold a file for a moment. */
const RETRY_AFTER = [10, 50, 100, 200, 400, 800];

type Rename = (from: string, to: string) => Promise<void>;

/** Renames over an existing file; tries again where Windows says that the target is in use. */
export async function renameWithRetry(from: string, to: string, attempt: Rename = rename): Promise<void> {
  for (const wait of RETRY_AFTER) {
    try {
      return await attempt(from, to);
    } catch (error) {
      if (!isSystemError(error, 'EPERM', 'EBUSY', 'EACCES')) throw error;
      await sleep(wait);
    }
  }
  await attempt(from, to);
}

/** Makes the folder's names durable. Windows cannot open a folder; NTFS journals names by itself. */
export async function fsyncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE file systems know no fsync of a folder; the file itself is synced.
    if (!isSystemError(error, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder and those above it, with the rights of `modes.ts`; what is there stays as it is. For where a user wants
 * something to be: below the data folder it would make that anew while it is away. Node's own recursive mkdir calls a
 * read-only disk ENOENT.
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await makeFolder(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT') || dirname(path) === path) throw error;
    await makeFolders(dirname(path));
    await makeFolder(path);
  }
}

/**
 * One folder, in one that is there (else ENOENT), on the disk when it returns; what is there stays as it is. Another call,
 * or another start of the program, may make it at the same moment.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOneFolder(path);
  } catch (error) {
    if (!(await isFolder(path))) throw error;
    return;
  }
  await fsyncFolder(dirname(path));
}

/** False for whatever is not there, is a file, or cannot be looked at. */
function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Text of a file that the program keeps (`openKept`); not read at all where it is longer than `limit` bytes. */
export async function readTextUpTo(path: string, limit: number): Promise<string> {
  return (await readHandle(await openKept(path), path, limit)).toString('utf8');
}

/** A file that the user chose, links followed; a UserError where it is longer than `limit` bytes. */
export async function readUpTo(path: string, limit: number): Promise<Buffer> {
  return readHandle(await open(path, 'r'), path, limit);
}

async function readHandle(handle: FileHandle, path: string, limit: number): Promise<Buffer> {
  try {
    if ((await handle.stat()).size > limit) throw tooLong(basename(path), limit);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Writes a new file (or overwrites a temporary one) and returns when the disk has it. Its rights: `modes.ts`. */
export async function writeSynced(path: string, data: string | Uint8Array): Promise<void> {
  const handle = await openToWrite(path, 'over');
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A second name for the file as it is now; a copy where the file system has no hard links (FAT, some shares). */
async function keepCopy(path: string, copy: string): Promise<void> {
  const temporary = temporaryOf(copy);
  try {
    await link(path, temporary);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return; // Nothing there yet: nothing to keep.
    await copyFile(path, temporary);
  }
  const remove = (): Promise<void> => rm(temporary, { force: true });
  try {
    await renameWithRetry(temporary, copy);
  } catch (error) {
    // That is what is told; what is left is removed at the next opening.
    await remove().catch((second: unknown) => console.error(second));
    throw error;
  }
  // Two names of one file are left as they are by a rename.
  await remove();
}

/** `<name>.<8 hex digits>.tmp`, of one write alone: two programs at one file never write into one another's. */
export function temporaryOf(path: string): string {
  return `${path}.${randomUUID().slice(0, 8)}.tmp`;
}

/**
 * Gives a whole folder, or a file, another name, which is on the disk when this returns, and the old one no more. Where that
 * fails, it has its old one again: what is told of then is not there.
 */
export async function moveFolder(from: string, to: string): Promise<void> {
  await renameWithRetry(from, to);
  try {
    await fsyncFolder(dirname(to));
    if (dirname(from) !== dirname(to)) await fsyncFolder(dirname(from));
  } catch (error) {
    await renameWithRetry(to, from).catch((second: unknown) => console.error(second));
    throw error;
  }
}

/** Puts a new, synced file in the place of another, whose rights it takes over. */
export async function putInPlace(from: string, to: string): Promise<void> {
  await takeOverRights(from, to);
  await renameWithRetry(from, to);
}

/**
 * Replaces a file so that at every moment, also after kill -9 or a power cut, the name leads to the whole old
 * or the whole new content. With `previous`, the old content stays reachable under that name. `first` is waited for once the
 * new content is on the disk, `ready` asked last, when nothing but the rename is left to do; where one fails, nothing is replaced.
 */
export async function replaceFile(
  path: string,
  data: string | Uint8Array,
  {
    previous,
    first,
    ready,
    temporary = temporaryOf(path),
  }: {
    readonly previous?: string;
    readonly first?: Promise<unknown> | undefined;
    readonly ready?: () => Promise<void>;
    /** Where it is written first, on the same disk: a name that says whose work it is, where no lock does. */
    readonly temporary?: string;
  } = {},
): Promise<void> {
  try {
    await writeSynced(temporary, data);
    await first;
    if (previous !== undefined) await keepCopy(path, previous);
    await takeOverRights(temporary, path);
    await ready?.();
    await renameWithRetry(temporary, path);
  } catch (error) {
    // What stays is cleared at the next opening; why nothing was replaced is what is told.
    await rm(temporary, { force: true }).catch((second: unknown) => console.error(second));
    throw error;
  }
  await fsyncFolder(dirname(path));
}
