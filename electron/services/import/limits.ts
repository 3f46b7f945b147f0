/** What a file to import may be at most. A scoring table is far below each of these. */
export const LIMITS = {
  /** Size of the file, in bytes. */
  fileBytes: 100 * 2 ** 20,
  /** Everything packed in it, as declared and as inflated, in bytes. */
  inflatedBytes: 300 * 2 ** 20,
  /** From here on, in bytes, more than so many times the packed size is no honest file. */
  honestBytes: 64 * 2 ** 20,
  ratio: 100,
  /** Files packed in it. */
  parts: 10_000,
  /** Rows and filled cells of one table. */
  rows: 10_000,
  cells: 300_000,
  tables: 500,
  /** One drawing of a sheet, in bytes, and the paragraphs and characters of all text boxes together. */
  drawingBytes: 8 * 2 ** 20,
  drawnParagraphs: 400,
  drawnCharacters: 100_000,
  /** Characters of one pasted text or page. */
  characters: 50 * 2 ** 20,
  /** Of one typical case, which has 1,500. */
  caseCharacters: 200_000,
  /**
   * Heap of the reading thread, in MiB: with the bytes of the file and Node itself, the process stays below 400 MB on
   * the largest sheet. And its time, in milliseconds.
   */
  heapMiB: 256,
  milliseconds: 60_000,
} as const;
