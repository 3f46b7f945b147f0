import { join } from 'node:path';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { isOfTheSystem } from '../base/failures.ts';
import { several } from '../base/several.ts';
import { foldersIn, namesIn } from '../document/new-folder.ts';
import { hashKept } from '../files/hash-kept.ts';
import { PACKAGES, RECEIPTS } from './desk-folder.ts';
import { type Indexed, indexedOf, packageOf, readIndex, writeIndex } from './desk-index.ts';
import { isOf, isSameRow, isStill, rowOf } from './desk-rows.ts';
import { fits, isSameMark, isSettled, type Mark, markOf, momentOf } from './marks.ts';
import { ORIGINAL_WRONG, packagesAway } from './messages.ts';
import { ORIGINAL, readReceiptFile } from './package-folder.ts';
import type { Packages } from './packages.ts';
import { attempt, type PackageOnDesk, type Reading, readPackage, remade, Told } from './read-package.ts';
import type { Came } from './summary.ts';

/** Packages read at a time when a desk is opened, and behind the open one. */
const AT_ONCE = 16;
const AT_ONCE_BEHIND = 4;

/** Runs a task while nobody else works on this package; not at all where somebody does. A UserError ends what goes on. */
type Alone = (key: string, task: () => Promise<void>) => Promise<void>;

interface Looking {
  readonly told: Told;
  readonly alone: Alone;
}

/**
 * Reads what lies in a desk's folder into its list, and keeps the index, from which it is read the next time. A package is
 * in the index only where its original was held against its hash while it looked as it does.
 */
export class DeskReader {
  readonly #folder: string;
  readonly #packages: Packages;
  /** What the index may say of a package, as long as it is this one. */
  readonly #indexed = new Map<string, { readonly found: PackageOnDesk; readonly row: Indexed }>();
  /** Taken from the index, and not held against its files since. */
  readonly #believed = new Map<string, PackageOnDesk>();
  /** How each original looked when it was held against its hash last. */
  readonly #hashed = new Map<string, Mark>();
  /** Packages whose original was told to be wrong, and how it looked then; null: it was not there, or could not be read. */
  readonly #wrong = new Map<string, Mark | null>();
  /** The index on the disk has rows. */
  #isIndexed = false;
  #head = '';
  /** The list's count of rows that the index on the disk has; undefined: it is to be written anew. */
  #kept: number | undefined;

  constructor(folder: string, packages: Packages) {
    this.#folder = folder;
    this.#packages = packages;
  }

