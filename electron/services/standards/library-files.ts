import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Undertaking } from '../../../shared/document-words.ts';
import { fileStamp } from '../base/clock.ts';
import { asUserError } from '../base/failures.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { moveFolder, replaceFile } from '../files/files.ts';
import { readKept } from '../files/kept.ts';

interface Putting extends Undertaking {
  /** What it means where the disk reports an error of what it has done all the same. */
  readonly done: string;
}

/** Puts a file into the library. Returns when it is on the disk; throws a UserError that says what is there otherwise. */
export async function putFile(path: string, text: string, { done, ...undertaking }: Putting): Promise<void> {
  try {
    await replaceFile(path, text);
  } catch (error) {
    const there = await readKept(path).catch(() => undefined);
    const isDone = there?.equals(Buffer.from(text)) ?? false;
    throw asUserError(error, isDone ? { ...undertaking, effect: done } : undertaking);
  }
}

/** <stem>.json in a folder, or <stem>-2.json, … where that is there already: whatever lies there stays. */
export async function freePath(folder: string, stem: string): Promise<string> {
  const names = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}.json`;
    if (!names.has(name.toLowerCase())) return join(folder, name);
  }
}

/** A new path in 已删除. */
export async function removedPath(
  data: Pick<DataFolder, 'removed'>,
  stem: string,
  now: Date,
): Promise<string> {
  return freePath(await data.removed(), `${stem}-${fileStamp(now)}`);
}

/** Moves a file of the library to 已删除; answers where it went, where it is on the disk by then. */
export async function moveAway(
  path: string,
  data: Pick<DataFolder, 'removed'>,
  { stem, now }: { readonly stem: string; readonly now: Date },
): Promise<string> {
  const movedTo = await removedPath(data, stem, now);
  await moveFolder(path, movedTo);
  return movedTo;
}
