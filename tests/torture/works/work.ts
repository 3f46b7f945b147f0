import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentName, DocumentRef, OpenedDocument } from '../../../shared/contract/contract.ts';
import type { Client } from '../client.ts';

/** Something that was promised and is not so; its message says what. */
export class Broken extends Error {}

/** The ending of what a work does as another program: no disk refuses that. */
export const BY_ANOTHER = '.by-another';

/** Where a work is done. */
export interface Place {
  readonly client: Client;
  /** The data folder of the host. */
  readonly root: string;
  /** Another folder, for files that the user chooses. */
  readonly files: string;
}

/** One kind of work of a user, done again and again, and stopped at any moment. `Setup` and `Done` travel as JSON. */
export interface Work<Setup, Done> {
  readonly name: string;
  /** What has to be there; once, and undisturbed. */
  prepare(place: Place): Promise<Setup>;
  /** The nth time. What it answers is acknowledged from then on. */
  act(place: Place, setup: Setup, nth: number): Promise<Done>;
  /**
   * After the program has started anew. `done`: all that was acknowledged; `begun`: the number of the last time that was
   * begun, acknowledged or not. Throws Broken.
   */
  check(place: Place, setup: Setup, done: readonly Done[], begun: number): Promise<void>;
}

/** Of whatever kind. */
export type AnyWork = Work<unknown, unknown>;

export function work<Setup, Done>(parts: Work<Setup, Done>): AnyWork {
  return parts;
}

/** What was numbered by `act` is one that was acknowledged, or what was at work. */
export function isNumbered(
  what: string,
  found: number | undefined,
  done: readonly number[],
  begun: number,
): void {
  const last = done.at(-1) ?? 0;
  if (found === undefined || found < last || found > begun)
    throw new Broken(`${what}: ${found ?? 'nothing'} is there, ${last} was acknowledged, ${begun} begun`);
}

/** The number in 第7次, however it is wrapped. */
export function numberIn(text: string | undefined): number | undefined {
  const found = /第(\d+)次/.exec(text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

/** What was acknowledged last, by what of it stands in the journal of a document: each has its line, of what came of it. */
export async function isJournaled(folder: string, told: readonly string[]): Promise<void> {
  const text = await readFile(join(folder, 'journal.jsonl'), 'utf8').catch(() => '');
  const after = text.split('\n').flatMap((line) => afterOf(line) ?? []);
  for (const each of told.slice(-LOOKED_AT))
    if (!after.some((line) => line.includes(each))) throw new Broken(`the journal does not tell of ${each}`);
}

const LOOKED_AT = 20;

/** Undefined for a line that was cut off. */
function afterOf(line: string): string | undefined {
  try {
    return JSON.stringify((JSON.parse(line) as { after?: unknown }).after);
  } catch {
    return undefined;
  }
}

/** Of so many acts, one is undone and done again before it is acknowledged. */
const UNDONE_EVERY = 4;

/**
 * Of some acts: once more something is edited (`another`), both are taken back, and both come again. `isThere`: the document
 * has what was edited first.
 */
export async function backAndForth<N extends DocumentName>(
  { client }: Place,
  ref: DocumentRef<N>,
  nth: number,
  { isThere, another }: { isThere: (value: OpenedDocument<N>['value']) => boolean; another: unknown },
): Promise<void> {
  if (nth % UNDONE_EVERY !== 2) return;
  await client.edit(ref, another);
  for (const [way, leaves] of BACK_AND_FORTH) {
    await client.ask('changeDocument', { ...ref, step: { do: way } });
    const { value } = await client.open(ref);
    if (isThere(value) !== leaves) throw new Broken(`${way} does not do what it says`);
  }
}

const BACK_AND_FORTH = [
  ['undo', true],
  ['undo', false],
  ['redo', true],
  ['redo', true],
] as const;

/** Opening needs nobody's help: all that it may tell is that the program before did not close, or `also`. */
export async function openQuietly<N extends DocumentName>(
  { client }: Place,
  ref: DocumentRef<N>,
  also?: string,
): Promise<OpenedDocument<N>> {
  const opened = await client.open(ref);
  const unexpected = opened.notices.filter(({ code }) => code !== 'lock-taken-over' && code !== also);
  if (unexpected.length > 0) throw new Broken(`opening told: ${JSON.stringify(unexpected)}`);
  return opened;
}
