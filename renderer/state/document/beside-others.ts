import type { DocumentName, DocumentRef, OpenedDocument } from '../../../shared/contract/contract.ts';
import { ApiFailure, HOST_LOST } from '../../ui/call/client.ts';
import { documentNow, openDocument, takeOutside } from './calls.ts';
import { scopeOf, sentFields } from '../../ui/fields/drafts.tsx';
import type { DocumentState, Store } from './document-state.ts';
import { told } from './other-pages.ts';
import { differences, type Sided, valueOf } from './pending-edit.ts';
import type { SaveQueue } from './save-queue.ts';

/** How the code of a failure ends that says: nothing is there by this id. */
const UNKNOWN = '-unknown';

type Beside = 'catchUp' | 'settle' | 'takeOutside' | 'flush' | 'unsent' | 'unsaved';

/** How an open document gets on with other pages, other programs, and a host that does not answer for a while. */
export function besideOthers<N extends DocumentName, Value extends object, Edit, Context>(
  { set, get }: Store<DocumentState<N>>,
  saving: SaveQueue<OpenedDocument<N>>,
  sides: () => Sided<N, Value, Edit, Context>,
): Pick<DocumentState<N>, Beside> {
  /** Told once of what was open that it is gone: whoever has read that is not told with each look. */
  let toldGone: DocumentRef<N> | undefined;

  async function look(ref: DocumentRef<N>): Promise<void> {
    const { revision, outside } = await documentNow(ref);
    if (get().ref !== ref) return;
    const isSettled = get().outside && !outside;
    set({ outside });
    if (get().saveState === 'offline' || isSettled) {
      if (saving.isWaiting) await saving.retry();
      else set({ saveState: 'saved' });
    }
    // What is on its way brings the newest back by itself.
    if (revision === get().open?.revision || get().saveState === 'saving') return;
    const now = await openDocument(ref);
    if (get().ref === ref) saving.refresh(now);
  }

  return {
    catchUp: async () => {
      const { ref, open, saveState } = get();
      if (!ref || !open || saveState === 'saving') return;
      try {
        await look(ref);
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
        if (get().ref !== ref) return;
        const { failure } = error;
        if (failure.code === HOST_LOST.code) saving.lost();
        if (!failure.code.endsWith(UNKNOWN) || toldGone === ref) return;
        toldGone = ref;
        set({ failure });
      }
    },
    settle: (side) => saving.settle(side),
    takeOutside: async (picks) => {
      const { ref } = get();
      if (!ref) return;
      const now = await told(takeOutside(ref, picks));
      if (get().ref !== ref) return;
      set({ outside: false });
      saving.refresh(now);
      if (await saving.retry()) set({ saveState: 'saved' });
    },
    flush: () =>
      get()
        .saved()
        .then(
          () => true,
          () => false,
        ),
    unsent: () => {
      const { open } = get();
      return open && saving.atHost ? differences(sides(), valueOf<N, Value>(open), saving.atHost) : [];
    },
    unsaved: () => {
      const { ref, open } = get();
      const edits = saving.changes.map((change) => change.stored());
      const title = open ? titleOf(valueOf<N, Value>(open)) : '';
      return ref && { ref, title, edits, fields: sentFields(scopeOf(ref)) };
    },
  };
}

function titleOf(value: object): string {
  return 'title' in value && typeof value.title === 'string' ? value.title.slice(0, 400) : '';
}
