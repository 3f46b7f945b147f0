import { toFailure } from '../failures.ts';
import { parseRequest } from './parse/parse-request.ts';
import type { ReadReply, ReadRequest } from './reader-messages.ts';

/** Electron's utility process has a port; a Node child process has a channel. */
interface UtilityProcess {
  readonly parentPort?: {
    once(event: 'message', listener: (message: { readonly data: ReadRequest }) => void): void;
    postMessage(reply: ReadReply): void;
  };
}

// The entry of dist/import-reader.cjs: answers one request. Whoever started it ends it.
const { parentPort } = process as unknown as UtilityProcess;
if (parentPort) {
  parentPort.once('message', ({ data }) => void answer(data).then((reply) => parentPort.postMessage(reply)));
} else {
  process.once(
    'message',
    (request: ReadRequest) => void answer(request).then((reply) => process.send?.(reply)),
  );
}

async function answer(request: ReadRequest): Promise<ReadReply> {
  try {
    return { ok: true, tables: await parseRequest(request) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
