import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NewerForm } from '../../../shared/stored-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { fileStamp } from '../base/clock.ts';
import { isSystemError } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { makeFolder, renameWithRetry, replaceFile } from '../files/files.ts';
import { readKept } from '../files/kept.ts';
import { codecOf, type StoredKind } from './document-file.ts';

/**
 * Why a backup was made: the first save of a day, something that replaces the whole content, or two versions to choose
 * from: what another program has put there, and what was open here, or was when it was closed.
 */
export type BackupReason = 'day' | 'restore' | 'migration' | 'outside' | 'here' | 'closed';

const KEPT = 20;
const NAME = /^(\d{8})-\d{9}-(?:day|restore|migration|outside|here|closed)\.json$/;

export const backupsOf = (folder: string): string => join(folder, 'backups');

/** Names of all backups, newest first. */
export async function backupNames(folder: string): Promise<string[]> {
  try {
    const names = await readdir(backupsOf(folder));
    return names
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  } catch (error) {
    // Neither where the document's folder, or `backups` in it, is no folder.
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Keeps the file as it is on disk now, byte for byte; the newest 20 backups stay. */
export async function backUp(
  { file }: { readonly file: string },
  folder: string,
  { reason, now }: { readonly reason: BackupReason; readonly now: Date },
): Promise<void> {
  await keepBackup(folder, await readKept(join(folder, `${file}.json`)), { reason, now });
}

/** The same of what is open and not in its file. */
export async function backUpValue<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
  value: Value,
  when: { readonly reason: BackupReason; readonly now: Date },
): Promise<void> {
  await keepBackup(folder, JSON.stringify(codecOf(kind).encode(value)), when);
}

async function keepBackup(
  folder: string,
  content: string | Buffer,
  { reason, now }: { readonly reason: BackupReason; readonly now: Date },
): Promise<void> {
  await makeFolder(backupsOf(folder));
  const kept = `${fileStamp(now)}-${reason}.json`;
  await replaceFile(join(backupsOf(folder), kept), content);
  // A clock that was ahead may have named all others by a later time.
  const others = (await backupNames(folder)).filter((name) => name !== kept);
  for (const name of others.slice(KEPT - 1)) await rm(join(backupsOf(folder), name));
}

/** From now on it was made for another reason. */
export async function renameBackup(folder: string, name: string, reason: BackupReason): Promise<void> {
  const to = name.replace(/-[a-z]+\.json$/, `-${reason}.json`);
  await renameWithRetry(join(backupsOf(folder), name), join(backupsOf(folder), to));
}

/** True where this local day has its backup from before its first save. */
export async function hasDailyBackup(folder: string, now: Date): Promise<boolean> {
  const day = fileStamp(now).slice(0, 9);
  return (await backupNames(folder)).some((name) => name.startsWith(day) && name.endsWith('-day.json'));
}

/** Reads one backup by its name as listed; any other name is refused, so that no path can be passed in. */
export async function readBackup<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
  name: string,
): Promise<Value> {
  if (!(await backupNames(folder)).includes(name)) throw unusable('backup-unknown', '找不到这份备份。');
  const text = (await readKept(join(backupsOf(folder), name))).toString('utf8');
  try {
    return codecOf(kind).decode(parseJson(text));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unusable('backup-unreadable', '这份备份已损坏，无法读取。');
  }
}

function unusable(code: string, message: string): UserError {
  return new UserError({ code, message, effect: '当前档案没有改动。', remedy: '请选择另一份备份。' });
}

/**
 * Every readable backup, newest first; `newer`: how many are of a version that this program does not know. One that cannot
 * be read offers nothing to choose; its file stays.
 */
export async function readBackups<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
): Promise<{ backups: { name: string; value: Value }[]; newer: number }> {
  const backups = [];
  let newer = 0;
  for (const name of await backupNames(folder)) {
    try {
      backups.push({ name, value: await readBackup(kind, folder, name) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error instanceof NewerForm) newer += 1;
    }
  }
  return { backups, newer };
}
