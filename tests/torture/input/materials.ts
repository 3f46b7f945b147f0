import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeTemporary, temporaryFolder } from '../temporary.ts';

export const extremesOf = (materials: string): string => join(materials, 'extremes');
export const filledOf = (materials: string): string => join(materials, '标兵自评');
export const handedOf = (materials: string): string => join(materials, '文件');
export const knownOf = (materials: string): string => join(materials, 'known.json');
/** The first word to a process that makes them. */
export const MAKE = 'make';

/** Milliseconds, far more than it takes: whatever hangs there would be waited for without end. */
const PATIENCE = 300_000;

/** What takes long to make and is the same for every process that reads it. */
export interface Materials {
  readonly folder: string;
  remove(): Promise<void>;
}

/** By a process of its own, for it takes more memory than reading may. */
export async function makeMaterials(targets: readonly string[]): Promise<Materials> {
  const folder = await temporaryFolder();
  for (const each of [extremesOf(folder), filledOf(folder), handedOf(folder)]) await mkdir(each);
  const script = join(import.meta.dirname, 'torture-input.mjs');
  const how = { timeout: PATIENCE, killSignal: 'SIGKILL' } as const;
  await promisify(execFile)(process.execPath, [script, MAKE, folder, ...targets], how);
  return { folder, remove: () => removeTemporary(folder) };
}
