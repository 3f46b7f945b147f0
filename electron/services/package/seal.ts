import { open } from 'node:fs/promises';
import { unlessAborted } from '../base/unless-aborted.ts';
import { hashBeginning, HashBeside } from '../files/hash-beside.ts';

/**
 * The ZIP comment of a package: SHA-256 of every byte before it. It finds a changed byte also where no checksum
 * of the payload looks (headers, directory). An archive without it is judged by its payload alone.
 */
const FORM = /^Biaobing-SHA256:([0-9a-f]{64})$/;
export const COMMENT_BYTES = 80;

/** Bytes: less is hashed before a thread has started. */
export const WORTH_A_THREAD = 32 * 2 ** 20;

export function zipComment(sha256: string): string {
  return `Biaobing-SHA256:${sha256}`;
}

/** The hash that the file's last bytes state; undefined where they are no such comment. */
export async function statedHash(path: string, size: number): Promise<string | undefined> {
  const handle = await open(path, 'r');
  try {
    const tail = Buffer.alloc(Math.min(COMMENT_BYTES, size));
    await handle.read(tail, 0, tail.length, size - tail.length);
    return FORM.exec(tail.toString('latin1'))?.[1];
  } finally {
    await handle.close();
  }
}

/**
 * SHA-256 of everything before the comment, of a large file in a thread beside what goes on meanwhile. `size`: of the
 * whole file, in bytes. Throws the system's error; an AbortError where it is stopped, when nothing reads the file any more.
 */
export async function hashBeforeComment(
  path: string,
  size: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const bytes = size - COMMENT_BYTES;
  if (bytes < WORTH_A_THREAD) return (await hashBeginning(path, bytes, signal)).sha256;
  const beside = new HashBeside(path);
  try {
    return await unlessAborted(beside.digest(bytes), signal);
  } finally {
    await beside.end();
  }
}
