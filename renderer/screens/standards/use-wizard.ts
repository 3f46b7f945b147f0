import type { IdentityDraft, ImportState } from '../../../shared/tables/import/schema.ts';
import type { StandardDraft } from '../../../shared/tables/standard-draft.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { useImport } from '../../state/import-store.ts';

/** The import at hand; only steps of the wizard may ask. */
export function useWizard(): { readonly tables: readonly SourceTable[]; readonly state: ImportState } {
  const open = useImport((store) => store.open);
  if (!open) throw new Error('No import is open');
  return open;
}

const EMPTY: StandardDraft = {
  nodes: [],
  sums: [],
  notes: [],
  rows: [],
  warnings: [],
  bonusCap: undefined,
  penaltyCap: undefined,
};

export function useDraft(): StandardDraft {
  return useWizard().state.draft ?? EMPTY;
}

/** What the standard says of itself, and how it is changed; `commit` is what text fields ask for. */
export function useIdentity() {
  const { identity } = useWizard().state;
  const change = (patch: Partial<IdentityDraft>) => {
    // The newest one: two fields may commit at once.
    const latest = useImport.getState().open?.state.identity;
    if (latest) useImport.getState().change({ identity: { ...latest, ...patch } });
  };
  const commit = (patch: Partial<IdentityDraft>) => {
    change(patch);
    return Promise.resolve(true);
  };
  return { identity, change, commit };
}
