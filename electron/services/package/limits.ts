/** What a package may be at most. Sizes are checked as declared, before anything is inflated. */
export const MAX_FILES = 100_000;
/** Payload and tag files together, in bytes (64 GiB). */
export const MAX_TOTAL_BYTES = 64 * 2 ** 30;
/** Tag files and JSON are read whole: 64 MiB each. */
export const MAX_TEXT_BYTES = 64 * 2 ** 20;

/**
 * A bomb is small and says that it is huge. Packages written here store files from STORED_FROM_BYTES up without
 * compression, so that an honest blank picture never looks like one.
 */
export const STORED_FROM_BYTES = 64 * 2 ** 20;
const MAX_RATIO = 100;

/** True where so many compressed bytes cannot honestly stand for so many bytes. */
export function isBomb(compressed: number, bytes: number): boolean {
  return bytes > STORED_FROM_BYTES && bytes > compressed * MAX_RATIO;
}

/** Files that Windows, macOS and archivers leave behind when someone unpacks and packs again. */
export function isJunk(path: string): boolean {
  return /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/iu.test(path);
}
