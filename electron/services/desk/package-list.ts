import { join } from 'node:path';
import * as z from 'zod';
import { showable } from '../../../shared/values/text.ts';
import { isOfTheSystem, isSystemError } from '../base/failures.ts';
import { readTextUpTo, replaceFile } from '../files/files.ts';
import { INDEX, PACKAGE_LIST } from './desk-folder.ts';
import { deskIn, type Indexed, keySchema, type Known, readIndex, writeIndex } from './desk-index.ts';
import { isThere } from './marks.ts';
import { isDamage } from './mend.ts';

/** Bytes that are read at most. */
const LIST_BYTES = 2 ** 28;

const listSchema = z.object({
  version: z.literal(1),
  desk: z.uuid(),
  /** By key, as they were handed in. */
  packages: z.record(
    keySchema,
    z.string().transform((name) => showable(name, 300)),
  ),
});

/** What a desk wrote down of its packages. */
interface Belonging {
  /** By key, of those that the index says everything of. */
  readonly rows: ReadonlyMap<string, Indexed>;
  /** File names by key, of all that belong to the desk. */
  readonly known: ReadonlyMap<string, string>;
  /** Something was written down and is lost: packages may be missing of which nobody knows. */
  readonly isLost: boolean;
}

/**
 * The index, and the desk's own list of what it has received: names alone. The index says more and is made anew where it is
 * in doubt; the list says which packages must be there then.
 */
export class PackageList {
  readonly #folder: string;
  /** As the list was written last. */
  #listed = '';

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `head`: the index's, as it must be. */
  async read(head: string): Promise<Belonging> {
    const { rows, known, state } = await readIndex(this.#folder, head);
    const list = await this.#readList(head);
    const all = new Map([...(typeof list === 'string' ? [] : list), ...known]);
    const isLost =
      typeof list === 'string' && state !== 'whole' && !(list === 'absent' && state === 'absent');
    return { rows, known: all, isLost };
  }

  /** True where one of both is there, whatever it says. */
  async isThere(): Promise<boolean> {
    const found = [INDEX, PACKAGE_LIST].map((name) => isThere(join(this.#folder, name)));
    return (await Promise.all(found)).includes(true);
  }

  /** Where the disk has no room for one of them, what was there before stays. */
  async keep(head: string, lines: readonly (Indexed | Known)[]): Promise<void> {
    const names = lines.map(
      (line) => [line.key, 'marks' in line ? line.receipt.fileName : line.fileName] as const,
    );
    const text = JSON.stringify({ version: 1, desk: deskIn(head), packages: Object.fromEntries(names) });
    if (text !== this.#listed) {
      try {
        await replaceFile(join(this.#folder, PACKAGE_LIST), text);
        this.#listed = text;
      } catch (error) {
        if (!isOfTheSystem(error)) throw error;
      }
    }
    await writeIndex(this.#folder, head, lines);
  }

  async #readList(head: string): Promise<ReadonlyMap<string, string> | 'absent' | 'damaged'> {
    try {
      const text = await readTextUpTo(join(this.#folder, PACKAGE_LIST), LIST_BYTES);
      const { desk, packages } = listSchema.parse(JSON.parse(text));
      return desk === deskIn(head) ? new Map(Object.entries(packages)) : 'damaged';
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return 'absent';
      if (isDamage(error) || isOfTheSystem(error)) return 'damaged';
      throw error;
    }
  }
}
