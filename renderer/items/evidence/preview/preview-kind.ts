import type { Evidence } from '../../../../shared/assessment/schema.ts';

export type PreviewKind = 'image' | 'pdf' | 'text' | 'video' | 'audio' | 'other';

const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'];
/** pdf.js holds the whole file in memory: beyond this the system's own reader is the better place. */
const MAX_PDF_BYTES = 200 * 1024 * 1024;

/** How a file can be shown inside the program. */
export function previewKind({ mediaType, bytes }: Pick<Evidence, 'mediaType' | 'bytes'>): PreviewKind {
  const [type = ''] = mediaType.split(';');
  if (IMAGES.includes(type)) return 'image';
  if (type === 'application/pdf') return bytes <= MAX_PDF_BYTES ? 'pdf' : 'other';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'audio';
  // HTML and the like are shown as their source, never run.
  if (type.startsWith('text/') || type === 'application/json' || type === 'application/xml') return 'text';
  return 'other';
}

/** Both doors serve evidence under this relative address, with Range support. */
export function evidenceUrl(assessmentId: string, sha256: string): string {
  return `evidence/${assessmentId}/${sha256}`;
}
