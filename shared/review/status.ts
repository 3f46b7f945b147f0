import { TIMING_LABELS } from '../campaign/deadline.ts';
import type { Candidate } from './candidate.ts';
import type { Ranked } from './ranking.ts';
import type { Receipt, Verdict } from './receipt.ts';
import { routesSentence } from './routes.ts';

/**
 * The verdict as it is now, whatever it was at arrival: what is in doubt, was not taken, or was accepted in spite of a
 * doubt is never shown under a word that vouches for it; a package that a newer one replaced is an older one.
 */
export function statusOf({ candidate, out, doubts, accepted }: Ranked): Verdict {
  const { verdict, timing, suspicions } = candidate;
  if (verdict === 'draft' || verdict === 'wrong-standard') return verdict;
  if (doubts.length > 0 || suspicions.length > 0 || out?.reason === 'replaced') return 'suspect';
  if (verdict === 'suspect' && accepted) return 'suspect';
  if (timing === 'late') return 'late';
  if (out?.reason === 'superseded') return 'older';
  // It was in doubt only beside a package that is out of the running by now.
  return verdict === 'suspect' || verdict === 'late' ? 'accepted' : verdict;
}

/**
 * The verdict of a receipt at its arrival, unless that would vouch for a package that is in doubt by now, or call its
 * standard another one where it is not.
 */
export function verdictNow({ verdict }: Pick<Receipt, 'verdict'>, ranked: Ranked | undefined): Verdict {
  if (!ranked) return verdict;
  const now = statusOf(ranked);
  const isStale = now === 'suspect' || now === 'late' || verdict === 'late' || verdict === 'wrong-standard';
  return isStale ? now : verdict;
}

/** Whether a result reaches the line, in a word; never a verdict while it is not there. */
export type Reached = '已达' | '未达' | '未完成核验';

/** The same on every list. */
export function reachedOf({ result, passScore }: Pick<Candidate, 'result' | 'passScore'>): Reached {
  if (result === undefined) return '未完成核验';
  return result >= passScore ? '已达' : '未达';
}

/** 待认定, wherever a package is listed that came on the very day that the notice names; '' otherwise. */
export function pendingWord({ timing }: Pick<Candidate, 'timing'>): string {
  return timing === 'pending' ? TIMING_LABELS.pending : '';
}

/** The remarks as they are now, with what the notice says of the day; of a file that was not kept its receipt's own. */
export function remarksOn(
  { remarks }: Pick<Receipt, 'remarks'>,
  ranked: Ranked | undefined,
): readonly string[] {
  if (!ranked) return remarks;
  const { timingWords, remarks: own } = ranked.candidate;
  return timingWords === '' || own.includes(timingWords) ? own : [...own, timingWords];
}

/** What is to be said of a package before everything else: through whom else it came, the decision, what is in doubt. Empty for most. */
export function notesOn(ranked: Ranked | undefined, all: readonly Ranked[]): string[] {
  if (!ranked) return [];
  const decision = decisionOf(ranked, all);
  const through = ranked.routes ? [routesSentence(ranked.routes)] : [];
  return [...through, ...(decision === '' ? [] : [decision]), ...ranked.doubts];
}

/** Why a package is where it is although nothing is open: accepted with a reason, or another one taken instead. */
export function decisionOf(ranked: Ranked, all: readonly Ranked[]): string {
  const { accepted, out } = ranked;
  if (out?.reason === 'replaced') {
    const by = all.find(({ candidate }) => candidate.key === out.by);
    const which = by
      ? `${by.candidate.unit || '未录入单位'}第${by.candidate.revision}版（${by.candidate.fileName}）`
      : '另一份';
    return `未采用，采用的是${which}。理由：${by?.accepted?.reason ?? ''}`;
  }
  return accepted ? `已采用。理由：${accepted.reason}` : '';
}
