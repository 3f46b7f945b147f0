import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { type PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { openKept } from '../files/kept.ts';
import { openToWrite } from '../files/modes.ts';
import { STORED_FROM_BYTES } from './limits.ts';
import type { TaskOptions } from './progress.ts';
import { COMMENT_BYTES, zipComment } from './seal.ts';

/** One file of a package: its path below the bag's root, and its bytes or the evidence that it is. */
export type PackageFile =
  | { readonly path: string; readonly content: Buffer }
  | { readonly path: string; readonly evidence: Evidence; readonly file: string };

export interface WriteInput extends TaskOptions {
  /** Name of the bag's root folder. */
  readonly root: string;
  /** In the order in which they are written. */
  readonly files: readonly PackageFile[];
  /** What is written, in the words of whoever waits for it. */
  readonly what: string;
  /** YYYY-MM-DD: the time of every entry is noon of this day. */
  readonly date: string;
}

/** Compressed already: deflating again costs time and gains nothing. */
const COMPRESSED =
  /\.(jpe?g|png|gif|webp|heic|pdf|docx|xlsx|pptx|ofd|zip|rar|7z|gz|mp[34]|m4[av]|mov|avi|mkv|wmv|flv)$/iu;
const LEVEL = 6;

/**
 * Writes the ZIP and returns when the disk has it. Same input, same bytes: fixed order, times, attributes and
 * level. Evidence is streamed and its hash checked on the way. On failure the caller removes `path`.
 */
export async function writePackage(path: string, input: WriteInput): Promise<void> {
  const { files, signal } = input;
  const zip = new yazl.ZipFile();
  // Typed as any readable; it is a PassThrough (yazl's README: "a readable stream").
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  const cancel = (): void => {
    output.destroy(
      signal?.reason instanceof Error ? signal.reason : new DOMException('Cancelled', 'AbortError'),
    );
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', cancel, { once: true });
  const handle = await openToWrite(path, 'over');
  let reading: Readable | undefined;
  try {
    addFiles(zip, input, (stream) => (reading = stream));
    // Overwritten by the real comment, which is known only at the end; its length must be known now.
    zip.end({ forceZip64Format: false, comment: '0'.repeat(COMMENT_BYTES) });
    const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
    await writeSealed(handle, output, (done) => {
      input.progress?.({ step: `正在写入${input.what}`, done: Math.min(done, total), total });
    });
    await handle.sync();
  } finally {
    signal?.removeEventListener('abort', cancel);
    reading?.destroy();
    output.destroy();
    await handle.close();
  }
}

function addFiles(
  zip: yazl.ZipFile,
  { root, files, what, date }: WriteInput,
  opened: (stream: Readable) => void,
): void {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  // Local noon: yazl writes DOS time in local time, so the fields are the same in every time zone.
  const fixed = { mtime: new Date(year, month - 1, day, 12), mode: 0o100644, forceDosTimestamp: true };
  for (const file of files) {
    const stored = COMPRESSED.test(file.path) || sizeOf(file) >= STORED_FROM_BYTES;
    const options = { ...fixed, compress: !stored, compressionLevel: stored ? 0 : LEVEL };
    const path = `${root}/${file.path}`;
    if ('content' in file) zip.addBuffer(file.content, path, options);
    else {
      zip.addReadStreamLazy(path, { ...options, size: file.evidence.bytes }, (give) => {
        const stream = Readable.from(checkedEvidence(file, what), { objectMode: false });
        stream.on('error', (error) => zip.emit('error', error));
        opened(stream);
        give(null, stream);
      });
    }
  }
}

/** The evidence's bytes; a UserError where they are not what was added. */
async function* checkedEvidence(
  { evidence: { sha256, bytes, label }, file }: Extract<PackageFile, { evidence: Evidence }>,
  what: string,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const piece of (await openKept(file)).createReadStream()) {
      const chunk = piece as Buffer;
      hash.update(chunk);
      read += chunk.length;
      if (read > bytes) break;
      yield chunk;
    }
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw evidenceFault(label, what, '找不到了', error);
    if (error instanceof UserError)
      throw evidenceFault(label, what, '不是文件本身（是链接、文件夹或设备）', error);
    throw error;
  }
  if (read !== bytes || hash.digest('hex') !== sha256) throw evidenceFault(label, what, '已损坏或被改动');
}

function evidenceFault(label: string, what: string, fault: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'evidence-damaged',
      message: `佐证材料“${label}”${fault}，没有导出。`,
      effect: `没有生成${what}；自评内容和其他材料没有改动。`,
      remedy: '请到“佐证材料”，在这份材料上选“重新添加原文件”，再导出。',
    },
    { cause },
  );
}

/** Writes everything, with the placeholder at the end replaced by the hash of all that comes before it. */
async function writeSealed(
  handle: FileHandle,
  output: Readable,
  wrote: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  let done = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes);
    await handle.writeFile(bytes);
    done += bytes.length;
    wrote(done);
  };
  for await (const chunk of output) {
    held = Buffer.concat([held, chunk as Buffer]);
    if (held.length <= COMMENT_BYTES) continue;
    await write(held.subarray(0, -COMMENT_BYTES));
    held = held.subarray(-COMMENT_BYTES);
  }
  await handle.writeFile(zipComment(hash.digest('hex')));
}

function sizeOf(file: PackageFile): number {
  return 'content' in file ? file.content.length : file.evidence.bytes;
}
