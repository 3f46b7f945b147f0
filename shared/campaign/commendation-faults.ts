import { rankOf } from './ranks.ts';
import type { Campaign } from './schema.ts';

interface Fault {
  /** As the editor calls it. */
  readonly field: string;
  /** Chinese, without a full stop. */
  readonly message: string;
}

const FIRST_YEAR = 1949;
const WHOLE = 10_000;

/** What no list can be checked by, wherever the notice comes from. `today`: ISO 8601. */
export function commendationFaults({ commendation }: Pick<Campaign, 'commendation'>, today: string): Fault[] {
  const { rank, division, clean } = commendation ?? {};
  const since = clean?.since ?? FIRST_YEAR;
  return [
    ...(rank && rank.highest !== '' && !rankOf(rank.highest)
      ? [{ field: 'rank.highest', message: `最高级别“${rank.highest}”认不出来，要写成“正处级”这样` }]
      : []),
    ...(division && division.percent > WHOLE
      ? [
          {
            field: 'division.percent',
            message: `处级比例写的是 ${division.percent / 100}%，超过了 100%，请核对`,
          },
        ]
      : []),
    ...(since !== 0 && (since < FIRST_YEAR || since > Number(today.slice(0, 4)))
      ? [{ field: 'clean.since', message: `“从哪一年起”写的是 ${since}，请核对` }]
      : []),
  ];
}
