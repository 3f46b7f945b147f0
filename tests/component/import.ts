import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ReaderProcess } from '../../electron/services/import/spawn-reader.ts';
import { encode } from '../../shared/document.ts';
import { decode } from '../../shared/stored-form.ts';
import { importDocument } from '../../shared/tables/import/document.ts';
import type { ImportState } from '../../shared/tables/import/schema.ts';
import { type SourceTable, sourceTableSchema } from '../../shared/tables/source-table.ts';

/** Reads tables in this process. What that takes is loaded by the first test that reads one. */
export function readLater(): ReaderProcess {
  const reader = import('../unit/electron/services/import/reader.ts').then(({ readHere }) => readHere());
  return {
    once: (event, listener) => void reader.then((here) => here.once(event, listener)),
    send: (message) => void reader.then((here) => here.send(message)),
    kill: () => void reader.then((here) => here.kill()),
  };
}

/** Imports that are not finished, on the disk of a test. */
export class TestImports {
  readonly #folder: string;

  constructor(root: string) {
    this.#folder = join(root, '标准库', '导入中');
  }

  /** Puts one there, with the tables that were read. */
  keep(state: ImportState, tables: readonly SourceTable[]): void {
    mkdirSync(this.#folder, { recursive: true });
    const json = z.encode(z.array(sourceTableSchema), [...tables]);
    writeFileSync(join(this.#folder, `${state.id}.tables.json`), JSON.stringify(json));
    writeFileSync(this.#path(state.id), JSON.stringify(encode(importDocument, state)));
  }

  /** As it is on the disk. */
  state(id: string): ImportState | undefined {
    if (!existsSync(this.#path(id))) return undefined;
    return decode(importDocument, JSON.parse(readFileSync(this.#path(id), 'utf8')));
  }

  /** Names of the files of all imports. */
  files(): string[] {
    return readdirSync(this.#folder);
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
