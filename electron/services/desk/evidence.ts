import { join } from 'node:path';
import { type EvidenceFile, evidenceFileAt } from '../files/evidence-file.ts';
import { CACHE } from './desk-folder.ts';
import type { DeskSession } from './desk-session.ts';
import { PHOTOS } from './package-folder.ts';

/** Names one package among all desks: `<deskId>.<key>`. */
const REFERENCE = /^([0-9a-f-]{36})\.([0-9a-f]{16})$/;

export function parseReference(text: string): { deskId: string; key: string } | undefined {
  const [, deskId, key] = REFERENCE.exec(text) ?? [];
  return deskId === undefined || key === undefined ? undefined : { deskId, key };
}

/** Files being unpacked now: a video is asked for in many ranges at once. */
const unpacking = new Map<string, Promise<void>>();

/** Evidence of the unit, unpacked from the original into the cache, or a photo of a field visit. */
export async function evidenceOf(
  desk: DeskSession,
  key: string,
  sha256: string,
): Promise<EvidenceFile | undefined> {
  const { assessment, review } = await desk.load(key);
  const photo = review.fieldVisits.flatMap(({ photos }) => photos).find((each) => each.sha256 === sha256);
  if (photo) return evidenceFileAt(join(desk.packageFolder(key), PHOTOS, sha256), photo.fileName);
  const record = assessment.evidence.find((each) => each.sha256 === sha256);
  if (!record) return undefined;
  const target = join(desk.folder, CACHE, key, sha256);
  const running = unpacking.get(target) ?? desk.unpack(key, sha256, target);
  unpacking.set(target, running);
  try {
    await running;
  } finally {
    unpacking.delete(target);
  }
  return evidenceFileAt(target, record.fileName);
}
