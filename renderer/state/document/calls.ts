import type { Picks } from '../../../shared/document-merge.ts';
import type { ShownDifference } from '../../../shared/document.ts';
import type {
  CallInput,
  CallOutput,
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

export function documentNow(ref: DocumentRef<DocumentName>): Promise<CallOutput<'documentNow'>> {
  return call('documentNow', { ref });
}

export async function compareOutside(ref: DocumentRef<DocumentName>): Promise<ShownDifference[]> {
  return (await call('compareOutside', { ref })).differences;
}

/** Answers the document with what the picks have made of it. */
export async function takeOutside<N extends DocumentName>(
  ref: DocumentRef<N>,
  picks: Picks,
): Promise<OpenedDocument<N>> {
  return (await call('takeOutside', { ref, picks })) as OpenedDocument<N>;
}
