import { useMemo } from 'react';
import { type CapWords, capWordsIn, lineWordsIn } from '../../../shared/tables/draft/cap-words.ts';
import { useDraft, useWizard } from '../use-wizard.ts';
import type { OriginalRow } from './use-rows.ts';
import type { Source } from './use-source.ts';

/** Where the original says the cap at hand, or the line of 总则, as it was read. */
export function useCapWords(row: OriginalRow | undefined, source: Source | undefined): CapWords | undefined {
  const cap = row?.cap;
  const isGeneral = row !== undefined && !row.node && !cap;
  const { tables, state } = useWizard();
  const draft = useDraft();
  return useMemo(() => {
    const { caps, line } = source?.hand ?? {};
    const read = cap && caps?.has(cap.side) ? caps.get(cap.side) : cap?.points;
    const taken = tables.filter(({ id }) => state.chosen.includes(id));
    const drawn = line ? line.was : state.identity.passScore;
    if (isGeneral && drawn !== undefined) return lineWordsIn(taken, draft, drawn);
    return cap && read !== undefined ? capWordsIn(taken, draft, cap.side, read) : undefined;
  }, [cap, isGeneral, source, tables, state.chosen, state.identity.passScore, draft]);
}
