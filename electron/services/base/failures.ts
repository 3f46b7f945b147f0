import type { Undertaking } from '../../../shared/document-words.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';

const NOTHING_CHANGED = '原有数据没有改动。';

interface Cause {
  readonly code: string;
  readonly because: string;
  readonly remedy: string;
}

const DISK_FULL: Cause = {
  code: 'disk-full',
  because: '磁盘空间不足',
  remedy: '请清理磁盘，腾出空间后再试一次。',
};
const NO_PERMISSION: Cause = {
  code: 'no-permission',
  because: '没有读写这个位置的权限，或文件正被其他程序占用',
  remedy: '请关闭正在使用该文件的程序，或请管理员开通权限后再试。',
};
const NOT_FOUND: Cause = {
  code: 'not-found',
  because: '找不到文件或文件夹，可能已被移动、改名或删除',
  remedy: '请检查文件是否还在原处、U 盘或网络盘是否连着，然后再试一次。',
};
const NOT_A_FOLDER: Cause = {
  code: 'not-a-folder',
  because: '所给位置里有一段是文件，不是文件夹',
  remedy: '请换一个文件夹后再试。',
};
const BUSY: Cause = {
  code: 'busy',
  because: '文件正被其他程序占用',
  remedy: '请关闭正在使用该文件的程序（包括杀毒扫描、同步盘），然后再试一次。',
};
const READ_FAULT: Cause = {
  code: 'io',
  because: '磁盘读写出错',
  remedy: '请先把数据文件夹复制到其他磁盘，再检查这块磁盘或 U 盘。',
};

/** The one table from the system's error codes to what a user is told. */
const CAUSES: Record<string, Cause> = {
  ENOSPC: DISK_FULL,
  EDQUOT: { ...DISK_FULL, because: '磁盘配额已用完' },
  EFBIG: { ...DISK_FULL, because: '这块磁盘放不下这么大的单个文件', remedy: '请换用 NTFS 等格式的磁盘。' },
  EROFS: {
    code: 'read-only',
    because: '这个位置是只读的',
    remedy: '请把数据文件夹移到可以写入的位置（不要放在光盘或写保护的 U 盘上）。',
  },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EBUSY: BUSY,
  ETXTBSY: BUSY,
  ENAMETOOLONG: {
    code: 'name-too-long',
    because: '文件名或所在路径太长',
    remedy: '请缩短文件名，或把文件移到层级较浅的文件夹后再试。',
  },
  ENOENT: NOT_FOUND,
  ENOTDIR: NOT_A_FOLDER,
  // Making a folder where a file of that name is.
  EEXIST: NOT_A_FOLDER,
  ENODEV: NOT_FOUND,
  ENXIO: NOT_FOUND,
  EISDIR: { code: 'not-a-file', because: '这是文件夹，不是文件', remedy: '请选择文件。' },
  EMFILE: {
    code: 'busy',
    because: '同时打开的文件太多',
    remedy: '请关闭一些程序后再试一次。',
  },
  // A link where the program keeps a file of its own.
  ELOOP: {
    code: 'link',
    because: '这个位置上是指向别处的链接，不是文件本身',
    remedy: '请把原来的文件放回这个位置，再试一次。',
  },
  EIO: READ_FAULT,
};

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True for an error of the file system with this code ("ENOENT"). */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return codes.includes(systemCode(error));
}

/** What the system answers; undefined where nothing is there. Its other errors come out as they are. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** True for whatever the file system refused, for whichever reason. */
export function isOfTheSystem(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(systemCode(error));
}

/**
 * Turns an error of the machine into one that a user understands. A UserError, a cancellation and an error
 * that is not the machine's are returned as they are.
 */
export function asUserError(error: unknown, undertaking: Undertaking): unknown {
  const cause = CAUSES[systemCode(error)];
  if (!cause || error instanceof UserError) return error;
  return new UserError(
    {
      code: cause.code,
      message: `${undertaking.action}没有成功：${cause.because}。`,
      effect: undertaking.effect,
      remedy: cause.remedy,
    },
    { cause: error },
  );
}

/** Runs a task of the machine; its errors come out as UserErrors. */
export async function guarded<T>(undertaking: Undertaking, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw asUserError(error, undertaking);
  }
}

/** True where the user (or the closing program) stopped the work. */
export function isCancellation(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Any thrown value as a Failure. Never carries a stack or a path of the program. */
export function toFailure(error: unknown): Failure {
  if (isCancellation(error)) {
    return {
      code: 'cancelled',
      message: '已取消。',
      effect: NOTHING_CHANGED,
      remedy: '需要时可以重新开始。',
    };
  }
  const known = asUserError(error, { action: '这一步操作', effect: NOTHING_CHANGED });
  if (known instanceof UserError) return known.failure;
  return {
    code: 'internal',
    message: '程序内部出错，这一步没有完成。',
    effect: '最近一次保存的内容完好。',
    remedy: '请重新打开程序再试；如果仍然出错，请把操作步骤告诉技术支持人员。',
  };
}

/**
 * The same of what the program did: what the user is not told in words is noted on stderr with its stack, for whoever
 * supports the user. A Failure carries none.
 */
export function notedFailure(error: unknown): Failure {
  if (!(error instanceof UserError) && !isCancellation(error)) console.error(error);
  return toFailure(error);
}
