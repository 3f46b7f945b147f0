import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { HEAD_BYTES } from '../../../shared/values/file-kinds.ts';
import { ShorterFile } from '../files/hash-beside.ts';
import { isWrongJson, TooLargeError } from '../files/foreign-json.ts';
import type { BagSource, SourceFile } from './source.ts';

/** A file whose content is not what its container declared. */
export class ContentError extends Error {
  readonly kind: 'larger' | 'broken';
  constructor(kind: ContentError['kind'], options?: { cause?: unknown }) {
    super(kind, options);
    this.kind = kind;
  }
}

/**
 * The content of one file, piece by piece, never more than declared; a piece is good until the next is asked for. Throws ContentError where it is longer,
 * shorter or cannot be inflated; an AbortError when cancelled; an error of the machine as it is.
 */
export async function* pieces(
  source: BagSource,
  file: SourceFile,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  let crc = 0;
  try {
    for await (const chunk of source.read(file)) {
      signal?.throwIfAborted();
      bytes += chunk.length;
      if (bytes > file.bytes) throw new ContentError('larger');
      if (file.crc32 !== undefined) crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (isZlib(error)) throw new ContentError('broken', { cause: error });
    throw error;
  }
  if (bytes !== file.bytes || (file.crc32 !== undefined && crc !== file.crc32))
    throw new ContentError('broken');
}

/** Checksums of one file in one pass, as lower-case hex by the names that node:crypto knows. */
export async function digest(
  source: BagSource,
  file: SourceFile,
  algorithms: readonly string[],
  signal: AbortSignal | undefined,
  read: (bytes: number) => void,
): Promise<Map<string, string>> {
  const hashes = algorithms.map((name) => ({ name, hash: createHash(name) }));
  for await (const chunk of pieces(source, file, signal)) {
    for (const { hash } of hashes) hash.update(chunk);
    read(chunk.length);
  }
  return new Map(hashes.map(({ name, hash }) => [name, hash.digest('hex')]));
}

/** A whole file. Throws TooLargeError where it declares more than `limit` bytes. */
export async function readWhole(
  source: BagSource,
  file: SourceFile,
  limit: number,
  signal?: AbortSignal,
): Promise<Buffer> {
  if (file.bytes > limit) throw new TooLargeError();
  const chunks: Buffer[] = [];
  for await (const chunk of pieces(source, file, signal)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** How a file begins: at most HEAD_BYTES. */
export async function readHead(source: BagSource, file: SourceFile, signal?: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source.read(file, HEAD_BYTES)) {
      signal?.throwIfAborted();
      chunks.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - bytes)));
      bytes += chunk.length;
      if (bytes >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (isZlib(error)) throw new ContentError('broken', { cause: error });
    throw error;
  }
  return Buffer.concat(chunks);
}

/** True for what reading and parsing a stranger's content throws: unreadable, or as `isWrongJson`. */
export function isWrongContent(error: unknown): boolean {
  return error instanceof ContentError || isWrongJson(error);
}

/** Errors of inflating (Z_DATA_ERROR, …) and of an archive that ends too early: damage, not a machine's fault. */
function isZlib(error: unknown): boolean {
  return (
    error instanceof Error &&
    !('syscall' in error) &&
    error.name !== 'AbortError' &&
    !(error instanceof ContentError) &&
    !(error instanceof ShorterFile)
  );
}
