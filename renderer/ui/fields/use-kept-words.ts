import { useEffect, useState } from 'react';
import { call } from '../call/client.ts';
import { onTyped, putBack } from './drafts.tsx';

/** Milliseconds: what is typed is with the host before anybody could type much more. */
const WITHIN = 150;

/**
 * Hands what is typed to the host as it is typed: where the page crashes, it is put back into its fields. Answers true
 * once that is done; a host that cannot is no reason to wait.
 */
export function useKeptWords(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    void call('keptWords', {})
      .then(({ words }) => !gone && putBack(words), console.warn)
      .then(() => gone || setReady(true));
    const end = onTyped(keeping());
    return () => {
      gone = true;
      end();
    };
  }, []);
  return ready;
}

/** In a moment, then at most every so often; the last always. */
function keeping(): (words: Record<string, string>) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: Record<string, string> | undefined;
  const send = () => {
    timer = undefined;
    if (!next) return;
    const words = next;
    next = undefined;
    timer = setTimeout(send, WITHIN);
    // One that the host did not get is sent with the next.
    void call('keepWords', { words }).catch(console.warn);
  };
  return (words) => {
    next = words;
    // One change of a field is several of the store.
    timer ??= setTimeout(send);
  };
}
