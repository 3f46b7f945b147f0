import { createHash } from 'node:crypto';
import { openKept } from './kept.ts';

const CHUNK = 1024 * 1024;

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
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
      read?.(bytesRead);
      await rest?.();
    }
  } finally {
    await handle.close();
  }
}
