import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../../electron/services/host.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type DocumentName,
  type DocumentRef,
  documents,
  type JobResult,
  type OpenedDocument,
} from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { inTime } from './in-time.ts';

/** A call that was refused, in the words that a user would read. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(name: string, failure: Failure) {
    super(`${name}: ${failure.code}: ${failure.message}`);
    this.failure = failure;
  }
}

interface AnyKind {
  readonly edit: { parse(edit: unknown): unknown };
  replaces(value: unknown, edit: unknown): unknown;
}

/** Calls the host as a page does, and reads its answers by the contract. */
export class Client {
  readonly host: Host;
  readonly #page: string;

  constructor(host: Host, page = 'page') {
    this.host = host;
    this.#page = page;
  }

  async ask<N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> {
    const asked = this.host.call(name, JSON.parse(JSON.stringify(input)), this.#page);
    const reply = await inTime(name, asked);
    if (!reply.ok) throw new Refused(name, reply.failure);
    return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
  }

  async open<N extends DocumentName>(ref: DocumentRef<N>): Promise<OpenedDocument<N>> {
    return (await this.ask('openDocument', { ref })) as OpenedDocument<N>;
  }

  /** An edit as a page makes it: on what is there now. */
  async edit(ref: DocumentRef<DocumentName>, edit: unknown): Promise<void> {
    await this.editOn((await this.open(ref)).value, ref, edit);
  }

  /** An edit of a page that shows this value. */
  async editOn(value: unknown, ref: DocumentRef<DocumentName>, edit: unknown): Promise<void> {
    // A name and its kind belong together; TypeScript cannot follow that through the map.
    const { kind } = documents[ref.document] as unknown as { kind: AnyKind };
    const base = kind.replaces(value, kind.edit.parse(edit));
    await this.ask('changeDocument', { ...ref, step: { do: 'edit', edit, base } });
  }

  /** Waits for what a job comes to; what it refused of one of its files is refused. */
  job<K extends JobResult['kind']>(
    name: CallName,
    input: unknown,
    kind: K,
  ): Promise<Extract<JobResult, { kind: K }>> {
    return inTime(name, this.#job(name, input, kind));
  }

  async #job<K extends JobResult['kind']>(
    name: CallName,
    input: unknown,
    kind: K,
  ): Promise<Extract<JobResult, { kind: K }>> {
    const { jobId } = (await this.ask(name, input)) as { jobId: string };
    for (;;) {
      const { state, failure, result } = await this.ask('jobStatus', { jobId });
      if (failure) throw new Refused(name, failure);
      if (result?.kind === kind) {
        const outcomes = 'outcomes' in result ? result.outcomes : [];
        for (const each of outcomes) if (each.failure) throw new Refused(name, each.failure);
        return result as Extract<JobResult, { kind: K }>;
      }
      if (state !== 'running') throw new Error(`${name}: ${state} ${result?.kind ?? ''}`);
      await sleep(2);
    }
  }

  /** A file that the user chose. */
  choose(path: string, name: string): string {
    return this.host.offerFile({ path, name, ownership: 'borrowed' });
  }
}
