import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { type Inspect, inspectFile } from '../../../../../electron/services/desk/inspection.ts';
import { deskFor, flipByte, folderOf, packageFile, unitFixture } from './fixture.ts';

let desk: DeskSession;
let path: string;
let folder: string;
/** What waits in incoming/ at each verifying. */
let waiting: number[];
const inspect: Inspect = async (file, task) => {
  waiting.push((await readdir(join(desk.folder, 'incoming'))).length);
  return inspectFile(desk.standard, file, task);
};
const receive = (file: string, by = inspect, signal?: AbortSignal) =>
  desk.receive(
    { path: file, name: '交来的.zip' },
    { receivedOn: '2026-11-21', inspect: by, ...(signal && { signal }) },
  );

async function holding(content: Buffer): Promise<string> {
  const file = join(folder, '录像.zip');
  await writeFile(file, content);
  return file;
}

beforeEach(async () => {
  const unit = await unitFixture({ name: '甲局' });
  folder = await folderOf('收到');
  path = (await packageFile(unit, folder, '甲.zip')).path;
  desk = await DeskSession.open(await deskFor(unit));
  waiting = [];
});
afterEach(async () => {
  expect(await readdir(join(desk.folder, 'incoming'))).toEqual([]);
  await desk.close();
});

describe('a file that is plainly no archive', () => {
  it('is refused with the receipt of one that was copied, and is not copied', async () => {
    const film = Buffer.alloc(300_000, 'ftypmp42');
    // The end of an archive lies no farther from the end of a file than 64 KiB.
    film.write('PK\x05\x06', film.length - 2 ** 16 - 100, 'latin1');
    const receipt = await receive(await holding(film));
    expect(waiting).toEqual([0]);
    expect(receipt).toMatchObject({
      fileName: '交来的.zip',
      sha256: createHash('sha256').update(film).digest('hex'),
      bytes: film.length,
      verdict: 'not-a-package',
      kept: false,
      receivedOn: '2026-11-21',
      verification: {
        file: '交来的.zip',
        status: 'not-a-package',
        problems: [{ code: 'not-a-zip', message: '既不是 ZIP 压缩包，也不是解开的推荐包文件夹' }],
      },
    });
    expect(desk.receipts()).toEqual([receipt]);
    expect(await readdir(join(desk.folder, 'packages'))).toEqual([]);
  });

  it('is told as empty where it is, and given up by a cancel', async () => {
    expect(await receive(await holding(Buffer.alloc(0)))).toMatchObject({
      verdict: 'not-a-package',
      bytes: 0,
    });
    const stopped = receive(await holding(Buffer.from('x')), inspect, AbortSignal.abort());
    await expect(stopped).rejects.toThrow(/abort/iu);
    expect(desk.receipts()).toHaveLength(1);
  });
});

describe('a file that may be a package', () => {
  it.each([
    ['whole', (all: Buffer) => all, 'accepted'],
    ['cut off at its end', (all: Buffer) => all.subarray(0, 2000), 'damaged'],
    ['cut off at its beginning', (all: Buffer) => all.subarray(100), undefined],
    ['ending as ours do', (all: Buffer) => all.subarray(-80), 'damaged'],
  ])('is copied before it is verified: %s', async (_, cut, verdict) => {
    const receipt = await receive(await holding(cut(await readFile(path))));
    expect(waiting).toEqual([1]);
    if (verdict !== undefined) expect(receipt.verdict).toBe(verdict);
  });

  it('is copied where it became one after it was looked at', async () => {
    const file = await holding(Buffer.from('还没有写完'));
    const changing: Inspect = async (each, task) => {
      if (waiting.length === 0) await writeFile(file, await readFile(path));
      return inspect(each, task);
    };
    const { verdict, sha256 } = await receive(file, changing);
    expect(waiting).toEqual([0, 1]);
    expect(verdict).toBe('accepted');
    expect(sha256).toBe(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  });

  it('is damaged where a byte was changed', async () => {
    await flipByte(path, path);
    expect(await receive(path)).toMatchObject({ verdict: 'damaged' });
    expect(waiting).toEqual([1]);
  });
});
