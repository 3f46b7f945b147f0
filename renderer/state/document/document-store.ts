import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type {
  DocumentEdit,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
  SavedDocument,
} from '../../../shared/contract/contract.ts';
import { type DocumentKind, edited } from '../../../shared/document.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { ApiFailure, HOST_LOST, orHostLost } from '../../ui/call/client.ts';
import { dropWords, hasUnsentWords, scopeOf } from '../../ui/fields/drafts.tsx';
import { lazily } from '../../ui/lazily.ts';
import { nextTask } from '../../ui/next-task.ts';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import { arrivalsWhenBegun, noteArrivals } from '../../ui/fields/views.ts';
import { besideOthers } from './beside-others.ts';
import { changeDocument, closeDocument, openDocument } from './calls.ts';
import type { DocumentState, Store } from './document-state.ts';
import { fittingEdit } from './fitting-edit.ts';
import { takeUp } from './handover.ts';
import { told } from './other-pages.ts';
import { madeOn, pendingEdit, type Sided } from './pending-edit.ts';
import { type OnFailure, SaveQueue } from './save-queue.ts';

interface Parts<N extends DocumentName, Value extends object, Edit, Context> {
  readonly document: N;
  /** Loaded by the time that one is open. */
  readonly kind: () => Promise<DocumentKind<Value, Edit, Context>>;
  /** What edits are judged by. */
  readonly contextOf: (open: OpenedDocument<N>) => Context;
  readonly onFailure?: OnFailure;
  /** How its screens mark the words that are refused, in brackets. */
  readonly refusedAt?: string;
}

/**
 * The store of one open document of a kind. `more` makes what its screens show besides out of the state that all of them
 * have; without it the store is whole.
 */
export function createDocumentStore<
  N extends DocumentName,
  Value extends object,
  Edit extends DocumentEdit<N>,
  Context,
  State extends DocumentState<N> = DocumentState<N>,
>(
  parts: Parts<N, Value, Edit, Context>,
  more: (state: DocumentState<N>, store: Store<State>) => State = (state) => state as State,
): UseBoundStore<StoreApi<State>> {
  return create<State>()((set, get) => {
    const own = { set: (part: Partial<DocumentState<N>>) => set(part as Partial<State>), get };
    return more(documentState(parts, own), { set: (part) => set(part), get });
  });
}

