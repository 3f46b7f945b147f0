import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSystemError } from '../failures.ts';
import { tooLong } from './messages.ts';

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

/** Makes a folder and those above it. Node's own recursive mkdir calls a read-only disk ENOENT. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT') && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path);
    } else if (!(await isFolder(path))) {
      throw error;
    }
  }
}

/** False for whatever is not there, is a file, or cannot be looked at. */
function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Text of a file, as `readUpTo`. */
export async function readTextUpTo(path: string, limit: number): Promise<string> {
  return (await readUpTo(path, limit)).toString('utf8');
}

/** A file that is not read at all where it is longer than `limit` bytes: a UserError says so. */
export async function readUpTo(path: string, limit: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    if ((await handle.stat()).size > limit) throw tooLong(basename(path), limit);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Writes a new file (or overwrites a temporary one) and returns when the disk has it. */
export async function writeSynced(path: string, data: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A second name for the file as it is now; a copy where the file system has no hard links (FAT, some shares). */
async function keepCopy(path: string, copy: string): Promise<void> {
  const temporary = `${copy}.tmp`;
  await rm(temporary, { force: true });
  try {
    await link(path, temporary);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return; // Nothing there yet: nothing to keep.
    await copyFile(path, temporary);
  }
  await renameWithRetry(temporary, copy);
}

/**
 * Replaces a file so that at every moment, also after kill -9 or a power cut, the name leads to the whole old
 * or the whole new content. With `previous`, the old content stays reachable under that name.
 */
export async function replaceFile(path: string, data: string | Uint8Array, previous?: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await writeSynced(temporary, data);
    if (previous !== undefined) await keepCopy(path, previous);
    await renameWithRetry(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await fsyncFolder(dirname(path));
}
