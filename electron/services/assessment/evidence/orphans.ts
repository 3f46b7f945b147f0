import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { guarded } from '../../base/failures.ts';
import { fsyncFolder } from '../../files/files.ts';
import { keptSize, readKept } from '../../files/kept.ts';
import type { AssessmentSession } from '../assessment-session.ts';
import { entriesOf } from '../../files/entries.ts';

type Amount = CallOutput<'orphanedEvidence'>['orphaned'];

/** The name of a file of evidence. Whatever else lies in the folder is not ours and never looked at. */
const HASH = /^[0-9a-f]{64}$/;
const HASHES = /[0-9a-f]{64}/g;
const REMOVING = {
  action: '清理不再用到的佐证文件',
  effect: '没有清理完；正在使用的材料和备份要用的文件都没有动。',
};

interface Stored {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Files of evidence that the assessment does not name. `orphaned`: nothing here names them any more. `kept`: a backup, the
 * previous copy, a copy beside it or a step of undo can bring them back, so they stay.
 */
export async function orphanedEvidence(
  session: AssessmentSession,
): Promise<{ orphaned: Amount; kept: Amount }> {
  const { orphaned, kept } = await unnamed(session);
  return { orphaned: amountOf(orphaned), kept: amountOf(kept) };
}

/** Removes for good what is orphaned at this moment; answers what that was. Call only where the user has asked for it. */
export function removeOrphans(session: AssessmentSession): Promise<Amount> {
  // Between two files that are added: the file of one that is being added is named only after it is there.
  return session.files.run(() =>
    guarded(REMOVING, async () => {
      const { orphaned } = await unnamed(session);
      for (const { name } of orphaned) {
        await session.requireHeld();
        await rm(join(session.evidenceFolder, name), { force: true });
      }
      if (orphaned.length > 0) await fsyncFolder(session.evidenceFolder);
      return amountOf(orphaned);
    }),
  );
}

function amountOf(files: readonly Stored[]): Amount {
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function unnamed(session: AssessmentSession): Promise<{ orphaned: Stored[]; kept: Stored[] }> {
  await session.document.settled();
  const current = new Set<string>();
  collect(session.assessment, current);
  const other = await namedOnDisk(session.folder);
  for (const state of session.document.remembered) collect(state, other.hashes, other.seen);
  const files = await storedIn(session.evidenceFolder);
  const spare = files.filter(({ name }) => !current.has(name));
  return {
    orphaned: spare.filter(({ name }) => !other.hashes.has(name)),
    kept: spare.filter(({ name }) => other.hashes.has(name)),
  };
}

async function storedIn(folder: string): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isFile() && HASH.test(entry.name))
      stored.push({ name: entry.name, bytes: await keptSize(join(folder, entry.name)) });
  }
  return stored;
}

/**
 * Whatever any JSON of the folder and of its backups names, read as text: also one that is damaged, of a newer version or
 * a copy that a sync client made.
 */
async function namedOnDisk(folder: string): Promise<{ hashes: Set<string>; seen: WeakSet<object> }> {
  const hashes = new Set<string>();
  for (const place of [folder, join(folder, 'backups')]) {
    for (const entry of await entriesOf(place)) {
      if (!entry.isFile() || !/\.json/iu.test(entry.name)) continue;
      const text = (await readKept(join(place, entry.name))).toString('latin1');
      for (const [hash] of text.matchAll(HASHES)) hashes.add(hash);
    }
  }
  return { hashes, seen: new WeakSet() };
}

/** Every hash in a value. States of undo share their unchanged parts: those are looked at once. */
function collect(value: unknown, into: Set<string>, seen = new WeakSet<object>()): void {
  if (typeof value === 'string') {
    for (const [hash] of value.matchAll(HASHES)) into.add(hash);
  } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    for (const [key, part] of Object.entries(value)) {
      collect(key, into, seen);
      collect(part, into, seen);
    }
  }
}
