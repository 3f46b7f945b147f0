import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceFault, EvidenceFaults } from '../../../shared/assessment/evidence-state.ts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isCancellation, isSystemError } from '../base/failures.ts';
import { hashKept } from './hash-kept.ts';

/** Files that are looked at side by side: a network share answers each only after its own delay. */
const SIDE_BY_SIDE = 32;

type Piece = Pick<Evidence, 'sha256' | 'bytes'>;

/** A file as it was looked at: by this it is seen whether it is still the same one. */
export type Look = { readonly fault: EvidenceFault } | { readonly fault?: undefined; readonly mark: string };

/** What its name, kind and size say of a piece; nothing of it is read. */
export async function lookAt(folder: string, { sha256, bytes }: Piece): Promise<Look> {
  let found: BigIntStats;
  try {
    found = await lstat(join(folder, sha256), { bigint: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return { fault: 'missing' };
    return { fault: faultOf(error) };
  }
  if (!found.isFile()) return { fault: 'foreign' };
  if (found.size !== BigInt(bytes)) return { fault: 'altered' };
  return { mark: `${found.size} ${found.mtimeNs} ${found.ino}` };
}

/** The same of all pieces, by their SHA-256. */
export async function lookAtAll(folder: string, evidence: readonly Piece[]): Promise<Map<string, Look>> {
  const looks = new Map<string, Look>();
  for (let from = 0; from < evidence.length; from += SIDE_BY_SIDE) {
    const some = evidence.slice(from, from + SIDE_BY_SIDE);
    const seen = await Promise.all(some.map((piece) => lookAt(folder, piece)));
    some.forEach(({ sha256 }, index) => looks.set(sha256, seen[index] ?? { fault: 'missing' }));
  }
  return looks;
}

/** What a look alone finds wrong. */
export function faultsOf(looks: ReadonlyMap<string, Look>): EvidenceFaults {
  return new Map([...looks].flatMap(([sha256, { fault }]) => (fault === undefined ? [] : [[sha256, fault]])));
}

/** Reads the file: what is wrong with its content, or undefined where it is what was added. Throws an AbortError. */
export async function readThrough(
  folder: string,
  { sha256 }: Piece,
  watch: Parameters<typeof hashKept>[1],
): Promise<EvidenceFault | undefined> {
  try {
    return (await hashKept(join(folder, sha256), watch)) === sha256 ? undefined : 'altered';
  } catch (error) {
    if (isCancellation(error)) throw error;
    return faultOf(error);
  }
}

function faultOf(error: unknown): EvidenceFault {
  if (isSystemError(error, 'ENOENT')) return 'missing';
  // What `openKept` says of a link, a folder or a device.
  if (error instanceof UserError) return 'foreign';
  if (error instanceof Error && 'code' in error) return 'unreadable';
  throw error;
}

/** Looks at every file and reads each through: for the terminal, and before anything is handed in. Throws an AbortError. */
export async function checkEvidenceFiles(
  folder: string,
  evidence: readonly Evidence[],
  {
    signal,
    progress,
  }: { signal?: AbortSignal; progress?: (done: number, total: number, piece: Evidence) => void } = {},
): Promise<EvidenceFaults> {
  const faults = new Map(faultsOf(await lookAtAll(folder, evidence)));
  const sound = evidence.filter(({ sha256 }) => !faults.has(sha256));
  const total = sound.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const piece of sound) {
    const read = (bytes: number): void => progress?.((done += bytes), total, piece);
    const fault = await readThrough(folder, piece, { signal, read });
    if (fault) faults.set(piece.sha256, fault);
  }
  return faults;
}
