import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unlessAborted } from '../../../../../electron/services/base/unless-aborted.ts';

const never = new Promise<string>(() => undefined);
const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe('an answer that is waited for', () => {
  it.each<[string, AbortSignal | undefined]>([
    ['without a signal', undefined],
    ['with a signal', new AbortController().signal],
  ])('comes, %s', async (_, signal) => {
    expect(await unlessAborted(Promise.resolve('好'), signal)).toBe('好');
    await expect(unlessAborted(Promise.reject(new Error('坏')), signal)).rejects.toThrow('坏');
    if (signal) expect(listeners(signal)).toBe(0);
  });

  it('is not waited for any more once the signal is aborted', async () => {
    const controller = new AbortController();
    const waiting = unlessAborted(never, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(listeners(controller.signal)).toBe(0);
    await expect(unlessAborted(never, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('that fails when nobody waits any more is nobody’s fault', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    const answer = new Promise<never>((_, reject) => setImmediate(() => reject(new Error('坏'))));
    await expect(unlessAborted(answer, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unheard).toEqual([]);
  });
});
