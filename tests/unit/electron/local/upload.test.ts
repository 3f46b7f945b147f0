import type * as Disk from 'node:fs/promises';
import { mkdir, readdir, readFile, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { receiveUpload } from '../../../../electron/local/upload.ts';
import { temporaryFolder } from '../services/fixture.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Disk>();
  return { ...real, statfs: vi.fn(real.statfs) };
});

const MIB = 1024 * 1024;
/** Always left free, in bytes. */
const RESERVE = 64 * MIB;

let staging: string;
const offered: { path: string; name: string; ownership: string }[] = [];
const host: Parameters<typeof receiveUpload>[0] = {
  stagingFolder: () => Promise.resolve(staging),
  offerFile: (file) => {
    offered.push(file);
    return 'token-1';
  },
};

beforeEach(async () => {
  staging = join(await temporaryFolder(), 'staging');
  await mkdir(staging);
  offered.length = 0;
});

function requestOf(content: Readable, length?: number): IncomingMessage {
  const headers = length === undefined ? {} : { 'content-length': String(length) };
  return Object.assign(content, { headers }) as unknown as IncomingMessage;
}

async function free(bytes: number): Promise<void> {
  const real = await statfs(staging);
  vi.mocked(statfs).mockResolvedValueOnce({ ...real, bsize: 4096, bavail: bytes / 4096 });
}

const DISK_FULL = {
  code: 'disk-full',
  message: '磁盘空间不足，文件没有放进来',
  effect: '已保存的内容没有变化。',
  remedy: '请清理数据文件夹所在的磁盘，再重新选择这个文件。',
};

describe('an upload', () => {
  it('is refused before a byte of it is read where it leaves too little room', async () => {
    await free(RESERVE + 4096);
    const read = vi.fn();
    const content = new Readable({ read });
    await expect(receiveUpload(host, requestOf(content, 4097), '甲.pdf')).rejects.toMatchObject({
      failure: DISK_FULL,
    });
    expect(read).not.toHaveBeenCalled();
    expect(await readdir(staging)).toEqual([]);
    expect(offered).toEqual([]);
  });

  it('is taken where it just fits', async () => {
    await free(RESERVE + 4096);
    const content = Buffer.alloc(4096, 7);
    expect(await receiveUpload(host, requestOf(Readable.from([content]), 4096), '甲.pdf')).toBe('token-1');
    expect(offered).toMatchObject([{ name: '甲.pdf', ownership: 'staged' }]);
    expect(await readFile(offered[0]?.path ?? '')).toEqual(content);
  });

  it.each([
    ['too little room', RESERVE - 4096, DISK_FULL.code],
    ['room', RESERVE, 'token-1'],
  ])('of an unknown length with %s', async (_, bytes, expected) => {
    await free(bytes);
    const received = receiveUpload(host, requestOf(Readable.from([Buffer.from('甲')])), '甲.pdf');
    expect(await received.catch((error: { failure: { code: string } }) => error.failure.code)).toBe(expected);
  });

  it.each([
    ['the disk fills up meanwhile', 'ENOSPC', { failure: DISK_FULL }],
    ['it breaks off', 'ECONNRESET', { code: 'ECONNRESET' }],
  ])('leaves nothing where %s', async (_, code, expected) => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(1000);
      await Promise.resolve();
      throw Object.assign(new Error(code), { code });
    }
    const received = receiveUpload(host, requestOf(Readable.from(broken())), '甲.pdf');
    await expect(received).rejects.toMatchObject(expected);
    expect(await readdir(staging)).toEqual([]);
    expect(offered).toEqual([]);
  });

  it('keeps the first 1000 characters of a name', async () => {
    await receiveUpload(host, requestOf(Readable.from([])), `${'名'.repeat(1000)}.pdf`);
    expect(offered[0]?.name).toBe('名'.repeat(1000));
  });
});
