import type { Picks } from '../../../../shared/review/merge.ts';

/** One thing that two sides do not have alike, in words. */
export interface ChoiceRow {
  readonly path: string;
  readonly title: string;
  /** '' where that side has nothing. */
  readonly ours: string;
  readonly theirs: string;
}

/** Both sides have something: the user must pick. */
export function isOpenChoice({ ours, theirs }: ChoiceRow): boolean {
  return ours !== '' && theirs !== '';
}

export function allPicked(rows: readonly ChoiceRow[], picks: Picks): boolean {
  return rows.every((row) => !isOpenChoice(row) || picks[row.path] !== undefined);
}

/** The same side for everything that must be picked. */
export function pickAll(rows: readonly ChoiceRow[], side: Picks[string]): Picks {
  return Object.fromEntries(rows.filter(isOpenChoice).map(({ path }) => [path, side]));
}
