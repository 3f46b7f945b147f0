import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { type PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';
import { writeAll } from '../files/write-all.ts';
import { unlessAborted } from '../base/unless-aborted.ts';
import { HashBeside } from '../files/hash-beside.ts';
import { openToWrite } from '../files/modes.ts';
import { STORED_FROM_BYTES } from './limits.ts';
import type { TaskOptions } from './progress.ts';
import { evidenceBytes, type EvidenceFile } from './evidence-bytes.ts';
import { COMMENT_BYTES, WORTH_A_THREAD, zipComment } from './seal.ts';

/** One file of a package: its path below the bag's root, and its bytes or the evidence that it is. */
export type PackageFile = { readonly path: string; readonly content: Buffer } | EvidenceFile;

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
 * Writes the ZIP, which can be read when this returns; `synced` is fulfilled when the disk has it. Same input, same bytes:
 * fixed order, times, attributes and level. Evidence is streamed. On failure the caller removes `path`.
 */
export async function writePackage(path: string, input: WriteInput): Promise<{ synced: Promise<void> }> {
  const { files, signal } = input;
  const zip = new yazl.ZipFile();
  // Typed as any readable; it is a PassThrough (yazl's README: "a readable stream").
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  // Told of where it is read, which may begin after a cancel.
  output.on('error', () => undefined);
  const cancel = (): void => {
    output.destroy(
      signal?.reason instanceof Error ? signal.reason : new DOMException('Cancelled', 'AbortError'),
    );
  };
  signal?.throwIfAborted();
  const handle = await openToWrite(path, 'over');
  let reading: Readable | undefined;
  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', cancel, { once: true });
    addFiles(zip, input, (stream) => (reading = stream));
    // Overwritten by the real comment, which is known only at the end; its length must be known now.
    zip.end({ forceZip64Format: false, comment: '0'.repeat(COMMENT_BYTES) });
    const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
    const beside = total < WORTH_A_THREAD ? undefined : new HashBeside(path);
    try {
      await writeSealed(handle, output, { beside, signal }, (done) => {
        input.progress?.({ step: `正在写入${input.what}`, done: Math.min(done, total), total });
      });
    } finally {
      await beside?.end();
    }
  } catch (error) {
    await handle.close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    reading?.destroy();
    output.destroy();
  }
  const synced = handle.sync().finally(() => handle.close());
  // Told of where it is awaited, not before.
  synced.catch(() => undefined);
  return { synced };
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
        const stream = Readable.from(evidenceBytes(file, what), { objectMode: false });
        stream.on('error', (error) => zip.emit('error', error));
        opened(stream);
        give(null, stream);
      });
    }
  }
}

/**
 * Writes everything, with the placeholder at the end replaced by the hash of all that comes before it. `beside` computes
 * that of what has been written, while more is.
 */
async function writeSealed(
  handle: FileHandle,
  output: Readable,
  { beside, signal }: { beside: HashBeside | undefined; signal: AbortSignal | undefined },
  wrote: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  let done = 0;
  for await (const chunk of output) {
    const all = chunk as Buffer;
    const cut = Math.max(0, held.length + all.length - COMMENT_BYTES);
    const body = all.subarray(0, Math.max(0, cut - held.length));
    const parts = [held.subarray(0, cut), body];
    if (!beside) for (const part of parts) hash.update(part);
    await writeAll(handle, parts);
    held = Buffer.concat([held.subarray(cut), all.subarray(body.length)]);
    done += cut;
    beside?.upTo(done);
    wrote(done);
  }
  await handle.writeFile(
    zipComment(beside ? await unlessAborted(beside.digest(done), signal) : hash.digest('hex')),
  );
}

function sizeOf(file: PackageFile): number {
  return 'content' in file ? file.content.length : file.evidence.bytes;
}
