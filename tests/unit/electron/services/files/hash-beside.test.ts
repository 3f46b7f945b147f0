import { createHash } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HashBeside } from '../../../../../electron/services/files/hash-beside.ts';
import { tempFolder } from '../../../temp-folders.ts';

const CONTENT = Buffer.alloc(3_000_000, '标兵');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a hash computed beside', () => {
  let path: string;
  let beside: HashBeside;
  beforeEach(async () => {
    path = join(await tempFolder(), 'file');
    await writeFile(path, CONTENT);
    beside = new HashBeside(path);
  });
  afterEach(() => beside.end());

  it('is that of the first bytes', async () => {
    expect(await beside.digest(2_222_222)).toBe(sha256(CONTENT.subarray(0, 2_222_222)));
  });

  it('follows a file that is being written', async () => {
    beside.upTo(1_000_000);
    await appendFile(path, CONTENT);
    beside.upTo(4_000_000);
    beside.upTo(4_000_000);
    expect(await beside.digest(6_000_000)).toBe(sha256(Buffer.concat([CONTENT, CONTENT])));
  });

  it.each([
    ['the file is shorter', () => beside.digest(3_000_001)],
    ['the file is not there', () => new HashBeside(`${path}x`).digest(1)],
    [
      'the thread is ended',
      async () => {
        await beside.end();
        return beside.digest(1);
      },
    ],
  ])('is none where %s', async (_, hash) => {
    await expect(hash()).rejects.toThrow();
  });
});
