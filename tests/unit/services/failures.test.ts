import { describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/values/errors.ts';
import { toFailure } from '../../../electron/services/base/failures.ts';

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: /home/someone/file`), { code });

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

  it('keeps a UserError, tells a cancellation, and hides everything else', () => {
    const failure = { code: 'c', message: 'm', effect: 'e', remedy: 'r' };
    expect(toFailure(new UserError(failure))).toBe(failure);
    expect(toFailure(new DOMException('stop', 'AbortError')).code).toBe('cancelled');
    for (const odd of [new TypeError('x'), 'text', undefined, null]) {
      expect(toFailure(odd).code).toBe('internal');
    }
  });
});
