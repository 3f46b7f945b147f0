import { createHash } from 'node:crypto';
import { contentText } from '../../../shared/standard/content.ts';
import type { Standard } from '../../../shared/standard/schema.ts';

/** SHA-256 of what makes a standard this one and no other: equal where two offices loaded the same text. */
export function contentHash(standard: Standard): string {
  return createHash('sha256').update(contentText(standard)).digest('hex');
}
