import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { traitsOf } from '../../../shared/review/identity.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { several } from '../base/several.ts';
import { foldersIn, namesIn } from '../document/new-folder.ts';
import { replaceFile } from '../files/files.ts';
import { PACKAGES, RECEIPTS } from './desk-folder.ts';
import { type Indexed, indexedOf, packageOf, readIndex, writeIndex } from './desk-index.ts';
import { fits, isSettled, marksOf, momentOf } from './marks.ts';
import { packageUnknown } from './messages.ts';
import { readReceiptFile, receiptText } from './package-folder.ts';
import {
  attempt,
  lookAt,
  type PackageOnDesk,
  type Reading,
  type ReadPackage,
  readPackage,
  remade,
  Told,
} from './read-package.ts';
import type { Came, Summary } from './summary.ts';
import type { TakenIn } from './take-in.ts';

/** Packages read at a time when a desk is opened. */
const AT_ONCE = 16;

/** What is on a desk: a receipt and a summary for each package, and receipts for the files that were not kept. */
export class Packages {
  readonly #folder: string;
  readonly #packages = new Map<string, PackageOnDesk>();
  readonly #byTrait = new Map<string, Set<string>>();
  readonly #refused = new Map<string, Receipt>();
  /** What the index may say of a package, as long as it is this one. */
  readonly #indexed = new Map<string, { readonly found: PackageOnDesk; readonly row: Indexed }>();
  /** Taken from the index, and not read since. */
  readonly #believed = new Map<string, PackageOnDesk>();
  #head = '';
  #isIndexOld = false;
  #changes = 0;
  #rows = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Takes from the index what looks as it did then, and reads everything else that is there. What a crash, another version
   * of the program or another program left missing or wrong is made anew from the original and the review; the answer says
   * so, and names what cannot be read. `head`: the index's, as it must be.
   */
  async read(reading: Reading, head: string): Promise<Failure[]> {
    const packages = join(this.#folder, PACKAGES);
    this.#head = head;
    const told = new Told();
    const [keys, index] = await Promise.all([foldersIn(packages), readIndex(this.#folder, head)]);
    const doubted: string[] = [];
    await several(keys, 4 * AT_ONCE, async (key) => {
      const row = index.get(key);
      const isFit = row && isOf(row, key) && (await fits(join(packages, key), row.marks));
      if (!isFit || !this.#believes(row)) doubted.push(key);
    });
    this.#isIndexOld = doubted.length > 0 || index.size !== this.#believed.size;
    const moment = doubted.length > 0 ? await momentOf(this.#folder) : -Infinity;
    const later: { key: string; came: Came }[] = [];
    await several(doubted.sort(), AT_ONCE, (key) =>
      attempt(key, told, async () => {
        const read = await readPackage(join(packages, key), reading, told);
        if ('came' in read) later.push({ key, came: read.came });
        else this.#addRead(read, moment);
      }),
    );
    // Each is judged beside those that are there.
    for (const { key, came } of later) {
      await attempt(key, told, async () => this.#add(await this.#mended(key, came, reading, told)));
    }
    const receipts = join(this.#folder, RECEIPTS);
    const names = (await namesIn(receipts)).filter((each) => each.endsWith('.json'));
    await several(names, AT_ONCE, (name) =>
      attempt(name, told, async () => {
        this.#refused.set(name, (await readReceiptFile(join(receipts, name))).receipt);
      }),
    );
    return told.failures;
  }

  /**
   * Holds the content of what was taken from the index against it, one package after another, as opening does without an
   * index. `alone` runs a task while nobody works on the package.
   */
  async lookBehind(
    reading: Reading,
    { told, isOver, alone }: { told: Told; isOver: () => boolean; alone: Alone },
  ): Promise<void> {
    const folderOf = (key: string): string => join(this.#folder, PACKAGES, key);
    for (const [key, found] of this.#believed) {
      if (isOver()) return;
      if (this.#packages.get(key) !== found || (await isStill(folderOf(key), found, reading.campaign)))
        continue;
      // Read anew at the next opening, whatever becomes of it now.
      this.#indexed.delete(key);
      this.#isIndexOld = true;
      await alone(key, async () => {
        if (this.#packages.get(key) === found) await this.#readAgain(key, found, reading, told);
      });
    }
  }

  /** Puts into the index what is as it was read, or can be read now; the rest is left to the next opening. */
  async keepIndex({ campaign }: Pick<Reading, 'campaign'>, head: string): Promise<void> {
    if (head !== this.#head) {
      // Another campaign: what was read by the one before is no row of it.
      this.#head = head;
      this.#indexed.clear();
      this.#isIndexOld = true;
    }
    if (!this.#isIndexOld) return;
    const moment = await momentOf(this.#folder);
    const changed = [...this.#packages].filter(([key, found]) => this.#indexed.get(key)?.found !== found);
    await several(changed, AT_ONCE, async ([key, found]) => {
      const row = await rowOf(join(this.#folder, PACKAGES, key), campaign).catch(() => undefined);
      if (row && isSettled(row.marks, moment)) this.#indexed.set(key, { found, row });
      else this.#indexed.delete(key);
    });
    const rows = [...this.#packages.keys()].sort().flatMap((key) => this.#indexed.get(key)?.row ?? []);
    if (rows.length === 0) return;
    await writeIndex(this.#folder, head, rows);
    this.#isIndexOld = rows.length < this.#packages.size;
  }

  /** Counts up with everything that is taken in or verified. */
  get changes(): number {
    return this.#changes;
  }

  /** Counts up with every row that comes or changes. */
  get rows(): number {
    return this.#rows;
  }

  /** The summary of a package whose review has changed. */
  renew(key: string, summary: Summary): void {
    const found = this.get(key);
    this.#put({ receipt: found.receipt, summary }, found);
  }

  /** Throws a UserError for an unknown one. */
  get(key: string): PackageOnDesk {
    const found = this.#packages.get(key);
    if (!found) throw packageUnknown();
    return found;
  }

  keys(): ReadonlySet<string> {
    return new Set(this.#packages.keys());
  }

  receiptOf(key: string): Receipt | undefined {
    return this.#packages.get(key)?.receipt;
  }

  /** Those that have one of these traits (`traitsOf`), in the order of keys. */
  alike(traits: readonly string[]): Candidate[] {
    const keys = new Set(traits.flatMap((trait) => [...(this.#byTrait.get(trait) ?? [])]));
    return [...keys].sort().map((key) => this.get(key).summary.candidate);
  }

  candidates(): Candidate[] {
    const byKey = [...this.#packages.values()].sort((a, b) => (a.receipt.key < b.receipt.key ? -1 : 1));
    return byKey.map(({ summary }) => summary.candidate);
  }

  /** Every file that was handed in, kept or not, in the order of receiving. */
  receipts(): Receipt[] {
    const all = [...[...this.#packages.values()].map(({ receipt }) => receipt), ...this.#refused.values()];
    const order = (receipt: Receipt): string => `${receipt.receivedAt} ${receipt.fileName}`;
    return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  /** Notes down what was taken in. A file that is not kept leaves one receipt for each name and content. */
  async note({ receipt, summary, again }: Pick<TakenIn, 'receipt' | 'summary' | 'again'>): Promise<void> {
    if (summary) {
      this.#add({ receipt, summary });
      return;
    }
    const { verdict, fileName, sha256, through } = receipt;
    // The same file by another body is another line.
    const parts = [verdict, fileName, sha256, ...(through === undefined ? [] : [through])];
    const identity = createHash('sha256').update(parts.join('\0')).digest('hex');
    const name = `${identity.slice(0, 16)}.json`;
    if (again || this.#refused.has(name)) return;
    await replaceFile(join(this.#folder, RECEIPTS, name), receiptText(receipt));
    this.#refused.set(name, receipt);
    this.#changes += 1;
  }

  /** False for a row of another form, which a hash does not tell. */
  #believes(row: Indexed): boolean {
    const { key } = row;
    const found = packageOf(row);
    try {
      this.#add(found);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
    this.#indexed.set(key, { found, row });
    this.#believed.set(key, found);
    return true;
  }

  #addRead({ found, marks }: ReadPackage, moment: number): void {
    this.#add(found);
    const { key } = found.receipt;
    if (marks && isSettled(marks, moment)) this.#indexed.set(key, { found, row: indexedOf(marks, found) });
  }

  async #mended(key: string, came: Came, reading: Reading, told: Told): Promise<PackageOnDesk> {
    return remade(await reading.mend(key, came), reading.remake, told, 'receipt');
  }

  async #readAgain(key: string, before: PackageOnDesk, reading: Reading, told: Told): Promise<void> {
    const mine = new Told();
    const isRead = await attempt(key, mine, async () => {
      const read = await readPackage(join(this.#folder, PACKAGES, key), reading, mine);
      const found = 'came' in read ? await this.#mended(key, read.came, reading, mine) : read.found;
      if (mine.isEmpty && !isSameRow(before, found)) mine.note('index', found.receipt.fileName);
      this.#add(found);
    });
    if (!isRead) this.#drop(key, before);
    told.takeOver(mine);
  }

  #drop(key: string, before: PackageOnDesk): void {
    this.#forgetTraits(key, before);
    this.#packages.delete(key);
    this.#changes += 1;
    this.#rows += 1;
  }

  #forgetTraits(key: string, { summary }: PackageOnDesk): void {
    for (const trait of traitsOf(summary.candidate)) this.#byTrait.get(trait)?.delete(key);
  }

  #add(found: PackageOnDesk): void {
    this.#put(found, this.#packages.get(found.receipt.key));
  }

  #put(found: PackageOnDesk, before: PackageOnDesk | undefined): void {
    const { key } = found.receipt;
    if (before) this.#forgetTraits(key, before);
    for (const trait of traitsOf(found.summary.candidate)) {
      const keys = this.#byTrait.get(trait);
      if (keys) keys.add(key);
      else this.#byTrait.set(trait, new Set([key]));
    }
    this.#packages.set(key, found);
    this.#isIndexOld = true;
    this.#changes += 1;
    this.#rows += 1;
  }
}

/** Runs a task while nobody works on this package; not at all where somebody does. */
type Alone = (key: string, task: () => Promise<void>) => Promise<void>;

/** A row that is of the folder under whose name it is looked for, and has all its parts. */
function isOf(row: Indexed, key: string): boolean {
  const { marks, receipt, candidate, losses } = row as Partial<Indexed>;
  return Boolean(marks) && receipt?.key === key && candidate?.key === key && typeof losses === 'string';
}

/** The package as it is on the disk, where nothing is wrong with it. */
async function wholeIn(folder: string, campaign: string): Promise<PackageOnDesk | undefined> {
  const looked = await lookAt(folder, campaign).catch(() => undefined);
  if (!looked || 'came' in looked || !looked.summary || !looked.isOriginalThere) return undefined;
  return { receipt: looked.receipt, summary: looked.summary };
}

async function rowOf(folder: string, campaign: string): Promise<Indexed | undefined> {
  const marks = await marksOf(folder);
  const found = await wholeIn(folder, campaign);
  return found && indexedOf(marks, found);
}

/** True where the files say what the index said. */
async function isStill(folder: string, before: PackageOnDesk, campaign: string): Promise<boolean> {
  const found = await wholeIn(folder, campaign);
  return found !== undefined && isSameRow(before, found);
}

function isSameRow(a: PackageOnDesk, b: PackageOnDesk): boolean {
  try {
    return isDeepStrictEqual(stored(a), stored(b));
  } catch {
    // One cannot even be compared, whatever it holds.
    return false;
  }
}

/** Without what JSON leaves out. */
function stored({ receipt, summary }: PackageOnDesk): unknown {
  return JSON.parse(JSON.stringify({ receipt, summary }));
}
