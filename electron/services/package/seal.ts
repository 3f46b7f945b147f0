import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { HashBeside } from '../files/hash-beside.ts';
import { readAhead, readerOf } from '../files/read-ahead.ts';

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
  if (bytes < WORTH_A_THREAD) return hashHere(path, bytes, signal);
  const beside = new HashBeside(path);
  try {
    return await untilAborted(beside.digest(bytes), signal);
  } finally {
    await beside.end();
  }
}

async function hashHere(path: string, end: number, signal: AbortSignal | undefined): Promise<string> {
  const handle = await open(path, 'r');
  const hash = createHash('sha256');
  try {
    for await (const piece of readAhead(readerOf(handle), { end })) {
      signal?.throwIfAborted();
      hash.update(piece);
    }
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

function untilAborted<T>(task: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return task;
  return new Promise((resolve, reject) => {
    const stop = (): void =>
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Cancelled', 'AbortError'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
