import { join } from 'node:path';
import type { Failure } from '../../../shared/values/errors.ts';
import { fileStamp } from '../base/clock.ts';
import { readKept } from '../files/kept.ts';
import { backupNames } from './backups.ts';
import type { StoredKind } from './document-file.ts';
import { lastChange } from './journal.ts';

/**
 * What is told where another program had put something else, or nothing, in the place of the file when it was closed last:
 * what was open then is in backups/. It is told until it is what is there, or something has been saved since.
 */
export async function keptAtClosing<Value extends object>(
  { file, words }: StoredKind<Value>,
  folder: string,
): Promise<Failure | undefined> {
  try {
    const name = (await backupNames(folder)).find((each) => each.endsWith('-closed.json'));
    if (name === undefined) return undefined;
    const last = await lastChange(folder);
    if (last && fileStamp(new Date(last.at)) > name) return undefined;
    const [kept, now] = await Promise.all(
      [join('backups', name), `${file}.json`].map((each) => readKept(join(folder, each))),
    );
    return now && kept?.equals(now) ? undefined : words.keptAtClosing(name, folder);
  } catch (error) {
    // It is opened all the same.
    console.error(error);
    return undefined;
  }
}
