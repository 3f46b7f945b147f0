import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptOriginal, keptOriginalForm } from '../../../shared/tables/import/kept-original.ts';
import { likenessOfForm } from '../../../shared/tables/import/same-form.ts';
import type { ImportState } from '../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { decode } from '../../../shared/stored-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { encode } from '../../../shared/document.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { DurableJson } from '../files/durable-json.ts';
import { moveAway } from './library-files.ts';
import { STANDARDS } from './user-standards.ts';

const ORIGINALS = '原表';

interface FormOf {
  readonly tables: readonly SourceTable[];
  readonly file: ImportState['file'];
}

interface SameForm {
  /** Of the standard. */
  readonly id: string;
  readonly isSameFile: boolean;
  /** 0 to 1. */
  readonly likeness: number;
}

/** What standards of 标准库 were made from: 原表/<id>.json, written once when a standard is saved. */
export class Originals {
  readonly #data: Pick<DataFolder, 'root' | 'folder' | 'removed'>;

  constructor(data: Pick<DataFolder, 'root' | 'folder' | 'removed'>) {
    this.#data = data;
  }

  /** Before its standard is saved: there is no standard without what it was made from. */
  async keep(
    standard: string,
    original: { tables: SourceTable[]; state: ImportState },
    now: Date,
  ): Promise<void> {
    const keeping = { action: '保存标准的原表', effect: '标准没有保存，导入的进度都在。' };
    const folder = await this.#data.folder(join(STANDARDS, ORIGINALS), keeping);
    await guarded(keeping, async () => {
      await fileIn(folder, standard).write({ version: 1, keptOn: now.toISOString(), ...original });
    });
  }

  /** Ids of standards. */
  async list(): Promise<string[]> {
    try {
      const names = await readdir(await this.#folder());
      return names.flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return [];
      throw error;
    }
  }

  /** Throws a UserError where there is none, or it cannot be read. */
  async find(standard: string): Promise<KeptOriginal> {
    const known = await this.list();
    const found = known.includes(standard) ? await fileIn(await this.#folder(), standard).find() : undefined;
    if (!found) throw new UserError(UNREADABLE);
    return found.value;
  }

  /** Standards that were made from tables of the same form: of the same file first, then the most alike, then the last saved; unreadable ones left out. */
  async ofSameForm({ tables, file }: FormOf): Promise<SameForm[]> {
    const likenessTo = likenessOfForm(tables);
    const found = await Promise.all(
      (await this.list()).map(async (id) => {
        const original = await this.#readable(id);
        const likeness = original && likenessTo(original);
        if (likeness === undefined) return [];
        const isSameFile = file !== undefined && original?.state.file?.sha256 === file.sha256;
        return [{ id, isSameFile, likeness: isSameFile ? 1 : likeness, keptOn: original?.keptOn ?? '' }];
      }),
    );
    return found
      .flat()
      .sort(
        (a, b) =>
          Number(b.isSameFile) - Number(a.isSameFile) ||
          b.likeness - a.likeness ||
          b.keptOn.localeCompare(a.keptOn),
      );
  }

  async #readable(id: string): Promise<KeptOriginal | undefined> {
    try {
      return await this.find(id);
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  }

  /** With the standard, to 已删除. */
  async remove(standard: string, now: Date): Promise<void> {
    if (!(await this.list()).includes(standard)) return;
    const moving = { action: '移走标准的原表', effect: '标准已经移走，原表还在原处。' };
    await guarded(moving, async () => {
      const path = join(await this.#folder(), `${standard}.json`);
      await moveAway(path, this.#data, { stem: `${standard}-原表`, now });
    });
  }

  /**
   * What an import that has ended left without a standard, where saving that failed or was cut off: to 已删除. Others without
   * one stay: their standard may only be away. `own`: ids of standards.
   */
  async removeLeftOf(importId: string, own: readonly string[], now: Date): Promise<void> {
    const left = (await this.list()).filter((id) => !own.includes(id));
    for (const id of left) if ((await this.#readable(id))?.state.id === importId) await this.remove(id, now);
  }

  async #folder(): Promise<string> {
    return join(await this.#data.root(), STANDARDS, ORIGINALS);
  }
}

const UNREADABLE = {
  code: 'original-missing',
  message: '这份标准的原表不见了，或者已损坏。',
  effect: '标准本身没有变化，可以照常使用。',
  remedy: '需要对照时，请重新导入原文件。',
};

function fileIn(folder: string, standard: string): DurableJson<KeptOriginal> {
  const path = join(folder, `${standard}.json`);
  const codec = {
    decode: (json: unknown) => decode(keptOriginalForm, json),
    encode: (original: KeptOriginal) => encode(keptOriginalForm, original),
  };
  return new DurableJson({ path, damaged: () => `${path}.damaged`, codec, unreadable: UNREADABLE });
}
