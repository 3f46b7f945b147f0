import { createContext, useContext } from 'react';
import { create } from 'zustand';

/**
 * What is typed in a number field and is not (or not yet) a valid value. It stays until it is valid or the
 * score is cleared, also when the user looks at another item: wrong input is named, never changed or lost.
 */
export interface FieldDraft {
  readonly text: string;
  /** Chinese sentence; '' where the text is fine. */
  readonly problem: string;
}

interface FieldDrafts {
  readonly drafts: Readonly<Record<string, FieldDraft>>;
  readonly put: (key: string, draft: FieldDraft | undefined) => void;
}

const useFieldDrafts = create<FieldDrafts>((set) => ({
  drafts: {},
  put: (key, draft) =>
    set(({ drafts }) => {
      const others = Object.entries(drafts).filter(([other]) => other !== key);
      return { drafts: Object.fromEntries(draft ? [...others, [key, draft]] : others) };
    }),
}));

/** Id of the open assessment: drafts of another one must never show up here. */
export const DraftScope = createContext('');

const SEPARATOR = '\u0000';
const keyOf = (scope: string, code: string, field: string): string => [scope, code, field].join(SEPARATOR);

export function useFieldDraft(
  code: string,
  field: string,
): [FieldDraft | undefined, (draft: FieldDraft | undefined) => void] {
  const key = keyOf(useContext(DraftScope), code, field);
  const draft = useFieldDrafts((state) => state.drafts[key]);
  const put = useFieldDrafts((state) => state.put);
  return [draft, (next) => put(key, next)];
}

/** Codes with wrong input that is not counted, in the order of typing. */
export function useWrongCodes(scope: string): string[] {
  const drafts = useFieldDrafts((state) => state.drafts);
  const wrong = Object.entries(drafts).filter(
    ([key, { problem }]) => problem !== '' && key.startsWith(scope + SEPARATOR),
  );
  return [...new Set(wrong.map(([key]) => key.split(SEPARATOR)[1] ?? ''))];
}

/** Forgets what is typed for one code: its score was cleared or declared not applicable. */
export function dropDrafts(scope: string, code: string): void {
  const { drafts, put } = useFieldDrafts.getState();
  for (const key of Object.keys(drafts)) if (key.startsWith(keyOf(scope, code, ''))) put(key, undefined);
}
