import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { assessmentRef } from '../../unit/documents.ts';
import { filesOfZip } from '../../unit/electron/services/package/zip-files.ts';
import { Broken, numberIn, openQuietly, type Place } from './work.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a unit has answered, as text: an assessment that is made from another one answers the same. */
export function answersOf({ entries }: Pick<Assessment, 'entries'>): string {
  const answers = Object.entries(entries).map(([code, { input, reason, evidence }]) => [
    code,
    { input, reason, evidence },
  ]);
  return sortedJson(Object.fromEntries(answers));
}

/** As it lies on the disk, or in a package. */
export type Stored = Pick<Assessment, 'entries' | 'evidence'>;

export const storedIn = async (folder: string): Promise<Stored> =>
  JSON.parse(await readFile(join(folder, 'assessment.json'), 'utf8')) as Stored;

/** Of a package, with all its files. */
export async function packed(path: string) {
  const files = await filesOfZip(await readFile(path));
  const stored = files.find(({ name }) => name.endsWith('/data/assessment.json'))?.data;
  if (!stored) throw new Broken(`${path}: no assessment`);
  return { files, stored: JSON.parse(stored.toString()) as Stored };
}

/** It holds what was there when it was exported: each answer, the last one as well, and each file that they name. */
export async function checkContent(
  path: string,
  kept: Stored,
  { code, nth }: { code: string; nth: number | undefined },
): Promise<void> {
  const { files, stored } = await packed(path);
  // The remark of one has changed since.
  const rest = ({ entries }: Stored) =>
    answersOf({ entries: Object.fromEntries(Object.entries(entries).filter(([each]) => each !== code)) });
  if (rest(stored) !== rest(kept)) throw new Broken(`${path}: other answers than the assessment has`);
  if (nth !== undefined && numberIn(stored.entries[code]?.reason) !== nth)
    throw new Broken(`${path}: not remark ${nth}`);
  const inside = new Set(files.map(({ data }) => sha256(data)));
  for (const { sha256: sha } of [...stored.evidence, ...kept.evidence])
    if (!inside.has(sha)) throw new Broken(`${path}: evidence ${sha} is not in it`);
}

/** Throws Broken for an assessment that answers anything else. */
export const isAnswered =
  (answers: string) =>
  (_: Assessment, stored: Stored): void => {
    if (answersOf(stored) !== answers) throw new Broken('other answers than it was made from');
  };

/** What was looked at and removed, by the data folder that it lay in. */
const removed = new Map<string, Set<string>>();

/** Each that is listed opens whole; those that were told are listed. All but the last few are removed. */
export async function everyAssessment(
  place: Place,
  done: readonly string[],
  {
    evidence,
    source,
    also,
    looked,
  }: {
    evidence: number;
    /** Of the one that they are made from, and that stays. */
    source?: string;
    also?: string;
    looked?: (value: Assessment, stored: Stored) => void;
  },
): Promise<void> {
  const { client } = place;
  const { assessments } = await client.ask('listAssessments', {});
  const listed = assessments.map(({ id }) => id);
  const gone = removed.get(place.root) ?? new Set();
  removed.set(place.root, gone);
  for (const id of [...done, ...(source === undefined ? [] : [source])])
    if (!listed.includes(id) && !gone.has(id)) throw new Broken(`assessment ${id} is not listed`);
  for (const { id } of assessments) {
    const { folder, value } = await openQuietly(place, assessmentRef(id), also);
    if (value.evidence.length !== evidence) throw new Broken(`${id} has ${value.evidence.length} files`);
    looked?.(value, await storedIn(folder));
    for (const { sha256: name } of value.evidence) {
      const file = await client.host.evidenceFile(id, name);
      if (!file || sha256(await readFile(file.path)) !== name)
        throw new Broken(`${id}: evidence ${name} is missing or another`);
    }
    await client.ask('closeDocument', { ref: assessmentRef(id) });
    if (id === source || done.slice(-KEPT).includes(id)) continue;
    await client.ask('removeAssessment', { id });
    gone.add(id);
  }
  await rm(join(place.root, '已删除'), { recursive: true, force: true });
}

/** What is made anew at every turn and piles up: of so many of them the rest is removed after a look. */
const KEPT = 1;
