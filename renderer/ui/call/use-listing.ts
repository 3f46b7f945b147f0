import { useMemo } from 'react';
import { useAnswer } from './use-call.ts';

/** All documents of a kind in the data folder. `list` asks the host; it must be the same function at every call. */
export function useListing<Summary extends { readonly updatedAt: string }>(list: () => Promise<Summary[]>) {
  const { value, failure, retry } = useAnswer(list);
  /** Last changed first; undefined until the host has answered. */
  const listed = useMemo(
    () => value && [...value].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    [value],
  );
  return { listed, failure, reload: retry };
}
