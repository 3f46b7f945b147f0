import type {
  DocumentEdit,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
} from '../../shared/contract/contract.ts';
import { type DocumentKind, edited } from '../../shared/document.ts';
import { type Failure, UserError } from '../../shared/values/errors.ts';
import { ApiFailure } from '../api/client.ts';
import { changeDocument, closeDocument, openDocument } from '../api/documents.ts';
import { flushTypedText } from './typed-text.ts';
import { type OnFailure, type SaveState, saveQueue } from './save-queue.ts';

/** What every store of one open document has; screens add what they show of it. */
export interface DocumentState<N extends DocumentName> {
  /** Both absent while none is open; the reference alone while one is being opened. */
  ref?: DocumentRef<N>;
  open?: OpenedDocument<N>;
  saveState: SaveState;
  failure?: Failure;

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
  /** When the host has answered everything that was sent. */
  settled: () => Promise<unknown>;
  dismissFailure: () => void;
}

interface Actions<N extends DocumentName> {
  /** The state's own part of a store. */
  readonly state: Omit<DocumentState<N>, 'ref' | 'open' | 'failure'>;
  /** Opens one in place of what is open; answers undefined where another was chosen meanwhile. */
  readonly openRef: (
    ref: DocumentRef<N>,
    takeOverLock?: 'no' | 'yes',
  ) => Promise<OpenedDocument<N> | undefined>;
  /** Sends again what could not be saved and was kept. */
  readonly retry: () => Promise<unknown>;
  /** Gone from the host: nothing is sent any more. */
  readonly forget: () => void;
}

interface Store<N extends DocumentName> {
  readonly set: (part: Partial<DocumentState<N>>) => void;
  readonly get: () => DocumentState<N>;
}

/** The one way in which the interface holds a document: each change is shown at once and sent in the user's order. */
export function documentState<
  N extends DocumentName,
  Value extends object,
  Edit extends DocumentEdit<N>,
  Context,
>(
  {
    kind,
    contextOf,
    onFailure,
  }: {
    readonly document: N;
    readonly kind: DocumentKind<Value, Edit, Context>;
    readonly contextOf: (open: OpenedDocument<N>) => Context;
    readonly onFailure?: OnFailure;
  },
  { set, get }: Store<N>,
): Actions<N> {
  type Open = OpenedDocument<N> & { readonly value: Value };
  const saving = saveQueue<OpenedDocument<N>>(set, onFailure);

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

    retry: saving.retry,
    forget: () => {
      saving.reset(undefined);
      set({ ref: undefined, open: undefined, failure: undefined, saveState: 'saved' });
    },

    state: {
      saveState: 'saved',

      close: async (unsaved) => {
        flushTypedText();
        await saving.settled();
        const { ref, open, saveState } = get();
        if (open && saveState === 'failed' && unsaved === 'keep') return 'unsaved';
        if (ref && open) await closeDocument(ref);
        saving.reset(undefined);
        set({ ref: undefined, open: undefined, failure: undefined, saveState: 'saved' });
        return 'closed';
      },

      edit: (edit) => {
        const { ref, open } = get() as DocumentState<N> & { readonly open?: Open };
        if (!ref || !open) return Promise.resolve(false);
        const base = kind.replaces(open.value, edit as Edit);
        try {
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
      undo: () =>
        withRef((ref) => saving.step('canUndo', () => changeDocument(ref, UNDO as DocumentStep<N>))),
      redo: () =>
        withRef((ref) => saving.step('canRedo', () => changeDocument(ref, REDO as DocumentStep<N>))),
      take: (send) => withRef((ref) => saving.enqueue(() => send(ref))),
      reload: () => withRef((ref) => saving.enqueue(() => openDocument(ref))),
      settled: saving.settled,
      dismissFailure: () => set({ failure: undefined, saveState: 'saved' }),
    },
  };
}

const UNDO = { do: 'undo' } as const;
const REDO = { do: 'redo' } as const;
