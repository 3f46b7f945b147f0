import { describe, expect, it } from 'vitest';
import { messageSchema } from '../../../../electron/desktop/bridge.ts';
import { MOST_BYTES } from '../../../../electron/desktop/handed-over.ts';

describe('content without a path', () => {
  const message = (bytes: unknown) => ({ kind: 'bytes', name: '截图.png', bytes });

  it('travels up to its limit, and as bytes alone', () => {
    expect(messageSchema.safeParse(message(new Uint8Array(3))).success).toBe(true);
    expect(messageSchema.safeParse(message('abc')).success).toBe(false);
    expect(messageSchema.safeParse(message([1, 2])).success).toBe(false);
    const large = Object.defineProperty(new Uint8Array(0), 'byteLength', { value: MOST_BYTES + 1 });
    expect(messageSchema.safeParse(message(large)).success).toBe(false);
  });
});

const text = (length: number): string => 'x'.repeat(length);
const MESSAGES = {
  call: { kind: 'call', name: 'hostInfo', page: 'page', input: {} },
  offer: { kind: 'offer', path: '/a', name: 'a' },
  bytes: { kind: 'bytes', bytes: new Uint8Array(1), name: 'a' },
};

describe('what travels is bounded', () => {
  it.each([
    ['call', 'name', 0, 100],
    ['call', 'page', 0, 100],
    ['offer', 'path', 1, 32_768],
    ['offer', 'name', 1, 1000],
    ['bytes', 'name', 1, 1000],
  ] as const)('%s: %s of %i to %i characters', (kind, key, least, most) => {
    const takes = (value: unknown): boolean =>
      messageSchema.safeParse({ ...MESSAGES[kind], [key]: value }).success;
    expect([least, most].map((length) => takes(text(length)))).toEqual([true, true]);
    expect([takes(text(most + 1)), takes(7), takes(undefined)]).toEqual([false, false, false]);
    if (least > 0) expect(takes(text(least - 1))).toBe(false);
  });
});
