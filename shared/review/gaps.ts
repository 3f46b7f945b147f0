import { gapsWords } from '../eligibility/verdict.ts';
import type { Gaps } from '../scoring/types.ts';
import type { Review } from './schema.ts';

export function isSameGaps(a: Gaps, b: Gaps | undefined): boolean {
  return b !== undefined && a.points === b.points && a.codes.join('\n') === b.codes.join('\n');
}

/** Where the 合理缺项 of a verified result stand: none, confirmed as they are now, or still to be confirmed. */
export type GapsState = 'none' | 'confirmed' | 'open';

export function gapsStateOf(gaps: Gaps, { gapsConfirmed }: Pick<Review, 'gapsConfirmed'>): GapsState {
  if (gaps.count === 0) return 'none';
  return isSameGaps(gaps, gapsConfirmed) ? 'confirmed' : 'open';
}

/** 合理缺项31分（8项），未确认; '' where there is none. */
export function gapsLine(gaps: Gaps, state: GapsState): string {
  const words = gapsWords({ gaps });
  if (words === '') return '';
  return `${words}，${state === 'confirmed' ? '已确认' : '未确认'}`;
}
