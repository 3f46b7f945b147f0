import type { Failure } from '../../../shared/values/errors.ts';
import type { Known } from './desk-index.ts';
import { MENDED, packageUnreadable } from './messages.ts';

interface MissingPackage {
  /** As it was handed in, where the desk knew it: what never was on a list may be no package at all. */
  readonly fileName: string | undefined;
  /** Why it cannot be read; absent: its folder is not there. */
  readonly unread?: Failure;
}

/** One that is missing from a list, as it is told. */
export interface MissingKnown extends Known {
  /** Its folder is not there; otherwise it cannot be read. */
  readonly isGone: boolean;
}

/** What belongs on a desk's list and is not on it: told as long as it is so. By key. */
export class Missing {
  readonly #packages = new Map<string, MissingPackage>();

  /** Its folder is not there. */
  gone(key: string, fileName: string): void {
    this.#packages.set(key, { fileName });
  }

  /** Its folder is there, and cannot be read. */
  unread(key: string, fileName: string | undefined, error: unknown): void {
    this.#packages.set(key, { fileName, unread: packageUnreadable(key, error) });
  }

  found(key: string): void {
    this.#packages.delete(key);
  }

  get keys(): string[] {
    return [...this.#packages.keys()];
  }

  nameOf(key: string): string | undefined {
    return this.#packages.get(key)?.fileName;
  }

  /** Those that the desk knew. */
  get known(): MissingKnown[] {
    return [...this.#packages].flatMap(([key, { fileName, unread }]) =>
      fileName === undefined ? [] : { key, fileName, isGone: !unread },
    );
  }

  get failures(): Failure[] {
    const all = [...this.#packages.values()];
    const gone = all.flatMap(({ fileName, unread }) => (unread || fileName === undefined ? [] : fileName));
    return [
      ...(gone.length > 0 ? [MENDED.gone(gone.sort())] : []),
      ...all.flatMap(({ unread }) => unread ?? []),
    ];
  }
}