  /**
   * Takes from the index what looks as it did then, and reads everything else that is there. What a crash, another version
   * of the program or another program left missing or wrong is made anew from the original and the review; the answer says
   * so, and names what is gone or cannot be read. `head`: the index's, as it must be.
   */
  async read(reading: Reading, head: string): Promise<Failure[]> {
    this.#head = head;
    const told = new Told();
    const keys = await foldersIn(join(this.#folder, PACKAGES));
    const index = await readIndex(this.#folder, head);
    this.#isIndexed = index.size > 0;
    const doubted: string[] = [];
    await several(keys, 4 * AT_ONCE, async (key) => {
      const row = index.get(key);
      const isFit = row && isOf(row, key) && (await fits(this.#at(key), row.marks));
      if (!isFit || !this.#believes(row)) doubted.push(key);
    });
    const there = new Set(keys);
    for (const [key, row] of index)
      if (!there.has(key) && isOf(row, key)) told.note('gone', row.receipt.fileName);
    const moment = doubted.length > 0 ? await momentOf(this.#folder) : -Infinity;
    const later: { key: string; came: Came }[] = [];
    await several(doubted.sort(), AT_ONCE, (key) =>
      attempt(key, told, async () => {
        const read = await readPackage(this.#at(key), reading, told);
        if ('came' in read) return void later.push({ key, came: read.came });
        const { found, marks } = read;
        this.#packages.add(found);
        if (!read.isOriginalThere) this.#doubt(key, await markOf(this.#at(key, ORIGINAL)));
        const original = marks?.[ORIGINAL];
        if (original && isSameMark(original, index.get(key)?.marks?.[ORIGINAL]))
          this.#hashed.set(key, original);
        if (marks && isSettled(marks, moment))
          this.#indexed.set(key, { found, row: indexedOf(marks, found) });
      }),
    );
    // Each is judged beside those that are there.
    for (const { key, came } of later) {
      await attempt(key, told, async () => this.#packages.add(await mended(key, came, reading, told)));
    }
    await this.#readRefused(told);
    const isKept = doubted.length === 0 && index.size === this.#believed.size;
    this.#kept = isKept ? this.#packages.rows : undefined;
    return told.failures;
  }

  /**
   * Holds what was taken from the index against its files, one package after another, as opening does without an index;
   * then every original that is not known to be what came in.
   */
  async lookBehind(reading: Reading, looking: Looking & { readonly signal: AbortSignal }): Promise<void> {
    await this.assureAll(reading, looking);
    await this.lookAtOriginals(looking);
  }

  /** Reads each original that does not look as it did when it was held against its hash last. An abort ends it. */
  async lookAtOriginals({
    told,
    signal,
  }: Pick<Looking, 'told'> & { readonly signal?: AbortSignal | undefined }): Promise<void> {
    let moment: number | undefined;
    for (const key of this.#packages.keys()) {
      if (signal?.aborted) return;
      const mark = await markOf(this.#at(key, ORIGINAL));
      const known = this.#wrong.has(key) ? this.#wrong.get(key) : this.#hashed.get(key);
      if (mark && isSameMark(mark, known)) continue;
      moment ??= await momentOf(this.#folder);
      await this.#lookAtOriginal(key, told, { mark, moment, signal });
    }
  }

  /** Holds every row that was taken from the index against its files. */
  async assureAll(
    reading: Reading,
    { signal, ...looking }: Looking & { readonly signal?: AbortSignal },
  ): Promise<void> {
    await several([...this.#believed.keys()], AT_ONCE_BEHIND, async (key) => {
      if (!signal?.aborted) await this.assure(key, reading, looking);
    });
  }

  /** The same for the row of one package: to be asked before anything is built on it. */
  async assure(key: string, reading: Reading, { told, alone }: Looking): Promise<void> {
    const found = this.#believed.get(key);
    const isThis = (): boolean => found !== undefined && this.#packages.find(key) === found;
    if (!found || !isThis()) return;
    if (!(await isStill(this.#at(key), found, reading.campaign))) {
      // Read anew at the next opening, whatever becomes of it now.
      this.#indexed.delete(key);
      this.#kept = undefined;
      await alone(key, async () => (isThis() ? this.#readAgain(key, found, reading, told) : undefined));
    }
    this.#believed.delete(key);
  }

  /** The original of this package was held against its hash just now, and put in its place. */
  async hashed(key: string): Promise<void> {
    this.#wrong.delete(key);
    this.#packages.doubt(key, undefined);
    const mark = await markOf(this.#at(key, ORIGINAL));
    // Where times are whole seconds, what changes within this one would look the same.
    if (mark && mark[2] % 1000 !== 0) this.#hashed.set(key, mark);
  }

  /** Puts into the index what is as it was read, or can be read now; the rest is left to the next opening. */
  async keepIndex({ campaign }: Pick<Reading, 'campaign'>, head: string): Promise<void> {
    if (head !== this.#head) {
      // Another campaign: what was read by the one before is no row of it.
      this.#head = head;
      this.#indexed.clear();
      this.#kept = undefined;
    }
    const { rows: count } = this.#packages;
    if (this.#kept === count) return;
    const moment = await momentOf(this.#folder);
    const keys = [...this.#packages.keys()].sort();
    await several(keys, AT_ONCE, async (key) => {
      const found = this.#packages.find(key);
      if (!found || this.#indexed.get(key)?.found === found) return;
      const row = await rowOf(this.#at(key), campaign).catch(() => undefined);
      if (row && isSettled(row.marks, moment)) this.#indexed.set(key, { found, row });
      else this.#indexed.delete(key);
    });
    const rows = keys.flatMap((key) => {
      const row = this.#indexed.get(key)?.row;
      return row && isSameMark(this.#hashed.get(key) ?? null, row.marks[ORIGINAL]) ? [row] : [];
    });
    if (rows.length === 0 && !this.#isIndexed) return;
    await writeIndex(this.#folder, head, rows);
    this.#isIndexed = rows.length > 0;
    this.#kept = rows.length === keys.length ? count : undefined;
  }

  #at(key: string, ...names: string[]): string {
    return join(this.#folder, PACKAGES, key, ...names);
  }

  /** False for a row of another form, which a hash does not tell. */
  #believes(row: Indexed): boolean {
    const { key, marks } = row;
    const found = packageOf(row);
    try {
      this.#packages.add(found);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
    const { [ORIGINAL]: original } = marks;
    if (original) this.#hashed.set(key, original);
    this.#indexed.set(key, { found, row });
    this.#believed.set(key, found);
    return true;
  }

  async #readRefused(told: Told): Promise<void> {
    const receipts = join(this.#folder, RECEIPTS);
    const names = (await namesIn(receipts)).filter((each) => each.endsWith('.json'));
    await several(names, AT_ONCE, (name) =>
      attempt(name, told, async () => {
        this.#packages.addRefused(name, (await readReceiptFile(join(receipts, name))).receipt);
      }),
    );
  }

  async #readAgain(key: string, before: PackageOnDesk, reading: Reading, told: Told): Promise<void> {
    const mine = new Told();
    const isRead = await attempt(key, mine, async () => {
      const read = await readPackage(this.#at(key), reading, mine);
      const found = 'came' in read ? await mended(key, read.came, reading, mine) : read.found;
      if (mine.isEmpty && !isSameRow(before, found)) mine.note('index', found.receipt.fileName);
      this.#packages.add(found);
      if ('isOriginalThere' in read && !read.isOriginalThere) this.#doubt(key, null);
    });
    if (!isRead) this.#packages.drop(key);
    told.takeOver(mine);
  }

  async #lookAtOriginal(
    key: string,
    told: Told,
    { mark, moment, signal }: { mark: Mark | null; moment: number; signal: AbortSignal | undefined },
  ): Promise<void> {
    const receipt = this.#packages.receiptOf(key);
    if (!receipt) return;
    const { bytes, sha256, fileName } = receipt;
    if (mark?.[0] === bytes && (await this.#holds(key, sha256, signal))) {
      // It is again what it was.
      this.#wrong.delete(key);
      this.#packages.doubt(key, undefined);
      // Changed once more within this moment, it would look the same.
      if (!isSettled({ [ORIGINAL]: mark }, moment)) return;
      this.#hashed.set(key, mark);
      this.#kept = undefined;
      return;
    }
    // Handing it in again may have put a whole one there meanwhile.
    if (signal?.aborted || (await this.#holds(key, sha256, signal)) || signal?.aborted) return;
    if (await markOf(this.#at(key))) {
      const now = await markOf(this.#at(key, ORIGINAL));
      // Several may ask at a time.
      if (!this.#wrong.has(key)) told.note('original', fileName);
      this.#doubt(key, now && isSameMark(now, mark) ? now : null);
      return;
    }
    // A stick that was pulled out takes no package away.
    if (!(await markOf(join(this.#folder, PACKAGES)))) throw packagesAway();
    if (this.#packages.find(key)) told.note('gone', fileName);
    this.#packages.drop(key);
  }

  /** False as well for an original that cannot be read, or where it was aborted. */
  async #holds(key: string, sha256: string, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      return (await hashKept(this.#at(key, ORIGINAL), { signal })) === sha256;
    } catch (error) {
      if (signal?.aborted || isOfTheSystem(error) || error instanceof UserError) return false;
      throw error;
    }
  }

  /** Of a package whose original was told to be wrong. */
  #doubt(key: string, mark: Mark | null): void {
    this.#wrong.set(key, mark);
    this.#packages.doubt(key, ORIGINAL_WRONG);
  }
}

async function mended(key: string, came: Came, reading: Reading, told: Told): Promise<PackageOnDesk> {
  return remade(await reading.mend(key, came), reading.remake, told, 'receipt');
}
