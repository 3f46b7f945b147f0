import type { Campaign } from '../campaign/schema.ts';
import type { Standard } from '../standard/schema.ts';
import type { Points } from '../values/points.ts';

/**
 * What a total must reach, in hundredths: the campaign's line, which is stated out of 100 while the standard may have another
 * full score (rounded up, because a total in hundredths reaches an unround line only with the next hundredth); without one
 * the standard's own.
 */
export function passLine(
  { fullScore, passScore }: Pick<Standard, 'fullScore' | 'passScore'>,
  campaign: Pick<Campaign, 'passScore'>,
): Points {
  if (!campaign.passScore) return passScore;
  return Number((BigInt(campaign.passScore.points) * BigInt(fullScore) + 9_999n) / 10_000n);
}
