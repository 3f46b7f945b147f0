import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { TaskOptions } from '../package/progress.ts';
import { readAhead, readerOf } from '../files/read-ahead.ts';
import { COMMENT_BYTES, statedHash } from '../package/seal.ts';
import type { Inspect, Inspection } from './inspection.ts';

/** Every ZIP that is whole begins so, and has the other among its last bytes, before a comment of 64 KiB at most. */
const FIRST = Buffer.from('PK\x03\x04', 'latin1');
const LAST = Buffer.from('PK\x05\x06', 'latin1');
const LAST_BYTES = 2 ** 16 + COMMENT_BYTES;

/** A file that is no archive at all, where it lies: by its hash, and what verifying says of it. */
export interface NoArchive {
  readonly sha256: string;
  readonly bytes: number;
  readonly inspection: Inspection;
}

/**
 * What a file is that is plainly no archive, a film say: it is refused whatever else is in it, so that no gigabytes are
 * copied for that. It is read for its hash alone. Undefined where it may be a package, and where it changed meanwhile:
 * then a copy is looked at, which nobody changes. Throws the system's error.
 */
export async function noArchive(
  path: string,
  inspect: Inspect,
  { signal, progress }: TaskOptions,
): Promise<NoArchive | undefined> {
  // Opening a pipe would wait for its other end.
  if (!(await stat(path)).isFile() || !(await isPlainlyNone(path))) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    for await (const piece of readAhead(readerOf(handle))) {
      signal?.throwIfAborted();
      hash.update(piece);
      bytes += piece.length;
      progress?.({ step: '正在接收', done: bytes, total: Math.max(size, bytes) * 2 });
    }
  } finally {
    await handle.close();
  }
  const inspection = await inspect({ path, bytes }, { ...(signal && { signal }) });
  const { status, problems } = inspection.verification;
  const isNone = status === 'not-a-package' && problems.some(({ code }) => code === 'not-a-zip');
  return isNone ? { sha256: hash.digest('hex'), bytes, inspection } : undefined;
}

/** Looked at by its first and its last bytes: also what was cut off, or ends as ours do, is none of these. */
async function isPlainlyNone(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if ((await statedHash(path, size)) !== undefined) return false;
    const first = Buffer.alloc(FIRST.length);
    await handle.read(first, 0, first.length, 0);
    const last = Buffer.alloc(Math.min(LAST_BYTES, size));
    await handle.read(last, 0, last.length, size - last.length);
    return !first.equals(FIRST) && !last.includes(LAST);
  } finally {
    await handle.close();
  }
}
