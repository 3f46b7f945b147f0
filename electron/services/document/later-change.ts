import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../../shared/values/errors.ts';
import { fileStamp } from '../base/clock.ts';
import { ifThere } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { readKept } from '../files/kept.ts';
import { backupNames, backUpValue, newestBackup } from './backups.ts';
import { changed, type Changes, isAfter, isBefore, isTree, type Tree } from './changes.ts';
import { codecOf, type StoredKind } from './document-file.ts';
import { lastChanges } from './journal.ts';

/** Bytes from the end of a journal. */
const LOOKED_AT = 4 * 2 ** 20;
/** Changes that are made once more at most. */
const MADE_AGAIN = 100;

/**
 * What is told where the journal ends with a change that was saved and is not in the file: another version was put in its
 * place, while nobody had it open or before the program was killed. The file stays as it is; what was saved last goes to
 * backups/, as the copy before it, or the file, and the journal say it. A line whose change never came into the file,
 * for the program ended in the middle, tells of nothing that was saved.
 */
export async function laterChange<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
  now: Date,
): Promise<Failure | undefined> {
  let isBehind = false;
  try {
    const behind = await behindJournal(kind, folder);
    if (!behind) return undefined;
    isBehind = true;
    const kept = await keptHere(kind, folder, behind.last);
    if (kept !== undefined) return kind.words.laterKept(kept);
    const saved = await savedLast(kind, folder, behind);
    if (saved === 'this') return undefined;
    if (saved === 'unknown') return kind.words.laterUnknown;
    return kind.words.laterKept(await backUpValue(kind, folder, saved, { reason: 'here', now }));
  } catch (error) {
    // It is opened all the same.
    console.error(error);
    return isBehind ? kind.words.laterUnknown : undefined;
  }
}

type Line = Awaited<ReturnType<typeof lastChanges>>[number];

/** A file that the last line of the journal is not in. */
interface Behind {
  readonly file: string;
  readonly stored: Tree;
  readonly last: Line;
  /** The newest first. */
  readonly lines: readonly Line[];
}

async function behindJournal<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
): Promise<Behind | undefined> {
  // The lines of an older version are in its form.
  const migrated = await newestBackup(folder, 'migration');
  const lines = (await lastChanges(folder, LOOKED_AT)).filter(({ at }) => stampOf(at) > migrated);
  const [last] = lines;
  const file = join(folder, `${kind.file}.json`);
  const stored = last && (await formAt(file));
  if (!stored || isAfter(comparable(kind, stored), last)) return undefined;
  return { file, stored, last, lines };
}

/** `this`: nothing later than what is in the file, as far as anybody can know. */
async function savedLast<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
  { file, stored, last, lines }: Behind,
): Promise<Value | 'this' | 'unknown'> {
  const copy = join(folder, `${kind.file}.previous.json`);
  const before = (await isOneFile(file, copy)) ? undefined : await formAt(copy);
  // It is the journal that is older.
  if (before && isAfter(comparable(kind, before), last)) return 'this';
  // Only what was about to be replaced is kept as the copy before it.
  const fromCopy = before && madeAgain(kind, before, lines);
  if (fromCopy?.count === 1) return fromCopy.value;
  const fromFile = madeAgain(kind, stored, lines);
  if (!fromFile) return 'unknown';
  return fromFile.count === 1 ? 'this' : fromFile.value;
}

const stampOf = (at: string): string => fileStamp(new Date(at));

const comparable = <Value extends object>({ comparable: of }: StoredKind<Value>, form: Tree): Tree =>
  of ? of({ ...form }) : form;

/** The stored form in a file; undefined where there is none, or none that can be read. */
async function formAt(path: string): Promise<Tree | undefined> {
  const text = await ifThere(readKept(path));
  try {
    const form = text && parseJson(text.toString('utf8'));
    return isTree(form) ? form : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The same file under two names, as a write leaves them that ended before the last step. */
async function isOneFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => ifThere(stat(path, { bigint: true }))));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** The backup that what was open went to, with the last change in it; made at the closing, or at an opening before this. */
async function keptHere<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
  last: Line,
): Promise<string | undefined> {
  const names = await backupNames(folder);
  for (const name of names.filter((each) => each.endsWith('-here.json') && each >= stampOf(last.at))) {
    const form = await formAt(join(folder, 'backups', name));
    if (form && isAfter(comparable(kind, form), last)) return name;
  }
  return undefined;
}

/**
 * The last changes made once more on a form that was there before them: of as few as fit, and the one before them is in
 * it. `lines`: the newest first.
 */
function madeAgain<Value extends object>(
  kind: StoredKind<Value>,
  form: Tree,
  lines: readonly Changes[],
): { value: Value; count: number } | undefined {
  const start = comparable(kind, form);
  for (let count = 1; count <= Math.min(lines.length, MADE_AGAIN); count += 1) {
    const older = lines[count];
    if (older && !isAfter(start, older)) continue;
    const changes = lines.slice(0, count).reverse();
    const value = changedAll(start, changes, (made) => decoded(kind, made, form));
    if (value) return { value, count };
  }
  return undefined;
}

/** A place that has lost all that was in it may be there, empty, or not: as the form lets it be. */
function changedAll<Value>(
  start: Tree,
  changes: readonly Changes[],
  read: (made: Tree) => Value | undefined,
): Value | undefined {
  for (const emptied of ['stays', 'goes'] as const) {
    let made = start;
    const fits = changes.every((each) => {
      if (!isBefore(made, each)) return false;
      made = changed(made, each, emptied);
      return true;
    });
    const value = fits ? read(made) : undefined;
    if (value) return value;
  }
  return undefined;
}

/** What is compared by its keys is a list in the file. */
function decoded<Value extends object>(kind: StoredKind<Value>, made: Tree, like: Tree): Value | undefined {
  const form = Object.entries(made).map(([key, value]) => [
    key,
    Array.isArray(like[key]) && isTree(value) ? Object.values(value) : value,
  ]);
  try {
    return codecOf(kind).decode(Object.fromEntries(form));
  } catch {
    return undefined;
  }
}
