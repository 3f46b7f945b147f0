import * as z from 'zod';
import { MOST_BYTES } from './handed-over.ts';

/** What may travel on the channel: a call of the contract, or a file that the user chose: by its path, or what has none. */
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    name: z.string().max(100),
    input: z.unknown(),
    page: z.string().max(100),
  }),
  z.object({
    kind: z.literal('offer'),
    path: z.string().min(1).max(32_768),
    name: z.string().min(1).max(1000),
  }),
  z.object({
    kind: z.literal('bytes'),
    bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MOST_BYTES),
    name: z.string().min(1).max(1000),
  }),
]);
export type Message = z.output<typeof messageSchema>;
