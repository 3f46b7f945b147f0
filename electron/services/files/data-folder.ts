import { constants, type Dirent } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded, ifThere, notedFailure } from '../base/failures.ts';
import { entriesOf } from './entries.ts';
import { makeFolder, makeFolders } from './files.ts';

/** 数据文件夹: everything that the program keeps lies below it. Its folders are made where they are missing. */
export class DataFolder {
  /** Its path, which may not be there yet. */
  readonly path: string;
  /** It was there once: where it is missing now nothing empty is made in its place. */
  #existed: boolean;

  constructor(path: string, existed = false) {
    this.path = path;
    this.#existed = existed;
  }

  async root(): Promise<string> {
    await guarded({ action: '建立数据文件夹', effect: '没有写入任何内容。' }, async () => {
      await this.#refuseIfGone();
      if (!this.#existed) await makeFolders(this.path);
    });
    this.#existed = true;
    return this.path;
  }

  /** What lies in it; nothing where it was never made. Errors are the system's. */
  async entries(): Promise<Dirent[]> {
    await this.#refuseIfGone();
    return entriesOf(this.path);
  }

  /** Why it cannot be used now; undefined where it can. */
  async problem(): Promise<Failure | undefined> {
    try {
      const root = await this.root();
      await guarded({ action: '使用数据文件夹', effect: '里面的内容没有改动。' }, () =>
        access(root, constants.R_OK | constants.W_OK | constants.X_OK),
      );
      return undefined;
    } catch (error) {
      return notedFailure(error);
    }
  }

  /** 导出/: what the program makes for others. */
  exports(): Promise<string> {
    return this.folder(EXPORTS, { action: '建立导出文件夹', effect: '没有导出，档案没有改动。' });
  }

  /** A folder below it, by its relative path, and those between; a UserError where they cannot be made. */
  async folder(path: string, making: { readonly action: string; readonly effect: string }): Promise<string> {
    let folder = await this.root();
    await guarded(making, async () => {
      for (const name of path.split(sep)) {
        folder = join(folder, name);
        await makeFolder(folder);
      }
    });
    return folder;
  }

  /** 已删除/: where things go that the user removes; nothing is erased. Errors are the system's. */
  async removed(): Promise<string> {
    const folder = join(await this.root(), REMOVED);
    await makeFolder(folder);
    return folder;
  }

  async #refuseIfGone(): Promise<void> {
    if (this.#existed && !(await ifThere(stat(this.path)))) throw missing(this.path);
  }
}

export const EXPORTS = '导出';
export const REMOVED = '已删除';

function missing(path: string): UserError {
  return new UserError({
    code: 'data-folder-missing',
    message: `找不到数据文件夹“${path}”，可能在没有接好的 U 盘或网络盘上，或已移动、改名。`,
    effect: '没有另建空文件夹，也没有改动任何内容。',
    remedy: '请接好磁盘后再试；已移动或改名的，请在首页按“换一个文件夹”选它现在的位置。',
  });
}
