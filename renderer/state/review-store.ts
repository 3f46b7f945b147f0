import { create } from 'zustand';
import type { OpenCandidate, PackageRef, ReviewSaved } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { type ReviewEdit, applyReviewEdit } from '../../shared/review/edits.ts';
import { call } from '../api/client.ts';
import { flushTypedText } from './typed-text.ts';
import { type SaveState, saveQueue } from './save-queue.ts';

/** The parts of 核验: the items, and what is beyond the desk. */
export type VerifyPart =
  'items' | 'materials' | 'visits' | 'survey' | 'comprehensive' | 'publicity' | 'conclusion' | 'merge';

interface ReviewState {
  /** The package that is being verified; both absent elsewhere. */
  ref?: PackageRef;
  open?: OpenCandidate;
  part: VerifyPart;
  selectedCode?: string;
  /** Counts up with every jump to an entry: what hides it (filter, search, closed sections) starts anew. */
  jumps: number;
  saveState: SaveState;
  failure?: Failure;

  /** What was sent for another package before is waited for. */
  openCandidate: (ref: PackageRef) => Promise<void>;
  /** Answers `unsaved` where words could not be saved and stays open, unless they are to be given up. */
  close: (unsaved: 'keep' | 'giveUp') => Promise<'closed' | 'unsaved'>;
  /** Shows the change at once and sends it; answers false where it could not be saved and was taken back. */
  edit: (edit: ReviewEdit) => Promise<boolean>;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
  /** A change that the host makes: photos, a merge. */
  take: (send: (ref: PackageRef) => Promise<ReviewSaved>) => Promise<boolean>;
  /** When the host has answered everything that was sent. */
  settled: () => Promise<unknown>;
  goTo: (part: VerifyPart, code?: string) => void;
  select: (code: string) => void;
  dismissFailure: () => void;
}

/** The review of one package of a desk. The unit's own data never changes in it. */
export const useReview = create<ReviewState>()((set, get) => {
  const saving = saveQueue<OpenCandidate>(set);

  function withRef(send: (ref: PackageRef) => Promise<boolean>): Promise<boolean> {
    flushTypedText();
    const { ref, open } = get();
    return ref && open ? send(ref) : Promise.resolve(false);
  }
  const closed = { ref: undefined, open: undefined, selectedCode: undefined, failure: undefined };

  return {
    part: 'items',
    jumps: 0,
    saveState: 'saved',

    openCandidate: async (ref) => {
      flushTypedText();
      await saving.settled();
      saving.reset(undefined);
      set({ ...closed, ref });
      const open = await call('openCandidate', ref);
      // Another package was chosen meanwhile.
      if (get().ref !== ref) return;
      saving.reset(open);
      set({ open, part: 'items', saveState: 'saved' });
    },

    close: async (unsaved) => {
      flushTypedText();
      await saving.settled();
      if (get().saveState === 'failed' && unsaved === 'keep') return 'unsaved';
      saving.reset(undefined);
      set({ ...closed, saveState: 'saved' });
      return 'closed';
    },

    edit: (edit) => {
      const { ref, open } = get();
      if (!ref || !open) return Promise.resolve(false);
      const { assessment } = open;
      const review = applyReviewEdit(open.review, edit, { assessment, now: new Date().toISOString() });
      set({ open: { ...open, review, canUndo: true, canRedo: false } });
      return saving.enqueue(() => call('editReview', { ...ref, edit }));
    },
    undo: () => withRef((ref) => saving.step('canUndo', () => call('undoReview', ref))),
    redo: () => withRef((ref) => saving.step('canRedo', () => call('redoReview', ref))),
    take: (send) => withRef((ref) => saving.enqueue(() => send(ref))),
    settled: saving.settled,

    goTo: (part, selectedCode) =>
      set(selectedCode === undefined ? { part } : { part, selectedCode, jumps: get().jumps + 1 }),
    select: (selectedCode) => set({ selectedCode }),
    dismissFailure: () => set({ failure: undefined, saveState: 'saved' }),
  };
});
