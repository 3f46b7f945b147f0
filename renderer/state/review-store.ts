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
    refusedAt: '（左侧标有“输入有误”）',
  },
  (state, { set, get }: Store<ReviewState>): ReviewState => ({
    ...state,
    ...afterLoss(state, get),
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

const LOSSES = ['review-lost', 'review-behind'];

/** Whether something of a review is lost changes with what is saved: then its notices are asked for anew. */
function afterLoss(state: DocumentState<'review'>, get: () => ReviewState) {
  let lossOf: string | undefined;
  const renewed = async (step: Promise<boolean>): Promise<boolean> => {
    const { ref, open } = get();
    if (open?.notices.some(({ code }) => LOSSES.includes(code))) lossOf = ref?.key;
    const done = await step;
    if (lossOf !== undefined && lossOf === get().ref?.key) await state.reload();
    return done;
  };
  return {
    edit: (edit: Parameters<typeof state.edit>[0]) => renewed(state.edit(edit)),
    undo: () => renewed(state.undo()),
    redo: () => renewed(state.redo()),
    take: (send: Parameters<typeof state.take>[0]) => renewed(state.take(send)),
  };
}
