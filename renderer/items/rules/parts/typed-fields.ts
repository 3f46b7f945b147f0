import { putDraft, useNumberDraft } from '../../../ui/fields/drafts.tsx';

/**
 * What is typed in a number field and is not (or not yet) a valid value. It stays until it is valid or the
 * score is cleared, also when the user looks at another item: wrong input is named, never changed or lost.
 */
export interface TypedField {
  readonly text: string;
  /** Chinese sentence; '' where the text is fine. */
  readonly problem: string;
  /** It counts as it is typed. */
  readonly isSaved: boolean;
}

/** By the item that it belongs to (FieldScope) and the field's name in it. */
export function useTypedField(
  field: string,
): [TypedField | undefined, (typed: TypedField | undefined) => void] {
  const [key, draft] = useNumberDraft(field);
  const typed = draft && {
    text: draft.text,
    problem: draft.problem ?? '',
    isSaved: draft.isSaved ?? false,
  };
  return [typed, (next) => putDraft(key, next && { ...next, told: next.problem !== '' })];
}
