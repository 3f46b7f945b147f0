import { join, resolve } from 'node:path';
import type { Failure } from '../../shared/errors.ts';

declare const __VERSION__: string;

/** The command line's fixed exit codes. */
export const EXIT = { done: 0, contentFails: 1, wrongUse: 2, couldNotRun: 3 } as const;

export class UsageError extends Error {}

export interface CommandContext {
  readonly positionals: string[];
  readonly out: string | undefined;
  readonly json: boolean;
  readonly draft: boolean;
  readonly bagOnly: boolean;
  /** A line for people: stderr. */
  readonly say: (line: string) => void;
  /** The machine's answer: stdout. */
  readonly print: (line: string) => void;
}

export const SOFTWARE = `biaobing ${__VERSION__}`;

/** Folder that holds scoring-standards/: the repo, or the installed program's resources. */
export const resources = process.env['BIAOBING_RESOURCES'] ?? join(import.meta.dirname, '..');

export function onePath({ positionals }: CommandContext, what: string): string {
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(`请给出一个${what}`);
  return resolve(path);
}

export function outPath({ out }: CommandContext, what: string): string {
  if (out === undefined) throw new UsageError(`请用 --out 写明${what}`);
  return resolve(out);
}

/** Failures of the machine rather than of the content. */
const MACHINE =
  /^(not-found|not-a-file|disk-full|read-only|no-permission|io|name-too-long|busy|locked|exists|internal)/;

/** Tells people about a failure and answers the exit code for it. */
export function reportFailure(
  { code, message, effect, remedy }: Failure,
  say: CommandContext['say'],
): number {
  say(`${message}\n${effect}\n${remedy}`);
  return MACHINE.test(code) ? EXIT.couldNotRun : EXIT.contentFails;
}
