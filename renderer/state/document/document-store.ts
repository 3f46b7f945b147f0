import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type {
  DocumentEdit,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
} from '../../../shared/contract/contract.ts';
import { type DocumentKind, edited, unfitEdit } from '../../../shared/document.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { ApiFailure } from '../../ui/call/client.ts';
import { changeDocument, closeDocument, openDocument } from './calls.ts';
import { dropWords, hasUnsentWords, scopeOf } from '../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import { type OnFailure, type SaveState, saveQueue } from './save-queue.ts';

/** What every store of one open document has; `createDocumentStore` makes it, screens add what they show of it. */
export interface DocumentState<N extends DocumentName> {
  /** Both absent while none is open; the reference alone while one is being opened. */
  ref?: DocumentRef<N>;
  open?: OpenedDocument<N>;
  saveState: SaveState;
  failure?: Failure;

  /** Opens one in place of what is open; answers undefined where another was chosen meanwhile. Throws ApiFailure. */
  openRef: (ref: DocumentRef<N>, takeOverLock?: 'no' | 'yes') => Promise<OpenedDocument<N> | undefined>;
  /** Answers `unsaved` where words could not be saved and stays open, unless they are to be given up. */
  close: (unsaved: 'keep' | 'giveUp') => Promise<'closed' | 'unsaved'>;
  /** Shows the change at once and sends it; answers false where it was refused or could not be saved, and was taken back. */
  edit: (edit: DocumentEdit<N>) => Promise<boolean>;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
  /** A change that the host makes by another call: photos, a merge, a backup. */
  take: (send: (ref: DocumentRef<N>) => Promise<Partial<OpenedDocument<N>>>) => Promise<boolean>;
  /** Reads the document again, after a job of the host has changed it. */
  reload: () => Promise<boolean>;
  /**
   * Before the host makes a file of it: commits what is typed and waits until all of it is on the disk; what was kept is
   * sent again. Throws ApiFailure where something could not be saved.
   */
  saved: () => Promise<void>;
  /** Gone from the host: nothing is sent any more. */
  forget: () => void;
  dismissFailure: () => void;
}

/** A store of any kind, as the parts that all of them share see it. */
export type AnyDocumentStore = Pick<
  StoreApi<
    Pick<
      DocumentState<DocumentName>,
      'ref' | 'saveState' | 'failure' | 'close' | 'undo' | 'redo' | 'dismissFailure'
    > & {
      readonly open?: Pick<OpenedDocument<DocumentName>, 'canUndo' | 'canRedo' | 'notices'>;
    }
  >,
  'getState' | 'getInitialState' | 'subscribe'
>;

/** A store's own reading and writing. */
export interface Store<State> {
  readonly set: (part: Partial<State>) => void;
  readonly get: () => State;
}

interface Parts<N extends DocumentName, Value extends object, Edit, Context> {
  readonly document: N;
  readonly kind: DocumentKind<Value, Edit, Context>;
  /** What edits are judged by. */
  readonly contextOf: (open: OpenedDocument<N>) => Context;
  readonly onFailure?: OnFailure;
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
  { kind, contextOf, onFailure }: Parts<N, Value, Edit, Context>,
  { set, get }: Store<DocumentState<N>>,
): DocumentState<N> {
  type Open = OpenedDocument<N> & { readonly value: Value };
  const saving = saveQueue<OpenedDocument<N>>(set, onFailure, () => {
    const { ref } = get();
    return ref ? openDocument(ref) : Promise.resolve({});
  });

  function withRef(send: (ref: DocumentRef<N>) => Promise<boolean>): Promise<boolean> {
    flushTypedText();
    const { ref, open } = get();
    return ref && open ? send(ref) : Promise.resolve(false);
  }

  return {
    openRef: async (ref, takeOverLock = 'no') => {
      flushTypedText();
      await saving.settled();
      saving.reset(undefined);
      set({ ref, open: undefined, failure: undefined });
      const open = await openDocument(ref, takeOverLock);
      if (get().ref !== ref) return undefined;
      saving.reset(open);
      set({ open, saveState: 'saved' });
      return open;
    },

    forget: () => {
      saving.reset(undefined);
      set(CLOSED);
    },

    saveState: 'saved',

    close: async (unsaved) => {
      flushTypedText();
      await saving.settled();
      const { ref, open, saveState } = get();
      const isUnsaved = saveState === 'failed' || hasUnsentWords(scopeOf(ref));
      if (open && isUnsaved && unsaved === 'keep') return 'unsaved';
      dropWords(scopeOf(ref));
      if (ref && open) await closeDocument(ref);
      saving.reset(undefined);
      set(CLOSED);
      return 'closed';
    },

    edit: (edit) => {
      // What is typed was meant for the value as it is before this.
      flushTypedText();
      const { ref, open } = get() as DocumentState<N> & { readonly open?: Open };
      if (!ref || !open) return Promise.resolve(false);
      const base = kind.replaces(open.value, edit as Edit);
      try {
        const unfit = unfitEdit(kind, edit as Edit);
        if (unfit) throw new UserError(unfit);
        const now = new Date().toISOString();
        const value = edited(kind, open.value, edit as Edit, { context: contextOf(open), now });
        set({ open: { ...open, value, canUndo: true, canRedo: false } });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // As the host would answer: the page goes back to what is saved, and says why.
        const { failure } = error;
        return saving.enqueue(() => Promise.reject(new ApiFailure(failure)));
      }
      const step = { do: 'edit', edit, base } as DocumentStep<N>;
      return saving.enqueue(() => changeDocument(ref, step));
    },
    undo: () => withRef((ref) => saving.step('canUndo', () => changeDocument(ref, UNDO as DocumentStep<N>))),
    redo: () => withRef((ref) => saving.step('canRedo', () => changeDocument(ref, REDO as DocumentStep<N>))),
    take: (send) => withRef((ref) => saving.enqueue(() => send(ref))),
    reload: () => withRef((ref) => saving.enqueue(() => openDocument(ref))),
    saved: async () => {
      flushTypedText();
      if (!(await saving.retry())) throw new ApiFailure(get().failure ?? NOT_SAVED);
    },
    dismissFailure: saving.dismiss,
  };
}

/** Nothing is open. */
const CLOSED = { ref: undefined, open: undefined, failure: undefined, saveState: 'saved' } as const;
const UNDO = { do: 'undo' } as const;
const REDO = { do: 'redo' } as const;

/** Where no failure was told: it was closed meanwhile. */
const NOT_SAVED: Failure = {
  code: 'not-saved',
  message: '最近的改动没有保存，没有导出',
  effect: '还是上一次保存的内容。',
  remedy: '请看提示的原因，处理后再导出。',
};
