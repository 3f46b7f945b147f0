import type * as z from 'zod';
import { findingSchema } from '../values/finding.ts';

/**
 * Something wrong with a standard, about an item, a section, an entry or the whole. Errors make scoring impossible or
 * ambiguous; warnings never block.
 */
export const standardFindingSchema = findingSchema(['error', 'warning']);
export type StandardFinding = Readonly<z.output<typeof standardFindingSchema>>;

export function error(code: string, item: string, message: string): StandardFinding {
  return { code, severity: 'error', item, message };
}

export function warning(code: string, item: string, message: string): StandardFinding {
  return { code, severity: 'warning', item, message };
}

/** Codes that occur more than once, each named once. */
export function duplicates(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}
