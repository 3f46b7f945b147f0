import { create } from 'zustand';
import { type Edit, applyEdit } from '../../shared/assessment/edits.ts';
import type { OpenAssessment, Saved } from '../../shared/contract.ts';
import type { Failure } from '../../shared/errors.ts';
import { call, failureOf } from '../api/client.ts';
import { flushDrafts } from './drafts.ts';

export type Screen = 'unit' | 'scoring' | 'evidence' | 'gap' | 'materials' | 'export' | 'standard';

interface AssessmentState {
  /** Absent on 首页. */
  open?: OpenAssessment;
  /** Today by the host's clock, for the deadline rules. */
  today: string;
  screen: Screen;
  /** The item, entry or material that a screen shows. */
  selectedCode?: string;
  /** `saved` only after the host has answered, which it does after fsync. */
  saveState: 'saved' | 'saving' | 'failed';
  failure?: Failure;

  openAssessment: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  /** Answers `unsaved` where words could not be saved and stays open, unless they are to be given up. */
  close: (unsaved: 'keep' | 'giveUp') => Promise<'closed' | 'unsaved'>;
  /** Shows the change at once and sends it; answers false where it could not be saved and was taken back. */
  edit: (edit: Edit) => Promise<boolean>;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
  restoreBackup: (name: string) => Promise<boolean>;
  /** Reads the assessment again, after a job of the host has changed it. */
  refresh: () => Promise<boolean>;
  goTo: (screen: Screen, code?: string) => void;
  select: (code: string | undefined) => void;
  dismissFailure: () => void;
}

/**
 * The open assessment. Changes go to the host one after the other, in the user's order. When one fails, those
 * behind it are dropped (they were made on top of it), and the view goes back to what the host last saved.
 */
export const useAssessment = create<AssessmentState>()((set, get) => {
  let saved: OpenAssessment | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** Counts up when the view is taken back or the assessment changes: what was queued before is dropped. */
  let era = 0;

  function enqueue(send: () => Promise<Saved>): Promise<boolean> {
    const mine = era;
    waiting += 1;
    set({ saveState: 'saving' });
    const done = queue.then(async () => {
      try {
        if (mine !== era) return false;
        const reply = await send();
        if (mine !== era || !saved) return false;
        saved = { ...saved, ...reply };
        if (waiting === 1) set({ open: saved, saveState: 'saved', failure: undefined });
        return true;
      } catch (error) {
        if (mine === era) {
          era += 1;
          set({ open: saved, saveState: 'failed', failure: failureOf(error) });
        }
        return false;
      } finally {
        waiting -= 1;
      }
    });
    queue = done;
    return done;
  }

  function withId(send: (id: string) => Promise<Saved>): Promise<boolean> {
    flushDrafts();
    const id = get().open?.assessment.id;
    return id === undefined ? Promise.resolve(false) : enqueue(() => send(id));
  }

  return {
    today: '',
    screen: 'unit',
    saveState: 'saved',

    openAssessment: async (id, takeOverLock = 'no') => {
      const [open, { today }] = await Promise.all([
        call('openAssessment', { id, takeOverLock }),
        call('hostInfo', {}),
      ]);
      era += 1;
      saved = open;
      set({ open, today, screen: 'unit', selectedCode: undefined, saveState: 'saved', failure: undefined });
    },

    close: async (unsaved) => {
      flushDrafts();
      await queue;
      const { open, saveState } = get();
      if (!open) return 'closed';
      if (saveState === 'failed' && unsaved === 'keep') return 'unsaved';
      await call('closeAssessment', { id: open.assessment.id });
      era += 1;
      saved = undefined;
      set({ open: undefined, failure: undefined, selectedCode: undefined });
      return 'closed';
    },

    edit: (edit) => {
      const { open } = get();
      if (!open) return Promise.resolve(false);
      const assessment = applyEdit(open.assessment, edit, new Date().toISOString());
      set({ open: { ...open, assessment, canUndo: true, canRedo: false } });
      const { id } = open.assessment;
      return enqueue(() => call('editAssessment', { id, edit }));
    },
    // Asked when its turn has come: a held key sends more of them than there are steps.
    undo: () => withId(async (id) => (saved?.canUndo === false ? saved : call('undo', { id }))),
    redo: () => withId(async (id) => (saved?.canRedo === false ? saved : call('redo', { id }))),
    restoreBackup: (name) => withId((id) => call('restoreBackup', { id, name })),
    refresh: () => withId((id) => call('openAssessment', { id, takeOverLock: 'no' })),

    goTo: (screen, selectedCode) => set({ screen, selectedCode }),
    select: (selectedCode) => set({ selectedCode }),
    dismissFailure: () => set({ failure: undefined, saveState: 'saved' }),
  };
});
