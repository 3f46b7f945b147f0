import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { toFailure } from '../base/failures.ts';
import { importFailure } from './import-failure.ts';
import type { ReadMessage, ReadReply } from './reader-messages.ts';

/** Electron's utility process has a port; a Node child process has a channel. */
interface UtilityProcess {
  readonly parentPort?: {
    once(event: 'message', listener: (message: { readonly data: ReadMessage }) => void): void;
    postMessage(reply: ReadReply): void;
  };
}

// The entry of dist/import-reader.cjs: answers one message. Whoever started the process ends it. The file is read
// in a thread, because a thread's heap can be bounded everywhere: Electron ignores a process's --max-old-space-size.
const { parentPort: port } = process as unknown as UtilityProcess;
if (port) port.once('message', ({ data }) => readInThread(data, (reply) => port.postMessage(reply)));
else
  process.once('message', (message: ReadMessage) => readInThread(message, (reply) => process.send?.(reply)));

function readInThread({ request, heapMiB }: ReadMessage, reply: (reply: ReadReply) => void): void {
  // As text: in the packaged program that file lies in an archive that a thread cannot open.
  const thread = new Worker(readFileSync(join(import.meta.dirname, 'import-thread.cjs'), 'utf8'), {
    eval: true,
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
  });
  thread.once('message', reply);
  thread.once('error', (error) => reply({ ok: false, failure: toFailure(outOfMemory(error)) }));
}

function outOfMemory(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return importFailure('import-memory', '读取这份文件超出了给它的内存。', error);
}
