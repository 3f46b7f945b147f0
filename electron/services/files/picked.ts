import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JobResult, PickedFile } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isOfTheSystem } from '../base/failures.ts';
import type { FileTokens, OfferedFile } from '../base/file-tokens.ts';
import type { JobContext } from '../base/jobs.ts';

/** A folder with more in it is not what anybody meant to hand in. */
const MOST_FILES = 20_000;
/** Folders in folders. */
const MOST_DEEP = 40;

type Picked = Pick<Extract<JobResult, { kind: 'picked' }>, 'files' | 'unread'>;
type Offered = Pick<FileTokens<OfferedFile>, 'offer'>;

/** Tokens for the files that the user chose, each by itself. */
export async function filesAt(paths: readonly string[], offered: Offered): Promise<Picked> {
  const files: PickedFile[] = [];
  const unread: string[] = [];
  for (const path of paths) {
    const name = basename(path);
    const bytes = await sizeAt(path);
    if (bytes === undefined) unread.push(name);
    else files.push(picked({ path, bytes, shown: name }, offered));
  }
  return { files, unread };
}

/**
 * Tokens for every file below the folder that the user chose. Links are not followed: what they lead to was not chosen.
 * Throws a UserError where it is no folder to hand in, what the system says where it cannot be read at all.
 */
export async function filesBelow(
  folder: string,
  offered: Offered,
  job: JobContext,
): Promise<Extract<JobResult, { kind: 'picked' }>> {
  const found: Found[] = [];
  const unread: string[] = [];
  const walk = async (path: string, shown: string, depth: number): Promise<void> => {
    if (depth > MOST_DEEP) throw tooMuch();
    for await (const entry of await opendir(path)) {
      job.signal.throwIfAborted();
      const at = { path: join(path, entry.name), shown: `${shown}/${entry.name}` };
      if (entry.isDirectory()) {
        await walk(at.path, at.shown, depth + 1).catch((error: unknown) => {
          if (!isOfTheSystem(error)) throw error;
          unread.push(at.shown);
        });
      } else {
        const bytes = entry.isFile() ? await sizeAt(at.path) : undefined;
        if (bytes === undefined) unread.push(at.shown);
        else found.push({ ...at, bytes });
        if (found.length + unread.length > MOST_FILES) throw tooMuch();
        if (found.length % 100 === 0) job.step(`正在查看文件夹，已找到 ${found.length} 个文件`);
      }
    }
  };
  await walk(folder, basename(folder) || folder.replace(/[/\\]+$/, ''), 1);
  return { kind: 'picked', files: found.map((each) => picked(each, offered)), unread };
}

interface Found {
  readonly path: string;
  readonly bytes: number;
  /** As the page may see it. */
  readonly shown: string;
}

function picked({ path, bytes, shown }: Found, offered: Offered): PickedFile {
  const name = basename(path);
  return { token: offered.offer({ path, name, ownership: 'borrowed' }), name, bytes, path: shown };
}

/** Undefined for what is no file, or cannot be looked at. */
async function sizeAt(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if (isOfTheSystem(error)) return undefined;
    throw error;
  }
}

function tooMuch(): UserError {
  return new UserError({
    code: 'folder-too-large',
    message: `这个文件夹里的文件太多（超过 ${MOST_FILES} 个，或套了 ${MOST_DEEP} 层以上），没有读取。`,
    effect: '没有改动任何内容。',
    remedy: '请选择里面真正要用的那个文件夹。',
  });
}
