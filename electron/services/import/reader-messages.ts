import * as z from 'zod';
import { sourceTableSchema } from '../../../shared/tables/source-table.ts';
import { failureSchema } from '../../../shared/values/errors.ts';

/** What the reading process is asked for. */
export type ReadRequest =
  | { readonly kind: 'file'; readonly path: string }
  /** Its text instead of its tables. `name`: as its user calls it, where it lies under another one. */
  | { readonly kind: 'prose'; readonly path: string; readonly name: string }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string };

/** `heapMiB`: the heap that reading may take, in MiB. */
export interface ReadMessage {
  readonly request: ReadRequest;
  readonly heapMiB: number;
}

/** What became of hidden text, or of headers and footers; `unknown`: what reads it cannot tell whether there is any. */
const HIDDEN = ['none', 'leftOut', 'unknown'] as const;
export type Hidden = (typeof HIDDEN)[number];

/** Its one answer. Checked: it comes from a process that has read a stranger's file. */
export const readReplySchema = z.union([
  z.strictObject({ ok: z.literal(true), tables: z.array(sourceTableSchema).readonly() }),
  z.strictObject({ ok: z.literal(true), text: z.string(), hidden: z.enum(HIDDEN), margins: z.enum(HIDDEN) }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
]);
export type ReadReply = z.output<typeof readReplySchema>;
export type ReadAnswer = Extract<ReadReply, { ok: true }>;
