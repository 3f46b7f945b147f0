import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { PLAIN_ONLY } from './modes.ts';

/**
 * Opens a file that the program keeps, for reading: the file itself, never what a link in its place leads to, a
 * device, a pipe or a folder. Those are a UserError; a missing file is the system's error.
 */
export async function openKept(path: string): Promise<FileHandle> {
  await keptSize(path);
  const handle = await openItself(path);
  try {
    if ((await handle.stat()).isFile()) return handle;
    throw notTheFile(path);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openItself(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | PLAIN_ONLY);
  } catch (error) {
    // A link, put there since it was looked at.
    if (isSystemError(error, 'ELOOP')) throw notTheFile(path);
    throw error;
  }
}

/** The whole content; errors as `openKept`. */
export async function readKept(path: string): Promise<Buffer> {
  const handle = await openKept(path);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Its size in bytes; errors as `openKept`. */
export async function keptSize(path: string): Promise<number> {
  return (await keptStats(path)).size;
}

/** What is said of it; errors as `openKept`. */
export async function keptStats(path: string): Promise<Stats> {
  const found = await lstat(path);
  if (!found.isFile()) throw notTheFile(path);
  return found;
}

function notTheFile(path: string): UserError {
  return new UserError({
    code: 'not-a-file',
    message: `“${basename(path)}”不是文件本身，而是指向别处的链接，或者是文件夹、设备。`,
    effect: '没有打开，也没有读取它指向的内容；没有改动任何文件。',
    remedy: '请把原来的文件放回这个位置；如果是佐证材料，也可以移除后重新添加。',
  });
}
