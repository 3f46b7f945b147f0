import { runCommandLine } from '../../../../electron/commands/command-line.ts';
import { repository } from '../../../repository.ts';
import { readHere } from '../services/import/reader.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line here: its exit code, and what it prints. */
export function cli(...args: string[]): Promise<Ended> {
  return cliUntil(new AbortController().signal, ...args);
}

/** The same, by someone who may press Ctrl+C. */
export async function cliUntil(signal: AbortSignal, ...args: string[]): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, {
    resources: repository,
    spawnReader: readHere,
    signal,
    print: (line) => (out += `${line}\n`),
    say: (line) => (err += `${line}\n`),
  });
  return { code, out, err };
}
