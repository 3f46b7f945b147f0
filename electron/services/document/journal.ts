import { open } from 'node:fs/promises';
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

/** The journal of a folder, as a document's hook. */
export function journalIn(folder: string): (line: JournalLine) => Promise<() => Promise<void>> {
  return (line) => appendToJournal(folder, line);
}

/**
 * Appends one line to journal.jsonl and returns when the disk has it. The answer takes the line back: for
 * when the change that it tells of could not be saved. A half line left by a power cut is closed first.
 */
async function appendToJournal(folder: string, line: JournalLine): Promise<() => Promise<void>> {
  const handle = await openToWrite(join(folder, 'journal.jsonl'), 'append');
  try {
    const { size } = await handle.stat();
    const last = size === 0 ? '\n' : String((await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer);
    const text = `${last === '\n' ? '' : '\n'}${JSON.stringify(line)}\n`;
    try {
      await handle.writeFile(text);
      await handle.sync();
    } catch (error) {
      await truncateJournal(folder, size);
      throw error;
    }
    return () => truncateJournal(folder, size, size + Buffer.byteLength(text));
  } finally {
    await handle.close();
  }
}

/** `end`: where the line ended; what another program has written behind it, which took the folder over, stays. */
async function truncateJournal(folder: string, size: number, end?: number): Promise<void> {
  const handle = await open(join(folder, 'journal.jsonl'), 'r+');
  try {
    if (end !== undefined && (await handle.stat()).size > end) return;
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
    return buffer.toString('utf8').trimEnd().split('\n').reverse();
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
  let [changes, last] = [0, ''];
  try {
    for await (const line of (await openKept(join(folder, 'journal.jsonl'))).readLines()) {
      if (line === '') continue;
      changes += 1;
      last = line;
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
