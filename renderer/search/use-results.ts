import { useEffect, useEffectEvent, useState } from 'react';
import type { Searched } from '../../shared/search/line.ts';
import { type Hit, type HitGroup, search } from '../../shared/search/search.ts';
import { nextTask } from '../ui/next-task.ts';

/** As long as one piece of the looking takes (milliseconds): what is typed meanwhile is shown at once. */
const PIECE_MS = 8;

interface Results {
  readonly typed: string;
  readonly documents: readonly Searched[];
  readonly groups: readonly HitGroup[];
}

/** What is found, looked for in pieces. `isNew`: it is an answer to what is typed now. */
export function useResults(
  documents: readonly Searched[],
  typed: string,
  onFound: (first: Hit | undefined) => void,
): Results & { readonly isNew: boolean } {
  const [results, setResults] = useState<Results>({ typed: '', documents, groups: [] });
  const found = useEffectEvent(onFound);
  useEffect(() => {
    let isWanted = true;
    let until = performance.now() + PIECE_MS;
    const goesOn = () => {
      if (!isWanted || performance.now() < until) return isWanted;
      return nextTask().then(() => {
        until = performance.now() + PIECE_MS;
        return isWanted;
      });
    };
    void search(documents, typed, goesOn).then((groups) => {
      if (!groups || !isWanted) return;
      setResults({ typed, documents, groups });
      found(groups[0]?.hits[0]);
    });
    return () => {
      isWanted = false;
    };
  }, [documents, typed]);
  return { ...results, isNew: results.typed === typed && results.documents === documents };
}
