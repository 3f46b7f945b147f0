import type { NamedPackage } from '../../../shared/review/words.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import type { About } from './desk-index.ts';
import { packagesGone, packageUnreadable } from './notices.ts';

type Named = Pick<About, 'fileName' | 'unit'>;

interface MissingPackage {
  /** Where the desk knew it: what never was on a list may be no package at all. */
  readonly about: Named | undefined;
  /** Why it cannot be read; absent: its folder is not there. */
  readonly unread?: Failure;
}

/** One that is missing from a list, as it is told. */
export interface MissingKnown extends NamedPackage {
  /** Its folder is not there; otherwise it cannot be read. */
  readonly isGone: boolean;
}

/** What belongs on a desk's list and is not on it: told as long as it is so. By key. */
export class Missing {
  readonly #packages = new Map<string, MissingPackage>();

  /** Its folder is not there. */
  gone(key: string, about: Named): void {
    this.#packages.set(key, { about });
  }

  /** Its folder is there, and cannot be read; `isReviewGone`: nor is the review there that it had. */
  unread(
    key: string,
    about: Named | undefined,
    { error, isReviewGone }: { readonly error: unknown; readonly isReviewGone: boolean },
  ): void {
    this.#packages.set(key, { about, unread: packageUnreadable(key, error, { about, isReviewGone }) });
  }

  found(key: string): void {
    this.#packages.delete(key);
  }

  get keys(): string[] {
    return [...this.#packages.keys()];
  }

  aboutOf(key: string): Named | undefined {
    return this.#packages.get(key)?.about;
  }

  /** Those that the desk knew. */
  get known(): MissingKnown[] {
    return [...this.#packages].flatMap(([key, { about, unread }]) =>
      about ? { key, fileName: about.fileName, unit: about.unit, isGone: !unread } : [],
    );
  }

  /** `holds`: what was verified of a package is in memory yet. */
  failures(holds: (key: string) => boolean): Failure[] {
    const gone = this.known.filter(({ isGone }) => isGone);
    const held = gone.filter(({ key }) => holds(key));
    const rest = gone.filter(({ key }) => !holds(key));
    return [
      ...(rest.length > 0 ? [packagesGone(rest, 'nothing')] : []),
      ...(held.length > 0 ? [packagesGone(held, 'review')] : []),
      ...[...this.#packages.values()].flatMap(({ unread }) => unread ?? []),
    ];
  }
}
