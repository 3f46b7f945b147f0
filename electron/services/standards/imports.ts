import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ImportSummary } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { type ImportState, importStateSchema } from '../../../shared/tables/import/schema.ts';
import { sourceTableSchema } from '../../../shared/tables/source-table.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { parseJson } from '../files/durable-json.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { makeFolder, replaceFile } from '../files/files.ts';
import { STANDARDS } from './user-standards.ts';

const UNFINISHED = '导入中';
const tablesSchema = z.array(sourceTableSchema);
const SAVING = { action: '保存导入的进度', effect: '这次改动没有保存，以前的进度没有变化。' };

export interface Import {
  readonly tables: SourceTable[];
  readonly state: ImportState;
}

/**
 * Imports that are not finished: <id>.json is the state, saved with each change; <id>.tables.json what was read
 * from the file, written once. Ids are checked to be UUIDs by the contract before they become names.
 */
export class Imports {
  readonly #data: Pick<DataFolder, 'root'>;
  readonly #queue = new Queue();

  constructor(data: Pick<DataFolder, 'root'>) {
    this.#data = data;
  }

  async create({ tables, state }: Import): Promise<void> {
    const folder = await this.#folder();
    const json = JSON.stringify(z.encode(tablesSchema, tables));
    await guarded(SAVING, () => replaceFile(join(folder, `${state.id}.tables.json`), json));
    await this.#write(state);
  }

  /** Newest first; a file that cannot be read is left out here and named when it is asked for. */
  async list(): Promise<ImportSummary[]> {
    const folder = await this.#folder();
    const names = (await readdir(folder)).filter((name) => /^[0-9a-f-]{36}\.json$/.test(name));
    const states = await Promise.all(names.map((name) => this.#read(join(folder, name), importStateSchema)));
    return states
      .flatMap((state) => (state ? [state] : []))
      .map(({ id, kind, source, step, startedAt, identity: { title } }) => ({
        ...{ id, kind, source, step, startedAt, title },
      }))
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  }

  /** Throws a UserError where there is none of this id. */
  async get(id: string): Promise<Import> {
    const folder = await this.#folder();
    const state = await this.#read(join(folder, `${id}.json`), importStateSchema);
    const tables = await this.#read(join(folder, `${id}.tables.json`), tablesSchema);
    if (!state || !tables) throw unknownImport();
    return { tables, state };
  }

  /** Returns when the state is on the disk. One that was discarded meanwhile does not come back. */
  async save(state: ImportState): Promise<void> {
    await this.#queue.run(async () => {
      const folder = await this.#folder();
      if (!(await readdir(folder)).includes(`${state.id}.json`)) throw unknownImport();
      await this.#write(state);
    });
  }

  async discard(id: string): Promise<void> {
    await this.#queue.run(async () => {
      const folder = await this.#folder();
      for (const name of [`${id}.json`, `${id}.tables.json`]) await rm(join(folder, name), { force: true });
    });
  }

  /** When every change that has come in is on the disk. */
  async settled(): Promise<void> {
    await this.#queue.run(() => Promise.resolve());
  }

  async #write(state: ImportState): Promise<void> {
    const path = join(await this.#folder(), `${state.id}.json`);
    const json = JSON.stringify(z.encode(importStateSchema, state));
    await guarded(SAVING, () => replaceFile(path, json));
  }

  /** Undefined where the file is not there or is not what this program writes. */
  async #read<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T> | undefined> {
    try {
      return schema.parse(parseJson(await readFile(path, 'utf8')));
    } catch (error) {
      if (isSystemError(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError) {
        return undefined;
      }
      throw error;
    }
  }

  async #folder(): Promise<string> {
    const folder = join(await this.#data.root(), STANDARDS, UNFINISHED);
    await guarded({ action: '建立标准库文件夹', effect: '没有写入任何内容。' }, () => makeFolder(folder));
    return folder;
  }
}

function unknownImport(): UserError {
  return new UserError({
    code: 'import-unknown',
    message: '找不到这次导入的进度，它可能已经完成或放弃，也可能文件已损坏。',
    effect: '已保存的标准没有变化。',
    remedy: '请回到标准库刷新；需要时请重新导入原文件。',
  });
}
