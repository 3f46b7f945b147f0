import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../../shared/values/errors.ts';
import {
  asUserError,
  guarded,
  isSystemError,
  toFailure,
} from '../../../../../electron/services/base/failures.ts';

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: /home/someone/file`), { code });

const CODES = [
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'ETXTBSY', 'ENAMETOOLONG', 'ENOENT'],
  ...['ENOTDIR', 'EEXIST', 'ENODEV', 'ENXIO', 'EISDIR', 'EMFILE', 'ELOOP', 'EIO', 'EUNHEARDOF'],
];

describe('what a user is told', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EBUSY', 'busy'],
    ['ENAMETOOLONG', 'name-too-long'],
    ['ENOENT', 'not-found'],
    ['EIO', 'io'],
    ['EUNHEARDOF', 'internal'],
  ])('%s is %s: what happened, what it means, what to do; no path of the machine', (system, code) => {
    const failure = toFailure(systemError(system));
    expect(failure.code).toBe(code);
    for (const sentence of [failure.message, failure.effect, failure.remedy]) {
      expect(sentence).toMatch(/^\p{Script=Han}.*。$/u);
      expect(sentence).not.toContain('/home');
    }
  });

  it('every word of it, by each error of the disk', async () => {
    const told = CODES.map((code) => {
      const { message, effect, remedy, code: own } = toFailure(systemError(code));
      return [`${code} ${own}`, message, effect, remedy].join('\n  ');
    });
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('words/disk-errors.txt');
  });

  it('names what was being done and what it means for the data; what is no error of the disk stays as it is', async () => {
    const doing = { action: '保存自评档案', effect: '已保存的内容完好。' };
    const refused = guarded(doing, () => Promise.reject(systemError('ENOSPC')));
    await expect(refused).rejects.toMatchObject({
      failure: {
        message: '保存自评档案没有成功：磁盘空间不足。',
        effect: '已保存的内容完好。',
        remedy: '请清理磁盘，腾出空间后再试一次。',
      },
    });
    const failure = { code: 'c', message: 'm', effect: 'e', remedy: 'r' };
    for (const other of [
      new TypeError('x'),
      systemError('EUNHEARDOF'),
      Object.assign(new UserError(failure), { code: 'EIO' }),
      'text',
    ]) {
      expect(asUserError(other, doing)).toBe(other);
    }
    expect(await guarded(doing, () => Promise.resolve(7))).toBe(7);
    expect(isSystemError(systemError('EIO'), 'ENOENT', 'EIO')).toBe(true);
    expect(isSystemError(systemError('EIO'), 'ENOENT')).toBe(false);
    expect(isSystemError(new Error('EIO'), 'EIO')).toBe(false);
  });

  it('keeps a UserError, tells a cancellation, and hides everything else', () => {
    const failure = { code: 'c', message: 'm', effect: 'e', remedy: 'r' };
    expect(toFailure(new UserError(failure))).toBe(failure);
    expect(toFailure(new DOMException('stop', 'AbortError'))).toEqual({
      code: 'cancelled',
      message: '已取消。',
      effect: '原有数据没有改动。',
      remedy: '需要时可以重新开始。',
    });
    for (const odd of [new TypeError('x'), 'text', undefined, null]) {
      expect(toFailure(odd).code).toBe('internal');
    }
  });
});
