import { createContext, useContext } from 'react';
import { create } from 'zustand';

/**
 * What is typed in a number field and is not (or not yet) a valid value. It stays until it is valid or the
 * score is cleared, also when the user looks at another item: wrong input is named, never changed or lost.
 */
export interface TypedField {
  readonly text: string;
  /** Chinese sentence; '' where the text is fine. */
  readonly problem: string;
}

interface TypedFields {
  readonly fields: Readonly<Record<string, TypedField>>;
  readonly put: (key: string, typed: TypedField | undefined) => void;
}

const useTypedFields = create<TypedFields>((set) => ({
  fields: {},
  put: (key, typed) =>
    set(({ fields }) => {
      const others = Object.entries(fields).filter(([other]) => other !== key);
      return { fields: Object.fromEntries(typed ? [...others, [key, typed]] : others) };
    }),
}));

/** Id of the open assessment: fields of another one must never show up here. */
export const TypedScope = createContext('');

const SEPARATOR = '\u0000';
const keyOf = (scope: string, code: string, field: string): string => [scope, code, field].join(SEPARATOR);

export function useTypedField(
  code: string,
  field: string,
): [TypedField | undefined, (typed: TypedField | undefined) => void] {
  const key = keyOf(useContext(TypedScope), code, field);
  const typed = useTypedFields((state) => state.fields[key]);
  const put = useTypedFields((state) => state.put);
  return [typed, (next) => put(key, next)];
}

/** Codes with wrong input that is not counted, in the order of typing. */
export function useWrongCodes(scope: string): string[] {
  const fields = useTypedFields((state) => state.fields);
  const wrong = Object.entries(fields).filter(
    ([key, { problem }]) => problem !== '' && key.startsWith(scope + SEPARATOR),
  );
  return [...new Set(wrong.map(([key]) => key.split(SEPARATOR)[1] ?? ''))];
}

/** The same for the fields at hand: another control states what they say. */
export function useDropTyped(code: string): () => void {
  const scope = useContext(TypedScope);
  return () => dropTyped(scope, code);
}

/** Forgets what is typed for one code: its score was cleared or declared not applicable. */
export function dropTyped(scope: string, code: string): void {
  const { fields, put } = useTypedFields.getState();
  for (const key of Object.keys(fields)) if (key.startsWith(keyOf(scope, code, ''))) put(key, undefined);
}
