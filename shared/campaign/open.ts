import { deadlineFor, timingOf } from './deadline.ts';
import type { Campaign, Deadline } from './schema.ts';
import { isAssessed } from './words.ts';

type Dated = Pick<Campaign, 'kind' | 'deadlines'>;

/** Whose day counts: where nobody is assessed, that of the body that recommends. */
function whoseDay(campaign: Dated): Deadline['by'] {
  return isAssessed(campaign) ? 'unit' : 'body';
}

/** The last day that the campaign names for units, YYYY-MM-DD; undefined where it names none. */
export function lastDay(campaign: Dated): string | undefined {
  return deadlineFor(whoseDay(campaign), campaign)?.date;
}

/** The last day for units, or the notice's words for it where no day has been entered; whether the notice has one nobody knows. */
export function lastDayWords(campaign: Dated): string {
  const words = campaign.deadlines
    .filter((each) => each.by === whoseDay(campaign) && each.words !== '')
    .at(-1)?.words;
  return lastDay(campaign) ?? (words === undefined ? '没有填日期' : `“${words}”`);
}

/** Whether a unit can still take part: a day that is for the receiver to judge is not over. `today` is YYYY-MM-DD. */
export function isOpen(campaign: Dated, today: string): boolean {
  return (
    campaign.kind === 'practice' || timingOf(deadlineFor(whoseDay(campaign), campaign), today) !== 'late'
  );
}

/** What a new assessment is for, unless the user says otherwise: of what is open the one that ends first, else 日常自评. `today` is YYYY-MM-DD. */
export function firstOpen(campaigns: readonly Campaign[], today: string): Campaign | undefined {
  const open = campaigns.filter((each) => each.kind !== 'practice' && isOpen(each, today));
  const never = '9999';
  const [first] = open.sort((a, b) => ((lastDay(a) ?? never) < (lastDay(b) ?? never) ? -1 : 1));
  return first ?? campaigns.find(({ kind }) => kind === 'practice') ?? campaigns[0];
}

/** The one whose last day is the latest; of several that name none the first. */
export function newest(campaigns: readonly Campaign[]): Campaign | undefined {
  return [...campaigns].sort((a, b) => (lastDay(b) ?? '').localeCompare(lastDay(a) ?? '')).at(0);
}
