import type { DocumentName, DocumentRef, OpenedDocument } from '../../../shared/contract/contract.ts';
import type { Client } from '../client.ts';

/** Something that was promised and is not so; its message says what. */
export class Broken extends Error {}

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
