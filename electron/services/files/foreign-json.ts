import { ZodError } from 'zod';
import { withinBounds } from '../../../shared/values/json-bounds.ts';

/** assessment.json, standard.json, feedback.json: about 1,000 items with the longest texts, or 20,000 pieces of evidence. */
export const MAX_JSON_BYTES = 16 * 2 ** 20;
const BOUNDS = { depth: 64, values: 250_000 } as const;

/** More than may be read: bytes, lines, depth, values. */
export class TooLargeError extends Error {}

/**
 * The JSON in a stranger's bytes; a byte-order mark before it is no harm. Throws TooLargeError where it is larger,
 * deeper or richer than any of ours can be, TypeError where it is not UTF-8, SyntaxError where it is no JSON.
 */
export function parseForeignJson(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_JSON_BYTES) throw new TooLargeError();
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!withinBounds(text, BOUNDS)) throw new TooLargeError();
  return JSON.parse(text);
}

/** Whether another computer would read a JSON of ours: asked before it is written. */
export function isReadElsewhere(text: string): boolean {
  return Buffer.byteLength(text) <= MAX_JSON_BYTES && withinBounds(text, BOUNDS);
}

/**
 * True for what parsing and checking a stranger's JSON throws: too large, not UTF-8, no JSON, not of the form.
 * RangeError: so much is wrong with it that the list of faults cannot be made.
 */
export function isWrongJson(error: unknown): boolean {
  return [TooLargeError, TypeError, SyntaxError, RangeError, ZodError].some((type) => error instanceof type);
}
