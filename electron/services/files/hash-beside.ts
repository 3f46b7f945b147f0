import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { readAhead, readerOf } from './read-ahead.ts';

/** A file that has lost its end, or is gone, while it was read. */
export class ShorterFile extends Error {
  override readonly message = 'The file is shorter than it was, or gone';
}

/**
 * The SHA-256 of a file's beginning, read and computed in a thread beside this one, as far as `upTo` says that it may be
 * read. The thread has the file open by itself; `end` it before the file is moved or removed. Where the thread cannot go
 * on (no memory left for it, say), the file is read once more, here.
 */
export class HashBeside {
  readonly #path: string;
  readonly #thread: Worker | undefined;
  readonly #digest: Promise<string>;
  readonly #ended = new AbortController();
  #here: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
    try {
      // As text: in the packaged program files lie in an archive that a thread cannot open.
      const thread = new Worker(`(${hashAsTold.toString()})()`, { eval: true, workerData: path });
      this.#thread = thread;
      this.#digest = new Promise((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', (code) => reject(new Error(`The hashing thread ended with ${code}`)));
      });
    } catch (error) {
      this.#digest = Promise.reject(new Error('No thread to hash in', { cause: error }));
    }
    // Told of by `digest`.
    this.#digest.catch(() => undefined);
  }

  /** The first `bytes` of the file are what they are to be. */
  upTo(bytes: number): void {
    this.#thread?.postMessage({ upTo: bytes, last: false });
  }

  /** Of the first `bytes`, lower-case hex. Throws the system's error, and a ShorterFile. */
  async digest(bytes: number): Promise<string> {
    this.#thread?.postMessage({ upTo: bytes, last: true });
    try {
      return await this.#digest;
    } catch (error) {
      if (this.#ended.signal.aborted) throw error;
      const here = hashHere(this.#path, bytes, this.#ended.signal);
      this.#here = here.catch(() => undefined);
      return here;
    }
  }

  /** Nothing reads the file any more when this returns. */
  async end(): Promise<void> {
    this.#ended.abort();
    await this.#thread?.terminate();
    await this.#here;
  }
}

async function hashHere(path: string, bytes: number, signal: AbortSignal): Promise<string> {
  const { sha256, read } = await hashBeginning(path, bytes, signal);
  if (read < bytes) throw new ShorterFile();
  return sha256;
}

/** SHA-256 of a file's first bytes, and how many there were. An AbortError where it is stopped. */
export async function hashBeginning(
  path: string,
  bytes: number,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; read: number }> {
  const handle = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let read = 0;
    for await (const piece of readAhead(readerOf(handle), { end: bytes })) {
      signal?.throwIfAborted();
      hash.update(piece);
      read += piece.length;
    }
    return { sha256: hash.digest('hex'), read };
  } finally {
    await handle.close();
  }
}

/** What the thread does. It is there as this text alone: nothing of this module is known to it. */
function hashAsTold(): void {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { openSync, readSync } = process.getBuiltinModule('node:fs');
  const thread = process.getBuiltinModule('node:worker_threads');
  const file = openSync(thread.workerData as string, 'r');
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(2 ** 20);
  let position = 0;
  thread.parentPort?.on('message', ({ upTo, last }: { upTo: number; last: boolean }) => {
    while (position < upTo) {
      const bytes = readSync(file, buffer, 0, Math.min(buffer.length, upTo - position), position);
      if (bytes === 0) throw new Error('The file is shorter than it was, or gone');
      hash.update(buffer.subarray(0, bytes));
      position += bytes;
    }
    if (!last) return;
    thread.parentPort?.postMessage(hash.digest('hex'));
    thread.parentPort?.close();
  });
}
