import { join, sep } from 'node:path';
import type { Candidate } from '../../../shared/review/candidate.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import type { Queue } from '../base/queue.ts';
import type { TaskOptions } from '../package/progress.ts';
import { INCOMING, PACKAGES } from './desk-folder.ts';
import { type Inspect, inspectFile } from './inspection.ts';
import { deskUnwritable } from './messages.ts';
import type { Packages } from './packages.ts';
import type { Reviews } from './reviews.ts';
import { bringIn, type Inbox, keyOf, letGo, takeIn } from './take-in.ts';

interface Ports {
  readonly folder: string;
  readonly standard: Standard;
  readonly packages: Packages;
  readonly reviews: Reviews;
  readonly now: () => Date;
  readonly desk: () => Desk;
  /** As the desk has it. */
  readonly rowOf: (key: string) => Candidate | undefined;
  /** Throws a UserError where the desk is not ours any more. */
  readonly requireHeld: () => Promise<void>;
  /** Throws a UserError where the packages of the desk are away. */
  readonly requireThere: () => Promise<void>;
  /** Takes a package off the list that is not there any more. */
  readonly isMissing: (key: string) => Promise<boolean>;
  /** Ends when every row is what its files say. */
  readonly assured: () => Promise<void>;
  /** To be told of a package before its folder is put in its place. */
  readonly announce: Inbox['announce'];
  readonly isReviewLost: Inbox['isReviewLost'];
  /** Writes what is open of the review of a package that came again without it; false where nothing is. */
  readonly bringBack: (receipt: Receipt) => Promise<boolean>;
  /** To be told when a package's original came into its place. */
  readonly cameIn: (key: string) => Promise<void>;
  /** What is judged and kept is so one after another. */
  readonly queue: Queue;
}

export interface ReceiveOptions extends TaskOptions {
  readonly receivedOn: string;
  /** Who hands it in, on a provincial desk; absent: not said. */
  readonly body?: string | undefined;
  /** Where it is verified elsewhere than here. */
  readonly inspect?: Inspect;
}

function causeOf(error: unknown): unknown {
  return error instanceof UserError ? error.cause : error;
}

/** True where the system refused something below this folder. */
function isWithin(folder: string, error: unknown): boolean {
  const cause = causeOf(error);
  const path = cause instanceof Error && 'path' in cause ? cause.path : undefined;
  return typeof path === 'string' && path.startsWith(`${folder}${sep}`);
}

/** How files come onto an open desk. */
export class Receiving {
  readonly #ports: Ports;
  /** Once for all: what is taken in later is known. */
  #assured: Promise<void> | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async receive(
    file: { readonly path: string; readonly name: string },
    options: ReceiveOptions,
  ): Promise<Receipt> {
    // What is handed in is held against the rows; who waits for the same goes on in the order of asking.
    await (this.#assured ??= this.#assure());
    const { queue, standard } = this.#ports;
    const { inspect = (each, task) => inspectFile(standard, each, task) } = options;
    const bringing = this.#mayReceive().then(() => bringIn(this.#inbox(inspect), file, options));
    // Told of when it is its turn.
    bringing.catch(() => undefined);
    return queue.run(async () => {
      const brought = await bringing.catch((error: unknown) => this.#failed(error));
      try {
        await this.#mayReceive();
        // Should it have left since anybody looked, it comes in anew.
        await this.#ports.isMissing(keyOf(brought.sha256));
        const receivedAt = this.#ports.now().toISOString();
        const arriving = { ...options, receivedAt };
        const taking = takeIn(this.#inbox(inspect), brought, arriving);
        const taken = await taking.catch((error: unknown) => this.#failed(error));
        const { packages, reviews, bringBack, cameIn } = this.#ports;
        const { receipt } = taken;
        const isRemade = (receipt.kept && (await bringBack(receipt))) || taken.rejudged;
        await packages.note(
          isRemade ? { ...taken, summary: (await reviews.remake(receipt)).summary } : taken,
        );
        // Missed until it is on the list.
        if (receipt.kept) await cameIn(receipt.key);
        return receipt;
      } finally {
        await letGo(brought);
      }
    });
  }

  async #mayReceive(): Promise<void> {
    await this.#ports.requireHeld();
    await this.#ports.requireThere();
  }

  /** That the desk or its packages are away, or cannot be written, is the reason then, and not the file. */
  async #failed(error: unknown): Promise<never> {
    await this.#mayReceive();
    const { folder } = this.#ports;
    throw isWithin(folder, error) && !isSystemError(causeOf(error), 'ENOSPC', 'EDQUOT', 'EFBIG')
      ? deskUnwritable(folder, error)
      : error;
  }

  /** Where it fails, the next one asks again. */
  async #assure(): Promise<void> {
    try {
      await this.#ports.assured();
    } catch (error) {
      this.#assured = undefined;
      throw error;
    }
  }

  #inbox(inspect: Inspect): Inbox {
    const { folder, standard, packages, desk, rowOf, announce, isReviewLost } = this.#ports;
    return {
      ...{ desk: desk(), standard, inspect, announce, isReviewLost },
      incoming: join(folder, INCOMING),
      packages: join(folder, PACKAGES),
      receiptOf: (key) => packages.receiptOf(key),
      onDesk: { alike: (traits) => packages.alike(traits), rowOf },
    };
  }
}
