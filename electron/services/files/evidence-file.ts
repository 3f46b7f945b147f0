import { HEAD_BYTES, mediaTypeOf } from '../../../shared/values/file-kinds.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { isSystemError } from '../base/failures.ts';
import { keptSize, openKept } from './kept.ts';

/** A stored file as the interface and the system's programs may have it. */
export interface EvidenceFile {
  readonly path: string;
  /** A name only, never a way to another folder. */
  readonly fileName: string;
  /** By ending and content, whatever was written down about it. */
  readonly mediaType: string;
  readonly bytes: number;
}

/**
 * The file at `path` under the name that was written down for it, which may have come from anywhere: the name is
 * made safe again. Undefined where there is no file; throws what reading throws, a UserError where no name is left or
 * where a link stands in its place.
 */
export async function evidenceFileAt(path: string, storedName: string): Promise<EvidenceFile | undefined> {
  const fileName = safeFileName(storedName);
  try {
    const bytes = await keptSize(path);
    return { path, fileName, mediaType: mediaTypeOf(fileName, await headOf(path)), bytes };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** How a file begins: its first HEAD_BYTES, or all of a shorter one. Throws what reading throws. */
export async function headOf(path: string): Promise<Buffer> {
  const handle = await openKept(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
