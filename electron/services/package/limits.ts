import { isJunkName } from '../../../shared/values/junk-files.ts';
import { isExecutable } from '../../../shared/values/file-kinds.ts';

/**
 * What a package may be at most. Everything is checked as declared, before it is inflated or parsed: whatever a
 * stranger's file holds, reading it takes at most 300 MB of memory.
 */
export const MAX_FILES = 50_000;
/** Payload and tag files together, in bytes (64 GiB). */
export const MAX_TOTAL_BYTES = 64 * 2 ** 30;
/** Names in the ZIP's directory, and comments and extra fields, in bytes. */
export const MAX_NAMES_BYTES = 32 * 2 ** 20;
export const MAX_EXTRAS_BYTES = 4 * 2 ** 20;

/** The longest line of a tag file, in bytes: a path of a ZIP at most, each of its bytes percent-encoded. */
export const MAX_LINE_BYTES = 256 * 2 ** 10;
/** Manifests of a bag, of any algorithm: one of each kind for each that there is, and some to spare. */
export const MAX_MANIFESTS = 32;

/** A text that is read whole: bytes, and lines. */
export interface TextLimit {
  readonly bytes: number;
  readonly lines: number;
}
export const MANIFEST_LIMIT: TextLimit = { bytes: 32 * 2 ** 20, lines: MAX_FILES };
/** All manifests of a bag together, in lines. */
export const MAX_MANIFEST_LINES = 2 * MAX_FILES;
export const TAGS_LIMIT: TextLimit = { bytes: 2 ** 20, lines: 10_000 };
export const DECLARATION_BYTES = 2 ** 10;
export const README_BYTES = 2 ** 18;

/** 目录.html, in bytes. */
export const MAX_INDEX_BYTES = 32 * 2 ** 20;

/** 推荐材料.xlsx, in bytes. */
export const MAX_WORKBOOK_BYTES = 16 * 2 ** 20;

/** Larger files are stored as they are, so that a package of honest blank scans never looks like a bomb. */
export const STORED_FROM_BYTES = 16 * 2 ** 20;

/** A bomb is small and says that it is huge: more than 100 times its size, for one entry or for all together. */
const MAX_RATIO = 100;
const SUSPICIOUS_BYTES = { entry: 64 * 2 ** 20, total: 4 * 2 ** 30 };

/** True where so many compressed bytes cannot honestly stand for so many bytes. */
export function isBomb(what: 'entry' | 'total', compressed: number, bytes: number): boolean {
  return bytes > SUSPICIOUS_BYTES[what] && bytes > compressed * MAX_RATIO;
}

/** Files that desktops, office programs and archivers leave behind. Never a program, whatever it is called. */
export function isJunk(path: string): boolean {
  return isJunkName(path) && !isExecutable(path);
}
