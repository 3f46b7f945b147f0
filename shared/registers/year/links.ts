import type { RegisterName } from '../kinds.ts';
import type { LinkedItem, Year } from './schema.ts';

/** What is linked to items of a standard: one task, or a whole ledger, also where one of its entries is named. */
export interface LinkPlace {
  readonly register: RegisterName;
  readonly id?: string | undefined;
}

/** By which a link is kept and merged. */
function linkKey({ register, id }: LinkPlace): string {
  return register === 'tasks' ? `tasks/${id ?? ''}` : register;
}

/** The items that the user has chosen for a place, with what they were called then. */
export function linkedItems({ links = [] }: Pick<Year, 'links'>, place: LinkPlace): readonly LinkedItem[] {
  return links.find(({ key }) => key === linkKey(place))?.items ?? [];
}

/** The year with these items, and no others, at a place. */
export function withLinks(year: Year, place: LinkPlace, items: readonly LinkedItem[]): Year {
  const key = linkKey(place);
  const { links = [] } = year;
  const link = { key, items: [...items] };
  if (!links.some((each) => each.key === key)) return { ...year, links: [...links, link] };
  return { ...year, links: links.map((each) => (each.key === key ? link : each)) };
}
