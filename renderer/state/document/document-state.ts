import type { StoreApi } from 'zustand';
import type {
  DocumentEdit,
  DocumentName,
  DocumentRef,
  OpenedDocument,
} from '../../../shared/contract/contract.ts';
import type { Picks, Side } from '../../../shared/document-merge.ts';
import type { ShownDifference } from '../../../shared/document.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import type { HandedOver } from './handover.ts';
import type { Clash, SaveState } from './save-queue.ts';

/** What every store of one open document has; `createDocumentStore` makes it, screens add what they show of it. */
export interface DocumentState<N extends DocumentName> {
  /** Both absent while none is open; the reference alone while one is being opened. */
  ref?: DocumentRef<N>;
  open?: OpenedDocument<N>;
  saveState: SaveState;
  failure?: Failure;
  /** A change of this page that would overwrite one from elsewhere. */
  clash?: Clash;
  /** True while another program has put something else in the file's place. */
  outside: boolean;

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
  /** Asks what the host has now: changes of other pages and programs are shown, what waits here is sent. */
  catchUp: () => Promise<void>;
  /** The side of a clash. */
  settle: (side: Side) => Promise<boolean>;
  /** The sides of what another program has put on the disk. Throws ApiFailure. */
  takeOutside: (picks: Picks) => Promise<void>;
  /** What the host does not have yet, place by place: `local` is what is shown here. */
  unsent: () => ShownDifference[];
  /** The same as edits, for a page at the program's next address. */
  unsaved: () => HandedOver | undefined;
  /** True when everything is on the disk; what could not be saved is sent again. */
  flush: () => Promise<boolean>;
  /** Gone from the host: nothing is sent any more. */
  forget: () => void;
  dismissFailure: () => void;
}

/** A store of any kind, as the parts that all of them share see it. */
export type AnyDocumentStore = Pick<
  StoreApi<
    Pick<
      DocumentState<DocumentName>,
      | 'saveState'
      | 'failure'
      | 'clash'
      | 'outside'
      | 'close'
      | 'undo'
      | 'redo'
      | 'catchUp'
      | 'settle'
      | 'takeOutside'
      | 'unsent'
      | 'unsaved'
      | 'flush'
      | 'dismissFailure'
    > & {
      readonly ref?: DocumentRef<DocumentName>;
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
