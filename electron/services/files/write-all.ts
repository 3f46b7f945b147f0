import type { FileHandle } from 'node:fs/promises';

/** Writes all of it where the last writing ended, in as few calls as the system takes. Throws the system's error. */
export async function writeAll(handle: FileHandle, parts: readonly Buffer[]): Promise<void> {
  let left = parts.filter(({ length }) => length > 0);
  while (left.length > 0) {
    let { bytesWritten } = await handle.writev(left);
    left = left.flatMap((part) => {
      const rest = part.subarray(Math.min(bytesWritten, part.length));
      bytesWritten -= part.length - rest.length;
      return rest.length > 0 ? [rest] : [];
    });
  }
}
