import { create } from 'zustand';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import type { ImportState, ImportStep } from '../../shared/tables/import/schema.ts';
import type { StandardDraft } from '../../shared/tables/standard-draft.ts';
import { call, failureOf } from '../api/client.ts';
import { flushTypedText } from './typed-text.ts';

/** Changes that follow each other faster than this are saved together: a long standard takes a moment to send. */
const PAUSE_MS = 300;
const UNDO_STEPS = 100;

interface ImportStore {
  /** The import or edit at hand; absent in the list. */
  open?: CallOutput<'getImport'>;
  past: readonly StandardDraft[];
  future: readonly StandardDraft[];
  /** The node that the steps 结构 and 规则 show. */
  selected?: string;
  saveState: 'saved' | 'saving' | 'failed';
  failure?: Failure;

  load: (importId: string) => Promise<void>;
  /** Saves what is not saved yet and goes back to the list. Stays open where saving fails. */
  leave: () => Promise<void>;
  /** Shows the change at once and saves it; for everything but the draft. */
  change: (patch: Partial<Omit<ImportState, 'id'>>) => void;
  /** A change of the draft by hand: can be undone. */
  edit: (by: (draft: StandardDraft) => StandardDraft) => void;
  /** Another reading of the tables: a new draft, which can be undone as well. */
  putDraft: (draft: StandardDraft, patch: Partial<ImportState>) => void;
  undo: () => void;
  redo: () => void;
  goTo: (step: ImportStep, selected?: string) => void;
  select: (id: string | undefined) => void;
  /** True when everything is on the disk. */
  flush: () => Promise<boolean>;
  /** Gone from the host, by saving it as a standard or giving it up. */
  forget: () => void;
}

export const useImport = create<ImportStore>()((set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  /** What the host has. */
  let saved: ImportState | undefined;

  const save = (): Promise<void> => {
    clearTimeout(timer);
    running = running.then(async () => {
      const state = get().open?.state;
      if (!state || state === saved) return;
      set({ saveState: 'saving' });
      try {
        await call('saveImport', { state });
        saved = state;
        if (get().open?.state === state) set({ saveState: 'saved', failure: undefined });
      } catch (error) {
        set({ saveState: 'failed', failure: failureOf(error) });
      }
    });
    return running;
  };
  /** Whoever has ticked that the text was compared with the original has not seen this change. */
  const unchecked = (): Partial<ImportState> => {
    const identity = get().open?.state.identity;
    return identity?.checked ? { identity: { ...identity, checked: false } } : {};
  };
  const put = (patch: Partial<ImportState>): void => {
    const { open } = get();
    if (!open) return;
    set({ open: { ...open, state: { ...open.state, ...patch } }, saveState: 'saving' });
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE_MS);
  };
  const step = (from: 'past' | 'future'): void => {
    flushTypedText();
    const { open, past, future } = get();
    const draft = (from === 'past' ? past : future).at(-1);
    const current = open?.state.draft;
    if (!draft || !current) return;
    set(
      from === 'past'
        ? { past: past.slice(0, -1), future: [...future, current] }
        : { past: [...past, current], future: future.slice(0, -1) },
    );
    put({ draft, ...unchecked() });
  };
  const remember = (): Pick<ImportStore, 'past' | 'future'> => {
    const { open, past } = get();
    const draft = open?.state.draft;
    return { past: draft ? [...past, draft].slice(-UNDO_STEPS) : past, future: [] };
  };
  const closed = { open: undefined, selected: undefined, past: [], future: [], failure: undefined };

  return {
    past: [],
    future: [],
    saveState: 'saved',

    load: async (importId) => {
      const open = await call('getImport', { importId });
      saved = open.state;
      set({ ...closed, open, saveState: 'saved' });
    },
    leave: async () => {
      if (await get().flush()) set(closed);
    },
    change: put,
    edit: (by) => {
      const draft = get().open?.state.draft;
      if (!draft) return;
      const next = by(draft);
      if (next === draft) return;
      set(remember());
      put({ draft: next, edited: true, ...unchecked() });
    },
    putDraft: (draft, patch) => {
      set({ ...remember(), selected: undefined });
      put({ ...unchecked(), ...patch, draft, edited: false });
    },
    undo: () => step('past'),
    redo: () => step('future'),
    goTo: (target, selected) => {
      flushTypedText();
      if (selected !== undefined) set({ selected });
      put({ step: target });
    },
    select: (selected) => set({ selected }),
    flush: async () => {
      flushTypedText();
      await save();
      return get().open?.state === saved;
    },
    forget: () => {
      clearTimeout(timer);
      saved = undefined;
      set(closed);
    },
  };
});
