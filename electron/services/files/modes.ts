import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSystemError, ifThere } from '../base/failures.ts';

// What the program makes is its user's alone (folders 0700, files 0600), whatever the umask says. Not by the umask:
// the browser and WPS, which this program starts, would inherit it and hide what they save. Two things keep the
// rights that somebody gave: a file that replaces another, and whatever is made in a folder that is shared.
// Windows has no modes; there the folder's own permissions are inherited.
const FOLDER = 0o700;
const FILE = 0o600;
const GROUP = 0o070;

/** Never through a link; never waiting for the other end of a pipe. Windows knows neither. */
export const PLAIN_ONLY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

interface Rights {
  /** Permission bits only. */
  readonly mode: number;
  readonly gid: number;
  /** Absent: stays. */
  readonly uid?: number;
}

/** Makes one folder whose parent is there. Throws what the system says. */
export async function makeOneFolder(path: string): Promise<void> {
  await mkdir(path, { mode: FOLDER });
  const shared = await sharing(dirname(path));
  if (shared) await withHandle(path, (handle) => give(handle, { ...shared, mode: FOLDER | shared.mode }));
}

/**
 * Opens a file for writing. A new one gets its rights before a byte is in it; one that is there keeps its own, and a
 * link in its place is refused (ELOOP).
 */
export async function openToWrite(path: string, how: 'over' | 'append'): Promise<FileHandle> {
  const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_TRUNC, O_WRONLY } = constants;
  const access = how === 'append' ? O_RDWR | O_APPEND : O_WRONLY;
  let handle: FileHandle;
  try {
    handle = await open(path, access | O_CREAT | O_EXCL, FILE);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
    return open(path, access | PLAIN_ONLY | (how === 'over' ? O_TRUNC : 0));
  }
  try {
    const shared = await sharing(dirname(path));
    if (shared) await give(handle, { ...shared, mode: FILE | (shared.mode & 0o666) });
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Writes a new file that is its user's alone, also in a folder that is shared, and returns when the disk has it. */
export async function writeAlone(path: string, data: string): Promise<void> {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const handle = await open(path, O_WRONLY | O_CREAT | O_EXCL, FILE);
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the new file `from` the rights of the file `to` that it is about to replace, where there is one. */
export async function takeOverRights(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') return;
  const old = await ifThere(lstat(to));
  if (!old?.isFile()) return;
  const { uid, gid, mode } = old;
  await withHandle(from, (handle) => give(handle, { uid, gid, mode: mode & 0o777 }));
}

/**
 * What a folder that is deliberately shared gives to what is made in it: the group's and the others' bits, and the
 * group. Shared is one that others may write in, but no common place for temporary files (sticky).
 */
async function sharing(folder: string): Promise<Rights | undefined> {
  if (process.platform === 'win32') return undefined;
  const { mode, gid } = await stat(folder);
  const shared = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
  return shared ? { mode: mode & 0o077, gid } : undefined;
}

async function give(handle: FileHandle, { mode, gid, uid }: Rights): Promise<void> {
  const own = await handle.stat();
  let bits = mode;
  if (own.gid !== gid || (uid !== undefined && own.uid !== uid)) {
    const same =
      (uid !== undefined && (await allowed(() => handle.chown(uid, gid)))) ||
      (await allowed(() => handle.chown(own.uid, gid)));
    // What one group may do is not for another.
    if (!same) bits &= ~GROUP;
  }
  // The bits above belong to the folder: files and folders made in it inherit its group.
  const wanted = (own.mode & 0o7000) | bits;
  if ((own.mode & 0o7777) !== wanted) await allowed(() => handle.chmod(wanted));
}

/** False where the file system refuses: FAT and some shares know no modes, and only root gives files away. */
async function allowed(change: () => Promise<void>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    if (isSystemError(error, 'EPERM', 'EACCES', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) return false;
    throw error;
  }
}

async function withHandle(path: string, task: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, constants.O_RDONLY | PLAIN_ONLY);
  try {
    await task(handle);
  } finally {
    await handle.close();
  }
}
