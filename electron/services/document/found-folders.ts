import { basename, join } from 'node:path';
import * as z from 'zod';
import type { FolderCopy } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { toFailure } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { readTextUpTo } from '../files/files.ts';
import type { StoredKind } from './document-file.ts';
import { chosenIsGone, severalFolders } from './messages.ts';

/** One folder that holds, or held, a document. */
export interface Found<Value> {
  readonly folder: string;
  /** Absent where not even that can be read. */
  readonly id?: string;
  /** ISO 8601; '' where the document cannot be read. */
  readonly updatedAt: string;
  readonly value?: Value;
  /** Why it cannot be read; then `value` is absent. */
  readonly error?: unknown;
}

type Readable<Value> = Found<Value> & { readonly value: Value };

/** What a user tells copies apart by; of one that cannot be read there is no value. */
type Facts = Pick<FolderCopy, 'updatedAt' | 'changes' | 'total' | 'packages'>;

export type FactsOf<Value> = (folder: string, value: Value | undefined) => Promise<Facts>;

interface Options<Value> {
  readonly kind: Pick<StoredKind<object>, 'file' | 'words' | 'maxBytes'>;
  readonly folders: () => Promise<readonly string[]>;
  /** Reads one without a lock, changing nothing. */
  readonly read: (folder: string) => Promise<Value>;
  readonly told: (value: Value) => { readonly id: string; readonly updatedAt: string };
  readonly facts: FactsOf<Value>;
}

/**
 * The folders of one kind of document, found by looking: an id is never made into a path. Where several hold one id (a
 * folder that was copied beside itself), none of them is taken until the user has chosen; a choice lasts until the
 * program ends.
 */
export class FoundFolders<Value> {
  readonly #options: Options<Value>;
  readonly #chosen = new Map<string, string>();

  constructor(options: Options<Value>) {
    this.#options = options;
  }

  /** Newest change first, those that cannot be read at the end. */
  async all(): Promise<Found<Value>[]> {
    const found: Found<Value>[] = [];
    for (const folder of await this.#options.folders()) found.push(await this.#look(folder));
    return found.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  }

  /** One line an id, of its newest folder, with how many hold it; those that cannot be read each have their own. */
  async lines(): Promise<(Found<Value> & { copies?: number })[]> {
    const all = await this.all();
    const firsts = new Set<string>();
    return all.flatMap((found) => {
      const { id, value } = found;
      if (id === undefined || value === undefined) return [found];
      if (firsts.has(id)) return [];
      firsts.add(id);
      const copies = all.filter((each) => each.id === id).length;
      return [copies > 1 ? { ...found, copies } : found];
    });
  }

  /** The one with this id. Throws a UserError where there is none, it cannot be read, or nobody has said which. */
  async find(id: string): Promise<Readable<Value>> {
    const mine = await this.#of(id);
    const chosen = mine.find(({ folder }) => folder === this.#chosen.get(id));
    return readable(chosen ?? this.#single(mine));
  }

  /** As `find`, but never one of several, whatever was chosen: for what is done to the whole. */
  async only(id: string): Promise<Readable<Value>> {
    return readable(this.#single(await this.#of(id)));
  }

  /** The folder to open; what comes beside it while it is open is never taken for it. */
  async folderToOpen(id: string): Promise<string> {
    const { folder } = await this.find(id);
    this.#chosen.set(id, folder);
    return folder;
  }

  /** The newest with this id, as it was last saved; undefined where none can be read. */
  async newest(id: string): Promise<Value | undefined> {
    return (await this.all()).find((each) => each.id === id)?.value;
  }

  /** Every folder of an id, newest change first. Throws a UserError where there is none. */
  async copies(id: string): Promise<Omit<FolderCopy, 'open'>[]> {
    const copies = (await this.#of(id)).map(async ({ folder, value, error }) => {
      const problem = error === undefined ? {} : { problem: toFailure(error) };
      return { key: basename(folder), folder, ...(await this.#options.facts(folder, value)), ...problem };
    });
    return (await Promise.all(copies)).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  }

  /** One folder of an id by its key, which is looked up. Throws a UserError where it is not there. */
  async copy(id: string, key: string): Promise<Found<Value>> {
    const found = (await this.#of(id)).find(({ folder }) => basename(folder) === key);
    if (!found) throw chosenIsGone(this.#options.kind.words);
    return found;
  }

  /** From now on the id means this folder. Throws a UserError where it cannot be read. */
  choose(id: string, found: Found<Value>): void {
    this.#chosen.set(id, readable(found).folder);
  }

  /** All that hold an id. Throws a UserError where none does. */
  async #of(id: string): Promise<readonly [Found<Value>, ...Found<Value>[]]> {
    const all = await this.all();
    const [first, ...others] = all.filter((each) => each.id === id);
    if (!first) throw this.#absent(all);
    return [first, ...others];
  }

  #single([first, ...others]: readonly [Found<Value>, ...Found<Value>[]]): Found<Value> {
    if (others.length === 0) return first;
    throw severalFolders(this.#options.kind.words, namesOf([first, ...others]));
  }

  async #look(folder: string): Promise<Found<Value>> {
    const { read, told, kind } = this.#options;
    try {
      const value = await read(folder);
      return { folder, ...told(value), value };
    } catch (error) {
      const id = await storedId(kind, folder);
      return { folder, updatedAt: '', error, ...(id !== undefined && { id }) };
    }
  }

  /** A folder whose id cannot be read may be the one that is looked for. */
  #absent(all: readonly Found<Value>[]): unknown {
    const unknown = all.filter(({ id, error }) => id === undefined && error !== undefined);
    const fault = unknown.find(({ error }) => !(error instanceof UserError)) ?? unknown.at(-1);
    return fault?.error ?? new UserError(this.#options.kind.words.unknown);
  }
}

const namesOf = (found: readonly { readonly folder: string }[]): string[] =>
  found.map(({ folder }) => basename(folder));

function readable<Value>(found: Found<Value>): Readable<Value> {
  const { value, error } = found;
  if (value === undefined) throw error;
  return { ...found, value };
}

const identifiedSchema = z.looseObject({ id: z.uuid() });

/** The id in a document's file that cannot be read otherwise, or in its previous copy. */
async function storedId(
  { file, maxBytes = Infinity }: Pick<StoredKind<object>, 'file' | 'maxBytes'>,
  folder: string,
): Promise<string | undefined> {
  for (const name of [`${file}.json`, `${file}.previous.json`]) {
    try {
      const text = await readTextUpTo(join(folder, name), maxBytes);
      const { data } = identifiedSchema.safeParse(parseJson(text));
      if (data) return data.id;
    } catch {
      // Why it cannot be read has been told already.
      continue;
    }
  }
  return undefined;
}
