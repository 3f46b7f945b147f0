/** What a package may be at most. Sizes are checked as declared, before anything is inflated. */
export const MAX_FILES = 100_000;
/** Payload and tag files together, in bytes (64 GiB). */
export const MAX_TOTAL_BYTES = 64 * 2 ** 30;
/** Tag files and JSON are read whole: 64 MiB each. */
export const MAX_TEXT_BYTES = 64 * 2 ** 20;

/** Larger files are stored as they are, so that a package of honest blank scans never looks like a bomb. */
export const STORED_FROM_BYTES = 16 * 2 ** 20;

/** A bomb is small and says that it is huge: more than 100 times its size, for one entry or for all together. */
const MAX_RATIO = 100;
const SUSPICIOUS_BYTES = { entry: 64 * 2 ** 20, total: 4 * 2 ** 30 };

/** True where so many compressed bytes cannot honestly stand for so many bytes. */
export function isBomb(what: 'entry' | 'total', compressed: number, bytes: number): boolean {
  return bytes > SUSPICIOUS_BYTES[what] && bytes > compressed * MAX_RATIO;
}

/** Files that Windows, macOS and archivers leave behind when someone unpacks and packs again. */
export function isJunk(path: string): boolean {
  return /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/iu.test(path);
}
