import type { Failure } from '../../../shared/values/errors.ts';
import { MENDED, packageUnreadable } from './messages.ts';

/** What belongs on a desk's list and is not on it: told as long as it is so. */
export class Missing {
  /** The name of the file that was handed in, by key. */
  readonly #gone = new Map<string, string>();
  readonly #unread = new Map<string, Failure>();

  /** Its folder is not there. */
  gone(key: string, fileName: string): void {
    this.#unread.delete(key);
    this.#gone.set(key, fileName);
  }

  /** Its folder is there, and cannot be read. */
  unread(key: string, error: unknown): void {
    this.#gone.delete(key);
    this.#unread.set(key, packageUnreadable(key, error));
  }

  found(key: string): void {
    this.#gone.delete(key);
    this.#unread.delete(key);
  }

  get keys(): string[] {
    return [...this.#gone.keys(), ...this.#unread.keys()];
  }

  /** By key, with the name of the file where that is known. */
  get known(): { readonly key: string; readonly fileName: string }[] {
    return this.keys.map((key) => ({ key, fileName: this.#gone.get(key) ?? key }));
  }

  get failures(): Failure[] {
    const gone = [...this.#gone.values()].sort();
    return [...(gone.length > 0 ? [MENDED.gone(gone)] : []), ...this.#unread.values()];
  }
}
