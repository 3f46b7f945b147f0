import type { ImportEdit } from '../../shared/tables/import/edits.ts';
import type { ImportState, ImportStep } from '../../shared/tables/import/schema.ts';
import type { StandardDraft } from '../../shared/tables/standard-draft.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { useImport } from '../state/import-store.ts';

/** The import at hand; only steps of the wizard may ask. */
export function useWizard(): { readonly tables: readonly SourceTable[]; readonly state: ImportState } {
  const open = useImport((store) => store.open);
  if (!open) throw new Error('No import is open');
  return { tables: open.tables, state: open.value };
}

/** Where this window is in the import at hand. */
export function useStep(): ImportStep {
  return useImport(({ step, open }) => step ?? open?.value.step ?? 'tables');
}

type IdentityPatch = Extract<ImportEdit, { kind: 'setIdentity' }>['identity'];

const EMPTY: StandardDraft = {
  nodes: [],
  sums: [],
  cells: [],
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
  const change = (patch: IdentityPatch) =>
    void useImport.getState().edit({ kind: 'setIdentity', identity: patch });
  const commit = (patch: IdentityPatch) => {
    change(patch);
    return Promise.resolve(true);
  };
  return { identity, change, commit };
}
