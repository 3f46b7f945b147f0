import { useMemo } from 'react';
import type { Candidate } from '../../shared/review/candidate.ts';
import { type Ranked, rankCandidates } from '../../shared/review/ranking.ts';
import type { Desk } from '../../shared/review/schema.ts';
import { timedOn } from '../../shared/review/timing.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';

/** The host says the day of each by whose desk it was; the user may just have handed it to another office. */
function rankedOn(
  desk: Pick<Desk, 'campaign' | 'level' | 'adjustments' | 'acceptances'>,
  candidates: readonly Candidate[],
): readonly Ranked[] {
  return rankCandidates(
    desk,
    candidates.map((row) => timedOn(desk, row)),
  );
}

/** The open desk in its order: what runs, what is in doubt, what was decided. */
export function useRanked(): readonly Ranked[] {
  const { desk, candidates } = useOpenDesk();
  const { campaign, level, adjustments, acceptances } = desk;
  return useMemo(
    () => rankedOn({ campaign, level, adjustments, acceptances }, candidates),
    [campaign, level, adjustments, acceptances, candidates],
  );
}

/** By key. */
export function useStandings(): ReadonlyMap<string, Ranked> {
  const ranked = useRanked();
  return useMemo(() => new Map(ranked.map((each) => [each.candidate.key, each])), [ranked]);
}

/** One package of the open desk; undefined where no desk is open or it is not on it. */
export function useStandingOf(key: string): Ranked | undefined {
  const open = useDesk((state) => state.open);
  return useMemo(
    () => open && rankedOn(open.value, open.candidates).find(({ candidate }) => candidate.key === key),
    [open, key],
  );
}