/** The one way in which the interface holds a document: each change is shown at once and sent in the user's order. */
function documentState<N extends DocumentName, Value extends object, Edit extends DocumentEdit<N>, Context>(
  parts: Parts<N, Value, Edit, Context>,
  store: Store<DocumentState<N>>,
): DocumentState<N> {
  type Open = OpenedDocument<N> & { readonly value: Value };
  const { set, get } = store;
  const saving = queueOf(store, parts.onFailure);
  const { contextOf } = parts;
  const { load, sides } = loadedSides(parts);
  const arrivals = () => saving.arrivals;
  noteArrivals(arrivals);

  function withRef(send: (ref: DocumentRef<N>) => Promise<boolean>): Promise<boolean> {
    flushTypedText();
    const { ref, open } = get();
    return ref && open ? send(ref) : Promise.resolve(false);
  }

  function step(ref: DocumentRef<N>, step: object): Promise<SavedDocument<N>> {
    return told(changeDocument(ref, step as DocumentStep<N>));
  }

  function send(ref: DocumentRef<N>, edit: Edit, base: unknown): Promise<boolean> {
    const change = pendingEdit(sides(), edit, base);
    return saving.enqueue(() => step(ref, { do: 'edit', edit, base: change.base() }), change);
  }

  return {
    openRef: async (ref, takeOverLock = 'no') => {
      flushTypedText();
      await saving.settled();
      saving.reset(undefined);
      set({ ...CLOSED, ref });
      const [open, kind] = await Promise.all([openDocument(ref, takeOverLock), orHostLost(load())]);
      // A long one is read in one piece and drawn in another.
      await nextTask();
      if (get().ref !== ref) return undefined;
      saving.reset(open);
      set({ open, saveState: 'saved' });
      // What the page before this one could not save is sent now, on what it was made on.
      for (const { edit, base } of takeUp(ref, kind.edit)) void send(ref, edit, base);
      saving.refresh({});
      return open;
    },

    forget: () => {
      saving.reset(undefined);
      set(CLOSED);
    },

    saveState: 'saved',
    outside: false,

    close: async (unsaved) => {
      flushTypedText();
      await saving.settled();
      const { ref, open, saveState } = get();
      const isUnsaved = saving.isWaiting || saveState === 'failed' || hasUnsentWords(scopeOf(ref));
      if (open && isUnsaved && unsaved === 'keep') return 'unsaved';
      dropWords(scopeOf(ref));
      if (ref && open) await closed(closeDocument(ref));
      saving.reset(undefined);
      set(CLOSED);
      return 'closed';
    },

    edit: (wish) => {
      // What is typed was meant for the value as it is before this.
      flushTypedText();
      const { ref, open } = get() as DocumentState<N> & { readonly open?: Open };
      if (!ref || !open) return Promise.resolve(false);
      try {
        const { kind } = sides();
        const edit = fittingEdit(kind, wish as Edit);
        const now = new Date().toISOString();
        const value = edited(kind, open.value, edit, { context: contextOf(open), now });
        const arrived = saving.arrivedSince(arrivalsWhenBegun(arrivals));
        const base = madeOn(sides(), edit, open, arrived);
        set({ open: { ...open, value, canUndo: true, canRedo: false } });
        return send(ref, edit, base);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // As the host would answer: the page goes back to what is saved, and says why.
        const { failure } = error;
        return saving.enqueue(() => Promise.reject(new ApiFailure(failure)));
      }
    },
    undo: () => withRef((ref) => saving.step('canUndo', () => step(ref, { do: 'undo' }))),
    redo: () => withRef((ref) => saving.step('canRedo', () => step(ref, { do: 'redo' }))),
    take: (ask) => withRef((ref) => saving.enqueue(() => told(ask(ref)))),
    reload: () => withRef((ref) => saving.enqueue(() => openDocument(ref))),
    saved: async () => {
      flushTypedText();
      if (!(await saving.retry())) throw new ApiFailure(get().failure ?? NOT_SAVED);
      if (hasUnsentWords(scopeOf(get().ref))) throw new ApiFailure(wordsLeft(parts.refusedAt));
    },
    ...besideOthers(store, saving, sides),
    dismissFailure: () => saving.dismiss(),
  };
}

/** What an open document is told apart by; only of what is open. */
function loadedSides<N extends DocumentName, Value extends object, Edit, Context>({
  kind,
  contextOf,
}: Parts<N, Value, Edit, Context>) {
  const { now, load } = lazily(kind);
  const sides = (): Sided<N, Value, Edit, Context> => {
    const loaded = now();
    if (!loaded) throw new Error('No document is open');
    return { kind: loaded, contextOf };
  };
  return { load, sides };
}

/** A change from outside is told apart from failures: it is settled by picking sides. */
function queueOf<N extends DocumentName>(
  { set, get }: Store<DocumentState<N>>,
  onFailure: OnFailure | undefined,
): SaveQueue<OpenedDocument<N>> {
  const show = ({ failure, ...shown }: Partial<DocumentState<N>>) =>
    set({ ...shown, ...(failure?.code === 'changed-outside' ? { outside: true } : { failure }) });
  const reread = () => {
    const { ref } = get();
    return ref ? openDocument(ref) : Promise.resolve({});
  };
  return new SaveQueue((shown) => show({ failure: get().failure, ...shown }), onFailure, reread);
}

/** A host that does not answer has nothing open that could be closed. */
async function closed(closing: Promise<void>): Promise<void> {
  try {
    await closing;
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.failure.code !== HOST_LOST.code) throw error;
  }
}

/** Nothing is open. */
const CLOSED = {
  ref: undefined,
  open: undefined,
  failure: undefined,
  clash: undefined,
  outside: false,
  saveState: 'saved',
} as const;

/** Where no failure was told: it was closed meanwhile. */
const NOT_SAVED: Failure = {
  code: 'not-saved',
  message: '最近的改动没有保存，没有导出',
  effect: '还是上一次保存的内容。',
  remedy: '请看提示的原因，处理后再导出。',
};

/** A field holds words that cannot be saved as they are. */
const wordsLeft = (refusedAt = ''): Failure => ({
  code: 'words-left',
  message: '有填写的内容还没有保存（太长，或日期、数字没有写完整），没有导出',
  effect: '填写的内容还在原处；已保存的内容没有变化。',
  remedy: `请改好标红的地方${refusedAt}，再导出。`,
});
