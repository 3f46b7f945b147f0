import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');
const program = resolve(repository, 'dist/cli.mjs');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line that global-setup.ts made in a process of its own, somewhere outside the repository. */
export function cli(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { cwd: '/' }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}
