import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';

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

  it('is never intact, wherever the byte is', { timeout: 300_000 }, async () => {
    const all = (signature: number): number[] =>
      [...bytes.keys()].filter((at) => at + 4 <= bytes.length && bytes.readUInt32LE(at) === signature);
    const range = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i);
    const locals = all(0x04034b50);
    const centrals = all(0x02014b50);
    const [end = 0] = all(0x06054b50);
    const positions = new Set([
      // A header of either kind with its name, the end record, the comment …
      ...locals.slice(-1).flatMap((at) => range(at, 30 + bytes.readUInt16LE(at + 26))),
      ...centrals.slice(-1).flatMap((at) => range(at, 46 + bytes.readUInt16LE(at + 28))),
      ...range(end, bytes.length - end),
      // … and everything else in steps; BIAOBING_EVERY_BYTE=1 leaves out none.
      ...range(0, bytes.length).filter((at) => process.env.BIAOBING_EVERY_BYTE || at % 1009 === 0),
    ]);
    const undetected = [];
    for (const at of positions) {
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
