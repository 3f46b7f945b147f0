import { useMemo } from 'react';
import type { Candidate } from '../../shared/review/candidate.ts';
import { type Ranked, rankCandidates } from '../../shared/review/ranking.ts';
import type { Desk } from '../../shared/review/schema.ts';
import { type DeskRows, rowsOn } from '../../shared/review/desk-row.ts';
import { unsettledWords } from '../../shared/review/unsettled.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';

/** The host says of each what the desk said then; the user may just have handed it to another office. */
function rankedOn(
  desk: DeskRows & Pick<Desk, 'adjustments' | 'acceptances'>,
  candidates: readonly Candidate[],
): readonly Ranked[] {
  return rankCandidates(desk, rowsOn(desk, candidates));
}

/** Every row of the open desk, with what the desk says of it now. */
export function useRows(): readonly Candidate[] {
  const { desk, candidates } = useOpenDesk();
  const { campaign, level, body, bodies, placements, corrections, placedBySuperior } = desk;
  return useMemo(
    () => rowsOn({ campaign, level, body, bodies, placements, corrections, placedBySuperior }, candidates),
    [campaign, level, body, bodies, placements, corrections, placedBySuperior, candidates],
  );
}

/** The open desk in its order: what runs, what is in doubt, what was decided. */
export function useRanked(): readonly Ranked[] {
  const { desk } = useOpenDesk();
  const rows = useRows();
  const { campaign, adjustments, acceptances } = desk;
  return useMemo(
    () => rankCandidates({ campaign, adjustments, acceptances }, rows),
    [campaign, adjustments, acceptances, rows],
  );
}

/** Why the order of the open desk may still change. */
export function useUnsettled(ranked: readonly Ranked[]): string[] {
  const { desk, standard, ...received } = useOpenDesk();
  return unsettledWords(desk, standard, { ...received, ranked });
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
