import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, type StoredForm } from '../../../shared/stored-form.ts';
import type { DataFolder } from './data-folder.ts';
import { entriesOf } from './entries.ts';
import { isWrongJson } from './foreign-json.ts';
import { fsyncFolder, readTextUpTo } from './files.ts';
import { writeAlone } from './modes.ts';
import { isAbandoned, workName } from './work-names.ts';

interface NoteKind<T> {
  /** The ending of their files. */
  readonly kind: 'note' | 'words';
  readonly form: StoredForm<T>;
  /** Bytes. */
  readonly longest: number;
}

/**
 * Small files in the data folder that outlive the run that wrote them: what it could not bring to its end, the next one
 * finds. One that cannot be written, read or removed is told to the console: it is no reason not to work.
 */
export class LeftNotes<T> {
  readonly #data: DataFolder;
  readonly #of: NoteKind<T>;

  constructor(data: DataFolder, of: NoteKind<T>) {
    this.#data = data;
    this.#of = of;
  }

  /** A new one; its path, once it is on the disk under it. */
  async write(value: T): Promise<string | undefined> {
    let path: string | undefined;
    try {
      const making = { action: '准备临时文件夹', effect: '没有写入任何内容。' };
      const folder = await this.#data.folder('.temporary', making);
      path = join(folder, workName(this.#of.kind));
      await writeAlone(path, JSON.stringify(value));
      await fsyncFolder(folder);
      return path;
    } catch (error) {
      told(error);
      // Nobody would know of it, whole or half.
      await this.remove(path);
      return undefined;
    }
  }

  async remove(path: string | undefined): Promise<void> {
    if (path !== undefined) await rm(path, { force: true }).catch(told);
  }

  /** Those of runs that are gone. Without a value: half written, of no use to anybody. One of a newer program stays. */
  async abandoned(): Promise<{ readonly path: string; readonly value?: T }[]> {
    const { kind, form, longest } = this.#of;
    const found = [];
    for (const path of await this.#paths(`.${kind}`)) {
      try {
        found.push({ path, value: decode(form, JSON.parse(await readTextUpTo(path, longest))) });
      } catch (error) {
        if (isWrongJson(error)) found.push({ path });
        else told(error);
      }
    }
    return found;
  }

  async #paths(ending: string): Promise<string[]> {
    const folder = join(this.#data.path, '.temporary');
    try {
      const names = (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name);
      return names
        .filter((name) => name.endsWith(ending) && isAbandoned(name))
        .map((name) => join(folder, name));
    } catch (error) {
      told(error);
      return [];
    }
  }
}

function told(error: unknown): void {
  console.error(error);
}
