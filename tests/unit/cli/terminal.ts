import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommandLine } from '../../../electron/commands/command-line.ts';
import { repository } from '../../repository.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line here: its exit code, and what it prints. */
export async function cli(...args: string[]): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, {
    resources: repository,
    signal: new AbortController().signal,
    print: (line) => (out += `${line}\n`),
    say: (line) => (err += `${line}\n`),
  });
  return { code, out, err };
}

/** As `cli`, by the program that global-setup.ts made: a process of its own, somewhere outside the repository. */
export function program(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const file = resolve(repository, 'dist/cli.mjs');
    execFile(process.execPath, [file, ...args], { cwd: '/' }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}
