import type { StandardMatch } from '../../../shared/review/standard-match.ts';
import { basisOf } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { contentHash } from '../standards/content-hash.ts';

/** By the object: a standard is never changed once it is read, and one desk's is asked for with every package. */
const hashes = new WeakMap<Standard, string>();

function hashOfContent(standard: Standard): string {
  const known = hashes.get(standard);
  if (known !== undefined) return known;
  const hash = contentHash(standard);
  hashes.set(standard, hash);
  return hash;
}

/** A package's standard beside the desk's: by content, so that neither the bytes nor the check record matter. */
export function matchStandard(desk: Standard, own: Standard): StandardMatch {
  const content = hashOfContent(own);
  const wanted = hashOfContent(desk);
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
  const match = matchStandard(desk, own);
  return scoredBy(desk, { match, ...(!match.isSame && { other: own }) });
}

/** A package's standard beside the desk's; `other`: itself, where it is not the same. */
export interface OwnStandard {
  readonly match: StandardMatch;
  readonly other?: Standard;
}

/** The same where the two were compared before. */
export function scoredBy(desk: Standard, { match, other = desk }: OwnStandard): ScoringStandard {
  return { standard: other, standardContent: match.content, isDesks: match.isSame };
}
