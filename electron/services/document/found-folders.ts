import { basename, join } from 'node:path';
import * as z from 'zod';
import type { FolderCopy } from '../../../shared/contract/contract.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { toFailure } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { readTextUpTo } from '../files/files.ts';
import type { StoredKind } from './document-file.ts';
import { backupNames } from './backups.ts';
import { conflictCopies } from './conflict-copies.ts';
import { chosenIsGone, foldersBeside, severalFolders } from './messages.ts';

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
  /** The folder in which an id is open now and that is still ours; while it is open, the id means that one. */
  readonly open?: (id: string) => Promise<string | undefined>;
}

/** What the user has chosen, and what was there then: it is taken only where that is so still. */
interface Choice {
  readonly folder: string;
  /** All that held the id. */
  readonly among: string;
  /** What was in it when this program saw it last. */
  readonly content: string;
}

/**
 * The folders of one kind of document, found by looking: an id is never made into a path. Where several hold one id (a
 * folder that was copied beside itself), none of them is taken until the user has chosen; a choice lasts until the
 * program ends, or a folder comes or goes, or somebody else changes the chosen one. They are looked at afresh each time.
 */
export class FoundFolders<Value> {
  readonly #options: Options<Value>;
  readonly #choices = new Map<string, Choice>();

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
    const open = await this.#options.open?.(id);
    return readable(mine.find(({ folder }) => folder === open) ?? (await this.#taken(id, mine)));
  }

  /** As `find`, but never one of several, whatever was chosen: for what is done to the whole. */
  async only(id: string): Promise<Readable<Value>> {
    return readable(this.#single(await this.#of(id)));
  }

  /**
   * The folder to open where the id is not open now, and what to ask while it is: which others have come beside it. Throws
   * as `find` does.
   */
  async folderToOpen(id: string): Promise<{ folder: string; beside: () => Promise<Failure[]> }> {
    const mine = await this.#of(id);
    const { folder } = readable(await this.#taken(id, mine));
    const known = new Set(mine.map((each) => each.folder));
    const beside = async (): Promise<Failure[]> => {
      const others = (await this.all()).filter((each) => each.id === id && !known.has(each.folder));
      return others.length === 0
        ? []
        : [foldersBeside(this.#options.kind.words, basename(folder), namesOf(others))];
    };
    return { folder, beside };
  }

  /** A folder was closed: what is in it now was put there by this program. */
  async left(id: string, folder: string): Promise<void> {
    const choice = this.#choices.get(id);
    if (choice?.folder !== folder) return;
    this.#choices.delete(id);
    this.#choices.set(id, { ...choice, content: await this.#contentOf(await this.#look(folder)) });
  }

  /** The newest with this id, as it was last saved; undefined where none can be read. */
  async newest(id: string): Promise<Value | undefined> {
    return (await this.all()).find((each) => each.id === id)?.value;
  }

  /** Every folder of an id, newest change first, of one time that with more changes. Throws a UserError where there is none. */
  async copies(id: string): Promise<Omit<FolderCopy, 'open'>[]> {
    const copies = (await this.#of(id)).map(async ({ folder, value, error }) => {
      const problem = error === undefined ? {} : { problem: toFailure(error) };
      return { key: basename(folder), folder, ...(await this.#options.facts(folder, value)), ...problem };
    });
    return (await Promise.all(copies)).sort(
      (a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.changes - a.changes || a.key.localeCompare(b.key),
    );
  }

  /** One folder of an id by its key, which is looked up. Throws a UserError where it is not there. */
  async copy(id: string, key: string): Promise<Found<Value>> {
    const found = (await this.#of(id)).find(({ folder }) => basename(folder) === key);
    if (!found) throw chosenIsGone(this.#options.kind.words);
    return found;
  }

  /** From now on the id means this folder. Throws a UserError where it cannot be read. */
  async choose(id: string, found: Found<Value>): Promise<void> {
    const { folder } = readable(found);
    const among = amongOf(await this.#of(id));
    this.#choices.set(id, { folder, among, content: await this.#contentOf(found) });
  }

  /** All that hold an id. Throws a UserError where none does. */
  async #of(id: string): Promise<readonly [Found<Value>, ...Found<Value>[]]> {
    const all = await this.all();
    const [first, ...others] = all.filter((each) => each.id === id);
    if (!first) throw this.#absent(all);
    return [first, ...others];
  }

  /** What was chosen, where all is as it was then, or the only one. */
  async #taken(id: string, mine: readonly [Found<Value>, ...Found<Value>[]]): Promise<Found<Value>> {
    const choice = this.#choices.get(id);
    const chosen = mine.find(({ folder }) => folder === choice?.folder);
    const isAsItWas =
      choice !== undefined &&
      chosen !== undefined &&
      choice.among === amongOf(mine) &&
      choice.content === (await this.#contentOf(chosen));
    return isAsItWas ? chosen : this.#single(mine);
  }

  async #contentOf({ folder, value }: Found<Value>): Promise<string> {
    return JSON.stringify(await this.#options.facts(folder, value));
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

function amongOf(found: readonly { readonly folder: string }[]): string {
  return JSON.stringify(namesOf(found).sort());
}

function readable<Value>(found: Found<Value>): Readable<Value> {
  const { value, error } = found;
  if (value === undefined) throw error;
  return { ...found, value };
}

const identifiedSchema = z.looseObject({ id: z.uuid() });

/** The id in a document's file that cannot be read otherwise, or in what is left of it: its copies and its backup. */
async function storedId(
  { file, maxBytes = Infinity }: Pick<StoredKind<object>, 'file' | 'maxBytes'>,
  folder: string,
): Promise<string | undefined> {
  const [newest] = await backupNames(folder);
  const others = [
    ...(await conflictCopies(folder, file)),
    ...(newest === undefined ? [] : [join('backups', newest)]),
  ];
  for (const name of [`${file}.json`, `${file}.previous.json`, ...others]) {
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
