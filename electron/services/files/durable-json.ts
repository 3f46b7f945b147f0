import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Adapter } from 'lowdb';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { wellFormed } from '../../../shared/values/well-formed.ts';
import { ifThere, isSystemError } from '../base/failures.ts';
import { readTextUpTo, renameWithRetry, replaceFile } from './files.ts';
import { readKept } from './kept.ts';
import { tooLong } from './messages.ts';

/** How a stored form becomes a value and back. `decode` throws where the form is not valid. */
export interface Codec<T> {
  decode(json: unknown): T;
  encode(value: T): unknown;
}

export interface DurableJsonOptions<T> {
  readonly path: string;
  /** Where the content before the last write stays reachable; absent: nowhere. */
  readonly previous?: string;
  /** Where a file that cannot be read is put aside; asked for only when needed. */
  readonly damaged: () => string;
  readonly codec: Codec<T>;
  /** Bytes; a longer file is damage and is not read whole. No limit where absent. */
  readonly maxBytes?: number;
  /** Asked last before the file is replaced; where it throws, nothing is (`replaceFile`). */
  readonly ready?: () => Promise<void>;
  /** What the user is told where neither file can be read. */
  readonly unreadable: Failure;
}

/** What lies on the disk, beside what was last read or written: the same, what another program wrote, or nothing. */
export type OnDisk = 'same' | 'other' | 'nothing';

/** What a write that failed has left: what was there before it, what it was to write, something else, or nothing. */
export type Left = 'old' | 'new' | 'other' | 'nothing';

const ABSENT = { state: 'absent' } as const;

/** What a read found. `recovered`: the file was unreadable or missing and the previous copy was taken. */
export interface Found<T> {
  readonly value: T;
  readonly recovered: boolean;
  readonly mainExists: boolean;
}

/** JSON text of any editor: a byte order mark before it is no damage, and half letters in it are mended. */
export function parseJson(text: string): unknown {
  return wellFormed(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text));
}

/**
 * lowdb adapter for one JSON file that must survive anything: see docs/ARCHITECTURE.md, "How saving works". lowdb's own
 * adapter renames without fsync and cannot recover. One call at a time: the caller queues.
 */
export class DurableJson<T> implements Adapter<T> {
  readonly #options: DurableJsonOptions<T>;
  /** Of the content that was last read here or written. */
  #known: string | undefined;
  /** Of what a write that failed may have put there. */
  #tried: string | undefined;

  constructor(options: DurableJsonOptions<T>) {
    this.#options = options;
  }

  get path(): string {
    return this.#options.path;
  }

  /** Reads without touching anything on disk. Undefined where neither file exists; throws where both fail. */
  async find(): Promise<Found<T> | undefined> {
    const { path, previous } = this.#options;
    const main = await this.#load(path);
    if (main.state === 'good') return { value: main.value, recovered: false, mainExists: true };
    const copy = previous === undefined ? ABSENT : await this.#load(previous);
    if (copy.state === 'good') {
      return { value: copy.value, recovered: true, mainExists: main.state === 'bad' };
    }
    if (main.state === 'absent' && copy.state === 'absent') return undefined;
    throw new UserError(this.#options.unreadable, {
      cause: main.state === 'bad' ? main.error : undefined,
    });
  }

  /** As lowdb asks for it. A file that was recovered is put aside and written anew. Never answers empty data. */
  async read(): Promise<T | null> {
    const found = await this.find();
    if (!found) return null;
    if (found.recovered) {
      if (found.mainExists) await this.putAside();
      await this.#replace(this.#bytes(found.value));
    } else await this.accept();
    return found.value;
  }

  /** Compares the content itself: a sync client or a virus scanner gives the same content another time. */
  async onDisk(): Promise<OnDisk> {
    try {
      const found = await this.#digest();
      return found === this.#known || found === this.#tried ? 'same' : 'other';
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return 'nothing';
      throw error;
    }
  }

  /** What lies on the disk counts as known, whoever wrote it. */
  async accept(): Promise<void> {
    this.#know(await this.#digest());
  }

  /**
   * After a write that failed: what lies there by its content, for a disk may report an error of what it has done all the
   * same. Throws where that cannot be read; then it can be asked again.
   */
  async left(): Promise<Left> {
    const tried = this.#tried;
    // It had not come to replacing anything.
    if (tried === undefined) return 'old';
    const found = await ifThere(this.#digest());
    this.#tried = undefined;
    if (found === tried) {
      this.#known = tried;
      return 'new';
    }
    if (found === this.#known) return 'old';
    return found === undefined ? 'nothing' : 'other';
  }

  /** Keeps a file that cannot be read under another name. */
  async putAside(): Promise<void> {
    const { path, damaged } = this.#options;
    await renameWithRetry(path, damaged());
  }

  /**
   * Returns when the new content is on the disk; on failure `left` says what is there. `first`: what has to be done
   * before the file is replaced; where it fails, so does this.
   */
  async write(value: T, first?: Promise<unknown>): Promise<void> {
    const { path, previous, ready, maxBytes = Infinity } = this.#options;
    const bytes = this.#bytes(value);
    // What could not be read again must not be written.
    if (bytes.length > maxBytes) throw tooLong(basename(path), maxBytes);
    await this.#replace(bytes, { previous, first, ready });
  }

  async #replace(bytes: Buffer, options: Parameters<typeof replaceFile>[2] = {}): Promise<void> {
    const digest = digestOf(bytes);
    const ready = async (): Promise<void> => {
      await options.ready?.();
      this.#tried = digest;
    };
    await replaceFile(this.#options.path, bytes, { ...options, ready });
    this.#know(digest);
  }

  #know(digest: string): void {
    this.#known = digest;
    this.#tried = undefined;
  }

  async #digest(): Promise<string> {
    return digestOf(await readKept(this.#options.path));
  }

  #bytes(value: T): Buffer {
    return Buffer.from(JSON.stringify(this.#options.codec.encode(value)));
  }

  async #load(
    path: string,
  ): Promise<{ state: 'good'; value: T } | { state: 'bad'; error: unknown } | { state: 'absent' }> {
    let text: string;
    try {
      text = await readTextUpTo(path, this.#options.maxBytes ?? Infinity);
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return { state: 'absent' };
      if (error instanceof UserError && error.failure.code === 'record-too-long')
        return { state: 'bad', error };
      throw error; // No permission or a failing disk is no damage: the file may be perfect.
    }
    try {
      return { state: 'good', value: this.#options.codec.decode(parseJson(text)) };
    } catch (error) {
      // A newer version is no damage either: falling back would hide the newer work.
      if (error instanceof UserError) throw error;
      return { state: 'bad', error };
    }
  }
}

function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
