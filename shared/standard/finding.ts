import * as z from 'zod';

/** Something wrong with a standard. Errors make scoring impossible or ambiguous; warnings never block. */
export const standardFindingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Code of the item, section or entry; '' for the standard as a whole. */
  item: z.string(),
  message: z.string(),
});
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
