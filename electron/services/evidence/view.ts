import { chmod, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../../shared/errors.ts';
import { guarded, isSystemError } from '../failures.ts';
import { makeFolder } from '../store/files.ts';
import { openKept } from '../store/kept.ts';
import { openToWrite } from '../store/modes.ts';
import { mayBeOpened } from '../../../shared/values/file-kinds.ts';

export interface EvidenceFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
}

const OPENING = { action: '打开佐证材料', effect: '佐证材料没有改动。' };

/**
 * Shows evidence with the system's program: a read-only copy under its readable name, so that nobody edits the
 * kept one by accident. Programs and scripts are refused.
 */
export class EvidenceViewer {
  readonly #openPath: ((path: string) => Promise<void>) | undefined;
  #folder: Promise<string> | undefined;

  constructor(openPath: ((path: string) => Promise<void>) | undefined) {
    this.#openPath = openPath;
  }

  async open(sha256: string, { path, fileName, mediaType }: EvidenceFile): Promise<void> {
    const openPath = this.#openPath;
    if (!openPath) throw desktopOnly();
    if (!mayBeOpened(fileName, mediaType)) throw notAllowed();
    await guarded(OPENING, async () => {
      this.#folder ??= mkdtemp(join(tmpdir(), 'biaobing-'));
      const folder = join(await this.#folder, sha256.slice(0, 16));
      const copy = join(folder, fileName);
      if (!(await isThere(copy))) {
        await makeFolder(folder);
        await copyReadOnly(path, `${folder}.part`);
        await rename(`${folder}.part`, copy);
      }
      await openPath(copy);
    });
  }

  async close(): Promise<void> {
    if (!this.#folder) return;
    try {
      await rm(await this.#folder, { recursive: true, force: true });
    } catch (error) {
      // Still open in another program: the system's own cleaning of temporary files takes it later.
      if (!isSystemError(error, 'EBUSY', 'EPERM', 'ENOTEMPTY')) throw error;
    }
  }
}

async function copyReadOnly(path: string, copy: string): Promise<void> {
  const from = await openKept(path);
  await rm(copy, { force: true });
  const to = await openToWrite(copy, 'over');
  await pipeline(from.createReadStream(), to.createWriteStream());
  await chmod(copy, 0o400);
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

export function desktopOnly(): UserError {
  return new UserError({
    code: 'desktop-only',
    message: '浏览器方式下不能用本机程序打开文件。',
    effect: '没有改动任何内容。',
    remedy: '请改用“下载”，再在本机打开。',
  });
}

function notAllowed(): UserError {
  return new UserError({
    code: 'type-not-opened',
    message: '这种类型的文件不能直接打开（或内容与扩展名不符）。',
    effect: '佐证材料没有改动。',
    remedy: '只能直接打开文档、图片、音频和视频；其他文件请到档案文件夹中自行处理。',
  });
}
