import fs from 'node:fs';
import { readFile, rmdir, stat } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { check, lock } from 'proper-lockfile';
import * as z from 'zod';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { parseJson } from './durable-json.ts';
import { writeSynced } from './files.ts';

/** Makes the lock's folder, which is empty and whose name is all that counts, the owner's alone. */
const OWN_FOLDERS = {
  ...fs,
  mkdir: (path: string, done: fs.NoParamCallback) => fs.mkdir(path, { mode: 0o700 }, done),
};

/** Without a sign of life for so long (milliseconds) the holder is taken for gone. */
const STALE_AFTER = 15_000;

const ownerSchema = z.object({
  user: z.string(),
  computer: z.string(),
  pid: z.int(),
  since: z.iso.datetime(),
});
type Owner = z.output<typeof ownerSchema>;

export interface FolderLock {
  /** False once another program has taken the lock, e.g. after this computer slept for long. */
  readonly held: () => boolean;
  /** True where the lock of a program that had ended without closing was taken over. */
  readonly tookOver: boolean;
  release(): Promise<void>;
}

/** The user's name on this computer; '' where the system knows none. */
export function osUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ERR_SYSTEM_ERROR')) return '';
    throw error;
  }
}

function ownerPath(folder: string): string {
  return join(folder, '.lock-owner.json');
}

async function readOwner(folder: string): Promise<Owner | undefined> {
  try {
    return ownerSchema.parse(parseJson(await readFile(ownerPath(folder), 'utf8')));
  } catch (error) {
    // The owner file only names the holder in a message; without it the lock holds all the same.
    if (isSystemError(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}

function ourselves(): Owner {
  return { user: osUser(), computer: hostname(), pid: process.pid, since: new Date().toISOString() };
}

/** Provably gone: it ran on this computer, and no such process is there. */
function isGone({ computer, pid }: Owner): boolean {
  if (computer !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return isSystemError(error, 'ESRCH');
  }
}

function lockedFailure(owner: Owner | undefined, kind: 'live' | 'stale', what: string): UserError {
  const holder = owner
    ? `${owner.computer} 上的 ${owner.user || '某用户'}（${new Date(owner.since).toLocaleString('zh-CN')} 起）`
    : '另一个程序';
  return kind === 'live'
    ? new UserError({
        code: 'locked',
        message: `这份${what}正由${holder}打开。`,
        effect: '为避免互相覆盖，这里没有打开，内容没有改动。',
        remedy: '请先在那边关闭，再回来打开。',
      })
    : new UserError({
        code: 'locked-stale',
        message: `这份${what}曾由${holder}打开，但对方已无响应。`,
        effect: '内容没有改动；最近一次保存的内容完好。',
        remedy: '确认那边已经不在编辑后，可以接管并打开。',
      });
}

/**
 * Locks a folder (`what` it holds, for the user) for this program, against a second writer on any computer that sees the folder.
 * A lock whose program is provably gone is taken over at once; one that only stopped showing life is refused
 * as `locked-stale` unless `takeOver` is 'yes'; a live one is always refused as `locked`.
 */
export async function lockFolder(
  folder: string,
  takeOver: 'no' | 'yes',
  what = '自评档案',
): Promise<FolderLock> {
  const lockfilePath = join(folder, '.lock');
  const present = await exists(lockfilePath);
  if (present) {
    const owner = await readOwner(folder);
    if (owner && isGone(owner)) {
      await rmdir(lockfilePath);
    } else if (await check(folder, { lockfilePath, realpath: false, stale: STALE_AFTER })) {
      throw lockedFailure(owner, 'live', what);
    } else if (takeOver === 'no') {
      throw lockedFailure(owner, 'stale', what);
    }
  }
  let held = true;
  const release = await take(folder, lockfilePath, { lost: () => (held = false), what });
  try {
    await writeSynced(ownerPath(folder), JSON.stringify(ourselves()));
  } catch (error) {
    await release();
    throw error;
  }
  return {
    held: () => held,
    tookOver: present,
    release: async () => {
      if (!held) return;
      held = false;
      try {
        await release();
      } catch (error) {
        // The disk is gone or read-only by now: the lock goes stale by itself, and closing must not fail.
        if (!isSystemError(error, 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENODEV', 'ENOTEMPTY')) throw error;
      }
    },
  };
}

async function take(
  folder: string,
  lockfilePath: string,
  { lost, what }: { lost: () => void; what: string },
): Promise<() => Promise<void>> {
  try {
    return await lock(folder, {
      lockfilePath,
      realpath: false,
      stale: STALE_AFTER,
      fs: OWN_FOLDERS,
      onCompromised: lost,
    });
  } catch (error) {
    if (isSystemError(error, 'ELOCKED')) throw lockedFailure(await readOwner(folder), 'live', what);
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}
