import type {
  DocumentCalls,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
  SavedDocument,
} from '../../../shared/contract/contract.ts';
import type { HandlersFor } from '../base/handlers.ts';

/** How the host opens, closes and changes one kind of document. */
interface DocumentService<N extends DocumentName> {
  /** Opens, or reads the open one again. */
  readonly open: (ref: DocumentRef<N>, takeOver: 'no' | 'yes') => Promise<OpenedDocument<N>>;
  readonly close: (ref: DocumentRef<N>) => Promise<void>;
  readonly change: (ref: DocumentRef<N>, step: DocumentStep<N>) => Promise<SavedDocument<N>>;
}

export type DocumentServices = { readonly [N in DocumentName]: DocumentService<N> };

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
  };
}
