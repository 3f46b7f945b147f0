import type * as z from 'zod';
import {
  contract,
  documents,
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
  host: Pick<Host, 'call'>,
  ref: DocumentRef<N>,
): Promise<OpenedDocument<N>> {
  return parsed('openDocument', await host.call('openDocument', { ref })) as OpenedDocument<N>;
}

export async function closeDocument(host: Host, ref: object): Promise<void> {
  parsed('closeDocument', await host.call('closeDocument', { ref }));
}

/** An edit as a page makes it: on what it was shown, now or when it was `opened`. */
export async function editDocument<N extends DocumentName>(
  host: Pick<Host, 'call'>,
  ref: DocumentRef<N>,
  edit: unknown,
  opened?: Pick<OpenedDocument<N>, 'value'>,
): Promise<SavedDocument<N>> {
  const input = editInput(ref, edit);
  const { value } = opened ?? (await openDocument(host, ref));
  // A name and its kind belong together; TypeScript cannot follow that through the map.
  const { kind } = documents[ref.document] as unknown as { kind: AnyKind };
  const base = kind.replaces(value, kind.edit.parse(edit));
  const step = { ...input.step, base };
  return parsed('changeDocument', await host.call('changeDocument', { ...input, step })) as SavedDocument<N>;
}

interface AnyKind {
  readonly edit: z.ZodType;
  replaces(value: unknown, edit: unknown): unknown;
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
