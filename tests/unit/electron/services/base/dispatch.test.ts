import { describe, expect, it, vi } from 'vitest';
import { answer } from '../../../../../electron/services/base/dispatch.ts';
import type { Handlers } from '../../../../../electron/services/base/handlers.ts';

// What either door passes on has come through here (docs/GUARDS.md).

/** Whatever is called notes down what it was given; also what an object has by nature. */
function told() {
  const called = vi.fn((_input: unknown) => Promise.resolve(null));
  const handlers = new Proxy({}, { get: () => called }) as Handlers;
  return { called, handlers };
}

describe('a call', () => {
  it.each(['rm', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'HostInfo', 'x'.repeat(500)])(
    'by the name “%s” is none',
    async (name) => {
      const { called, handlers } = told();
      expect(await answer(handlers, name, {})).toMatchObject({
        ok: false,
        failure: {
          code: 'bad-input',
          message: expect.stringContaining(`没有“${name.slice(0, 40)}”这个操作`) as string,
        },
      });
      expect(called).not.toHaveBeenCalled();
    },
  );

  it.each([undefined, null, 'x', [], {}, { jobId: 7 }])(
    'with what its schema does not know is none: %j',
    async (input) => {
      const { called, handlers } = told();
      expect(await answer(handlers, 'jobStatus', input)).toMatchObject({ failure: { code: 'bad-input' } });
      expect(called).not.toHaveBeenCalled();
    },
  );

  it('comes through without half letters, and without what its schema does not name', async () => {
    const { called, handlers } = told();
    await answer(handlers, 'jobStatus', { jobId: 'a\ud83d', more: 1 });
    expect(called).toHaveBeenCalledExactlyOnceWith({ jobId: 'a\ufffd' });
  });
});
