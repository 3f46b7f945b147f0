import { join } from 'node:path';
import type { Failure } from '../../../shared/values/errors.ts';
import { readKept } from '../files/kept.ts';
import { backupNames, backupsOf, renameBackup } from './backups.ts';
import type { StoredKind } from './document-file.ts';

const isOfClosing = (name: string): boolean => name.endsWith('-closed.json');

/**
 * What is told where another program had put something else, or nothing, in the place of the file when it was closed last:
 * what was open then is in backups/. It is told until it is what is there, or is `settled`.
 */
export async function keptAtClosing<Value extends object>(
  { file, words }: StoredKind<Value>,
  folder: string,
): Promise<Failure | undefined> {
  try {
    const name = (await backupNames(folder)).find(isOfClosing);
    if (name === undefined) return undefined;
    const [kept, now] = await Promise.all(
      [join(backupsOf(folder), name), join(folder, `${file}.json`)].map((path) => readKept(path)),
    );
    return now && kept?.equals(now) ? undefined : words.keptAtClosing(name, folder);
  } catch (error) {
    // It is opened all the same.
    console.error(error);
    return undefined;
  }
}

/** Somebody who was told of it has gone on and saved: from now on it is one backup among others. */
export async function settleKept(folder: string): Promise<void> {
  try {
    for (const name of (await backupNames(folder)).filter(isOfClosing))
      await renameBackup(folder, name, 'here');
  } catch (error) {
    // It is told once more.
    console.error(error);
  }
}
