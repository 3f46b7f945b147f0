import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../../../shared/values/errors.ts';
import { mayBeOpened } from '../../../../shared/values/file-kinds.ts';
import { safeFileName } from '../../../../shared/values/file-names.ts';
import { guarded, isSystemError } from '../../base/failures.ts';
import { openKept } from '../../files/kept.ts';
import { openToWrite } from '../../files/modes.ts';
import type { EvidenceFile } from '../../files/evidence-file.ts';

const OPENING = { action: '打开佐证材料', effect: '佐证材料没有改动。' };

/**
 * Shows evidence with the system's program: a read-only copy under its readable name, so that nobody edits the
 * kept one by accident. Programs and scripts are refused. Only a copy that was made here is ever opened: each lies
 * alone in a folder that is new and ours, so that no name leads to a file that was there before.
 */
export class EvidenceViewer {
  readonly #openPath: ((path: string) => Promise<void>) | undefined;
  readonly #copies = new Map<string, string>();
  #folder: Promise<string> | undefined;

  constructor(openPath: ((path: string) => Promise<void>) | undefined) {
    this.#openPath = openPath;
  }

  async open(sha256: string, { path, fileName, mediaType }: EvidenceFile): Promise<void> {
    const openPath = this.#openPath;
    if (!openPath) throw desktopOnly();
    const name = safeFileName(fileName);
    if (!mayBeOpened(name, mediaType)) throw notAllowed();
    await guarded(OPENING, async () => {
      const key = `${sha256} ${name}`;
      const known = this.#copies.get(key);
      const copy = known !== undefined && (await isThere(known)) ? known : await this.#copy(path, name);
      this.#copies.set(key, copy);
      try {
        await openPath(copy);
      } catch (error) {
        throw ofCopy(error);
      }
    });
  }

  async #copy(path: string, name: string): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'biaobing-'));
    const folder = resolve(await mkdtemp(join(await this.#folder, 'x')));
    const copy = resolve(folder, name);
    if (dirname(copy) !== folder) throw notAllowed();
    const from = await openKept(path);
    const to = await openToWrite(copy, 'over');
    await pipeline(from.createReadStream(), to.createWriteStream());
    await chmod(copy, 0o400);
    return copy;
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

/** What was not opened is the copy. */
function ofCopy(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  const { failure } = error;
  return new UserError({
    ...failure,
    remedy: `${failure.remedy}那是只读副本，退出程序后就没有了；要留着，请用“另存为…”。`,
  });
}
