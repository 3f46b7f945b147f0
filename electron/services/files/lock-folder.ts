import { lstat, open, readdir, rename, rm, rmdir, unlink, utimes } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UserError } from '../../../shared/values/errors.ts';
import { ifThere, isSystemError } from '../base/failures.ts';
import type { Computer } from './computer.ts';
import { parseJson } from './durable-json.ts';
import { readTextUpTo, renameWithRetry, writeSynced } from './files.ts';
import { makeOneFolder, PLAIN_ONLY } from './modes.ts';

// A lock is a folder `.lock` that holds one file, `<token>.json`: whoever knows the token holds the lock. The name says
// who holds it, the content only tells of the holder and, by `beat`, that it lives. So three things of the disk decide,
// each of them done by one alone: the folder is put there whole (rename onto what is not empty fails), it goes to another
// by a rename of the file (the old name is gone for the next), and it is let go by a rename to `<token>.free`.

const LOCK = '.lock';
/** Beside it, by a program from before: its lock is an empty folder that is touched every 7.5 s. */
const OLDER_OWNER = '.lock-owner.json';
const OWNER = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;
const FREE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.free$/;
/** What a program that was killed left of its try. */
const ASIDE = /^\.lock-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_BYTES = 4096;
/** After so long nobody is still trying, in milliseconds of the store. */
const ABANDONED_AFTER = 60_000;

const holderSchema = z.object({
  user: z.string(),
  computer: z.string(),
  pid: z.int(),
  since: z.iso.datetime(),
  /** Absent where an older program wrote it. */
  token: z.uuid().optional(),
  run: z.uuid().optional(),
  /** Of the computer, when the lock was taken. */
  uptime: z.number().optional(),
  /** One more at each sign of life. */
  beat: z.int().optional(),
});
/** Who holds a lock, as it says itself. */
export type Holder = z.output<typeof holderSchema>;

/** What lies where a lock would be. `sign` is another one whenever the holder shows that it lives. */
export type Found =
  | { readonly state: 'nothing' }
  | {
      readonly state: 'held';
      readonly token: string;
      readonly name: string;
      /** Others' files beside it, which a sync client has brought together; they hold nothing. */
      readonly beside: readonly string[];
      /** Absent where it cannot be read, or where the lock is just going to another. */
      readonly holder: Holder | undefined;
      readonly sign: string;
    }
  /** By an older program. */
  | { readonly state: 'older'; readonly holder: Holder | undefined; readonly sign: string }
  | { readonly state: 'free'; readonly name: string; readonly beside: readonly string[] }
  /** Only what this program never put there. */
  | { readonly state: 'foreign'; readonly names: readonly string[] }
  /** A file, a link or a device in its place. */
  | { readonly state: 'no-folder' };

/** The lock's folder of one document's folder. */
export class LockFolder {
  readonly #folder: string;
  readonly #path: string;
  readonly #computer: Pick<Computer, 'fileTime'>;

  constructor(folder: string, computer: Pick<Computer, 'fileTime'>) {
    this.#folder = folder;
    this.#path = join(folder, LOCK);
    this.#computer = computer;
  }

  /** Whose token counts; of several, which only a sync client can bring together, the first by name, for all. */
  async owner(): Promise<{ readonly token: string | undefined } | 'nothing' | 'no-folder'> {
    const names = await this.#names();
    if (names === undefined) return 'nothing';
    if (names === 'no-folder') return names;
    return { token: names.flatMap((name) => OWNER.exec(name)?.[1] ?? [])[0] };
  }

  async isOwnedBy(token: string): Promise<boolean> {
    const owner = await this.owner();
    return typeof owner === 'object' && owner.token === token;
  }

