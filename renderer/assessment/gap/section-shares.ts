import { type Points, ratePercent } from '../../../shared/values/points.ts';
import { itemsIn } from '../../../shared/scoring/total.ts';
import type { ItemResult, SectionResult } from '../../../shared/scoring/types.ts';

/** One top-level section, for the charts and the table that says the same. */
export interface SectionShare {
  readonly code: string;
  readonly title: string;
  readonly score: Points;
  /** As the standard states it for this unit. */
  readonly whole: Points;
  /** `whole` without what is not applicable. */
  readonly full: Points;
  /** Share of full marks in percent, 0–100, as `ratePercent`. */
  readonly percent: number;
  /** Lost on items that are scored. */
  readonly lost: Points;
  /** Full marks of items that are not scored yet. */
  readonly open: Points;
  readonly unscored: number;
}

/** One for each section; where everything is 不适用 `full` is 0 and there is nothing to draw. */
export function sectionShares(sections: readonly SectionResult[]): SectionShare[] {
  return sections.map((section) => {
    const items = itemsIn(section);
    const sum = (value: (item: ItemResult) => Points): Points =>
      items.reduce((total, item) => total + value(item), 0);
    return {
      code: section.code,
      title: section.title,
      score: section.score,
      whole: section.fullScore,
      full: section.activeFullScore,
      percent:
        section.activeFullScore > 0 ? Math.max(0, ratePercent(section.score, section.activeFullScore)) : 0,
      lost: sum((item) => (item.state === 'unscored' ? 0 : item.lost)),
      open: sum((item) => (item.state === 'unscored' ? item.fullScore : 0)),
      unscored: section.unscored,
    };
  });
}
