import { stat } from 'node:fs/promises';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { importFailure } from './import-failure.ts';
import { LIMITS } from './limits.ts';
import { type ReadAnswer, type ReadRequest, readReplySchema } from './reader-messages.ts';
import { spawnNodeReader, type SpawnReader } from './spawn-reader.ts';

export interface ReaderOptions {
  readonly signal?: AbortSignal | undefined;
  /** How the reading process is started; absent: as a child of Node. The desktop door brings Electron's own way. */
  readonly spawnReader?: SpawnReader | undefined;
}

/** Throws a UserError for a file that is missing, empty or larger than any that is read. */
export async function requireSize(path: string): Promise<void> {
  const { size } = await guarded(
    { action: '读取要导入的文件', effect: '没有导入任何内容。' },
    async () => await stat(path),
  );
  if (size === 0) throw importFailure('import-empty', '这份文件是空的（0 字节）。');
  if (size > LIMITS.fileBytes) {
    throw importFailure(
      'import-too-big',
      `这份文件有 ${inMiB(size)} MB，超过 ${inMiB(LIMITS.fileBytes)} MB。`,
    );
  }
}

function inMiB(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

/** One process per request: whatever a file does to it ends with it. */
export async function askReader(
  request: ReadRequest,
  { signal, spawnReader = spawnNodeReader }: ReaderOptions,
): Promise<ReadAnswer> {
  signal?.throwIfAborted();
  const reader = spawnReader();
  let timer: NodeJS.Timeout | undefined;
  const stop = new AbortController();
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      reader.once('message', resolve);
      reader.once('error', reject);
      reader.once('exit', () =>
        reject(importFailure('import-memory', '读取这份文件时程序意外中断，可能是内存不够。')),
      );
      timer = setTimeout(
        () =>
          reject(
            importFailure('import-timeout', `读取这份文件用了 ${LIMITS.milliseconds / 1000} 秒还没有完成。`),
          ),
        LIMITS.milliseconds,
      );
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: stop.signal });
      reader.send({ request, heapMiB: LIMITS.heapMiB });
    });
    const reply = readReplySchema.parse(answer);
    if (!reply.ok) throw new UserError(reply.failure);
    return reply;
  } finally {
    clearTimeout(timer);
    stop.abort();
    reader.kill();
  }
}
