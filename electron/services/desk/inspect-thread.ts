import { parentPort, workerData } from 'node:worker_threads';
import type { Standard } from '../../../shared/standard/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { InspectReply, InspectRequest } from './inspect-messages.ts';
import { inspectFile } from './inspection.ts';

// The entry of dist/inspect-thread.cjs, which `inspectors.ts` starts.

/** Milliseconds between two messages of how far it is. */
const TELL_AFTER = 100;

async function answer(request: InspectRequest): Promise<void> {
  let told = performance.now();
  const progress = ({ done, total }: { done: number; total: number }): void => {
    if (performance.now() - told < TELL_AFTER) return;
    told = performance.now();
    reply({ kind: 'progress', done, total });
  };
  try {
    const inspection = await inspectFile(workerData as Standard, request, { progress });
    reply({ kind: 'found', inspection });
  } catch (error) {
    // Whatever else is thrown ends the thread, and whoever waits is told of it with its stack.
    if (!(error instanceof UserError)) throw error;
    reply({ kind: 'failed', failure: error.failure });
  }
}

function reply(message: InspectReply): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (request: InspectRequest) => void answer(request));
