import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Entry, fromBufferPromise } from 'yauzl';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';

/** Bytes of the end record without its comment (APPNOTE 4.3.16). */
const END = 22;
/** Where the fields of a header begin, its name the last: local (APPNOTE 4.3.7), central (4.3.12). */
const LOCAL = [0, 4, 6, 8, 10, 12, 14, 18, 22, 26, 28, 30];
const CENTRAL = [0, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42, 46];

describe('a package with one byte changed', () => {
  let bytes: Buffer;
  let folder: string;
  beforeAll(async () => {
    bytes = await readFile((await exportFixture(await makeFixture())).file);
    folder = await tempFolder();
  });

  async function flipped(at: number, mask: number): Promise<Awaited<ReturnType<typeof verifyPackage>>> {
    const changed = Buffer.from(bytes);
    changed[at]! ^= mask;
    const file = join(folder, 'changed.zip');
    await writeFile(file, changed);
    return verifyPackage(file);
  }

  /**
   * Where a byte is changed: every byte of one header of each kind with its name, of the end record and of the
   * comment; of every other header (all are written and read by the same code) and of every file's content some;
   * of the whole archive each 1009th. BIAOBING_EVERY_BYTE=1 leaves out none.
   */
  async function positions(): Promise<ReadonlySet<number>> {
    const range = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i);
    if (process.env.BIAOBING_EVERY_BYTE) return new Set(range(0, bytes.length));
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    const end = bytes.length - zip.comment.length - END;
    expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
    const found = [
      ...range(end, bytes.length - end),
      ...range(0, bytes.length).filter((at) => at % 1009 === 0),
    ];
    let central = bytes.readUInt32LE(end + 16);
    entries.forEach((entry, index) => {
      const local = entry.relativeOffsetOfLocalHeader;
      const content = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const next = central + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (index === entries.length - 1)
        found.push(...range(local, content - local), ...range(central, next - central));
      // Four fields of each: with seven entries or more, every field of either kind several times.
      for (const turn of range(index * 4, 4)) {
        found.push(local + LOCAL[turn % LOCAL.length]!, central + CENTRAL[turn % CENTRAL.length]!);
      }
      const size = entry.compressedSize;
      found.push(content, content + (size >> 1), content + size - 1);
      central = next;
    });
    expect(central).toBe(end);
    return new Set(found);
  }

  it('is never intact, wherever the byte is', { timeout: 300_000 }, async () => {
    const undetected = [];
    for (const at of await positions()) {
      const { status, problems } = await flipped(at, 1 << (at % 8));
      const named = problems.some(({ severity, message }) => severity === 'problem' && message !== '');
      if (status === 'intact' || status === 'not-a-package' || !named) undetected.push({ at, status });
    }
    expect(undetected).toEqual([]);
  });

  it('names the file that the byte belongs to', async () => {
    const { status, problems } = await flipped(bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3])), 1);
    expect(status).toBe('damaged');
    expect(problems.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'archive-changed', path: '' },
      { code: 'unreadable', path: 'data/佐证材料/1.1 项目1.1/02 培训照片.jpg' },
    ]);
  });

  it('says that a cut-off package is incomplete', async () => {
    for (const length of [bytes.length - 1, bytes.length >> 1, 100]) {
      const file = join(folder, 'cut.zip');
      await writeFile(file, bytes.subarray(0, length));
      const { status, problems } = await verifyPackage(file);
      expect(status).toBe('damaged');
      expect(problems[0]?.message).toContain('压缩包不完整');
    }
  });

  it('finds bytes added in front, behind and inside', async () => {
    const junk = Buffer.from('junk');
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    for (const changed of [
      Buffer.concat([junk, bytes]),
      Buffer.concat([bytes, junk]),
      Buffer.concat([bytes.subarray(0, directory), junk, bytes.subarray(directory)]),
    ]) {
      const file = join(folder, 'added.zip');
      await writeFile(file, changed);
      expect((await verifyPackage(file)).status).toBe('damaged');
    }
  });
});
