import type { DocumentRef } from '../../shared/contract/contract.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';

/** The parts of 核验: the items, and what is beyond the desk. */
export type VerifyPart =
  'items' | 'materials' | 'visits' | 'survey' | 'comprehensive' | 'publicity' | 'conclusion' | 'merge';

/** A part of the work on a package, and an entry in it. */
export interface VerifyPlace {
  readonly part: VerifyPart;
  readonly code?: string;
}

/** The package that is being verified; absent elsewhere. */
interface ReviewState extends DocumentState<'review'> {
  part: VerifyPart;
  selectedCode?: string;
  /** Counts up with every jump to an entry: what hides it (filter, search, closed sections) starts anew. */
  jumps: number;

  /** What was sent for another package before is waited for. */
  openReview: (place: Omit<DocumentRef<'review'>, 'document'>, at?: VerifyPlace) => Promise<void>;
  goTo: (part: VerifyPart, code?: string) => void;
  select: (code: string) => void;
}

/** The review of one package of a desk. The unit's own data never changes in it. */
export const useReview = createDocumentStore(
  {
    document: 'review',
    kind: async () => (await import('../../shared/review/documents.ts')).reviewDocument,
    contextOf: ({ assessment, standard }) => ({ assessment, standard }),
  },
  (state, { set, get }: Store<ReviewState>): ReviewState => ({
    ...state,
    part: 'items',
    jumps: 0,

    openReview: async (place, at = { part: 'items' }) => {
      set({ selectedCode: undefined });
      if (await state.openRef({ document: 'review', ...place }))
        set({ part: at.part, selectedCode: at.code });
    },
    close: async (unsaved) => {
      const closed = await state.close(unsaved);
      if (closed === 'closed') set({ selectedCode: undefined });
      return closed;
    },
    goTo: (part, selectedCode) =>
      set(selectedCode === undefined ? { part } : { part, selectedCode, jumps: get().jumps + 1 }),
    select: (selectedCode) => set({ selectedCode }),
  }),
);
