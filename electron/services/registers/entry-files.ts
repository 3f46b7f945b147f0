import { join } from 'node:path';
import type { CallInput, EntryFileOutcome } from '../../../shared/contract/contract.ts';
import type { FileRole } from '../../../shared/registers/entry.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import { isCancellation, notedFailure } from '../base/failures.ts';
import type { OfferedFile } from '../base/file-tokens.ts';
import type { JobContext } from '../base/jobs.ts';
import { type EvidenceFile, evidenceFileAt } from '../files/evidence-file.ts';
import { makeFolder } from '../files/files.ts';
import { ingestFile } from '../files/ingest.ts';
import { entryGone, fileNamedAlready } from './messages.ts';
import type { YearSession } from './years.ts';

const REFERENCE = /^year\.([0-9a-f-]{36})$/;

/** The id of a year among the addresses of files: `year.<id>`. */
export function yearOfReference(reference: string): string | undefined {
  return REFERENCE.exec(reference)?.[1];
}

/** Keeps each file with the year and names it in its entry; one that fails does not stop the others. */
export async function addEntryFiles(
  year: YearSession,
  { register, entryId, role }: Pick<CallInput<'addEntryFiles'>, 'register' | 'entryId' | 'role'>,
  files: readonly OfferedFile[],
  job: JobContext,
): Promise<EntryFileOutcome[]> {
  if (!entriesOf(year.value, register).some(({ id }) => id === entryId)) throw entryGone();
  const outcomes: EntryFileOutcome[] = [];
  for (const [index, { path, name }] of files.entries()) {
    job.step(`正在添加第 ${index + 1}/${files.length} 个：${name}`);
    try {
      await year.requireHeld();
      await makeFolder(year.files);
      const kept = await ingestFile({ source: path, name, folder: year.files, signal: job.signal });
      const entry = entriesOf(year.value, register).find(({ id }) => id === entryId);
      const same = entry?.files.find(({ sha256 }) => sha256 === kept.sha256);
      if (same && same.fileName !== kept.fileName) throw fileNamedAlready(same.fileName);
      const file = same ?? { ...kept, role: role ?? roleOf(kept.mediaType) };
      if (!same) await year.document.editNow({ kind: 'addFile', register, id: entryId, file });
      outcomes.push({ fileName: name, file });
    } catch (error) {
      if (isCancellation(error)) throw error;
      outcomes.push({ fileName: name, failure: notedFailure(error) });
    }
  }
  return outcomes;
}

/** What it most likely proves; the user says otherwise where it does not. */
function roleOf(mediaType: string): FileRole {
  if (mediaType === 'application/pdf') return 'document';
  return mediaType.startsWith('image/') ? 'picture' : 'other';
}

/** A file of any entry; undefined where none of that hash is named. */
export async function entryFile(year: YearSession, sha256: string): Promise<EvidenceFile | undefined> {
  const all = Object.values(year.value.registers).flatMap((entries) => entries.flatMap(({ files }) => files));
  const file = all.find((each) => each.sha256 === sha256);
  return file && evidenceFileAt(join(year.files, sha256), file.fileName);
}
