import { type FileHandle } from 'node:fs/promises';

/** Read at a time, in bytes: memory stays flat whatever the file's size. */
const PIECE = 2 ** 20;

/** Fills the buffer from this place of the file on; answers how many bytes, none at its end. */
export type ReadAt = (buffer: Buffer, position: number) => Promise<number>;

export const readerOf =
  (handle: FileHandle): ReadAt =>
  async (buffer, position) =>
    (await handle.read(buffer, 0, buffer.length, position)).bytesRead;

/**
 * The bytes of an open file from `start` to `end`, or to where it ends, piece by piece. While one piece is looked at the
 * next is read: a piece is good until the one after it is asked for, or for ever where `kept`.
 */
export async function* readAhead(
  read: ReadAt,
  { start = 0, end = Infinity, kept = false }: { start?: number; end?: number; kept?: boolean } = {},
): AsyncGenerator<Buffer, void, undefined> {
  const largest = Math.min(PIECE, end - start);
  const buffers = kept ? [] : [Buffer.allocUnsafeSlow(largest), Buffer.allocUnsafeSlow(largest)];
  let position = start;
  const next = async (): Promise<Buffer> => {
    const buffer = buffers.shift() ?? Buffer.allocUnsafeSlow(Math.min(largest, end - position));
    if (!kept) buffers.push(buffer);
    const piece = buffer.subarray(0, Math.min(buffer.length, end - position));
    const bytes = piece.length === 0 ? 0 : await read(piece, position);
    position += bytes;
    return piece.subarray(0, bytes);
  };
  let coming = next();
  try {
    for (;;) {
      const piece = await coming;
      if (piece.length === 0) return;
      coming = next();
      // Told of where it is awaited, not before.
      coming.catch(() => undefined);
      yield piece;
    }
  } finally {
    // Nothing reads into a buffer, or from the file, once this has ended.
    await coming.catch(() => undefined);
  }
}
