import * as z from 'zod';
import { sortedJson } from '../values/sorted-json.ts';
import { type Standard, standardSchema } from './schema.ts';

/**
 * What makes a standard this one and no other, as text to be hashed: everything that is scored or shown of it, without
 * who compared it with the original, the number that was entered then, and what each office calls its copy. Two offices
 * that load the same text have the same standard. Whether it is official is part of it: a copy that an office made for
 * itself is not the text that it was made from.
 */
export function contentText(standard: Standard): string {
  const named = z.encode(standardSchema, standard);
  return sortedJson(Object.fromEntries(Object.entries(named).filter(([key]) => !NAMES.has(key))));
}

const NAMES: ReadonlySet<string> = new Set([
  ...['version', 'check', 'documentNumber', 'id', 'title', 'edition', 'issuer', 'statement'],
]);
