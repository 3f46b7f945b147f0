import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Changes } from './changes.ts';
import * as z from 'zod';
import { ifThere, isSystemError } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';
import { openKept } from '../files/kept.ts';
import { openToWrite } from '../files/modes.ts';

export interface JournalLine extends Changes {
  /** ISO 8601. */
  readonly at: string;
  /** The user's name on the computer. */
  readonly who: string;
  readonly what: string;
}

/** Where one line lies in the journal: behind the first so many bytes, and where it ends. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Takes back the line that is before it, where the disk does not let that one go: its change was not made. */
const NOT_MADE = '{"notMade":true}';

/**
 * The journal of a folder, as a document's hook: appends one line, and returns when the disk has it. The answer takes the
 * line back, for when the change that it tells of could not be saved, and does not fail: what the disk refuses then is
 * done before the next line, which is not written without it.
 */
export function journalIn(folder: string): (line: JournalLine) => Promise<() => Promise<void>> {
  const path = join(folder, 'journal.jsonl');
  let left: Place | undefined;
  const takeBack = async (place: Place): Promise<void> => {
    try {
      await unmake(path, place);
    } catch (error) {
      console.error(error);
      left = place;
    }
  };
  return async (line) => {
    if (left) await unmake(path, left);
    left = undefined;
    const place = await append(path, JSON.stringify(line), takeBack);
    return () => takeBack(place);
  };
}

/** A half line left by a power cut is closed first. `takeBack`: for what was written of a line that did not come through. */
async function append(
  path: string,
  line: string,
  takeBack?: (place: Place) => Promise<void>,
): Promise<Place> {
  const handle = await openToWrite(path, 'append');
  try {
    const { size } = await handle.stat();
    const last = size === 0 ? '\n' : String((await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer);
    const text = `${last === '\n' ? '' : '\n'}${line}\n`;
    const place = { from: size, to: size + Buffer.byteLength(text) };
    try {
      await handle.writeFile(text);
      await handle.sync();
    } catch (error) {
      await takeBack?.(place);
      throw error;
    }
    return place;
  } finally {
    await handle.close();
  }
}

async function unmake(path: string, { from, to }: Place): Promise<void> {
  const found = await ifThere(stat(path));
  // Gone with all that was in it.
  if (!found) return;
  const { size } = found;
  // Another program, which took the folder over, has written behind it, or has cut it off.
  if (size < from || size > to) return;
  try {
    await cut(path, from);
  } catch (error) {
    console.error(error);
    // It may be gone, or never have come there, and only the sync have failed: then the next line's does for both.
    if ((await stat(path)).size > from) await append(path, NOT_MADE);
  }
}

async function cut(path: string, size: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(size);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes from the end of a journal in which its last lines are looked for. */
const TAIL = 64 * 1024;

const lastLineSchema = z.looseObject({
  at: z.iso.datetime(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

type LastChange = z.output<typeof lastLineSchema>;

/** The last change that the journal of a folder tells of; undefined where it tells of none that can be read. */
export async function lastChange(folder: string): Promise<LastChange | undefined> {
  return changeIn((await lastLines(folder))[0] ?? '');
}

/** The last changes, the newest first; a line that cannot be read tells of none. */
export async function lastChanges(folder: string): Promise<LastChange[]> {
  return (await lastLines(folder)).flatMap((line) => changeIn(line) ?? []);
}

async function lastLines(folder: string): Promise<string[]> {
  const handle = await ifThere(openKept(join(folder, 'journal.jsonl')));
  if (!handle) return [];
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString('utf8').trimEnd().split('\n').reverse();
    return lines.filter((line, at) => line !== NOT_MADE && lines[at - 1] !== NOT_MADE);
  } finally {
    await handle.close();
  }
}

function changeIn(line: string): LastChange | undefined {
  try {
    return lastLineSchema.safeParse(parseJson(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const datedSchema = z.looseObject({ at: z.iso.datetime() });

/** How many changes the journal of a folder tells of, and when the last of them was; '' where it does not say. */
export async function journalFacts(folder: string): Promise<{ changes: number; last: string }> {
  let [changes, last, before] = [0, '', ''];
  try {
    for await (const line of (await openKept(join(folder, 'journal.jsonl'))).readLines()) {
      if (line === '') continue;
      if (line === NOT_MADE) [changes, last] = [changes - 1, before];
      else [changes, before, last] = [changes + 1, last, line];
    }
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  return { changes, last: timeOf(last) };
}

/** '' for a line that a power cut has left half. */
function timeOf(line: string): string {
  try {
    return datedSchema.safeParse(parseJson(line)).data?.at ?? '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}
