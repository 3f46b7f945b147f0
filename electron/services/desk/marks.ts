import { lstat } from 'node:fs';
import { rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfTheSystem, isSystemError } from '../base/failures.ts';
import { temporaryOf, writeSynced } from '../files/files.ts';
import { INDEX } from './desk-folder.ts';
import { ORIGINAL, PHOTOS, RECEIPT, REVIEW, SUMMARY } from './package-folder.ts';

/**
 * Size in bytes (0 of a folder), when the content and when anything of it was changed last, in milliseconds. The second
 * time is the system's own: no program sets it, and a copied folder has others.
 */
export type Mark = readonly [bytes: number, modified: number, changed: number];

/** By name, of what a row is derived from; null: not there. `.` is the package's folder: it changes with its names. */
export type Marks = Readonly<Record<string, Mark | null>>;

const WATCHED = ['.', ORIGINAL, RECEIPT, SUMMARY, REVIEW, PHOTOS];

/** Milliseconds in which two changes may bear one time: two seconds on FAT, and some more. */
const MOMENT = 3_000;

/** How a package's files look from outside. Take them before the files are read. */
export async function marksOf(folder: string): Promise<Marks> {
  const each = WATCHED.map(async (name) => [name, await markOf(join(folder, name))] as const);
  return Object.fromEntries(await Promise.all(each));
}

/** True where everything is as it was; what cannot be looked at is not. */
export async function fits(folder: string, marks: Marks): Promise<boolean> {
  // A folder for photos that comes changes the one that it lies in.
  const names = WATCHED.filter((name) => name !== PHOTOS || marks[PHOTOS] !== null);
  try {
    const now = await Promise.all(names.map((name) => markOf(join(folder, name))));
    return now.every((mark, at) => isSameMark(mark, marks[names[at] ?? '']));
  } catch (error) {
    if (isOfTheSystem(error)) return false;
    throw error;
  }
}

/** By the older of Node's two ways: of tens of thousands it is three times as fast. */
export function markOf(path: string): Promise<Mark | null> {
  return new Promise((resolve, reject) => {
    lstat(path, (error, found) => {
      if (!error) resolve([found.isFile() ? found.size : 0, found.mtimeMs, found.ctimeMs]);
      else if (isSystemError(error, 'ENOENT')) resolve(null);
      else reject(error);
    });
  });
}

/** False as well where it cannot be looked at. */
export function isThere(path: string): Promise<boolean> {
  return markOf(path).then(
    (mark) => mark !== null,
    () => false,
  );
}

export function isSameMark(a: Mark | null, b: Mark | null | undefined): boolean {
  if (a === null || !b) return a === b;
  return a.every((value, at) => value === b[at]);
}

/**
 * True where a change after `moment`, by the disk's own clock, would show: what was changed just then, or at a time that is
 * still to come, says nothing.
 */
export function isSettled(marks: Marks, moment: number): boolean {
  return Object.values(marks).every((mark) => mark === null || Math.max(mark[1], mark[2]) < moment - MOMENT);
}

/** A time long past, in seconds: no desk is older. */
const LONG_AGO = 1_000_000_000;

/**
 * The present time by the clock of whatever keeps this folder. -Infinity where that cannot be asked, or keeps no time of
 * its own for changes, e.g. FAT: there a file that was changed can be given the times that it had.
 */
export async function momentOf(folder: string): Promise<number> {
  const probe = temporaryOf(join(folder, INDEX));
  try {
    await writeSynced(probe, '');
    const { mtimeMs } = await stat(probe);
    await utimes(probe, LONG_AGO, LONG_AGO);
    const { ctimeMs } = await stat(probe);
    return ctimeMs >= mtimeMs - MOMENT ? mtimeMs : -Infinity;
  } catch (error) {
    if (isOfTheSystem(error)) return -Infinity;
    throw error;
  } finally {
    await rm(probe, { force: true });
  }
}
