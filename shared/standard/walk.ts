import type { Item, Section, Standard } from './schema.ts';

/** An item and the sections that hold it, outermost first. */
export interface PlacedItem {
  readonly item: Item;
  readonly path: Section[];
}

/** Every item, in the standard's order: a section's own items come before its subsections. */
export function allItems(standard: Standard): PlacedItem[] {
  return itemsBelow(standard.sections, []);
}

/** The items that a unit of this category is judged by. */
export function itemsFor(standard: Standard, category: string): PlacedItem[] {
  return allItems(standard).filter(({ item }) => appliesTo(item, category));
}

/** An item that names categories applies to those alone: to no unit that has not chosen its category yet. */
export function appliesTo(item: Item, category: string): boolean {
  return item.appliesTo?.includes(category) ?? true;
}

/** Everything that an assessment can hold an entry for: items, bonus, penalty, vetoes (one code space). */
export function allPlaces(standard: Standard): { readonly code: string; readonly title: string }[] {
  return [
    ...allItems(standard).map(({ item }) => item),
    ...(standard.bonus?.entries ?? []),
    ...(standard.penalty?.entries ?? []),
    ...standard.vetoes,
  ];
}

export function allCodes(standard: Standard): string[] {
  return allPlaces(standard).map(({ code }) => code);
}

/** Every section at any depth, outer before inner. */
export function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

function itemsBelow(sections: readonly Section[], outer: Section[]): PlacedItem[] {
  return sections.flatMap((section) => {
    const path = [...outer, section];
    return [...section.items.map((item) => ({ item, path })), ...itemsBelow(section.sections, path)];
  });
}
