import type { Evidence } from '../../../shared/assessment/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import { hashKept } from '../files/hash-kept.ts';
import { openKept } from '../files/kept.ts';
import { readAhead, readerOf } from '../files/read-ahead.ts';

/** A piece of evidence on its way into a package. */
export interface EvidenceFile {
  /** Below the bag's root. */
  readonly path: string;
  readonly evidence: Pick<Evidence, 'sha256' | 'bytes' | 'label'>;
  /** Where it lies. */
  readonly file: string;
}

/**
 * The evidence's bytes; a UserError where they are not as many as were added, or not there. Whether they are the same is
 * told by the hash of what was written, when it is read back.
 */
export async function* evidenceBytes(
  { evidence: { bytes, label }, file }: EvidenceFile,
  what: string,
): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    const handle = await openKept(file);
    try {
      // Kept: several wait in yazl's streams. One byte more is asked for than there should be.
      for await (const piece of readAhead(readerOf(handle), { end: bytes + 1, kept: true })) {
        read += piece.length;
        if (read > bytes) break;
        yield piece;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw evidenceFault(label, what, '找不到了', error);
    if (error instanceof UserError)
      throw evidenceFault(label, what, '不是文件本身（是链接、文件夹或设备）', error);
    throw error;
  }
  if (read !== bytes) throw evidenceFault(label, what, '已损坏或被改动');
}

/** What is told of the first piece that is not what was added any more; undefined where all are. */
export async function changedEvidence(
  files: readonly EvidenceFile[],
  what: string,
  signal: AbortSignal | undefined,
): Promise<UserError | undefined> {
  for (const { evidence, file } of files) {
    if ((await hashKept(file, { signal })) !== evidence.sha256)
      return evidenceFault(evidence.label, what, '已损坏或被改动');
  }
  return undefined;
}

function evidenceFault(label: string, what: string, fault: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'evidence-damaged',
      message: `佐证材料“${label}”${fault}，没有导出。`,
      effect: `没有生成${what}；自评内容和其他材料没有改动。`,
      remedy: '请到“佐证材料”，在这份材料上选“重新添加原文件”，再导出。',
    },
    { cause },
  );
}
