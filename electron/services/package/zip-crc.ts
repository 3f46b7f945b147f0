import { crc32 } from 'node:zlib';

/** What yazl is bundled with in place of buffer-crc32, which takes eight times as long (build/build.mjs). */
export function unsigned(bytes: Uint8Array, previous = 0): number {
  return crc32(bytes, previous);
}
