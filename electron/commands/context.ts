import { resolve } from 'node:path';
import type { Failure } from '../../shared/values/errors.ts';
import type { SpawnReader } from '../services/import/spawn-reader.ts';

/** The command line's fixed exit codes. */
export const EXIT = { done: 0, contentFails: 1, wrongUse: 2, couldNotRun: 3 } as const;

export class UsageError extends Error {}

/** A target that would destroy something: wrong use, told in one sentence, without the usage. */
export class TargetError extends Error {}

export interface CommandContext {
  readonly positionals: string[];
  readonly out: string | undefined;
  readonly json: boolean;
  readonly draft: boolean;
  readonly bagOnly: boolean;
  /** `standard import`: number of the table, file that says what its columns mean, file for the report. */
  readonly sheet: string | undefined;
  readonly map: string | undefined;
  readonly report: string | undefined;
  /** `review`: the desk's folder, the day of receipt, which package, take over its self score. */
  readonly desk: string | undefined;
  readonly received: string | undefined;
  readonly pack: string | undefined;
  readonly agree: boolean;
  /** 合理缺项 are confirmed as the verified result has them. */
  readonly confirmGaps: boolean;
  /** The recommending body of the packages that are taken in. */
  readonly body?: string | undefined;
  /** Folder that holds scoring-standards/. */
  readonly resources: string;
  /** How the process is started that reads a file to import; absent: as a child of Node. */
  readonly spawnReader?: SpawnReader | undefined;
  /** Aborted when the user stops the command. */
  readonly signal: AbortSignal;
  /** A line for people: stderr. */
  readonly say: (line: string) => void;
  /** The machine's answer: stdout. */
  readonly print: (line: string) => void;
}

export function onePath({ positionals }: CommandContext, what: string): string {
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(`请给出一个${what}`);
  return resolve(path);
}

export function outPath({ out }: CommandContext, what: string): string {
  if (out === undefined) throw new UsageError(`请用 --out 写明${what}`);
  return resolve(out);
}

/** Failures of the machine, or of the way to it, rather than of the content. */
const MACHINE = new Set([
  'not-found',
  'not-a-file',
  'not-a-folder',
  'link',
  'disk-full',
  'read-only',
  'no-permission',
  'io',
  'name-too-long',
  'busy',
  'locked',
  'locked-stale',
  'lock-lost',
  'lock-unclear',
  'folder-moved',
  'exists',
  'cancelled',
  'internal',
]);

/** Tells people about a failure and answers the exit code for it. */
export function reportFailure(
  { code, message, effect, remedy }: Failure,
  say: CommandContext['say'],
): number {
  say(`${message}\n${effect}\n${remedy}`);
  return MACHINE.has(code) ? EXIT.couldNotRun : EXIT.contentFails;
}

/** Tells of work that takes long: nothing in the first second, then at most once a second. `clock` in milliseconds. */
export function everySecond<Told extends readonly unknown[]>(
  tell: (...told: Told) => void,
  clock: () => number = () => performance.now(),
): (...told: Told) => void {
  let last = clock();
  return (...told) => {
    if (clock() - last < 1000) return;
    last = clock();
    tell(...told);
  };
}

/** What the user must know about how a folder could be read. */
export function tellNotices(notices: readonly Failure[], say: CommandContext['say']): void {
  for (const { message, remedy } of notices) say(`${message}${remedy}`);
}
