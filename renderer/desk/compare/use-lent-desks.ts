import { useCallback, useEffect, useRef } from 'react';
import { closeDocument } from '../../state/document/calls.ts';

/** Takes note of a desk that was opened for the comparison; all of them are closed when its screen is left. */
export function useLentDesks(): (deskId: string) => void {
  const opened = useRef(new Set<string>());
  useEffect(() => {
    const ids = opened.current;
    return () => {
      for (const id of ids)
        closeDocument({ document: 'desk', id }).catch((error: unknown) => console.error(error));
    };
  }, []);
  return useCallback((deskId) => void opened.current.add(deskId), []);
}
