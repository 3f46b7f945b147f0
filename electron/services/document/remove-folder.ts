import { basename, join } from 'node:path';
import { fileStamp } from '../base/clock.ts';
import { guarded } from '../base/failures.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { moveFolder } from '../files/files.ts';
import { lockFolder } from '../files/lock.ts';

/** Moves a document's folder to 已删除/, on the disk when it is answered; nothing is erased. Refused while a program has it open. Answers where it went. */
export function removeFolder(
  folder: string,
  { data, title, now }: { data: Pick<DataFolder, 'removed'>; title: string; now: Date },
): Promise<string> {
  return guarded({ action: `移走${title}`, effect: '文件夹还在原处，没有改动。' }, async () => {
    const movedTo = join(await data.removed(), `${basename(folder)}-${fileStamp(now)}`);
    const lock = await lockFolder(folder, 'no', title);
    // Held until it is away, so that nobody opens it in between.
    try {
      await moveFolder(folder, movedTo);
    } catch (error) {
      await lock.release();
      throw error;
    }
    await lock.release(movedTo);
    return movedTo;
  });
}
