import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ifThere } from '../base/failures.ts';

/** What lies in a folder; nothing where it is not there. Other errors are the system's. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await ifThere(readdir(folder, { withFileTypes: true }))) ?? [];
}
