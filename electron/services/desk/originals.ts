import { join } from 'node:path';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { NamedPackage } from '../../../shared/review/words.ts';
import { isOfTheSystem } from '../base/failures.ts';
import { hashKept } from '../files/hash-kept.ts';
import { PACKAGES } from './desk-folder.ts';
import { isSameMark, isSettled, type Mark, markOf, momentOf } from './marks.ts';
import { MENDED, ORIGINAL_WRONG } from './notices.ts';
import { ORIGINAL } from './package-folder.ts';
import type { Packages } from './packages.ts';

interface Look {
  readonly isMissing: (key: string) => Promise<boolean>;
  readonly signal: AbortSignal | undefined;
}

/** Whether the originals of a desk's packages are what came in; those that are not put their packages in doubt. */
export class Originals {
  readonly #folder: string;
  readonly #packages: Packages;
  /** How each looked when it was held against its hash last. */
  readonly #hashed = new Map<string, Mark>();
  /** Those that are wrong, and how they looked then; null: not there, or not to be read, which may be over any time. */
  readonly #wrong = new Map<string, Mark | null>();
  #changes = 0;

  constructor(folder: string, packages: Packages) {
    this.#folder = folder;
    this.#packages = packages;
  }

  /** It looked like this when it was held against its hash. */
  believe(key: string, mark: Mark): void {
    this.#hashed.set(key, mark);
  }

  /** True where one that looks like this was held against its hash. */
  isKnown(key: string, mark: Mark | null): boolean {
    return isSameMark(this.#hashed.get(key) ?? null, mark);
  }

  /** Counts up with each that was hashed while the desk is open. */
  get changes(): number {
    return this.#changes;
  }

  /** It was held against its hash just now, and put in its place. */
  async cameIn(key: string): Promise<void> {
    this.#isRight(key);
    const mark = await markOf(this.#at(key));
    // Where times are whole seconds, what changes within this one would look the same.
    if (mark && mark[2] % 1000 !== 0) this.#hashed.set(key, mark);
  }

  doubt(key: string, mark: Mark | null): void {
    this.#wrong.set(key, mark);
    this.#packages.doubt(key, ORIGINAL_WRONG);
  }

  /** The package is not on the list any more. */
  forget(key: string): void {
    this.#wrong.delete(key);
  }

  /** Packages on the list whose original is not what came in. */
  get wrong(): NamedPackage[] {
    const onList = [...this.#wrong.keys()].filter((key) => this.#packages.find(key));
    return onList.map((key) => ({ key, ...this.#packages.aboutOf(key) }));
  }

  get failures(): Failure[] {
    const { wrong } = this;
    return wrong.length > 0 ? [MENDED.original(wrong)] : [];
  }

  /**
   * Reads each one that does not look as it did when it was held against its hash last. `isMissing` says whether the whole
   * package is not there. An abort ends it.
   */
  async look({ isMissing, signal }: Look): Promise<void> {
    let moment: number | undefined;
    for (const key of this.#packages.keys()) {
      if (signal?.aborted) return;
      const receipt = this.#packages.receiptOf(key);
      const mark = await markOf(this.#at(key)).catch(() => null);
      const known = this.#wrong.has(key) ? this.#wrong.get(key) : this.#hashed.get(key);
      if (!receipt || (mark && isSameMark(mark, known))) continue;
      moment ??= await momentOf(this.#folder);
      if (mark?.[0] === receipt.bytes && (await this.#state(receipt, signal)) === 'right') {
        this.#isRight(key);
        // Changed once more within this moment, it would look the same.
        if (!isSettled({ [ORIGINAL]: mark }, moment)) continue;
        this.#hashed.set(key, mark);
        this.#changes += 1;
        continue;
      }
      // Handing it in again may have put a whole one there meanwhile.
      const state = await this.#state(receipt, signal);
      if (signal?.aborted || state === 'right') continue;
      if (await isMissing(key)) continue;
      const now = await markOf(this.#at(key)).catch(() => null);
      this.doubt(key, state === 'wrong' && isSameMark(now, mark) ? now : null);
    }
  }

  async #state(
    { key, sha256 }: Receipt,
    signal: AbortSignal | undefined,
  ): Promise<'right' | 'wrong' | 'unread'> {
    try {
      return (await hashKept(this.#at(key), { signal })) === sha256 ? 'right' : 'wrong';
    } catch (error) {
      if (signal?.aborted || isOfTheSystem(error) || error instanceof UserError) return 'unread';
      throw error;
    }
  }

  #isRight(key: string): void {
    this.#wrong.delete(key);
    this.#packages.doubt(key, undefined);
  }

  #at(key: string): string {
    return join(this.#folder, PACKAGES, key, ORIGINAL);
  }
}
