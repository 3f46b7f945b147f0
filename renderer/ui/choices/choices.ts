/** By the path of a row. */
export type Picks = Readonly<Record<string, 'ours' | 'theirs'>>;

/** One thing that two sides do not have alike, in words. */
export interface ChoiceRow {
  readonly path: string;
  readonly title: string;
  /** '' where that side has nothing. */
  readonly ours: string;
  readonly theirs: string;
  /** Also where one side has nothing: it may have been taken away there. */
  readonly asks?: true;
}

/** Both sides have something: the user must pick. */
export function isOpenChoice({ ours, theirs, asks }: ChoiceRow): boolean {
  return asks === true || (ours !== '' && theirs !== '');
}

export function allPicked(rows: readonly ChoiceRow[], picks: Picks): boolean {
  return rows.every((row) => !isOpenChoice(row) || picks[row.path] !== undefined);
}

/** The same side for everything that must be picked. */
export function pickAll(rows: readonly ChoiceRow[], side: Picks[string]): Picks {
  return Object.fromEntries(rows.filter(isOpenChoice).map(({ path }) => [path, side]));
}
