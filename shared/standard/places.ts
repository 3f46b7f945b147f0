import type { Points } from '../values/points.ts';
import type {
  Adjustment,
  AdjustmentBlock,
  EvidenceRequest,
  Item,
  Section,
  Source,
  Standard,
  Veto,
} from './schema.ts';

/** What every place has, whatever its kind. */
interface Common {
  readonly code: string;
  readonly title: string;
  readonly criterion: string;
  /** Evidence that the standard asks for; a veto asks for none. */
  readonly asked: readonly EvidenceRequest[];
  readonly basis: readonly Source[];
}

export interface ItemPlace extends Common {
  readonly kind: 'item';
  readonly item: Item;
  /** Hundredths. */
  readonly fullScore: Points;
  /** The sections that hold it, outermost first. */
  readonly path: readonly Section[];
  /** Titles of the unit categories that it applies to; none named: every category. */
  readonly categories: readonly string[];
  /** Of those that the condition of 不适用 is for; none named: every category. */
  readonly exemptCategories: readonly string[];
  /** Titles of the facts that it needs, in the item's order. */
  readonly needs: readonly string[];
}

export interface AdjustmentPlace extends Common {
  readonly kind: 'bonus' | 'penalty';
  readonly entry: Adjustment;
  readonly block: AdjustmentBlock;
}

interface VetoPlace extends Common {
  readonly kind: 'veto';
  readonly veto: Veto;
}

/** One place of a standard that an assessment can hold an entry for. */
export type Place = ItemPlace | AdjustmentPlace | VetoPlace;

/** In the standard's order: items (a section's own before its subsections'), bonus, penalty, vetoes. */
export function placesOf(standard: Standard): readonly Place[] {
  return walked(standard).places;
}

/** The places by code, in the standard's order: one code space for all kinds. */
export function placesByCode(standard: Standard): ReadonlyMap<string, Place> {
  return walked(standard).byCode;
}

export function placeOf(standard: Standard, code: string): Place | undefined {
  return walked(standard).byCode.get(code);
}

export function allCodes(standard: Standard): string[] {
  return placesOf(standard).map(({ code }) => code);
}

/** Every item, in the standard's order. */
export function allItems(standard: Standard): ItemPlace[] {
  return placesOf(standard).filter((place) => place.kind === 'item');
}

/** The items that a unit of this category is judged by. */
export function itemsFor(standard: Standard, category: string): ItemPlace[] {
  return allItems(standard).filter(({ item }) => appliesTo(item, category));
}

/** An item that names categories applies to those alone: to no unit that has not chosen its category yet. */
export function appliesTo(item: Item, category: string): boolean {
  return item.appliesTo?.includes(category) ?? true;
}

/** Bonus and penalty entries, in the standard's order. */
export function adjustmentsOf(standard: Standard): AdjustmentPlace[] {
  return placesOf(standard).filter((place): place is AdjustmentPlace => 'entry' in place);
}

/** Every section at any depth, outer before inner. */
export function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

interface Walked {
  readonly places: readonly Place[];
  readonly byCode: ReadonlyMap<string, Place>;
}

/** A standard is never changed once it is read, so one walk serves every question. */
const walks = new WeakMap<Standard, Walked>();

function walked(standard: Standard): Walked {
  const known = walks.get(standard);
  if (known) return known;
  const places = walk(standard);
  const found = { places, byCode: new Map(places.map((place) => [place.code, place])) };
  walks.set(standard, found);
  return found;
}

function walk(standard: Standard): Place[] {
  const categories = new Map(standard.unitCategories.map(({ code, title }) => [code, title]));
  const titles = (codes: readonly string[] = []) => codes.map((code) => categories.get(code) ?? code);
  const facts = new Map(standard.facts.map(({ code, title }) => [code, title]));
  const itemsBelow = (sections: readonly Section[], outer: readonly Section[]): Place[] =>
    sections.flatMap((section) => {
      const path = [...outer, section];
      return [
        ...section.items.map((item): Place => ({
          ...common(item, item.evidence),
          kind: 'item',
          item,
          fullScore: item.fullScore,
          path,
          categories: titles(item.appliesTo),
          exemptCategories: titles(item.notApplicableFor),
          needs: (item.needs ?? []).map((code) => facts.get(code) ?? code),
        })),
        ...itemsBelow(section.sections, path),
      ];
    });
  const adjustments = (kind: 'bonus' | 'penalty', block: AdjustmentBlock | undefined): Place[] =>
    block?.entries.map((entry) => ({ ...common(entry, entry.evidence), kind, entry, block })) ?? [];
  return [
    ...itemsBelow(standard.sections, []),
    ...adjustments('bonus', standard.bonus),
    ...adjustments('penalty', standard.penalty),
    ...standard.vetoes.map((veto): Place => ({ ...common(veto, []), kind: 'veto', veto })),
  ];
}

function common(
  { code, title, criterion, basis }: Pick<Common, 'code' | 'title' | 'criterion' | 'basis'>,
  asked: readonly EvidenceRequest[],
): Common {
  return { code, title, criterion, asked, basis };
}
