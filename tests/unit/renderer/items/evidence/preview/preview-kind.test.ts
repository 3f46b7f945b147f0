import { describe, expect, it } from 'vitest';
import { previewKind } from '../../../../../../renderer/items/evidence/preview/preview-kind.ts';
import { decodePreview } from '../../../../../../renderer/items/evidence/preview/read-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('text of unknown encoding', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(decodePreview(new TextEncoder().encode('回访记录'))).toBe('回访记录');
    expect(decodePreview(bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('回访')))).toBe('回访');
  });

  it('falls back to GB18030', () => {
    expect(decodePreview(bytes(0xbb, 0xd8, 0xb7, 0xc3))).toBe('回访');
  });

  it('reads UTF-16 by its byte order mark', () => {
    expect(decodePreview(bytes(0xff, 0xfe, 0xde, 0x56))).toBe('回');
    expect(decodePreview(bytes(0xfe, 0xff, 0x56, 0xde))).toBe('回');
  });

  it('stays UTF-8 where the cut split the last character', () => {
    expect(decodePreview(new TextEncoder().encode('回访').subarray(0, 5))).toBe('回');
  });
});

describe('how a file can be shown', () => {
  it.each([
    ['image/png', 'image'],
    ['image/svg+xml', 'other'],
    ['image/tiff', 'other'],
    ['application/pdf', 'pdf'],
    ['text/plain; charset=utf-8', 'text'],
    ['text/html', 'text'],
    ['video/mp4', 'video'],
    ['audio/mpeg', 'audio'],
    ['application/octet-stream', 'other'],
  ])('%s: %s', (mediaType, kind) => {
    expect(previewKind({ mediaType, bytes: 1000 })).toBe(kind);
  });

  it('leaves a PDF that would fill the memory to the system', () => {
    expect(previewKind({ mediaType: 'application/pdf', bytes: 3_000_000_000 })).toBe('other');
  });
});