  async look(): Promise<Found> {
    const names = await this.#names();
    if (names === 'no-folder') return { state: names };
    if (names === undefined) return { state: 'nothing' };
    const owned = names.filter((each) => OWNER.test(each));
    const free = names.filter((each) => FREE.test(each));
    const [name, ...beside] = [...owned, ...free];
    const token = OWNER.exec(name ?? '')?.[1];
    if (name !== undefined && token !== undefined) {
      const { text, holder } = await readHolder(this.#ownerPath(token));
      const own = holder?.token === token ? holder : undefined;
      return { state: 'held', token, name, beside, holder: own, sign: token + text };
    }
    if (name !== undefined) return { state: 'free', name, beside };
    if (names.length > 0) return { state: 'foreign', names };
    const { text, holder } = await readHolder(join(this.#folder, OLDER_OWNER));
    const touched = await ifThere(this.#computer.fileTime(this.#path));
    return touched === undefined
      ? { state: 'nothing' }
      : { state: 'older', holder, sign: `${touched} ${text}` };
  }

  /** Milliseconds by the store's own clock since it was written last; undefined where it is gone. */
  async age(token: string, askedBy: string): Promise<number | undefined> {
    const probe = join(this.#folder, `${LOCK}-${askedBy}`);
    try {
      await writeSynced(probe, '');
      const now = await this.#computer.fileTime(probe);
      const written = await ifThere(this.#computer.fileTime(this.#ownerPath(token)));
      return written === undefined ? undefined : now - written;
    } finally {
      await rm(probe, { force: true });
    }
  }

  /** Puts the lock there, whole, where none is. False where another one was first. */
  async create(holder: Holder & { readonly token: string }): Promise<boolean> {
    const aside = join(this.#folder, `${LOCK}-${holder.token}`);
    try {
      await makeOneFolder(aside);
      await writeSynced(join(aside, `${holder.token}.json`), JSON.stringify(holder));
      await renameWithRetry(aside, this.#path);
      return true;
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      // Windows calls a folder in the way EPERM.
      if (isSystemError(error, 'EEXIST', 'ENOTEMPTY', 'ENOTDIR')) return false;
      if (isSystemError(error, 'EPERM', 'EACCES', 'EBUSY') && (await this.#names()) !== undefined)
        return false;
      throw error;
    }
  }

  /** Takes the lock of a holder that is gone, or that was let go. False where another one was first. */
  async take(
    { name, beside }: { readonly name: string; readonly beside: readonly string[] },
    holder: Holder & { readonly token: string },
  ): Promise<boolean> {
    try {
      // First, for one of them would be before us by its name.
      for (const other of beside) await rm(join(this.#path, other), { force: true });
      await rename(join(this.#path, name), this.#ownerPath(holder.token));
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return false;
      throw error;
    }
    return this.write(holder);
  }

  /** Removes the lock of an older program that is gone. False where it is none any more. */
  async clearOlder(): Promise<boolean> {
    try {
      await rmdir(this.#path);
      return true;
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return true;
      if (isSystemError(error, 'ENOTEMPTY', 'EEXIST')) return false;
      throw error;
    }
  }

  /** Writes who holds the lock into the holder's file, durably. False where that is not there: it is never made anew. */
  async write(holder: Holder & { readonly token: string }): Promise<boolean> {
    const { O_RDWR } = constants;
    const handle = await ifThere(open(this.#ownerPath(holder.token), O_RDWR | PLAIN_ONLY));
    if (!handle) return false;
    try {
      const text = Buffer.from(JSON.stringify(holder));
      await handle.write(text, 0, text.length, 0);
      await handle.truncate(text.length);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return true;
  }

  /** Only for programs from before: they look at the time of the folder. */
  async touch(now: Date): Promise<void> {
    await utimes(this.#path, now, now);
  }

  /** What other programs left that had the lock, or tried for it, and are gone. */
  async tidy(token: string): Promise<void> {
    await rm(join(this.#folder, OLDER_OWNER), { force: true });
    const now = await this.#computer.fileTime(this.#ownerPath(token));
    for (const name of (await readdir(this.#folder)).filter((each) => ASIDE.test(each))) {
      const path = join(this.#folder, name);
      // One that is gone by now has just been tried with.
      const made = (await ifThere(this.#computer.fileTime(path))) ?? now;
      if (now - made > ABANDONED_AFTER) await rm(path, { recursive: true, force: true });
    }
  }

  /** Lets the lock go; nothing where it is another's. What else lies in the folder stays, and does not hold the lock. */
  async release(token: string): Promise<void> {
    const free = join(this.#path, `${token}.free`);
    try {
      await renameWithRetry(this.#ownerPath(token), free);
      const names = await readdir(this.#path);
      if (!names.every((name) => FREE.test(name))) return;
      for (const name of names) await unlink(join(this.#path, name));
      await rmdir(this.#path);
    } catch (error) {
      // Gone already, or taken by the next one meanwhile.
      if (!isSystemError(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error;
    }
  }

  #ownerPath(token: string): string {
    return join(this.#path, `${token}.json`);
  }

  async #names(): Promise<string[] | undefined | 'no-folder'> {
    const found = await ifThere(lstat(this.#path));
    if (!found) return undefined;
    if (!found.isDirectory()) return 'no-folder';
    return (await ifThere(readdir(this.#path)))?.sort();
  }
}

/** The file itself, never what a link leads to. It only names the holder: without it the lock holds all the same. */
async function readHolder(path: string): Promise<{ text: string; holder: Holder | undefined }> {
  let text = '';
  try {
    text = await readTextUpTo(path, MAX_BYTES);
    return { text, holder: holderSchema.parse(parseJson(text)) };
  } catch (error) {
    const unknown =
      isSystemError(error, 'ENOENT') ||
      error instanceof SyntaxError ||
      error instanceof z.ZodError ||
      error instanceof UserError;
    if (unknown) return { text, holder: undefined };
    throw error;
  }
}
