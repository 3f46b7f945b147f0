import type { Points } from '../values/points.ts';
import type { Adjustment, Item, Section, Standard, Veto } from '../standard/schema.ts';
import { allItems } from '../standard/walk.ts';

interface Common {
  readonly code: string;
  readonly title: string;
  readonly criterion: string;
}

/** One place of a standard that an assessment can hold an entry for, with what is needed to compare it. */
export type Place = Common &
  (
    | {
        readonly kind: 'item';
        readonly item: Item;
        readonly fullScore: Points;
        readonly path: readonly Section[];
        /** Titles of the unit categories that it applies to; none named: every category. */
        readonly categories: readonly string[];
      }
    | { readonly kind: 'bonus' | 'penalty'; readonly entry: Adjustment }
    | { readonly kind: 'veto'; readonly veto: Veto }
  );
export type PlaceKind = Place['kind'];

/** In the standard's order: items, bonus, penalty, vetoes. */
export function placesOf(standard: Standard): Place[] {
  const adjustments = (kind: 'bonus' | 'penalty'): Place[] =>
    (standard[kind]?.entries ?? []).map((entry) => ({ ...common(entry), kind, entry }));
  const categories = new Map(standard.unitCategories.map(({ code, title }) => [code, title]));
  return [
    ...allItems(standard).map(({ item, path }): Place => ({
      ...common(item),
      kind: 'item',
      item,
      fullScore: item.fullScore,
      path,
      categories: (item.appliesTo ?? []).map((code) => categories.get(code) ?? code),
    })),
    ...adjustments('bonus'),
    ...adjustments('penalty'),
    ...standard.vetoes.map((veto): Place => ({ ...common(veto), kind: 'veto', veto })),
  ];
}

function common({ code, title, criterion }: Common): Common {
  return { code, title, criterion };
}
