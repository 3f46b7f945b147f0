import type { Points } from '../../shared/values/points.ts';

/** A fault of a deduction as a clerk would note it. Points in hundredths. */
export interface FaultTruth {
  readonly points: Points;
  /** Absent: any unit will do. */
  readonly unit?: string;
  readonly cap?: Points;
  readonly zeroes?: boolean;
  /** A word that the fault's label must hold. */
  readonly word?: string;
}

/** One rule that says what a criterion says. */
export type RuleTruth =
  | { readonly kind: 'deduct'; readonly faults: readonly FaultTruth[] }
  | { readonly kind: 'tiers' | 'checklist'; readonly points: readonly Points[] }
  | { readonly kind: 'ratio' };

export interface ItemTruth {
  readonly title: string;
  /** Only where all items of the table have a number of their own and none repeats. */
  readonly code?: string;
  readonly points: Points;
  /** Sentences that must stand somewhere in the item. */
  readonly words: readonly string[];
  /**
   * Every rule that would be right; `award` (a person decides) always is. Absent: the sheet does not say enough to
   * judge a rule.
   */
  readonly rules?: readonly RuleTruth[];
}

export interface SectionTruth {
  readonly title: string;
  /** What the sheet states for it. */
  readonly declared?: Points;
  /** A 小计 of another value than its rows': right to keep, right to leave. */
  readonly mayDeclare?: Points;
  readonly sections: readonly SectionTruth[];
  readonly items: readonly ItemTruth[];
}

export interface EntryTruth {
  readonly title: string;
  /** Of each option. */
  readonly points: readonly Points[];
  readonly words: readonly string[];
}

/** What a careful clerk who sees the sheet knows of it. */
export interface Truth {
  /** No standard: nothing may be written as if it were one. */
  readonly refused: boolean;
  /** Read, but not to be used as it is: nothing of it makes up a full score. */
  readonly entriesOnly?: boolean;
  readonly title?: string;
  readonly fullScore?: Points;
  readonly passScore?: Points;
  readonly documentNumber?: string;
  /** Of the whole bonus block. */
  readonly bonusCap?: Points;
  /** Empty with `items` where the sheet has no sections. */
  readonly sections: readonly SectionTruth[];
  readonly items: readonly ItemTruth[];
  readonly bonus: readonly EntryTruth[];
  readonly penalty: readonly EntryTruth[];
  readonly vetoes: readonly string[];
  /** `wrong`: a stated sum is not that of its rows, and must be warned about. `right`: none may be. */
  readonly sums: 'right' | 'wrong';
  /** Something besides sums must be asked about: a range of points has no one value. */
  readonly isAsked: boolean;
  /** Words from around the items: of sums, grades, signatures, headings. No item may hold them. */
  readonly outside: readonly string[];
}

export const NO_STANDARD: Truth = {
  refused: true,
  sections: [],
  items: [],
  bonus: [],
  penalty: [],
  vetoes: [],
  sums: 'right',
  isAsked: false,
  outside: [],
};

export function itemsOf({ sections, items }: Pick<Truth, 'sections' | 'items'>): ItemTruth[] {
  return [...sections.flatMap(itemsOf), ...items];
}
