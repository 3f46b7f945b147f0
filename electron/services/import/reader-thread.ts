import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '../base/failures.ts';
import { parseRequest } from './parse/parse-request.ts';
import type { ReadReply, ReadRequest } from './reader-messages.ts';

// The entry of dist/import-thread.cjs, which the reading process starts: the libraries are large, and the process
// that waits needs none.
void answer(workerData as ReadRequest).then((reply) => parentPort?.postMessage(reply));

async function answer(request: ReadRequest): Promise<ReadReply> {
  try {
    return { ok: true, tables: await parseRequest(request) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
