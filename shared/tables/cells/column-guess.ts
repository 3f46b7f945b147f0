import type { ColumnFacts } from './column-facts.ts';
import type { Grid } from './grid.ts';
import type { HeaderMeaning } from './header-names.ts';

/** The words above each column, from the top. */
export type Headings = readonly (readonly string[])[];

/** What is known of the columns while their meanings are settled; `undefined`: nobody has said anything of it. */
export interface Guess {
  readonly grid: Grid;
  readonly headerTo: number;
  readonly hasHeader: boolean;
  /** Rows that are no part of the standard's own. */
  readonly apart: ReadonlySet<number>;
  readonly facts: readonly ColumnFacts[];
  readonly roles: (HeaderMeaning | undefined)[];
}

/** A name that says what it is of by what it holds alone. */
export function isOpen(meaning: HeaderMeaning | undefined): boolean {
  return meaning === undefined || meaning === 'name' || meaning === 'text';
}

export function isText(meaning: HeaderMeaning | undefined): boolean {
  return isOpen(meaning) || meaning === 'criterion' || meaning === 'content';
}
