import type { Assessment } from '../assessment/schema.ts';
import { scoreAssessment } from '../scoring/report.ts';
import { byWords } from '../standard/basis.ts';
import { allItems } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import { type Points, showPoints } from '../values/points.ts';
import type { LinkedItem } from './year/schema.ts';

/** `other`: the item is for other categories of units. */
export const WORTH_STATES = ['unscored', 'scored', 'notApplicable', 'other'] as const;

/** What an item is worth by its standard, and what the assessment has scored so far. */
export interface ItemWorth {
  readonly code: string;
  readonly title: string;
  readonly state: (typeof WORTH_STATES)[number];
  readonly fullScore: Points;
  /** 0 while unscored. */
  readonly score: Points;
}

export interface AssessmentItems {
  readonly unit: string;
  readonly standard: string;
  /** 按参考标准; '' by an official one. */
  readonly by: string;
  /** The standard weighs its sections: points of items do not add up to points of the total. */
  readonly weighted: boolean;
  readonly items: ItemWorth[];
}

/** Every item of an assessment's standard, in its order. */
export function itemsWorth({
  assessment,
  standard,
}: {
  readonly assessment: Assessment;
  readonly standard: Standard;
}): AssessmentItems {
  const results = new Map(scoreAssessment(standard, assessment).items.map((item) => [item.code, item]));
  return {
    ...{ unit: assessment.unit.name, standard: `${standard.title} ${standard.edition}` },
    by: byWords(standard),
    weighted: standard.sections.some(({ weight }) => weight !== undefined),
    items: allItems(standard).map(({ code, title, fullScore }) => {
      const { state = 'other', score = 0 } = results.get(code) ?? {};
      return { code, title, state, fullScore, score: state === 'scored' ? score : 0 };
    }),
  };
}

/** An item that a user has chosen, as the standard has it; where another one bears its code now, nobody has chosen that. */
export function itemOf<Item extends Pick<ItemWorth, 'code' | 'title'>>(
  { key, title }: LinkedItem,
  items: readonly Item[],
): { readonly item?: Item; readonly otherwise?: string } {
  const item = items.find(({ code }) => code === key);
  if (!item) return { otherwise: '标准里没有这一项了' };
  return item.title === title ? { item } : { otherwise: `标准里这个编号现在是“${item.title}”，请重新选` };
}

/** “1.2 满分 4 分，已得 2 分”; of an item that the standard has not (any more), that. */
export function worthWords(linked: LinkedItem, items: readonly ItemWorth[]): string {
  const { key, title } = linked;
  const { item, otherwise = '' } = itemOf(linked, items);
  if (!item) return `${key} ${title}：${otherwise}`;
  switch (item.state) {
    case 'other':
      return `${key} 不适用于本单位类别`;
    case 'notApplicable':
      return `${key} 已按合理缺项处理`;
    case 'unscored':
      return `${key} 满分 ${showPoints(item.fullScore)} 分，还没有评`;
    case 'scored':
      return `${key} 满分 ${showPoints(item.fullScore)} 分，已得 ${showPoints(item.score)} 分`;
  }
}

/** What several places are worth together: an item that more than one of them proves is counted once. */
export interface Worth {
  readonly items: number;
  readonly fullScore: Points;
  readonly score: Points;
  /** Full marks less what is scored. */
  readonly open: Points;
}

export function worthOf(linked: readonly LinkedItem[], items: readonly ItemWorth[]): Worth {
  const wanted = new Set(linked.flatMap((each) => itemOf(each, items).item ?? []));
  const counted = [...wanted].filter(({ state }) => state === 'scored' || state === 'unscored');
  const [fullScore, score] = (['fullScore', 'score'] as const).map((of) =>
    counted.reduce((sum, item) => sum + item[of], 0),
  ) as [Points, Points];
  return { items: counted.length, fullScore, score, open: fullScore - score };
}
