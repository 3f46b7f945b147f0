import { lstat } from 'node:fs/promises';
import { ifThere } from '../base/failures.ts';
import { hashBeforeComment, statedHash } from './seal.ts';

/**
 * Where a written package goes without replacing anything else: its own name, or that with a number where a file of other
 * bytes has the name. `part`: where it is now, whole.
 */
export async function placeFor({ file, part }: { file: string; part: string }): Promise<string> {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? file : file.replace(/\.zip$/, ` (${count}).zip`);
    if (!(await exists(free)) || (await isSame(free, part))) return free;
  }
}

export async function exists(path: string): Promise<boolean> {
  return (await ifThere(lstat(path))) !== undefined;
}

/** Whether both are one package, byte for byte. */
async function isSame(path: string, part: string): Promise<boolean> {
  const [there, whole] = [await ifThere(lstat(path)), await lstat(part)];
  const { size } = whole;
  if (!there?.isFile() || there.size !== size) return false;
  const hash = await statedHash(part, size);
  return hash === (await statedHash(path, size)) && hash === (await hashBeforeComment(path, size, undefined));
}
