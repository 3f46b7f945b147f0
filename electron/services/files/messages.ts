import { UserError } from '../../../shared/values/errors.ts';

export function folderInUse(): UserError {
  return new UserError({
    code: 'exists',
    message: '目标文件夹已经存在，并且不是空的。',
    effect: '没有覆盖任何文件。',
    remedy: '请换一个文件夹名，或选择空文件夹。',
  });
}

/** `limit` in bytes. */
export function tooLong(name: string, limit: number): UserError {
  return new UserError({
    code: 'record-too-long',
    message: `${name} 超过了 ${Math.round(limit / 2 ** 20)} MB，不会是本程序写的。`,
    effect: '没有读它；文件原样保留，没有改动。',
    remedy: '请不要删除该文件，并请技术支持人员检查。',
  });
}
