import { useMemo } from 'react';
import { type Ranked, rankCandidates } from '../../shared/review/ranking.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';

/** The open desk in its order: what runs, what is in doubt, what was decided. */
export function useRanked(): readonly Ranked[] {
  const { desk, candidates } = useOpenDesk();
  const { campaign, adjustments, acceptances } = desk;
  return useMemo(
    () => rankCandidates({ campaign, adjustments, acceptances }, candidates),
    [campaign, adjustments, acceptances, candidates],
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
    () => open && rankCandidates(open.value, open.candidates).find(({ candidate }) => candidate.key === key),
    [open, key],
  );
}
