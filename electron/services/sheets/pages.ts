import { LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH } from './sheet.ts';

/** Points to a unit of column width: 8 pixels (deterministic.ts). */
const POINTS_PER_UNIT = 8 * (72 / 96);

/** Points of rows that a landscape page holds: a sheet wider than the paper is printed smaller, and more goes on a page. */
export function pageHeight(widths: readonly number[]): number {
  const width = widths.reduce((sum, each) => sum + each, 0) * POINTS_PER_UNIT;
  return LANDSCAPE_HEIGHT * Math.max(1, width / LANDSCAPE_WIDTH);
}

/** Where the pages of a sheet end while it is written from top to bottom. Heights in points, as rows state them. */
export class Pages {
  /** Rows (their numbers) after which a page ends. */
  readonly breaks: number[] = [];
  /** What a page offers that is not the first. */
  readonly whole: number;
  #left: number;
  #fresh = true;

  /** What the first page offers, and each later one. */
  constructor({ first, later }: { readonly first: number; readonly later: number }) {
    this.#left = first;
    this.whole = later;
  }

  get left(): number {
    return this.#left;
  }

  /** Nothing is on this page yet: what does not fit here fits nowhere. */
  get isFresh(): boolean {
    return this.#fresh;
  }

  /** From 0. */
  get page(): number {
    return this.breaks.length;
  }

  take(height: number): void {
    this.#left -= height;
    this.#fresh = false;
  }

  /** The page ends below this row. */
  endAfter(row: number): void {
    this.breaks.push(row);
    this.#left = this.whole;
    this.#fresh = true;
  }
}
