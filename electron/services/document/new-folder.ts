import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DocumentKind, encode } from '../../../shared/document.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { guarded, isSystemError, ifThere } from '../base/failures.ts';
import { entriesOf } from '../files/entries.ts';
import { fsyncFolder, moveFolder, writeSynced } from '../files/files.ts';
import { folderInUse } from '../files/messages.ts';
import { makeOneFolder } from '../files/modes.ts';
import { workName } from '../files/work-names.ts';

/** The name of a new document's folder: what it is called, and enough of its id to tell it from its namesakes. */
export function folderName(called: string, id: string): string {
  // Room for the parts below it: Windows allows 260 characters for a whole path.
  return `${[...safeFileName(called)].slice(0, 30).join('').trim()}-${id.slice(0, 8)}`;
}

/**
 * Makes the folder of a new document. It appears under its name only when it is complete, and must not be there yet or
 * be empty. `fill` puts in what else belongs to it. Throws a UserError where it cannot be made.
 */
export async function makeDocumentFolder<Value extends object>(
  { file, schema, words }: Pick<DocumentKind<Value, never, never>, 'file' | 'schema' | 'words'>,
  folder: string,
  value: Value,
  fill?: (building: string) => Promise<void>,
): Promise<void> {
  const building = join(dirname(folder), workName('new'));
  await guarded(words.creating, async () => {
    if ((await namesIn(folder)).length > 0) throw folderInUse();
    try {
      await makeOneFolder(building);
      await fill?.(building);
      await writeSynced(join(building, `${file}.json`), JSON.stringify(encode({ schema }, value)));
      await fsyncFolder(building);
      await rmdir(folder).catch((error: unknown) => {
        if (!isSystemError(error, 'ENOENT')) throw error;
      });
      await moveFolder(building, folder);
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
  });
}

/**
 * The names of the folders in a folder, sorted; none where it is not there. What is no folder (desktop.ini, Thumbs.db, a
 * note of the user's) is left alone; a link is one unless it leads to something else.
 */
export async function foldersIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await mayBeFolder(join(folder, entry.name)))))
      names.push(entry.name);
  }
  return names.sort();
}

/** False only where something else is surely there: a folder that cannot be reached now is told as unreadable later. */
async function mayBeFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return true;
  }
}

/** The names in a folder, sorted; none where it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  return ((await ifThere(readdir(folder))) ?? []).sort();
}
