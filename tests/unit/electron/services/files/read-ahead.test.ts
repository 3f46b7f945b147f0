import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAhead, type ReadAt, readerOf } from '../../../../../electron/services/files/read-ahead.ts';
import { tempFolder } from '../../../temp-folders.ts';

const MIB = 2 ** 20;
/** Two and a half pieces, no two bytes near one another alike. */
const CONTENT = Buffer.from(Array.from({ length: 2.5 * MIB }, (_, at) => (at * 31 + (at >> 8) * 7) % 251));

describe('reading ahead', () => {
  let handle: FileHandle;
  beforeEach(async () => {
    const path = join(await tempFolder(), 'file');
    await writeFile(path, CONTENT);
    handle = await open(path, 'r');
  });
  afterEach(() => handle.close());

  async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
    const copies: Buffer[] = [];
    for await (const piece of pieces) copies.push(Buffer.from(piece));
    return Buffer.concat(copies);
  }

  it.each([
    ['all of it', {}, [0, CONTENT.length]],
    ['to its end, though more was asked for', { end: 9 * MIB }, [0, CONTENT.length]],
    ['a part across pieces', { start: 7, end: 2 * MIB + 5 }, [7, 2 * MIB + 5]],
    ['whole pieces', { end: 2 * MIB }, [0, 2 * MIB]],
    ['a few bytes', { start: MIB - 1, end: MIB + 1 }, [MIB - 1, MIB + 1]],
    ['nothing', { start: 5, end: 5 }, [5, 5]],
    ['nothing behind the end', { start: 9 * MIB, end: 10 * MIB }, [0, 0]],
  ])('gives %s', async (_, range, [start, end]) => {
    expect((await whole(readAhead(readerOf(handle), range))).equals(CONTENT.subarray(start, end))).toBe(true);
    const kept: Buffer[] = [];
    for await (const piece of readAhead(readerOf(handle), { ...range, kept: true })) kept.push(piece);
    expect(Buffer.concat(kept).equals(CONTENT.subarray(start, end))).toBe(true);
  });

  it('takes a system that gives less than was asked for', async () => {
    const meagre: ReadAt = (buffer, at) => readerOf(handle)(buffer.subarray(0, 70_001), at);
    expect((await whole(readAhead(meagre))).equals(CONTENT)).toBe(true);
  });

  it('throws the error of a reading where its piece is awaited', async () => {
    const failing: ReadAt = (buffer, at) =>
      at === 0 ? readerOf(handle)(buffer, at) : Promise.reject(new Error('EIO'));
    const pieces = readAhead(failing);
    expect((await pieces.next()).value).toHaveLength(MIB);
    await expect(pieces.next()).rejects.toThrow('EIO');
  });

  it('has nothing under way when it was left', async () => {
    let reading = 0;
    const counted: ReadAt = async (buffer, at) => {
      reading += 1;
      const bytes = await readerOf(handle)(buffer, at);
      reading -= 1;
      return bytes;
    };
    for await (const piece of readAhead(counted)) {
      expect(piece).toHaveLength(MIB);
      break;
    }
    expect(reading).toBe(0);
  });
});
