import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A folder of this test file, removed at its end (setup.ts). */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-package-'));
  folders.push(folder);
  return folder;
}

export async function removeTempFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}
