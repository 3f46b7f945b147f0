import { useMemo } from 'react';
import { type CapWords, capWordsIn } from '../../../shared/tables/draft/cap-words.ts';
import { useDraft, useWizard } from '../use-wizard.ts';
import type { BlockCap } from './use-rows.ts';
import type { Source } from './use-source.ts';

/** Where the original says the cap at hand, as it was read. */
export function useCapWords(cap: BlockCap | undefined, source: Source | undefined): CapWords | undefined {
  const { tables, state } = useWizard();
  const draft = useDraft();
  return useMemo(() => {
    const { caps } = source?.hand ?? {};
    const read = cap && caps?.has(cap.side) ? caps.get(cap.side) : cap?.points;
    const taken = tables.filter(({ id }) => state.chosen.includes(id));
    return cap && read !== undefined ? capWordsIn(taken, draft, cap.side, read) : undefined;
  }, [cap, source, tables, state.chosen, draft]);
}
