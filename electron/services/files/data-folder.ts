import { join } from 'node:path';
import { guarded } from '../base/failures.ts';
import { makeFolder } from './files.ts';

/** 数据文件夹: everything that the program keeps lies below it. Its folders are made where they are missing. */
export class DataFolder {
  /** Its path, which may not be there yet. */
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  async root(): Promise<string> {
    await guarded({ action: '建立数据文件夹', effect: '没有写入任何内容。' }, () => makeFolder(this.path));
    return this.path;
  }

  /** 导出/: what the program makes for others. */
  async exports(): Promise<string> {
    const folder = join(await this.root(), EXPORTS);
    await guarded({ action: '建立导出文件夹', effect: '没有导出，档案没有改动。' }, () => makeFolder(folder));
    return folder;
  }

  /** 已删除/: where things go that the user removes; nothing is erased. Errors are the system's. */
  async removed(): Promise<string> {
    const folder = join(await this.root(), REMOVED);
    await makeFolder(folder);
    return folder;
  }
}

export const EXPORTS = '导出';
export const REMOVED = '已删除';
