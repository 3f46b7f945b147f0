import { assertNever } from '../values/assert-never.ts';
import type { TieRule } from '../campaign/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Desk, RankAdjustment } from './schema.ts';
import { type Routes, routesOf } from './routes.ts';
import { type Out, type Standing, standingsOf } from './standing.ts';

/** Where one candidate stands on its desk. Derived anew from the rows whenever it is shown. */
export interface Ranked extends Standing {
  readonly candidate: Candidate;
  /** 1 is the first; equals share one (并列). Absent where the package is not in the running. */
  readonly rank?: number;
  /** Shares its rank with the one before or after it. */
  readonly tied: boolean;
  /** Ranked by self score, after all that are finished: there is no result yet. */
  readonly provisional: boolean;
  /** The result reaches the pass line; absent while provisional. */
  readonly passes?: boolean;
  readonly adjustment?: RankAdjustment;
  /** Its unit was handed in by more than one recommending body. */
  readonly routes?: Routes;
}

/**
 * The order of a desk: by result (综合评价 where the campaign states weights, else the verified score), unfinished ones after by self score, ties by the campaign's
 * rules, then what was adjusted by hand. Packages out of the running come last, without a rank. Pure; rows in,
 * every row out once.
 */
export function rankCandidates(
  desk: Pick<Desk, 'campaign' | 'adjustments' | 'acceptances'>,
  candidates: readonly Candidate[],
): Ranked[] {
  const standings = standingsOf(candidates, desk.acceptances);
  const routes = routesOf(candidates);
  const standingOf = ({ key }: Candidate): Standing & Pick<Ranked, 'routes'> => {
    const through = routes.get(key);
    return { ...(standings.get(key) ?? UNDOUBTED), ...(through && { routes: through }) };
  };
  const rules = desk.campaign.tieRules ?? [];
  const running = candidates
    .filter((candidate) => !standingOf(candidate).out)
    .sort((a, b) => compareScores(a, b, rules) || byName(a, b));
  const { order, adjusted } = adjust(running, desk.adjustments);

  let rank = 0;
  const ranked = order.map((candidate, index): Ranked => {
    const before = order[index - 1];
    const after = order[index + 1];
    const equals = (other: Candidate | undefined): boolean =>
      other !== undefined &&
      !adjusted.has(candidate.key) &&
      !adjusted.has(other.key) &&
      compareScores(candidate, other, rules) === 0;
    if (!equals(before)) rank = index + 1;
    const { result, passScore } = candidate;
    return {
      ...standingOf(candidate),
      candidate,
      rank,
      tied: equals(before) || equals(after),
      provisional: result === undefined,
      passes: result === undefined ? undefined : result >= passScore,
      adjustment: adjusted.get(candidate.key),
    };
  });
  const out = candidates.flatMap((candidate): Ranked[] => {
    const standing = standingOf(candidate);
    return standing.out
      ? [{ ...standing, candidate, tied: false, provisional: candidate.result === undefined }]
      : [];
  });
  return [...ranked, ...out.sort(byReason)];
}

const UNDOUBTED: Standing = { doubts: [], collides: [] };
/** What waits for a decision stands first among those without a rank. */
const OUT_ORDER: readonly Out['reason'][] = [
  'suspect',
  'replaced',
  'late',
  'superseded',
  'draft',
  'wrong-standard',
];

function byReason(a: Ranked, b: Ranked): number {
  return OUT_ORDER.indexOf(outOf(a)) - OUT_ORDER.indexOf(outOf(b)) || earlier(a.candidate, b.candidate);
}

/** Of one moment: as they were given. */
function earlier({ receivedAt: a }: Candidate, { receivedAt: b }: Candidate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function outOf({ out }: Ranked): Out['reason'] {
  return out?.reason ?? 'superseded';
}

/** Negative where `a` comes first; 0 for equals. */
function compareScores(a: Candidate, b: Candidate, rules: readonly TieRule[]): number {
  const [mine, theirs] = [a.result, b.result];
  if (mine === undefined || theirs === undefined) {
    if (mine !== theirs) return mine === undefined ? 1 : -1;
    return b.selfScore - a.selfScore;
  }
  if (mine !== theirs) return theirs - mine;
  for (const rule of rules) {
    const [x, y] = [valueOf(a, rule), valueOf(b, rule)];
    if (x !== y) return y - x;
  }
  return 0;
}

/** Higher is first; what is missing comes after everything. */
function valueOf(candidate: Candidate, rule: TieRule): number {
  const missing = Number.MIN_SAFE_INTEGER;
  switch (rule.by) {
    case 'verified':
      return candidate.verifiedScore ?? missing;
    case 'self':
      return candidate.selfScore;
    case 'survey':
      return candidate.survey ?? missing;
    case 'fieldVisit':
      return candidate.fieldVisit ?? missing;
    case 'section':
      return candidate.sections.find(({ code }) => code === rule.section)?.verified ?? missing;
    default:
      return assertNever(rule);
  }
}

/** Only to show equals in a steady order: it decides no rank. */
function byName(a: Candidate, b: Candidate): number {
  return a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.key < b.key ? -1 : 1;
}

/** Each adjusted candidate at its place, lowest place first, the others in their order around it. */
function adjust(
  order: readonly Candidate[],
  adjustments: readonly RankAdjustment[],
): { order: Candidate[]; adjusted: ReadonlyMap<string, RankAdjustment> } {
  const adjusted = new Map(
    adjustments.filter(({ key }) => order.some((each) => each.key === key)).map((each) => [each.key, each]),
  );
  const result = order.filter(({ key }) => !adjusted.has(key));
  for (const { key, place } of [...adjusted.values()].sort((a, b) => a.place - b.place)) {
    result.splice(place - 1, 0, ...order.filter((each) => each.key === key));
  }
  return { order: result, adjusted };
}
