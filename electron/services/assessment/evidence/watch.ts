import { setTimeout as sleep } from 'node:timers/promises';
import type { EvidenceFault, EvidenceState } from '../../../../shared/assessment/evidence-state.ts';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import { isCancellation } from '../../base/failures.ts';
import { faultsOf, type Look, lookAt, lookAtAll, readThrough } from '../../files/evidence-check.ts';

/** What was read of a file, and which file it was. */
interface Read {
  readonly mark: string;
  readonly fault: EvidenceFault | undefined;
}

/**
 * What the disk says of the evidence of an open assessment. Names and sizes are looked at whenever it is asked; contents
 * are read one after another behind it, resting as long as it works, and not at all while a job is at work on the files.
 * It holds no lock, changes nothing, and ends with the session.
 */
export class EvidenceWatch {
  readonly #folder: string;
  readonly #evidence: () => readonly Evidence[];
  readonly #read = new Map<string, Read>();
  readonly #ending = new AbortController();
  #looks: ReadonlyMap<string, Look> = new Map();
  #looking: Promise<unknown> | undefined;
  #reading: Promise<void> | undefined;
  #pause = new AbortController();
  #jobs = 0;

  /** `evidence`: what is registered now. */
  constructor(folder: string, evidence: () => readonly Evidence[]) {
    this.#folder = folder;
    this.#evidence = evidence;
  }

  /** Looks at names and sizes, and answers with what was read so far; goes on reading behind the answer. */
  async state(): Promise<EvidenceState> {
    const evidence = this.#evidence();
    const looks = await this.#watched(lookAtAll(this.#folder, evidence));
    this.#looks = looks;
    this.#start();
    const seen = faultsOf(looks);
    const read = evidence.flatMap(({ sha256 }) => {
      const known = this.#readOf(sha256);
      return known ? [[sha256, known] as const] : [];
    });
    const faults = new Map([
      ...seen,
      ...read.flatMap(([sha256, { fault }]) => (fault ? [[sha256, fault] as const] : [])),
    ]);
    return {
      faults: [...faults].map(([sha256, fault]) => ({ sha256, fault })),
      checked: seen.size + read.length,
      total: evidence.length,
    };
  }

  /** What is wrong with one piece, as far as is known now; undefined where nothing is. */
  async faultOf(piece: Evidence): Promise<EvidenceFault | undefined> {
    const look = await this.#watched(lookAt(this.#folder, piece));
    if (look.fault !== undefined) return look.fault;
    const known = this.#read.get(piece.sha256);
    return known?.mark === look.mark ? known.fault : undefined;
  }

  /** While the task runs, the disk is left to it. */
  async aside<T>(task: () => Promise<T>): Promise<T> {
    this.#jobs += 1;
    this.#pause.abort();
    try {
      await this.#reading;
      return await task();
    } finally {
      this.#jobs -= 1;
      this.#start();
    }
  }

  /** Ends the reading at once; no file is open any more when it answers. */
  async end(): Promise<void> {
    this.#ending.abort();
    this.#pause.abort();
    await this.#looking?.catch(() => undefined);
    await this.#reading;
  }

  /** Of the file that is there now; what was read of an earlier one says nothing of it. */
  #readOf(sha256: string): Read | undefined {
    const [look, read] = [this.#looks.get(sha256), this.#read.get(sha256)];
    return look && look.fault === undefined && read?.mark === look.mark ? read : undefined;
  }

  async #watched<T>(looking: Promise<T>): Promise<T> {
    this.#looking = looking;
    return looking;
  }

  #start(): void {
    if (this.#reading || this.#jobs > 0 || this.#ending.signal.aborted) return;
    this.#pause = new AbortController();
    this.#reading = this.#readAll(this.#pause.signal)
      .catch((error: unknown) => {
        if (!isCancellation(error)) console.error(error);
      })
      .finally(() => (this.#reading = undefined));
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    for (const piece of this.#evidence()) {
      const look = this.#looks.get(piece.sha256);
      if (!look || look.fault !== undefined || this.#readOf(piece.sha256)) continue;
      let since = performance.now();
      const rest = async (): Promise<void> => {
        await sleep(performance.now() - since, undefined, { signal });
        since = performance.now();
      };
      const fault = await readThrough(this.#folder, piece, { signal, rest });
      const after = await lookAt(this.#folder, piece);
      // Replaced meanwhile: what was read is of no file that is there.
      if (after.fault === undefined && after.mark === look.mark)
        this.#read.set(piece.sha256, { mark: look.mark, fault });
    }
  }
}
