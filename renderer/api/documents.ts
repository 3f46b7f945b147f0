import type {
  CallInput,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
  SavedDocument,
} from '../../shared/contract/contract.ts';
import { call } from './client.ts';

// A reference and what is answered for it are of one kind; TypeScript cannot follow that through the contract's unions.

export async function openDocument<N extends DocumentName>(
  ref: DocumentRef<N>,
  takeOverLock: 'no' | 'yes' = 'no',
): Promise<OpenedDocument<N>> {
  const input = { ref, takeOverLock } as CallInput<'openDocument'>;
  return (await call('openDocument', input)) as OpenedDocument<N>;
}

export async function closeDocument<N extends DocumentName>(ref: DocumentRef<N>): Promise<void> {
  await call('closeDocument', { ref });
}

/** Answers when the change is on the disk. */
export async function changeDocument<N extends DocumentName>(
  ref: DocumentRef<N>,
  step: DocumentStep<N>,
): Promise<SavedDocument<N>> {
  return (await call('changeDocument', { ...ref, step } as CallInput<'changeDocument'>)) as SavedDocument<N>;
}
