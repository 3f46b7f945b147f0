import { stat } from 'node:fs/promises';
import { isSystemError } from '../base/failures.ts';

/** What one folder keeps when it is renamed, and a copy of it does not have. */
interface Identity {
  readonly ino: bigint;
  /** When it was made, by the store; in nanoseconds. */
  readonly made: bigint;
}

/** Of what lies at the path; undefined where nothing does. */
export async function identityOf(path: string): Promise<Identity | undefined> {
  try {
    const { ino, birthtimeNs } = await stat(path, { bigint: true });
    return { ino, made: birthtimeNs };
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENODEV', 'ENXIO')) return undefined;
    throw error;
  }
}

/** Surely another one: both have changed. FAT and some shares number a folder anew, or do not tell when it was made. */
export function isAnother(before: Identity | undefined, now: Identity | undefined): boolean {
  return before !== undefined && now !== undefined && before.ino !== now.ino && before.made !== now.made;
}
