import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from './client.ts';

interface Listing<Summary> {
  /** Last changed first; undefined until the host has answered. */
  listed?: Summary[];
  failure?: Failure;
}

/** All documents of a kind in the data folder. `list` asks the host; it must be the same function at every call. */
export function useListing<Summary extends { readonly updatedAt: string }>(list: () => Promise<Summary[]>) {
  const [listing, setListing] = useState<Listing<Summary>>({});
  const reload = useCallback(
    () =>
      list().then(
        (all) => setListing({ listed: all.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)) }),
        (error: unknown) => setListing({ failure: failureOf(error) }),
      ),
    [list],
  );
  useEffect(() => void reload(), [reload]);
  return { ...listing, reload };
}
