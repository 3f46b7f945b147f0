import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { showable } from '../../../shared/values/text.ts';
import { ifThere, isOfTheSystem, isSystemError } from '../base/failures.ts';
import { fsyncFolder, readTextUpTo, replaceFile } from '../files/files.ts';
import { openToWrite } from '../files/modes.ts';
import { listText, PACKAGE_LINES, PACKAGE_LIST } from './desk-folder.ts';
import { deskIn, type Indexed, keySchema, type Known, readIndex, writeIndex } from './desk-index.ts';
import { isDamage } from './mend.ts';
import { notWrittenDown } from './messages.ts';

/** Bytes that are read at most. */
const LIST_BYTES = 2 ** 28;

const nameSchema = z.string().transform((name) => showable(name, 300));
const listSchema = z.object({
  version: z.literal(1),
  desk: z.uuid(),
  /** By key, as they were handed in. */
  packages: z.record(keySchema, nameSchema),
  lost: z.boolean().default(false),
});
const lineSchema = z.tuple([keySchema, nameSchema]);

/** What a desk wrote down of its packages. */
interface Belonging {
  /** By key, of those that the index says everything of. */
  readonly rows: ReadonlyMap<string, Indexed>;
  /** File names by key, of all that belong to the desk. */
  readonly known: ReadonlyMap<string, string>;
}

type Names = ReadonlyMap<string, string>;

/**
 * The index, and the desk's own list of what it has received: names alone. The index says more and is made anew where it is
 * in doubt; the list says which packages must be there then. What came since the list was written stands in lines beside it.
 */
export class PackageList {
  readonly #folder: string;
  /** As the list was written last. */
  #listed = '';
  #isLost = false;
  /** Lines have been written since. */
  #isBegun = false;

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
  }

  /** `head`: the index's, as it must be. `isOlder`: an older version has left the desk, which may have written neither. */
  async read(head: string, isOlder: boolean): Promise<Belonging> {
    const { rows, known, state } = await readIndex(this.#folder, head);
    const list = await this.#readList(head);
    this.#isLost = list ? list.isLost : state === 'damaged' || (state === 'absent' && !isOlder);
    const lines = await this.#readLines();
    this.#isLost ||= lines === undefined;
    return { rows, known: new Map([...(list?.names ?? []), ...(lines ?? []), ...known]) };
  }

  /** Durable before its receipt is shown. A UserError where that cannot be: the next writing of the list has it. */
  async note(key: string, fileName: string): Promise<void> {
    try {
      const handle = await openToWrite(join(this.#folder, PACKAGE_LINES), 'append');
      try {
        // A line before it that is cut off stays by itself.
        await handle.writeFile(`\n${JSON.stringify([key, fileName])}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!this.#isBegun) await fsyncFolder(this.#folder);
      this.#isBegun = true;
    } catch (error) {
      throw isOfTheSystem(error) ? notWrittenDown(fileName, error) : error;
    }
  }

  /** Where the disk has no room for one of them, what was there before stays; never an index without its list. */
  async keep(head: string, lines: readonly (Indexed | Known)[]): Promise<void> {
    const names = lines.map(
      (line) => [line.key, 'marks' in line ? line.receipt.fileName : line.fileName] as const,
    );
    const text = listText(deskIn(head), new Map(names), this.#isLost);
    if (text !== this.#listed) {
      try {
        await replaceFile(join(this.#folder, PACKAGE_LIST), text);
        await ifThere(unlink(join(this.#folder, PACKAGE_LINES)));
        [this.#listed, this.#isBegun] = [text, false];
      } catch (error) {
        if (!isOfTheSystem(error)) throw error;
        return;
      }
    }
    // An index of what is left would vouch for it.
    if (!this.#isLost) await writeIndex(this.#folder, head, lines);
  }

  /** Undefined where it is not there, or says nothing. */
  async #readList(head: string): Promise<{ names: Names; isLost: boolean } | undefined> {
    try {
      const text = await readTextUpTo(join(this.#folder, PACKAGE_LIST), LIST_BYTES);
      const { desk, packages, lost } = listSchema.parse(JSON.parse(text));
      return desk === deskIn(head) ? { names: new Map(Object.entries(packages)), isLost: lost } : undefined;
    } catch (error) {
      if (isDamage(error) || isOfTheSystem(error)) return undefined;
      throw error;
    }
  }

  /** Undefined where one cannot be read. The last one may be cut off: of that package nobody was told. */
  async #readLines(): Promise<Names | undefined> {
    try {
      const text = await readTextUpTo(join(this.#folder, PACKAGE_LINES), LIST_BYTES);
      const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
      return new Map(lines.filter((line) => line !== '').map((line) => lineSchema.parse(JSON.parse(line))));
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return new Map();
      if (isDamage(error) || isOfTheSystem(error)) return undefined;
      throw error;
    }
  }
}
