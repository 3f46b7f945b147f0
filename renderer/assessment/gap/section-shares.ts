import type { Points } from '../../../shared/values/points.ts';
import { itemsIn } from '../../../shared/scoring/total.ts';
import type { ItemResult, SectionResult } from '../../../shared/scoring/types.ts';

/** One top-level section, for the charts and the table that says the same. */
export interface SectionShare {
  readonly code: string;
  readonly title: string;
  readonly score: Points;
  readonly full: Points;
  /** Share of full marks in percent, 0–100, cut to one decimal; drawing only, nothing is decided by it. */
  readonly percent: number;
  /** Lost on items that are scored. */
  readonly lost: Points;
  /** Full marks of items that are not scored yet. */
  readonly open: Points;
  readonly unscored: number;
}

/** Sections in which everything is 不适用 have no share and are left out. */
export function sectionShares(sections: readonly SectionResult[]): SectionShare[] {
  return sections
    .filter(({ activeFullScore }) => activeFullScore > 0)
    .map((section) => {
      const items = itemsIn(section);
      const sum = (value: (item: ItemResult) => Points): Points =>
        items.reduce((total, item) => total + value(item), 0);
      return {
        code: section.code,
        title: section.title,
        score: section.score,
        full: section.activeFullScore,
        percent: Math.max(0, Math.floor((1000 * section.score) / section.activeFullScore) / 10),
        lost: sum((item) => (item.state === 'unscored' ? 0 : item.lost)),
        open: sum((item) => (item.state === 'unscored' ? item.fullScore : 0)),
        unscored: section.unscored,
      };
    });
}
