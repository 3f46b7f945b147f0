import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadMessage } from './reader-messages.ts';

/** A process that has started dist/import-reader.cjs. */
export interface ReaderProcess {
  /** `message`: its one answer. `exit`: it ended, by itself or killed. `error`: it could not be started. */
  once(event: 'message' | 'exit' | 'error', listener: (value: unknown) => void): void;
  send(message: ReadMessage): void;
  kill(): void;
}
export type SpawnReader = () => ReaderProcess;

/** Node's own way, for the command line and the local door. */
export function spawnNodeReader(): ReaderProcess {
  const child = fork(readerFile(), {
    cwd: tmpdir(),
    // Whatever a parser prints stays out of the command line's output.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    once: (event, listener) => void child.once(event, listener),
    send: (message) => void child.send(message, () => undefined),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Beside the command line, one folder above the local door, or in dist/ where run from the sources. */
function readerFile(): string {
  const places = ['.', '..', '../../../dist'].map((place) =>
    join(import.meta.dirname, place, 'import-reader.cjs'),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`import-reader.cjs is missing: ${places.join(', ')}`);
  return found;
}
