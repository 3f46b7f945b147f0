import type { ImportStep } from '../../shared/tables/import/schema.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';
import { find } from '../../shared/tables/draft/nodes.ts';
import { linesWithWords, scopeOf } from '../ui/fields/drafts.tsx';
import { flushTypedText } from '../ui/fields/typed-text.ts';

/** The import or edit at hand; absent in the list. */
interface ImportStore extends DocumentState<'import'> {
  /** The node that the steps 结构, 规则 and 核对 show. */
  selected?: string;
  /** Where this window is: another one on the same import goes its own way. */
  step?: ImportStep;

  load: (importId: string) => Promise<void>;
  goTo: (step: ImportStep, selected?: string) => void;
  select: (id: string | undefined) => void;
}

export const useImport = createDocumentStore(
  {
    document: 'import',
    kind: async () => (await import('../../shared/tables/import/document.ts')).importDocument,
    contextOf: ({ tables }) => ({ tables }),
    // A standard of many pages is put right here: nothing of it is taken back because a disk was full.
    onFailure: 'keep',
  },
  (state, { set, get }: Store<ImportStore>): ImportStore => ({
    ...state,

    load: async (importId) => {
      const opened = await state.openRef({ document: 'import', id: importId });
      set({ selected: undefined, step: opened?.value.step });
      showWords({ set, get });
    },
    close: async (unsaved) => {
      if (unsaved === 'keep' && !(await get().flush())) {
        showWords({ set, get });
        return 'unsaved';
      }
      const closed = await state.close(unsaved);
      if (closed === 'closed') set(NOWHERE);
      return closed;
    },
    goTo: (step, selected) => {
      flushTypedText();
      set(selected === undefined ? { step } : { step, selected });
      void state.edit({ kind: 'goTo', step });
    },
    select: (selected) => set({ selected }),
    forget: () => {
      state.forget();
      set(NOWHERE);
    },
  }),
);

const NOWHERE = { selected: undefined, step: undefined };

/** Goes to the entry with words in its fields that are not saved: those of a page that crashed are saved where they are shown. */
function showWords({ set, get }: Store<ImportStore>): void {
  const { open, ref, selected, step = 'tables' } = get();
  if (!open || !ref) return;
  const { draft } = open.value;
  const lines = linesWithWords(scopeOf(ref));
  const found = lines.find((line) => find(draft?.nodes ?? [], line) !== undefined);
  if (found === undefined || (lines.includes(selected ?? '') && ENTRY_STEPS.includes(step))) return;
  if (ENTRY_STEPS.includes(step)) set({ selected: found });
  else get().goTo('tree', found);
}

/** The steps with the fields of entries. */
const ENTRY_STEPS: readonly ImportStep[] = ['tree', 'rules', 'compare'];
