import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportSummary, OpenedDocument, SavedDocument } from '../../../shared/contract/contract.ts';
import { importDocument, type ImportContext } from '../../../shared/tables/import/document.ts';
import type { ImportEdit } from '../../../shared/tables/import/edits.ts';
import {
  IMPORT_VERSION,
  type ImportState,
  type ImportTables,
  importTablesForm,
} from '../../../shared/tables/import/schema.ts';
import {
  IMPORT_AWAY,
  IMPORT_UNKNOWN,
  importEnded,
  importUnreadable,
  tablesGone,
} from '../../../shared/tables/import/words.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { encode } from '../../../shared/document.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { conflictNotices } from '../document/conflict-copies.ts';
import { codecOf } from '../document/document-file.ts';
import { documentService } from '../document/handlers.ts';
import { OpenDocument } from '../document/open-document.ts';
import { type OnDisk, type Session, Sessions } from '../document/sessions.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { DurableJson, type DurableJsonOptions } from '../files/durable-json.ts';
import { moveFolder } from '../files/files.ts';
import { Endings } from './endings.ts';
import { STANDARDS } from './user-standards.ts';

const UNFINISHED = '导入中';
const { saving: SAVING } = importDocument.words;
const CLEARING = { action: '清理这次导入的进度', effect: '标准已经保存；导入的进度还在。' };
const DISCARDING = { action: '放弃这次导入', effect: '导入的进度还在，没有改动。' };

/** One import that is open. Nothing is locked: `onDisk` tells whether its file is still what was last saved here. */
class ImportSession implements Session {
  readonly name = 'import';
  readonly tables: SourceTable[];
  readonly document: OpenDocument<ImportState, ImportEdit, ImportContext>;
  readonly onDisk: () => Promise<OnDisk>;
  readonly #beside: () => Promise<Failure[]>;
  #notices: readonly Failure[] = [];

  constructor({
    tables,
    document,
    beside,
    onDisk,
  }: Pick<ImportSession, 'tables' | 'document' | 'onDisk'> & { beside: () => Promise<Failure[]> }) {
    this.tables = tables;
    this.#beside = beside;
    this.document = document;
    this.onDisk = onDisk;
  }

  get state(): ImportState {
    return this.document.value;
  }

  saved(): SavedDocument<'import'> {
    return { document: this.name, ...this.document.saved() };
  }

  opened(): OpenedDocument<'import'> {
    return { ...this.saved(), tables: this.tables, notices: [...this.#notices] };
  }

  async look(): Promise<void> {
    this.#notices = await this.#beside();
  }

  held(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    return this.document.settled();
  }
}

/**
 * Imports that are not finished: <id>.json is the state, saved with each change; <id>.tables.json what was read
 * from the file, written once. An id is looked up among the names that are there, never made into a path.
 */
export class Imports {
  readonly #data: Pick<DataFolder, 'folder'>;
  readonly sessions: Sessions<ImportSession>;
  readonly #endings = new Endings(importEnded);

  constructor(data: Pick<DataFolder, 'folder'>, now: () => Date) {
    this.#data = data;
    this.sessions = new Sessions({
      open: (id) => this.#open(id, now),
      onDisk: (session) => session.onDisk(),
      gone: IMPORT_UNKNOWN,
      what: '这次导入',
    });
  }

  async create({ tables, state }: { tables: SourceTable[]; state: ImportState }): Promise<void> {
    const folder = await this.#folder();
    await guarded(SAVING, () => tablesFile(folder, state.id).write({ version: IMPORT_VERSION, tables }));
    await guarded(SAVING, () => stateFile(folder, state.id).write(state));
  }

  service() {
    return this.#endings.telling(documentService<'import'>(this.sessions));
  }

  /** Newest first; files that cannot be read are named. */
  async list(): Promise<{ imports: ImportSummary[]; problems: Failure[] }> {
    const folder = await this.#folder();
    const names = await readdir(folder);
    const idsOf = (form: RegExp): string[] => names.flatMap((name) => form.exec(name)?.[1] ?? []);
    const ids = idsOf(/^([0-9a-f-]{36})\.json$/);
    const ended = idsOf(/^([0-9a-f-]{36})\.ended\.json$/).filter((id) => !ids.includes(id));
    for (const id of ended) await clearEnded(folder, id);
    const problems: Failure[] = [];
    const states = await Promise.all(
      ids.map(async (id) => {
        try {
          return await stateFile(folder, id).find();
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          problems.push(error instanceof NewerForm ? error.failure : importUnreadable(`${id}.json`));
          return undefined;
        }
      }),
    );
    const imports = states
      .flatMap((found) => (found ? [found.value] : []))
      .map(({ id, kind, source, step, startedAt, identity: { title } }) => ({
        ...{ id, kind, source, step, startedAt, title },
      }))
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
    return { imports, problems };
  }

  /** Makes a standard of one, which ends it. Where `make` fails, it goes on. */
  finish<T>(id: string, make: (session: ImportSession) => Promise<T>): Promise<T> {
    return this.#endings.finish(id, {
      sessions: this.sessions,
      make: async (session, end) => {
        const made = await make(session);
        end();
        return made;
      },
      clearing: { ...CLEARING, clear: () => this.#clear(id) },
    });
  }

  /** Ends an import: what was saved of it is gone. One that is not there is no fault. */
  discard(id: string): Promise<void> {
    return this.#endings.end(id, 'discarded', { ...DISCARDING, clear: () => this.#clear(id) });
  }

  async #clear(id: string): Promise<void> {
    await this.sessions.close(id);
    const folder = await this.#folder();
    // Off the list in one step, and what a crash leaves is told from an import that lost its state.
    if ((await readdir(folder)).includes(`${id}.json`))
      await moveFolder(join(folder, `${id}.json`), join(folder, `${id}.ended.json`));
    await clearEnded(folder, id);
  }

