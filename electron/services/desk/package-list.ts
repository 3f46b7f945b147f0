import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere, isOfTheSystem, isSystemError } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { fsyncFolder, readTextUpTo, replaceFile } from '../files/files.ts';
import { openToWrite } from '../files/modes.ts';
import { type DeskFile, listText, PACKAGE_LINES, PACKAGE_LIST } from './desk-folder.ts';
import { type About, deskIn, type Indexed, type Known, readIndex, writeIndex } from './desk-index.ts';
import { aheadOf, isBefore } from './clocks.ts';
import { merged, type Names, parseLines, parseList } from './list-form.ts';
import { isDamage } from './mend.ts';
import { notWrittenDown } from './messages.ts';

/** Bytes that are read at most. */
const LIST_BYTES = 2 ** 28;

/** What a desk wrote down of its packages. */
interface Belonging {
  /** By key, of those that the index says everything of. */
  readonly rows: ReadonlyMap<string, Indexed>;
  /** By key, of all that belong to the desk. */
  readonly known: Map<string, About>;
  /** Those that were on their way when the program ended: they belong to the desk where they are there; nobody was told of them. */
  readonly coming: ReadonlyMap<string, About>;
}

interface FoundList {
  readonly names: Names;
  readonly isLost: boolean;
  readonly saysReviews: boolean;
  /** It says all that this version writes down. */
  readonly isFull: boolean;
}
/**
 * The index, and the desk's own list of what it has received: names alone. The index says more and is made anew where it is
 * in doubt; the list says which packages must be there then. What came since the list was written stands in lines beside it,
 * and what is on its way stands there before its folder is put in its place: whatever no record names is a stranger.
 */
export class PackageList {
  readonly #folder: string;
  readonly #queue = new Queue();
  /** As the list was written last. */
  #listed = '';
  #isLost = false;
  /** Lines have been written since. */
  #isBegun = false;
  /** The files say less than is known, or in more than one place. */
  #isStale = false;
  /** The list said of which packages a review was there: earlier versions did not write that. */
  #saysReviews = false;
  #deskFile: DeskFile | undefined;
  readonly #reviewed = new Set<string>();
  readonly #saved = new Map<string, string>();
  readonly #ahead = new Map<string, string>();
  readonly #owed = new Map<string, string>();
  readonly #givenUp = new Set<string>();
  #refused: readonly string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Neither of both could be read once, and nobody has said since that all packages are there. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** More lies among the packages than was written down. */
  lose(): void {
    this.#isLost = true;
  }

  /** Somebody says that all packages are there. */
  vouch(): void {
    this.#isLost = false;
    this.#refused = [];
  }

  /** Of the receipts of files that were not kept those that are missed. */
  refusedGone(there: readonly string[]): string[] {
    const names = new Set(there);
    return this.#refused.filter((name) => !names.has(name));
  }

  /** Of desk.json: undefined before it was seen. */
  get deskFile(): DeskFile | undefined {
    return this.#deskFile;
  }

  /**
   * As desk.json was opened; `isCopy`: what was saved before it. One that was saved before the last one is told until that is
   * back, or somebody says that nothing is missing.
   */
  openDesk(savedAt: string, isCopy: boolean): void {
    const last = this.#deskFile ?? { savedAt: '' };
    const isOlder = isCopy || isBefore(savedAt, last);
    if (isOlder || savedAt === last.savedAt) this.#deskFile = { ...last, isOlder };
    else this.noteDesk(savedAt);
  }

  /** As it was saved since, whatever the clock says. True while that is behind what it said: the list must say so at once. */
  noteDesk(savedAt: string): boolean {
    const last = this.#deskFile;
    if (last?.isOlder) return false;
    this.#deskFile = { savedAt, isOlder: false, ...aheadOf(savedAt, last) };
    return this.#deskFile.ahead !== undefined;
  }

  /** Somebody says that nothing is missing in it; it was saved then. */
  vouchForDesk(savedAt: string): void {
    this.#deskFile = { savedAt, isOlder: false, ...aheadOf(savedAt, this.#deskFile) };
  }

  /** It is to be written anew, whatever the rows are. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** A review of this package was there once. */
  isReviewed(key: string): boolean {
    return this.#reviewed.has(key);
  }

  /** Of every package that has had a review it says so: a journal alone is one that was not written yet. */
  get saysReviews(): boolean {
    return this.#saysReviews;
  }

  /** A review of this package is there: from now on it is missed where it is not. */
  hasReview(key: string): void {
    this.#reviewed.add(key);
  }

