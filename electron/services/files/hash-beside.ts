import { Worker } from 'node:worker_threads';

/**
 * The SHA-256 of a file's beginning, read and computed in a thread beside this one, as far as `upTo` says that it may be
 * read. The thread has the file open by itself; `end` it before the file is moved or removed.
 */
export class HashBeside {
  readonly #thread: Worker;
  readonly #digest: Promise<string>;

  constructor(path: string) {
    // As text: in the packaged program files lie in an archive that a thread cannot open.
    this.#thread = new Worker(`(${hashAsTold.toString()})()`, { eval: true, workerData: path });
    this.#digest = new Promise((resolve, reject) => {
      this.#thread.once('message', resolve);
      this.#thread.once('error', reject);
      this.#thread.once('exit', (code) => reject(new Error(`The hashing thread ended with ${code}`)));
    });
    // Told of by `digest`.
    this.#digest.catch(() => undefined);
  }

  /** The first `bytes` of the file are what they are to be. */
  upTo(bytes: number): void {
    this.#thread.postMessage({ upTo: bytes, last: false });
  }

  /** Of the first `bytes`, lower-case hex. Throws the system's error, and where the file is shorter. */
  digest(bytes: number): Promise<string> {
    this.#thread.postMessage({ upTo: bytes, last: true });
    return this.#digest;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
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
      if (bytes === 0) throw new Error('The file is shorter than it was');
      hash.update(buffer.subarray(0, bytes));
      position += bytes;
    }
    if (!last) return;
    thread.parentPort?.postMessage(hash.digest('hex'));
    thread.parentPort?.close();
  });
}
