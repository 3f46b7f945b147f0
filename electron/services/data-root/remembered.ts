import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { newerWords } from '../../../shared/document-words.ts';
import { decode, NewerForm, type StoredForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { fileStamp } from '../base/clock.ts';
import { isSystemError } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { makeFolders, renameWithRetry, replaceFile } from '../files/files.ts';
import { pathsOf, settingsFolder, type System } from './system.ts';

/** No file of ours is longer. Bytes. */
const LONGEST = 64 * 1024;
/** Former folders that are kept. */
const KEPT = 5;

const schema = z.object({
  version: z.literal(1),
  /** 数据文件夹, absolute. */
  folder: z.string().min(1),
  /** Those before it, the last one first. */
  former: z.array(z.string().min(1)),
});
type Remembered = z.output<typeof schema>;

const FALLBACK = {
  effect: '先按默认位置找数据文件夹；各文件夹里的内容和这份记录都没有改动。',
  remedy: '列表里缺少内容的，请按“换一个文件夹”选原来的数据文件夹。',
};
const words = newerWords('data-folder', '数据文件夹位置的记录');

const rememberedForm: StoredForm<Remembered> = {
  version: 1,
  migrations: {},
  schema,
  words: {
    newer: (stored, known) => ({ ...words.newer(stored, known), ...FALLBACK }),
    strange: (stored, known) => ({ ...words.strange(stored, known), ...FALLBACK }),
  },
};

const DAMAGED: Failure = {
  code: 'data-folder-damaged',
  message: '数据文件夹位置的记录读不出来。',
  ...FALLBACK,
};

/** The folder that is remembered for the next start, by both doors: one small file among the user's settings. */
export class RememberedFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Throws a UserError where there is a file that says nothing to this program; it is not touched. */
  read(): Remembered | undefined {
    try {
      const found = statSync(this.path);
      if (!found.isFile() || found.size > LONGEST) throw new UserError(DAMAGED);
      return decode(rememberedForm, parseJson(readFileSync(this.path, 'utf8')));
    } catch (error) {
      if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
      if (error instanceof UserError) throw error;
      throw new UserError(DAMAGED, { cause: error });
    }
  }

  /** Remembers a folder where none is remembered yet; a file that cannot be read counts as one. */
  async keepFirst(folder: string, now: Date): Promise<void> {
    if (this.#isFree()) await this.keep(folder, now);
  }

  /** Remembers a folder. A damaged file is put aside; one of a newer program stays, and NewerForm is thrown. */
  async keep(folder: string, now: Date): Promise<void> {
    let before: Remembered | undefined;
    try {
      before = this.read();
    } catch (error) {
      if (!(error instanceof UserError) || error instanceof NewerForm) throw error;
      await renameWithRetry(this.path, `${this.path}.damaged-${fileStamp(now)}`);
    }
    if (before?.folder === folder) return;
    const former = before ? [before.folder, ...before.former].filter((each) => each !== folder) : [];
    const kept: Remembered = { version: 1, folder, former: [...new Set(former)].slice(0, KEPT) };
    await makeFolders(dirname(this.path));
    await replaceFile(this.path, JSON.stringify(kept));
  }

  #isFree(): boolean {
    try {
      return this.read() === undefined;
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  }
}

/** Where it lies: in the folder of the user's settings. */
export function rememberedPath(system: System): string {
  return pathsOf(system).join(settingsFolder(system), 'biaobing', 'data-folder.json');
}
