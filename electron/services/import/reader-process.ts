import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { toFailure } from '../base/failures.ts';
import { importFailure } from './import-failure.ts';
import type { ReadMessage, ReadReply, ReadRequest } from './reader-messages.ts';

/** Electron's utility process has a port; a Node child process has a channel. */
interface UtilityProcess {
  readonly parentPort?: {
    once(event: 'message', listener: (message: { readonly data: ReadMessage }) => void): void;
    postMessage(reply: ReadReply): void;
  };
}

// The entry of dist/import-reader.cjs: answers one message. Whoever started the process ends it. The file is read
// in a thread, because a thread's heap can be bounded everywhere: Electron ignores a process's --max-old-space-size.
if (isMainThread) {
  const { parentPort: port } = process as unknown as UtilityProcess;
  if (port) port.once('message', ({ data }) => readInThread(data, (reply) => port.postMessage(reply)));
  else
    process.once('message', (message: ReadMessage) =>
      readInThread(message, (reply) => process.send?.(reply)),
    );
} else {
  void answer(workerData as ReadRequest).then((reply) => parentPort?.postMessage(reply));
}

function readInThread({ request, heapMiB }: ReadMessage, reply: (reply: ReadReply) => void): void {
  // As text: in the packaged program this file lies in an archive that a thread cannot open.
  const thread = new Worker(readFileSync(__filename, 'utf8'), {
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

async function answer(request: ReadRequest): Promise<ReadReply> {
  try {
    // Only here: the libraries are large, and the thread that waits needs none.
    const { parseRequest } = await import('./parse/parse-request.ts');
    return { ok: true, tables: await parseRequest(request) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
