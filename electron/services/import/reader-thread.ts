import { parentPort, workerData } from 'node:worker_threads';
import { answerRequest } from './parse/parse-request.ts';
import type { ReadRequest } from './reader-messages.ts';

// The entry of dist/import-thread.cjs, which the reading process starts: the libraries are large, and the process
// that waits needs none.
void answerRequest(workerData as ReadRequest).then((reply) => parentPort?.postMessage(reply));
