import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { decode, encode } from '../../shared/document.ts';
import { importDocument } from '../../shared/tables/import/document.ts';
import type { ImportState } from '../../shared/tables/import/schema.ts';
import { type SourceTable, sourceTableSchema } from '../../shared/tables/source-table.ts';

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
