import { AUTHORITY_LABELS, type Standard } from './schema.ts';

/** What the standard is, in one line; a reference or custom standard is never left unnamed. */
export function authorityLine({ authority, statement }: Standard): string {
  return [AUTHORITY_LABELS[authority], statement].filter((part) => part !== '').join('：');
}
