import type { Entry } from '../assessment/schema.ts';
import type { Veto } from '../standard/schema.ts';
import type { Fraction } from '../values/fraction.ts';
import type { Points } from '../values/points.ts';

export interface ItemResult {
  readonly code: string;
  readonly title: string;
  readonly state: Entry['state'];
  /** 0 while unscored. Not-applicable items: by the standard's rule. */
  readonly score: Points;
  readonly fullScore: Points;
  /** As its rule gives it before it is rounded; absent where nothing was. */
  readonly exact?: Fraction;
  /** What a judged item falls short of full; 0 while unscored and where not applicable is accepted. */
  readonly lost: Points;
  readonly explanation: string;
  readonly problem?: string;
  /** Pieces of evidence linked. */
  readonly evidence: number;
  /** Codes of the sections that hold it, outermost first. */
  readonly path: readonly string[];
}

/** A section with at least one item that applies to the unit; others are left out. */
export interface SectionResult {
  readonly code: string;
  readonly title: string;
  readonly score: Points;
  /** Sum of the items that apply to the unit. */
  readonly fullScore: Points;
  /** `fullScore` less what was declared not applicable under `renormalise`. */
  readonly activeFullScore: Points;
  readonly unscored: number;
  readonly items: readonly ItemResult[];
  readonly sections: readonly SectionResult[];
}

export interface AdjustmentResult {
  readonly code: string;
  readonly title: string;
  readonly score: Points;
  readonly explanation: string;
  readonly problem?: string;
  readonly evidence: number;
}

export interface AdjustmentBlockResult {
  readonly title: string;
  /** After the block's cap; positive for both blocks (a penalty is subtracted by the total). */
  readonly score: Points;
  readonly entries: readonly AdjustmentResult[];
}

export interface VetoResult {
  readonly code: string;
  readonly title: string;
  readonly effect: Veto['effect'];
  /** No document states it. */
  readonly own: boolean;
  /** False for an own one in an official standard: it takes nobody's official rank. */
  readonly counts: boolean;
  readonly state: 'unanswered' | 'clear' | 'applies';
}

/** 合理缺项: items that do not apply to the unit, as it declared and as the standard allows. */
export interface Gaps {
  readonly count: number;
  /** In the standard's order. */
  readonly codes: readonly string[];
  /** Their full scores together. */
  readonly points: Points;
}

/** The whole result of an assessment against its standard. */
export interface ScoreReport {
  readonly total: Points;
  /** 基础分: the tree alone, without bonus and penalty, rounded as the total is. */
  readonly base: Points;
  /** 折算: what makes `base` of the sections' scores (not applicable, weights); 0 where they add up as they are. */
  readonly conversion: Points;
  /** The total before anything was rounded, items included, in digits; absent where nothing was. */
  readonly unrounded?: string;
  /** Without which the line would not be reached; empty where it is not reached, or reached anyway. */
  readonly onlyBy: readonly ('bonus' | 'rounding')[];
  readonly gaps: Gaps;
  readonly fullScore: Points;
  /** The campaign's line, brought to the standard's full score (90 of 100 is 900 of 1,000). */
  readonly passScore: Points;
  /** total >= passScore: "以上" includes the number itself (《民法典》第一千二百五十九条). */
  readonly passes: boolean;
  /** Points missing to the pass line; 0 where it is reached. */
  readonly gap: Points;
  /** Best total still possible if every unscored item got full marks. */
  readonly reachable: Points;
  readonly unscored: number;
  /** Items that are done: scored or declared not applicable. */
  readonly scored: number;
  readonly items: readonly ItemResult[];
  readonly sections: readonly SectionResult[];
  readonly bonus?: AdjustmentBlockResult;
  readonly penalty?: AdjustmentBlockResult;
  readonly vetoes: readonly VetoResult[];
  /** How the total came about, in Chinese, one step a line (sum, weights, not applicable, bonus, penalty, veto). */
  readonly explanation: readonly string[];
  /** Stars by the standard's own bands, 0 below the lowest; absent where it has none. */
  readonly stars?: number;
}

/** One step towards the pass line: what an item could still bring. */
export interface GapStep {
  readonly code: string;
  readonly title: string;
  /** Title of the innermost section. */
  readonly section: string;
  readonly state: Entry['state'];
  /** Points that full marks on this item would add to the total. */
  readonly gain: Points;
  readonly hint: string;
}

export interface GapAnalysis {
  readonly gap: Points;
  /** Every item that can still bring something, largest gain first, then the standard's order. */
  readonly steps: readonly GapStep[];
  /** The fewest steps from the top that reach the pass line; empty where passed or out of reach. */
  readonly toPass: readonly GapStep[];
  readonly scoredWithoutEvidence: readonly (ItemResult | AdjustmentResult)[];
  readonly unscored: readonly ItemResult[];
  /** SHA-256 of evidence that no entry or material uses. */
  readonly unlinkedEvidence: readonly string[];
}
