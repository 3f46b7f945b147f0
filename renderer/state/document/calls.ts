import type {
  CallInput,
  DocumentName,
  DocumentRef,
  DocumentStep,
  OpenedDocument,
  SavedDocument,
} from '../../../shared/contract/contract.ts';
import { call } from '../../ui/call/client.ts';

// A reference, its step and what is answered are of one kind; TypeScript cannot follow that through the contract's unions.

export async function openDocument<N extends DocumentName>(
  ref: DocumentRef<N>,
  takeOverLock: 'no' | 'yes' = 'no',
): Promise<OpenedDocument<N>> {
  return (await call('openDocument', { ref, takeOverLock })) as OpenedDocument<N>;
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
