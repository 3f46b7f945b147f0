import {
  contract,
  type DocumentName,
  type DocumentRef,
  type OpenedDocument,
  type Reply,
  type SavedDocument,
} from '../../shared/contract/contract.ts';
import type { Host } from '../../electron/services/host.ts';

export const assessmentRef = (id: string) => ({ document: 'assessment', id }) as const;
export const deskRef = (id: string) => ({ document: 'desk', id }) as const;
export const reviewRef = ({ deskId, key }: { deskId: string; key: string }) =>
  ({ document: 'review', deskId, key }) as const;

export const importRef = (id: string) => ({ document: 'import', id }) as const;

/** An edit as it travels: points are decimal strings, and what is not there is left out. */
export const editInput = (ref: object, edit: unknown) => ({ ...ref, step: { do: 'edit', edit } });

/** Documents as the interface opens and changes them, read by the contract. */
export async function openDocument<N extends DocumentName>(
  host: Host,
  ref: DocumentRef<N>,
): Promise<OpenedDocument<N>> {
  return parsed('openDocument', await host.call('openDocument', { ref })) as OpenedDocument<N>;
}

export async function closeDocument(host: Host, ref: object): Promise<void> {
  parsed('closeDocument', await host.call('closeDocument', { ref }));
}

export async function editDocument<N extends DocumentName>(
  host: Host,
  ref: DocumentRef<N>,
  edit: unknown,
): Promise<SavedDocument<N>> {
  return parsed(
    'changeDocument',
    await host.call('changeDocument', editInput(ref, edit)),
  ) as SavedDocument<N>;
}

export async function undoDocument<N extends DocumentName>(
  host: Host,
  ref: DocumentRef<N>,
  step: 'undo' | 'redo' = 'undo',
): Promise<SavedDocument<N>> {
  const reply = await host.call('changeDocument', { ...ref, step: { do: step } });
  return parsed('changeDocument', reply) as SavedDocument<N>;
}

function parsed(name: 'openDocument' | 'closeDocument' | 'changeDocument', reply: Reply): unknown {
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value)));
}
