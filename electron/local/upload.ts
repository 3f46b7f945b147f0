import { randomUUID } from 'node:crypto';
import { rm, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../shared/values/errors.ts';
import type { Host } from '../services/host.ts';
import { openToWrite } from '../services/files/modes.ts';

/** Left free for the system and the store's own writes. */
const RESERVE_BYTES = 64 * 1024 * 1024;
const NAME_LENGTH = 1000;

/**
 * Streams an uploaded file into the host's staging folder; answers its token. What arrived of an upload that
 * broke off is removed. Throws UserError where the disk is too full, and whatever else reading or writing throws.
 */
export async function receiveUpload(
  host: Pick<Host, 'offerFile' | 'stagingFolder'>,
  request: IncomingMessage,
  name: string,
): Promise<string> {
  const folder = await host.stagingFolder();
  const { bavail, bsize } = await statfs(folder);
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced + RESERVE_BYTES > bavail * bsize) throw diskFull();
  const path = join(folder, randomUUID());
  try {
    const handle = await openToWrite(path, 'over');
    await pipeline(request, handle.createWriteStream());
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw diskFull(error);
    throw error;
  }
  return host.offerFile({ path, name: name.slice(0, NAME_LENGTH), ownership: 'staged' });
}

function diskFull(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'disk-full',
      message: '磁盘空间不足，文件没有放进来',
      effect: '已保存的内容没有变化。',
      remedy: '请清理数据文件夹所在的磁盘，再重新选择这个文件。',
    },
    { cause },
  );
}
