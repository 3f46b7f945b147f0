import type { StandardMatch } from '../../../shared/review/standard-match.ts';
import { basisOf } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { contentHash } from '../standards/content-hash.ts';

/** A package's standard beside the desk's: by content, so that neither the bytes nor the check record matter. */
export function matchStandard(desk: Standard, own: Standard): StandardMatch {
  const content = contentHash(own);
  const wanted = contentHash(desk);
  if (content === wanted) {
    const onlyDeskChecked = basisOf(desk) === 'official' && basisOf(own) !== 'official';
    return { content, isSame: true, onlyDeskChecked };
  }
  const isOnlyAuthority = contentHash({ ...own, authority: desk.authority }) === wanted;
  const onlyAuthority = { own: own.authority, desk: desk.authority };
  return { content, isSame: false, ...(isOnlyAuthority && { onlyAuthority }) };
}

/** What a package is scored by, and how its own standard stands to the desk's. */
export interface ScoringStandard {
  /** The desk's copy where the two are the same: its check record counts, not the package's. */
  readonly standard: Standard;
  readonly standardContent: string;
  readonly isDesks: boolean;
}

export function scoringStandard(desk: Standard, own: Standard): ScoringStandard {
  const { content, isSame } = matchStandard(desk, own);
  return { standard: isSame ? desk : own, standardContent: content, isDesks: isSame };
}
