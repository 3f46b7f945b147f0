import { importDocument } from '../../shared/tables/import/document.ts';
import type { ImportStep } from '../../shared/tables/import/schema.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';

/** The import or edit at hand; absent in the list. */
interface ImportStore extends DocumentState<'import'> {
  /** The node that the steps 结构 and 规则 show. */
  selected?: string;

  load: (importId: string) => Promise<void>;
  goTo: (step: ImportStep, selected?: string) => void;
  select: (id: string | undefined) => void;
}

export const useImport = createDocumentStore(
  {
    document: 'import',
    kind: importDocument,
    contextOf: ({ tables }) => ({ tables }),
    // A standard of many pages is put right here: nothing of it is taken back because a disk was full.
    onFailure: 'keep',
  },
  (state, { set, get }: Store<ImportStore>): ImportStore => ({
    ...state,

    load: async (importId) => {
      await state.openRef({ document: 'import', id: importId });
      set({ selected: undefined });
    },
    close: async (unsaved) => {
      if (unsaved === 'keep' && !(await get().flush())) return 'unsaved';
      const closed = await state.close(unsaved);
      if (closed === 'closed') set({ selected: undefined });
      return closed;
    },
    goTo: (step, selected) => {
      flushTypedText();
      if (selected !== undefined) set({ selected });
      void state.edit({ kind: 'goTo', step });
    },
    select: (selected) => set({ selected }),
    forget: () => {
      state.forget();
      set({ selected: undefined });
    },
  }),
);
