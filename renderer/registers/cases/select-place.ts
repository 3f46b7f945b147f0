import type { Range } from '../../../shared/registers/cases/text.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import { fieldElement } from './typed.ts';

/** Selects a place in what is typed, and brings it into sight. */
export function selectPlace(entry: Pick<Entry, 'id'>, code: 'title' | 'text', { from, to }: Range): void {
  const field = fieldElement(entry, code);
  if (!field) return;
  // A browser brings the caret into sight where a field gets the focus, and not where something in it is selected.
  field.setSelectionRange(from, from);
  field.blur();
  field.focus();
  field.setSelectionRange(from, to);
}
