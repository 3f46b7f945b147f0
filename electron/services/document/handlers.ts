import type {
  DocumentCalls,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
  SavedDocument,
} from '../../../shared/contract/contract.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { ShownDifference } from '../../../shared/document.ts';
import type { Picks } from '../../../shared/document-merge.ts';
import type { Session, Sessions } from './sessions.ts';

/** How the host opens, closes and changes one kind of document. */
interface DocumentService<N extends DocumentName> {
  /** Opens, or reads the open one again. */
  readonly open: (ref: DocumentRef<N>, takeOver: 'no' | 'yes') => Promise<OpenedDocument<N>>;
  readonly close: (ref: DocumentRef<N>) => Promise<void>;
  readonly change: (ref: DocumentRef<N>, step: DocumentStep<N>) => Promise<SavedDocument<N>>;
  /** Which revision is there, and the document as it stands beside its file. */
  readonly now: (ref: DocumentRef<N>) => Promise<{ revision: string; beside: Beside }>;
  /** When the program ends. */
  readonly closeAll: () => Promise<void>;
}

/** What an open document knows of its file on the disk. */
interface Beside {
  changedOutside(): Promise<boolean>;
  compareOutside(): Promise<ShownDifference[]>;
  takeOutside(picks: Picks): Promise<void>;
}

export type DocumentServices = { readonly [N in DocumentName]: DocumentService<N> };

/** The kinds whose documents are named by an id alone. */
type ById = { [N in DocumentName]: DocumentRef<N> extends { id: string } ? N : never }[DocumentName];

/** An open document as the interface is told of it. */
interface DocumentSession<N extends DocumentName> extends Session {
  readonly name: N;
  readonly document: Beside & { take(step: DocumentStep<N>): Promise<void> };
  /** What has come beside it, or gone, is told from now on. */
  look(): Promise<void>;
  saved(): SavedDocument<N>;
  opened(): OpenedDocument<N>;
}

/** The service of a kind that is kept by sessions, one a document. */
export function documentService<N extends ById>(
  sessions: Pick<Sessions<DocumentSession<N>>, 'open' | 'get' | 'close' | 'closeAll'>,
): DocumentService<N> {
  return {
    open: async ({ id }, takeOver) => {
      const session = await sessions.open(id, takeOver);
      await session.look();
      return session.opened();
    },
    close: ({ id }) => sessions.close(id),
    change: async ({ id }, step) => {
      const session = await sessions.get(id);
      await session.document.take(step);
      return session.saved();
    },
    now: async ({ id }) => {
      const session = await sessions.get(id);
      return { revision: session.saved().revision, beside: session.document };
    },
    closeAll: () => sessions.closeAll(),
  };
}

/** The calls that every kind of document shares. */
export function documentHandlers(services: DocumentServices): HandlersFor<DocumentCalls> {
  // A reference and the service of its kind belong together; TypeScript cannot follow that through the map.
  const of = (name: DocumentName) => services[name] as DocumentService<DocumentName>;
  return {
    openDocument: ({ ref, takeOverLock }) => of(ref.document).open(ref, takeOverLock),
    closeDocument: async ({ ref }) => {
      await of(ref.document).close(ref);
      return {};
    },
    changeDocument: ({ step, ...ref }) => of(ref.document).change(ref, step),
    documentNow: async ({ ref }) => {
      const { revision, beside } = await of(ref.document).now(ref);
      return { revision, outside: await beside.changedOutside() };
    },
    compareOutside: async ({ ref }) => {
      const { beside } = await of(ref.document).now(ref);
      return { differences: await beside.compareOutside() };
    },
    takeOutside: async ({ ref, picks }) => {
      const { beside } = await of(ref.document).now(ref);
      await beside.takeOutside(picks);
      return of(ref.document).open(ref, 'no');
    },
  };
}
