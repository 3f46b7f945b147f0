import { create } from 'zustand';
import type { OpenDesk } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import type { CandidateState } from '../../shared/review/candidate.ts';
import { type DeskEdit, applyDeskEdit } from '../../shared/review/edits.ts';
import { call } from '../api/client.ts';
import { flushTypedText } from './typed-text.ts';
import { type SaveState, saveQueue } from './save-queue.ts';

export type DeskScreen = 'inbox' | 'table' | 'compare' | 'heat' | 'rank' | 'exports';

/** How 核验总表 is looked at; kept while a package is verified. */
export interface TableView {
  readonly search: string;
  readonly state: CandidateState | 'all';
  readonly superior?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly level?: string;
  readonly sort: { readonly key: string; readonly descending: boolean };
  /** The row that the keyboard is on. */
  readonly active?: string;
}
const FRESH_VIEW: TableView = { search: '', state: 'all', sort: { key: 'unit', descending: false } };

interface DeskState {
  /** Absent in the list of desks. */
  open?: OpenDesk;
  /** Today by the host's clock: the day of receipt where none is given. */
  today: string;
  screen: DeskScreen;
  /** The package that is verified, in place of the screens. */
  verifying?: string;
  /** Keys of the rows to compare, in the order of choosing. */
  selected: readonly string[];
  view: TableView;
  saveState: SaveState;
  failure?: Failure;

  openDesk: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  /** Answers `unsaved` where a change could not be saved and stays open, unless it is to be given up. */
  close: (unsaved: 'keep' | 'giveUp') => Promise<'closed' | 'unsaved'>;
  /** Reads the desk again: after an import, after verifying. */
  reload: () => Promise<boolean>;
  /** Shows the change at once and sends it; answers false where it could not be saved and was taken back. */
  edit: (edit: DeskEdit) => Promise<boolean>;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
  goTo: (screen: DeskScreen) => void;
  verify: (key: string) => void;
  leaveVerifying: () => void;
  select: (keys: readonly string[]) => void;
  toggle: (key: string) => void;
  look: (view: Partial<TableView>) => void;
  dismissFailure: () => void;
}

/** The open desk; one package's review is in `review-store`. */
export const useDesk = create<DeskState>()((set, get) => {
  const saving = saveQueue<OpenDesk>(set);

  function withId(send: (id: string) => Promise<boolean>): Promise<boolean> {
    flushTypedText();
    const id = get().open?.desk.id;
    return id === undefined ? Promise.resolve(false) : send(id);
  }

  return {
    today: '',
    screen: 'inbox',
    selected: [],
    view: FRESH_VIEW,
    saveState: 'saved',

    openDesk: async (id, takeOverLock = 'no') => {
      const [open, { today }] = await Promise.all([
        call('openDesk', { id, takeOverLock }),
        call('hostInfo', {}),
      ]);
      saving.reset(open);
      set({
        open,
        today,
        screen: open.candidates.length > 0 ? 'table' : 'inbox',
        verifying: undefined,
        selected: [],
        view: FRESH_VIEW,
        saveState: 'saved',
        failure: undefined,
      });
    },
    close: async (unsaved) => {
      flushTypedText();
      await saving.settled();
      const { open, saveState } = get();
      if (!open) return 'closed';
      if (saveState === 'failed' && unsaved === 'keep') return 'unsaved';
      await call('closeDesk', { id: open.desk.id });
      saving.reset(undefined);
      set({ open: undefined, verifying: undefined, failure: undefined });
      return 'closed';
    },
    reload: () => withId((id) => saving.enqueue(() => call('openDesk', { id, takeOverLock: 'no' }))),

    edit: (edit) => {
      const { open } = get();
      if (!open) return Promise.resolve(false);
      const desk = applyDeskEdit(open.desk, edit, new Date().toISOString());
      set({ open: { ...open, desk, canUndo: true, canRedo: false } });
      const { id } = open.desk;
      return saving.enqueue(() => call('editDesk', { id, edit }));
    },
    undo: () => withId((id) => saving.step('canUndo', () => call('undoDesk', { id }))),
    redo: () => withId((id) => saving.step('canRedo', () => call('redoDesk', { id }))),

    goTo: (screen) => {
      flushTypedText();
      set({ screen });
    },
    verify: (verifying) => {
      flushTypedText();
      set({ verifying, view: { ...get().view, active: verifying } });
    },
    leaveVerifying: () => {
      set({ verifying: undefined });
      void get().reload();
    },
    select: (selected) => set({ selected }),
    toggle: (key) => {
      const { selected } = get();
      set({
        selected: selected.includes(key) ? selected.filter((each) => each !== key) : [...selected, key],
      });
    },
    look: (view) => set({ view: { ...get().view, ...view } }),
    dismissFailure: () => set({ failure: undefined, saveState: 'saved' }),
  };
});

/** The open desk; only its screens may ask. */
export function useOpenDesk(): OpenDesk {
  const open = useDesk((state) => state.open);
  if (!open) throw new Error('No desk is open');
  return open;
}
