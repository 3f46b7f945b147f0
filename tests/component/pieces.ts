import { createHash } from 'node:crypto';
import type { Evidence } from '../../shared/assessment/schema.ts';
import { mediaTypeOf } from '../../shared/values/file-kinds.ts';
import { labelFor } from '../../shared/values/file-names.ts';

const contents = new Map<string, Buffer>();

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** How files of these kinds begin, so that the host takes them for what they are called. */
export const PDF = '%PDF-1.7\n';
export const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
export const JPEG = Buffer.from('\xff\xd8\xff', 'latin1');
export const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** A piece of evidence with a content: a host of a test that keeps it has its file. */
export function piece(
  fileName: string,
  content: string | Buffer,
  changes: Partial<Pick<Evidence, 'label' | 'addedAt'>> = {},
): Evidence {
  const bytes = Buffer.from(content);
  const sha256 = sha256Of(bytes);
  contents.set(sha256, bytes);
  return {
    ...{ sha256, bytes: bytes.length, fileName, label: labelFor(fileName) },
    ...{ mediaType: mediaTypeOf(fileName, bytes), addedAt: '2026-11-01T00:00:00.000Z', ...changes },
  };
}

/** The file of a piece of evidence; undefined for one that is only written down. */
export function contentOf(sha256: string): Buffer | undefined {
  return contents.get(sha256);
}
