import { isDeepStrictEqual } from 'node:util';
import { type Indexed, indexedOf } from './desk-index.ts';
import { marksOf } from './marks.ts';
import { lookAt, type PackageOnDesk } from './read-package.ts';

/** A row that is of the folder under whose name it is looked for, and has all its parts. */
export function isOf(row: Indexed, key: string): boolean {
  const { marks, receipt, candidate, losses } = row as Partial<Indexed>;
  return Boolean(marks) && receipt?.key === key && candidate?.key === key && typeof losses === 'string';
}

/** The row of a package where nothing is wrong with its files. */
export async function rowOf(folder: string, campaign: string): Promise<Indexed | undefined> {
  const marks = await marksOf(folder);
  const found = await wholeIn(folder, campaign);
  return found && indexedOf(marks, found);
}

/** True where the files say what the index said. */
export async function isStill(folder: string, before: PackageOnDesk, campaign: string): Promise<boolean> {
  const found = await wholeIn(folder, campaign);
  return found !== undefined && isSameRow(before, found);
}

export function isSameRow(a: PackageOnDesk, b: PackageOnDesk): boolean {
  try {
    return isDeepStrictEqual(stored(a), stored(b));
  } catch {
    // One cannot even be compared, whatever it holds.
    return false;
  }
}

/** The package as it is on the disk, where nothing is wrong with it. */
async function wholeIn(folder: string, campaign: string): Promise<PackageOnDesk | undefined> {
  const looked = await lookAt(folder, campaign).catch(() => undefined);
  if (!looked || 'came' in looked || !looked.summary || !looked.isOriginalThere) return undefined;
  return { receipt: looked.receipt, summary: looked.summary };
}

/** Without what JSON leaves out. */
function stored({ receipt, summary }: PackageOnDesk): unknown {
  return JSON.parse(JSON.stringify({ receipt, summary }));
}
