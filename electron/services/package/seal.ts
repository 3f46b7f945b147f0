import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The ZIP comment of a package: SHA-256 of every byte before it. It finds a changed byte also where no checksum
 * of the payload looks (headers, directory). An archive without it is judged by its payload alone.
 */
const FORM = /^Biaobing-SHA256:([0-9a-f]{64})$/;
export const COMMENT_BYTES = 80;

export function zipComment(sha256: string): string {
  return `Biaobing-SHA256:${sha256}`;
}

/** The hash that the file's last bytes state; undefined where they are no such comment. */
export async function statedHash(path: string, size: number): Promise<string | undefined> {
  const handle = await open(path, 'r');
  try {
    const tail = Buffer.alloc(Math.min(COMMENT_BYTES, size));
    await handle.read(tail, 0, tail.length, size - tail.length);
    return FORM.exec(tail.toString('latin1'))?.[1];
  } finally {
    await handle.close();
  }
}

/** SHA-256 of everything before the comment. `size`: of the whole file, in bytes. */
export async function hashBeforeComment(
  path: string,
  size: number,
  signal: AbortSignal | undefined,
  read: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: size - COMMENT_BYTES - 1, signal })) {
    hash.update(chunk as Buffer);
    read((chunk as Buffer).length);
  }
  return hash.digest('hex');
}
