import { create } from 'zustand';
import { type Edit, applyEdit } from '../../shared/assessment/edits.ts';
import type { OpenAssessment } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { call } from '../api/client.ts';
import { flushTypedText } from './typed-text.ts';
import { type SaveState, saveQueue } from './save-queue.ts';

export type Screen = 'unit' | 'scoring' | 'evidence' | 'gap' | 'materials' | 'export' | 'standard';

interface AssessmentState {
  /** Absent on 首页. */
  open?: OpenAssessment;
  /** Today by the host's clock, for the deadline rules. */
  today: string;
  screen: Screen;
  /** The item, entry or material that a screen shows. */
  selectedCode?: string;
  saveState: SaveState;
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

/** The open assessment. */
export const useAssessment = create<AssessmentState>()((set, get) => {
  const saving = saveQueue<OpenAssessment>(set);

  function withId(send: (id: string) => Promise<boolean>): Promise<boolean> {
    flushTypedText();
    const id = get().open?.assessment.id;
    return id === undefined ? Promise.resolve(false) : send(id);
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
      saving.reset(open);
      set({ open, today, screen: 'unit', selectedCode: undefined, saveState: 'saved', failure: undefined });
    },

    close: async (unsaved) => {
      flushTypedText();
      await saving.settled();
      const { open, saveState } = get();
      if (!open) return 'closed';
      if (saveState === 'failed' && unsaved === 'keep') return 'unsaved';
      await call('closeAssessment', { id: open.assessment.id });
      saving.reset(undefined);
      set({ open: undefined, failure: undefined, selectedCode: undefined });
      return 'closed';
    },

    edit: (edit) => {
      const { open } = get();
      if (!open) return Promise.resolve(false);
      const assessment = applyEdit(open.assessment, edit, new Date().toISOString());
      set({ open: { ...open, assessment, canUndo: true, canRedo: false } });
      const { id } = open.assessment;
      return saving.enqueue(() => call('editAssessment', { id, edit }));
    },
    undo: () => withId((id) => saving.step('canUndo', () => call('undo', { id }))),
    redo: () => withId((id) => saving.step('canRedo', () => call('redo', { id }))),
    restoreBackup: (name) => withId((id) => saving.enqueue(() => call('restoreBackup', { id, name }))),
    refresh: () => withId((id) => saving.enqueue(() => call('openAssessment', { id, takeOverLock: 'no' }))),

    goTo: (screen, selectedCode) => set({ screen, selectedCode }),
    select: (selectedCode) => set({ selectedCode }),
    dismissFailure: () => set({ failure: undefined, saveState: 'saved' }),
  };
});
