/** Something wrong with a standard. Errors make scoring impossible or ambiguous; warnings never block. */
export interface StandardFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Code of the item, section or entry; '' for the standard as a whole. */
  readonly item: string;
  readonly message: string;
}

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
