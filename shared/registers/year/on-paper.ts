import type { Entry } from '../entry.ts';
import { registerOf, type RegisterName } from '../kinds.ts';
import type { Year } from './schema.ts';

/** Entries of a register as they are handed on, as .xlsx, .docx or in print, and what is said of them there. */
export function onPaper(
  year: Pick<Year, 'year'>,
  name: RegisterName,
  { entries, today }: { readonly entries: readonly Entry[]; readonly today: string },
): { readonly entries: readonly Entry[]; readonly notes: readonly string[] } {
  return registerOf(name).onPaper?.(entries, { today, year: year.year }) ?? { entries, notes: [] };
}