  /** The review of this package was saved later than this: an older one has been put in its place. */
  isOlder(key: string, at: string): boolean {
    const savedAt = this.#saved.get(key);
    return savedAt !== undefined && isBefore(at, { savedAt, ahead: this.#ahead.get(key) });
  }

  /** The next writing of the list has it; while the clock is behind what it said once, a line has it at once. */
  async noteSaved(key: string, at: string, about: Omit<About, 'reviewed'>): Promise<void> {
    const before = this.#saved.get(key);
    const { ahead } = aheadOf(
      at,
      before === undefined ? before : { savedAt: before, ahead: this.#ahead.get(key) },
    );
    if (ahead === undefined) this.#ahead.delete(key);
    else this.#ahead.set(key, ahead);
    this.#saved.set(key, at);
    // Until the clock has passed what it said, only this tells a later one from an earlier one.
    if (ahead !== undefined) await this.#mark(key, about);
  }

  /**
   * Of whose review something is lost: what is left of it, as `LostReviews` names its content, '' for nothing. Undefined
   * where nothing is lost.
   */
  owedOf(key: string): string | undefined {
    return this.#owed.get(key);
  }

  isGivenUp(key: string): boolean {
    return this.#givenUp.has(key);
  }

  giveUp(key: string): void {
    for (const each of [this.#reviewed, this.#saved, this.#ahead, this.#owed]) each.delete(key);
    this.#givenUp.add(key);
  }

  /** `head`: the index's, as it must be. `isOlder`: an older version has left the desk, which may have written neither. */
  async read(head: string, isOlder: boolean): Promise<Belonging> {
    const { rows, known, state } = await readIndex(this.#folder, head);
    const list = await this.#readList(head);
    if (!list) for (const [key, { owed }] of known) if (owed !== undefined) this.#owed.set(key, owed);
    this.#isLost = list ? list.isLost : state === 'damaged' || (state === 'absent' && !isOlder);
    const lines = await this.#readLines();
    this.#isLost ||= lines === undefined;
    const { came, coming } = lines ?? noLines();
    this.#saysReviews = list?.saysReviews ?? false;
    this.#isStale = !list?.isFull || !lines || came.size + coming.size > 0;
    const all = [list?.names, came, known].reduce<Names>(merged, new Map());
    for (const [key, { reviewed }] of [...all, ...coming]) if (reviewed) this.hasReview(key);
    return { rows, known: all, coming };
  }

  /** Durable before its receipt is shown. A UserError where that cannot be: the next writing of the list has it. */
  async note(key: string, about: Omit<About, 'reviewed'>): Promise<void> {
    try {
      await this.#line(key, about, {});
    } catch (error) {
      throw isOfTheSystem(error) ? notWrittenDown(about.fileName, error) : error;
    }
  }

  /** Durable before its folder is put in its place. */
  async announce(key: string, about: Omit<About, 'reviewed'>): Promise<void> {
    await this.#line(key, about, { coming: true });
  }

  /** The same of a review that was written first, or is missed: the next writing of the list has it. */
  async noteReview(key: string, about: Omit<About, 'reviewed'>): Promise<void> {
    if (this.#reviewed.has(key)) return;
    this.hasReview(key);
    await this.#mark(key, about);
  }

  /** The same of what is lost of a review (`owedOf`), or of nothing: it was saved anew, or somebody has looked. */
  async owe(key: string, left: string | undefined, about: Omit<About, 'reviewed'>): Promise<void> {
    if (this.#owed.get(key) === left) return;
    if (left === undefined) this.#owed.delete(key);
    else this.#owed.set(key, left);
    await this.#mark(key, about);
  }

  async #mark(key: string, about: Omit<About, 'reviewed'>): Promise<void> {
    this.#isStale = true;
    await this.#line(key, about, {}).catch((error: unknown) => {
      if (!isOfTheSystem(error)) throw error;
    });
  }

  /** Where the disk has no room for one of them, what was there before stays; never an index without its list. */
  async keep(
    head: string,
    lines: readonly (Indexed | Known)[],
    refused: readonly string[] = [],
  ): Promise<void> {
    const isWritten = await this.#queue.run(() => this.#keepList(head, lines, refused));
    // An index of what is left would vouch for it.
    if (isWritten && !this.#isLost) await writeIndex(this.#folder, head, lines);
  }

  async #keepList(
    head: string,
    lines: readonly (Indexed | Known)[],
    refused: readonly string[],
  ): Promise<boolean> {
    const all = lines.map((line) => [line.key, nameIn(line)] as const);
    const keys = new Set(lines.map(({ key }) => key));
    for (const key of keys) this.#givenUp.delete(key);
    const text = listText(deskIn(head), new Map(all), {
      reviewed: [...this.#reviewed].filter((key) => keys.has(key)).sort(),
      ahead: new Map([...this.#ahead].filter(([key]) => keys.has(key)).sort()),
      saved: new Map([...this.#saved].filter(([key]) => keys.has(key)).sort()),
      owed: new Map([...this.#owed].filter(([key]) => keys.has(key)).sort()),
      givenUp: [...this.#givenUp].sort(),
      isLost: this.#isLost,
      ...(this.#deskFile && { deskFile: this.#deskFile }),
      refused: [...new Set([...refused, ...this.#refused])].sort(),
    });
    if (text === this.#listed && !this.#isBegun && !this.#isStale) return true;
    try {
      await replaceFile(join(this.#folder, PACKAGE_LIST), text);
      await ifThere(unlink(join(this.#folder, PACKAGE_LINES)));
      [this.#listed, this.#isBegun, this.#isStale] = [text, false, false];
      return true;
    } catch (error) {
      if (!isOfTheSystem(error)) throw error;
      return false;
    }
  }

  #line(
    key: string,
    { fileName, unit }: Omit<About, 'reviewed'>,
    how: { readonly coming?: true },
  ): Promise<void> {
    return this.#queue.run(async () => {
      const owed = this.#owed.get(key);
      const saved = this.#saved.get(key);
      const ahead = this.#ahead.get(key);
      const more = {
        ...{ unit, ...how },
        ...(saved !== undefined && { saved }),
        ...(ahead !== undefined && { ahead }),
        ...(this.#reviewed.has(key) && { reviewed: true }),
        ...(owed !== undefined && { owed }),
      };
      const handle = await openToWrite(join(this.#folder, PACKAGE_LINES), 'append');
      try {
        // A line before it that is cut off stays by itself.
        await handle.writeFile(`\n${JSON.stringify([key, fileName, more])}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!this.#isBegun) await fsyncFolder(this.#folder);
      this.#isBegun = true;
    });
  }

  /** Undefined where it is not there, or says nothing. */
  async #readList(head: string): Promise<FoundList | undefined> {
    try {
      const text = await readTextUpTo(join(this.#folder, PACKAGE_LIST), LIST_BYTES);
      const list = parseList(text, deskIn(head));
      if (!list) return undefined;
      const reviewed = new Set(list.reviewed);
      const names = Object.entries(list.packages).map(([key, fileName]): [string, About] => {
        return [key, { fileName, unit: list.units[key] ?? '', reviewed: reviewed.has(key) }];
      });
      for (const key of list.givenUp) this.#givenUp.add(key);
      this.#deskFile = list.deskFile;
      this.#refused = list.refused;
      for (const [key, left] of Object.entries(list.owed)) this.#owed.set(key, left);
      for (const [key, at] of Object.entries(list.saved ?? {})) this.#saved.set(key, at);
      for (const [key, at] of Object.entries(list.ahead)) this.#ahead.set(key, at);
      const saysReviews = list.reviewed !== undefined;
      const isFull = saysReviews && list.saved !== undefined;
      return { names: new Map(names), isLost: list.lost, saysReviews, isFull };
    } catch (error) {
      if (isDamage(error) || isOfTheSystem(error)) return undefined;
      throw error;
    }
  }

  /** Undefined where one cannot be read. The last one may be cut off: of that package nobody was told. */
  async #readLines(): Promise<{ came: Names; coming: Names } | undefined> {
    try {
      const text = await readTextUpTo(join(this.#folder, PACKAGE_LINES), LIST_BYTES);
      const { came, coming } = noLines();
      for (const line of parseLines(text)) {
        const { key, about, saved, ahead, owed } = line;
        merged(line.coming ? coming : came, new Map([[key, about]]));
        if (saved !== undefined) this.#saved.set(key, saved);
        if (ahead !== undefined) this.#ahead.set(key, ahead);
        if (owed === undefined) this.#owed.delete(key);
        else this.#owed.set(key, owed);
      }
      for (const key of came.keys()) coming.delete(key);
      return { came, coming };
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return noLines();
      if (isDamage(error) || isOfTheSystem(error)) return undefined;
      throw error;
    }
  }
}

function nameIn(line: Indexed | Known): Pick<About, 'fileName' | 'unit'> {
  if (!('marks' in line)) return { fileName: line.fileName, unit: line.unit ?? '' };
  return { fileName: line.receipt.fileName, unit: line.candidate.unit };
}

function noLines(): { came: Names; coming: Names } {
  return { came: new Map(), coming: new Map() };
}
