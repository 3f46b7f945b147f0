import { createHash } from 'node:crypto';
import { openKept } from './kept.ts';
import { readAhead, readerOf } from './read-ahead.ts';

interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** Bytes that were read since the last call. */
  readonly read?: ((bytes: number) => void) | undefined;
  /** Awaited between two pieces. */
  readonly rest?: (() => Promise<void>) | undefined;
}

/** The SHA-256 of a file that the program keeps, read 1 MiB at a time. Throws as `openKept`; an AbortError where stopped. */
export async function hashKept(path: string, { signal, read, rest }: Watch = {}): Promise<string> {
  const handle = await openKept(path);
  try {
    const hash = createHash('sha256');
    for await (const piece of readAhead(readerOf(handle))) {
      signal?.throwIfAborted();
      hash.update(piece);
      read?.(piece.length);
      await rest?.();
    }
    signal?.throwIfAborted();
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}
