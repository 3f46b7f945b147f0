import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Threads from 'node:worker_threads';
import { expect, it, vi } from 'vitest';
import { HashBeside } from '../../../../../electron/services/files/hash-beside.ts';
import { tempFolder } from '../../../temp-folders.ts';

const thread = vi.hoisted(() => ({ dies: 'at its start' }));
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof Threads>();
  return {
    ...real,
    Worker: class extends real.Worker {
      constructor(text: string, options: Threads.WorkerOptions) {
        if (thread.dies === 'before it is there') throw new Error('no threads');
        super(thread.dies === 'at its start' ? 'process.exit(0)' : text, options);
      }
      override postMessage(message: { readonly last: boolean }): void {
        if (thread.dies === 'at the end' && message.last) void this.terminate();
        else super.postMessage(message);
      }
    },
  };
});

const CONTENT = Buffer.alloc(3_000_000, '标兵');
async function beside(): Promise<HashBeside> {
  const path = join(await tempFolder(), 'file');
  await writeFile(path, CONTENT);
  return new HashBeside(path);
}

it.each(['before it is there', 'at its start', 'at the end'])(
  'is computed here, of the same bytes, where the thread dies %s',
  async (dies) => {
    thread.dies = dies;
    const hash = await beside();
    hash.upTo(1_000_000);
    const expected = createHash('sha256').update(CONTENT.subarray(0, 2_222_222)).digest('hex');
    expect(await hash.digest(2_222_222)).toBe(expected);
    await hash.end();
  },
);

it('is none here either where the file is shorter', async () => {
  thread.dies = 'at the end';
  const hash = await beside();
  await expect(hash.digest(3_000_001)).rejects.toThrow('shorter');
  await hash.end();
});

it('is not begun here once it was ended, and stops where that comes in the middle', async () => {
  thread.dies = 'never';
  const ended = await beside();
  await ended.end();
  await expect(ended.digest(1)).rejects.toThrow('ended with');
  thread.dies = 'before it is there';
  const hash = await beside();
  const digest = hash.digest(3_000_000);
  await Promise.resolve().then(() => hash.end());
  await expect(digest).rejects.toThrow();
});
