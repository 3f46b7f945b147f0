/** Where an item's points stand. */
export type ScorePlace =
  'column' | 'weight' | 'title' | 'requirement' | 'criterion' | 'grades' | 'tierRows' | 'group';

export const EXTRAS = [
  'method',
  'evidence',
  'department',
  'deadline',
  'unit',
  'remark',
  'target',
  'measure',
  'empty',
  'blank',
] as const;
export type Extra = (typeof EXTRAS)[number];

/** What one table is made of, chosen before a word of it is written. */
export interface Plan {
  /** Levels above the items. */
  readonly depth: number;
  /**
   * How a level shows: a column of merged cells, of cells with blanks below or repeated; rows across; or rows of
   * its own in its column (`tree`).
   */
  readonly style: 'merged' | 'blank' | 'again' | 'heading' | 'headingThenMerged' | 'tree';
  /** Some top section has no level below it: its cell covers the columns of both. */
  readonly ragged: boolean;
  /** Names of the deepest level are sentences. */
  readonly longLevels: boolean;
  /** A row across has its number in the number column. */
  readonly numberedHeadings: boolean;
  readonly sectionNumbers: 'none' | 'chinese' | 'dotted' | 'bare';
  /** `section`: a number column that counts the top sections. */
  readonly itemNumbers: 'none' | 'restart' | 'dotted' | 'column' | 'codes' | 'bare' | 'section';
  /** Where a section's own score stands: in its name, in a column beside its level, in its row's score column. */
  readonly sectionScore: 'none' | 'name' | 'column' | 'row' | 'nameAndRow';
  readonly score: ScorePlace;
  readonly requirement: 'none' | 'known' | 'unknown';
  readonly unknownLevels: boolean;
  readonly extras: readonly Extra[];
  /** Those of the criterion and the extras whose cells cover several items. */
  readonly shared: readonly (Extra | 'criterion')[];
  readonly continued: boolean;
  readonly headerRows: 1 | 2 | 3;
  readonly headless: 'none' | 'levels' | 'scores';
  readonly decorated: boolean;
  readonly subtotals: 'none' | 'below' | 'inside';
  /** `above`: 总分 in the first row; `across`: in a sentence, where no column is the scores' own. */
  readonly total: 'none' | '合计' | '总计' | 'withBonus' | 'above' | 'across';
  readonly wrong: 'none' | 'section' | 'subtotal' | 'total';
  readonly pageBreaks: number;
  /** The last sections stand in a table of their own, under the same header. */
  readonly parts: boolean;
  readonly blankRows: boolean;
  readonly bonus: 'none' | 'number' | 'plus' | 'words' | 'range';
  readonly bonusSum: boolean;
  readonly bonusCap: boolean;
  /** Bonus and penalty stand in one block, told apart by their signs. */
  readonly oneBlock: boolean;
  readonly penalty: 'none' | 'number' | 'minus' | 'words' | 'range';
  /** `after`: a list below the table; `criterion`: in an item's criterion, besides its points. */
  readonly vetoes: 'none' | 'rows' | 'list' | 'single' | 'after' | 'criterion';
  readonly foot: readonly ('grades' | 'signatures' | 'note')[];
  readonly title: 'none' | 'row' | 'paragraph';
  readonly passScore: boolean;
  readonly documentNumber: boolean;
  /** 附件1 above the title. */
  readonly attachment: boolean;
  /** A line below the title for the unit's name and the date. */
  readonly formLine: boolean;
  readonly full: number;
  readonly halves: boolean;
  readonly scoreForm: '5' | '5分' | '5 分' | '５' | '5.0' | '10%';
  readonly star: boolean;
}
