import type { PartedCase } from '../../../shared/registers/cases/parted.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { useYear } from '../../state/year-store.ts';
import { useDraft, useDropLine } from '../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../ui/fields/typed-text.ts';

/** A field of a case as it is on the screen, saved or not; in the FieldScope of the case. */
export function useTyped(entry: Entry, code: string): string {
  const [, draft] = useDraft(code);
  return draft?.text ?? fieldOf(entry, code);
}

/** Puts other words in place of what is typed, as one step that can be undone. */
export function usePutCase(id: string): (fields: Partial<PartedCase>) => Promise<void> {
  const drop = useDropLine();
  return async (fields) => {
    // What can be saved is what an undo brings back; what is refused goes.
    flushTypedText();
    for (const code of Object.keys(fields)) drop(code);
    await useYear.getState().edit({ kind: 'setEntry', register: 'cases', id, fields: { ...fields } });
  };
}

/** Of the field in which a column of a case is typed; so that a finding can point into it. */
export function fieldId({ id }: Pick<Entry, 'id'>, code: string): string {
  return `${id}-${code}`;
}

export function fieldElement(entry: Pick<Entry, 'id'>, code: string): HTMLInputElement | undefined {
  const element = document.getElementById(fieldId(entry, code));
  // A textarea has all that is used of an input here.
  return element === null ? undefined : (element as HTMLInputElement);
}
