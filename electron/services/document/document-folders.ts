import { join } from 'node:path';
import * as z from 'zod';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded, notedFailure } from '../base/failures.ts';
import type { DataFolder } from '../files/data-folder.ts';
import type { StoredKind } from './document-file.ts';
import { readDocument } from './read-document.ts';
import { type FactsOf, FoundFolders } from './found-folders.ts';
import { journalFacts } from './journal.ts';
import type { Opening } from './locked-session.ts';
import { folderName, foldersIn, makeDocumentFolder } from './new-folder.ts';
import { type Session, Sessions } from './sessions.ts';

/** What tells one document from the others of its kind. */
interface Listed {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** One line of a list; of one that cannot be read `problem` is set, and `value` absent. */
interface Line<Value> extends Listed {
  readonly folder: string;
  readonly value?: Value;
  readonly problem?: Failure;
  /** How many folders hold this id, where there are several. */
  readonly copies?: number;
}

interface Options<Value extends object, S> {
  readonly data: Pick<DataFolder, 'folder'>;
  /** Of the folder below the data folder that holds them all. */
  readonly name: string;
  readonly kind: StoredKind<Value>;
  readonly now: () => Date;
  /** Reads one without a lock, changing nothing; `readDocument` where absent. */
  readonly read?: (folder: string) => Promise<Value>;
  readonly open: (folder: string, opening: Opening) => Promise<S>;
  /** What tells one folder from its copies; its journal and its own date where absent. */
  readonly facts?: FactsOf<Value>;
}

/** The documents of one kind, each in a folder of its own below the data folder, and those that are open now. */
export class DocumentFolders<Value extends Listed, S extends Session & { readonly folder: string }> {
  readonly sessions: Sessions<S>;
  readonly found: FoundFolders<Value>;
  readonly #options: Options<Value, S>;

  constructor(options: Options<Value, S>) {
    const { kind, open, now } = options;
    this.#options = options;
    this.found = new FoundFolders<Value>({
      kind,
      folders: () => this.#folders(),
      read: (folder) => this.#read(folder),
      told: (value) => value,
      facts: options.facts ?? journalled,
      open: async (id) => (await this.sessions.held(id))?.folder,
    });
    this.sessions = new Sessions({
      open: async (id, takeOver) => {
        const { folder, beside } = await this.#folderOf(id);
        return open(folder, { takeOver, now, beside });
      },
      left: (id, { folder }) => this.found.left(id, folder),
      what: kind.words.one,
    });
  }

  /** All of them, newest change first; of several folders of one id the newest, with their number. */
  async list(): Promise<Line<Value>[]> {
    const lines = await this.found.lines();
    return lines.map(({ folder, value, error, copies }) => {
      // Its id is no UUID, so that no other call can name it.
      const broken = { id: `problem:${folder}`, title: '', updatedAt: '', folder };
      if (!value) return { ...broken, problem: notedFailure(error) };
      const { id, title, updatedAt } = value;
      return { id, title, updatedAt, folder, value, ...(copies !== undefined && { copies }) };
    });
  }

  /** Makes its folder, whole or not at all, and answers its id. `fill` puts in what else belongs to it. */
  async create(value: Value, fill?: (building: string) => Promise<void>): Promise<string> {
    const { kind } = this.#options;
    const name = folderName(value.title || kind.words.title, value.id);
    await makeDocumentFolder(kind, join(await this.#parent(), name), value, fill);
    return value.id;
  }

  async #folderOf(id: string): ReturnType<FoundFolders<Value>['folderToOpen']> {
    if (!z.uuid().safeParse(id).success) throw new UserError(this.#options.kind.words.unknown);
    return this.found.folderToOpen(id);
  }

  async #read(folder: string): Promise<Value> {
    const { kind, read } = this.#options;
    return read ? read(folder) : (await readDocument(kind, folder)).value;
  }

  async #folders(): Promise<string[]> {
    const parent = await this.#parent();
    const reading = { action: `读取${this.#options.kind.words.title}`, effect: '没有改动任何内容。' };
    const names = await guarded(reading, () => foldersIn(parent));
    return names.filter((name) => !name.startsWith('.')).map((name) => join(parent, name));
  }

  #parent(): Promise<string> {
    const { data, name, kind } = this.#options;
    return data.folder(name, { action: `建立${kind.words.title}文件夹`, effect: '没有写入任何内容。' });
  }
}

/** What tells one folder from its copies where a kind has nothing else. */
async function journalled(folder: string, value: Listed | undefined) {
  const { changes, last } = await journalFacts(folder);
  return { updatedAt: value?.updatedAt ?? last, changes };
}
