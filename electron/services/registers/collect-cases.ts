import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallInput, CaseFileReceipt } from '../../../shared/contract/contract.ts';
import { MAX_FIELD } from '../../../shared/registers/entry.ts';
import {
  collectAll,
  JUNK_WORDS,
  type KeptCase,
  kindOfCaseFile,
} from '../../../shared/registers/rollup/collect/receive.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { localDay } from '../base/clock.ts';
import { guarded, isCancellation, notedFailure } from '../base/failures.ts';
import { filesInTurn, type OfferedFile } from '../base/file-tokens.ts';
import type { JobContext } from '../base/jobs.ts';
import { type EvidenceFile, evidenceFileAt } from '../files/evidence-file.ts';
import { makeFolder } from '../files/files.ts';
import { hashBeginning } from '../files/hash-beside.ts';
import { ingestFile } from '../files/ingest.ts';
import { readCaseText } from '../import/read-case-text.ts';
import type { SpawnReader } from '../import/spawn-reader.ts';
import { caseFileChanged, caseTooLong } from './messages.ts';
import type { RollupSession } from './rollup-session.ts';

const READING = { action: '读取案例文件', effect: '这份没有收下，汇总没有改动。' };
const REFERENCE = /^rollup\.([0-9a-f-]{36})$/;

/** The id of a roll-up among the addresses of files: `rollup.<id>`. */
export function rollupOfReference(reference: string): string | undefined {
  return REFERENCE.exec(reference)?.[1];
}

interface Reading {
  readonly job: JobContext;
  readonly now: Date;
  readonly spawnReader: SpawnReader | undefined;
}

/**
 * Keeps each file as it came, reads those that are texts, and takes all of them in one step; a receipt for each, in their
 * order. One that fails does not stop the others.
 */
export async function collectCases(
  rollup: RollupSession,
  files: readonly (OfferedFile & Pick<CallInput<'collectCases'>['files'][number], 'unit'>)[],
  { job, now, spawnReader }: Reading,
): Promise<CaseFileReceipt[]> {
  const unread = new Map<number, CaseFileReceipt>();
  const kept: KeptCase[] = [];
  await rollup.requireHeld();
  await guarded(READING, () => makeFolder(rollup.files));
  for await (const [index, { path, name, unit }] of filesInTurn(files, job, '正在收')) {
    if (kindOfCaseFile(name) === 'junk') {
      unread.set(index, { fileName: name, unit, outcome: 'junk', words: JUNK_WORDS });
      continue;
    }
    try {
      kept.push({ unit, ...(await keep(rollup, { path, name }, { job, spawnReader })) });
    } catch (error) {
      if (isCancellation(error)) throw error;
      const failure = notedFailure(error);
      const words = failure.message.replace(/。$/u, '');
      unread.set(index, { fileName: name, failure, unit, outcome: 'unread', words });
    }
  }
  const clock = { today: localDay(now), newId: randomUUID };
  let taken: Omit<CaseFileReceipt, 'fileName'>[] = [];
  // Where nothing is taken the value stays as it is, which is no step.
  await rollup.document.change(`collect ${kept.length}`, (current) => {
    const collected = collectAll(current, kept, clock);
    taken = collected.receipts;
    return { ...collected.rollup, updatedAt: now.toISOString() };
  });
  const inOrder = taken.values();
  return files.flatMap(({ name }, index) => {
    const told = unread.get(index) ?? inOrder.next().value;
    return told ? [{ ...told, fileName: name }] : [];
  });
}

async function keep(
  rollup: RollupSession,
  { path, name }: Pick<OfferedFile, 'path' | 'name'>,
  { job: { signal }, spawnReader }: Pick<Reading, 'job' | 'spawnReader'>,
): Promise<Omit<KeptCase, 'unit'>> {
  const target = { source: path, name, folder: rollup.files, signal };
  if (kindOfCaseFile(name) === 'attachment') return { as: 'attachment', file: await ingestFile(target) };
  // Read before it is kept, so that what cannot be taken leaves nothing; kept only where it is still what was read.
  const { size } = await guarded(READING, () => stat(path));
  const { sha256: read } = await guarded(READING, () => hashBeginning(path, size, signal));
  const { text, notes } = await textOf(path, { name, signal, spawnReader });
  await rollup.requireHeld();
  const file = await ingestFile({
    ...target,
    before: (sha256) => (sha256 === read ? Promise.resolve() : Promise.reject(caseFileChanged())),
  });
  return { as: 'case', file, text, notes };
}

/** No text of what WPS and older Word write, which the notice asks for and nothing here can read. */
async function textOf(
  path: string,
  options: { name: string; signal: AbortSignal; spawnReader: SpawnReader | undefined },
): Promise<{ readonly text: string | undefined; readonly notes: readonly string[] }> {
  try {
    const read = await readCaseText(path, options);
    if (read.text.length > MAX_FIELD) throw caseTooLong(read.text.length);
    return { text: read.text, notes: read.notes.map(({ words }) => words) };
  } catch (error) {
    if (error instanceof UserError && error.failure.code === 'import-old-word')
      return { text: undefined, notes: [] };
    throw error;
  }
}

/** A file of the collection; undefined where none of that hash is named. */
export async function collectedFile(
  rollup: RollupSession,
  sha256: string,
): Promise<EvidenceFile | undefined> {
  const { cases, attachments } = rollup.value;
  const found = [...cases, ...attachments].find(({ file }) => file.sha256 === sha256);
  return found && evidenceFileAt(join(rollup.files, sha256), found.file.fileName);
}
