import type { Campaign } from './schema.ts';

/** The last day that the campaign names for units, YYYY-MM-DD; undefined where it names none. */
export function lastDay({ deadlines }: Pick<Campaign, 'deadlines'>): string | undefined {
  return deadlines
    .filter(({ by, date }) => by === 'unit' && date !== '')
    .map(({ date }) => date)
    .sort()
    .at(-1);
}

/** Whether a unit can still take part: the named day itself is for the receiver to judge, so it is not over. `today` is YYYY-MM-DD. */
export function isOpen(campaign: Pick<Campaign, 'kind' | 'deadlines'>, today: string): boolean {
  const last = lastDay(campaign);
  return campaign.kind === 'practice' || last === undefined || today <= last;
}