  async #open(id: string, now: () => Date): Promise<ImportSession> {
    this.#endings.refuseEnded(id);
    const folder = await this.#folder();
    const names = await readdir(folder);
    if (!names.includes(`${id}.json`)) throw new UserError(IMPORT_UNKNOWN);
    const path = join(folder, `${id}.json`);
    const file = stateFile(folder, id);
    const tables = await tablesOf(folder, id);
    let known: string | undefined;
    const onDisk = async (value: ImportState): Promise<OnDisk> => {
      const found = await versionOf(path);
      if (found === undefined) return 'nothing';
      if (found === known) return 'same';
      // A sync client or a virus scanner may have put the same there again.
      const stored = await readOrNothing(file);
      if (!stored) return 'nothing';
      if (jsonOf(stored) !== jsonOf(value)) return 'other';
      known = found;
      return 'same';
    };
    const beforeWrite = async (value: ImportState): Promise<void> => {
      this.#endings.refuseEnded(id);
      const found = await onDisk(value);
      if (found === 'nothing') throw new UserError(IMPORT_AWAY);
      if (found === 'other') throw new UserError(importDocument.words.lockLost);
    };
    const afterWrite = async (): Promise<void> => {
      known = await versionOf(path);
    };
    const opened = await OpenDocument.open({
      kind: importDocument,
      folder,
      file,
      context: (): ImportContext => ({ tables }),
      held: () => Promise.resolve(),
      now,
      hooks: { beforeWrite, afterWrite },
    });
    if (!opened) throw new UserError(IMPORT_UNKNOWN);
    const { document } = opened;
    await afterWrite();
    return new ImportSession({
      tables,
      document,
      beside: () => conflictNotices(folder, id),
      onDisk: async () => {
        // A write of its own that is under way is no other program's.
        await document.settled();
        return onDisk(document.value);
      },
    });
  }

  #folder(): Promise<string> {
    const making = { action: '建立标准库文件夹', effect: '没有写入任何内容。' };
    return this.#data.folder(join(STANDARDS, UNFINISHED), making);
  }
}

/** Differs after each write, by whatever program; undefined where there is no file. */
async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function jsonOf(state: ImportState): string {
  return sortedJson(encode(importDocument, state));
}

/** What is left of an import that has ended. Where the disk refuses that, it is cleared when imports are listed next. */
async function clearEnded(folder: string, id: string): Promise<void> {
  try {
    for (const name of [`${id}.tables.json`, `${id}.ended.json`])
      await rm(join(folder, name), { force: true });
  } catch (error) {
    console.error(error);
  }
}

/** A file that says it is another import is not this one's: a copy that was given its name. */
function stateFile(folder: string, id: string): DurableJson<ImportState> {
  const codec = codecOf(importDocument);
  return ofImport(join(folder, `${id}.json`), {
    decode: (json) => {
      const state = codec.decode(json);
      if (state.id !== id) throw new RangeError('The file of another import');
      return state;
    },
    encode: (state) => codec.encode(state),
  });
}

function tablesFile(folder: string, id: string): DurableJson<ImportTables> {
  return ofImport(join(folder, `${id}.tables.json`), {
    decode: (json) => decode(importTablesForm, json),
    encode: (tables) => encode(importTablesForm, tables),
  });
}

/** None for a copied standard, which is made of no tables. Throws a UserError where they are missing. */
async function tablesOf(folder: string, id: string): Promise<SourceTable[]> {
  const found = await readOrNothing(tablesFile(folder, id));
  if (found) return found.tables;
  const state = await readOrNothing(stateFile(folder, id));
  if (!state) throw new UserError(IMPORT_UNKNOWN);
  if (state.kind === 'copy') return [];
  throw new UserError(tablesGone(`${id}.tables.json`));
}

/** The program's own file, which the original can always be read into again: no copy before it is kept. */
function ofImport<T>(path: string, codec: DurableJsonOptions<T>['codec']): DurableJson<T> {
  return new DurableJson({ path, damaged: () => `${path}.damaged`, codec, unreadable: IMPORT_UNKNOWN });
}

/** Undefined where the file is not there or is not what this program writes. */
async function readOrNothing<T>(file: DurableJson<T>): Promise<T | undefined> {
  try {
    return (await file.find())?.value;
  } catch (error) {
    if (error instanceof UserError && error.failure.code === IMPORT_UNKNOWN.code) return undefined;
    throw error;
  }
}
