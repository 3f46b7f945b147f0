import { assertNever } from '../assert-never.ts';
import type { TieRule } from '../campaign/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Desk, RankAdjustment } from './schema.ts';

/** Where one candidate stands on its desk. Derived anew from the rows whenever it is shown. */
export interface Ranked {
  readonly candidate: Candidate;
  /** 1 is the first; equals share one (并列). Absent where the package is not in the running. */
  readonly rank?: number;
  /** Shares its rank with the one before or after it. */
  readonly tied: boolean;
  /** Ranked by self score, after all that are finished: the comprehensive score is not there yet. */
  readonly provisional: boolean;
  /** The comprehensive score reaches the pass line; absent while provisional. */
  readonly passes?: boolean;
  readonly adjustment?: RankAdjustment;
  /** Why it is not in the running: a revision that counts instead (by its key), a draft, another standard. */
  readonly out?: { readonly reason: 'superseded' | 'draft' | 'wrong-standard'; readonly by?: string };
}

/** Verdicts that keep a package out of the order for good. A late one is shown in it, but is not eligible. */
const OUT: Partial<Record<Candidate['verdict'], 'draft' | 'wrong-standard'>> = {
  draft: 'draft',
  'wrong-standard': 'wrong-standard',
};

/**
 * The order of a desk: by comprehensive score, unfinished ones after by self score, ties by the campaign's
 * rules, then what was adjusted by hand. Packages out of the running come last, without a rank. Pure; rows in,
 * every row out once.
 */
export function rankCandidates(
  desk: Pick<Desk, 'campaign' | 'adjustments'>,
  candidates: readonly Candidate[],
): Ranked[] {
  const newest = newestRevisions(candidates);
  const outOf = (candidate: Candidate): Ranked['out'] => {
    const reason = OUT[candidate.verdict];
    if (reason) return { reason };
    const by = newest.get(candidate.assessmentId);
    return by && counts(by, candidate) > 0 ? { reason: 'superseded', by: by.key } : undefined;
  };
  const rules = desk.campaign.tieRules ?? [];
  const running = candidates
    .filter((candidate) => !outOf(candidate))
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
    const { comprehensive, passScore } = candidate;
    return {
      candidate,
      rank,
      tied: equals(before) || equals(after),
      provisional: comprehensive === undefined,
      passes: comprehensive === undefined ? undefined : comprehensive >= passScore,
      adjustment: adjusted.get(candidate.key),
    };
  });
  const out = candidates.flatMap((candidate): Ranked[] => {
    const why = outOf(candidate);
    return why
      ? [{ candidate, tied: false, provisional: candidate.comprehensive === undefined, out: why }]
      : [];
  });
  return [...ranked, ...out];
}

/** Positive where `a` counts instead of `b`: in time before late, then the newer revision. 0: neither. */
function counts(a: Candidate, b: Candidate): number {
  const inTime = Number(a.verdict !== 'late') - Number(b.verdict !== 'late');
  return inTime || a.revision - b.revision;
}

/** The revision of each assessment that counts; of equals the first. */
function newestRevisions(candidates: readonly Candidate[]): ReadonlyMap<string, Candidate> {
  const newest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (OUT[candidate.verdict]) continue;
    const known = newest.get(candidate.assessmentId);
    if (!known || counts(candidate, known) > 0) newest.set(candidate.assessmentId, candidate);
  }
  return newest;
}

/** Negative where `a` comes first; 0 for equals. */
function compareScores(a: Candidate, b: Candidate, rules: readonly TieRule[]): number {
  const [mine, theirs] = [a.comprehensive, b.comprehensive];
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
