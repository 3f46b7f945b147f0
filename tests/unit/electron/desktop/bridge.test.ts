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
