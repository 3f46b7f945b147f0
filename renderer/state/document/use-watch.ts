import { useEffect } from 'react';
import type { AnyDocumentStore } from './document-state.ts';
import { onOthers } from './other-pages.ts';

/** Milliseconds between two looks while the page is seen; pages of the same browser tell each other at once. */
const EVERY = 2500;

/** Keeps what is shown up to date with other pages and programs, and sends what waits as soon as the host answers. */
export function useWatch(store: AnyDocumentStore): void {
  useEffect(() => {
    const look = () => void store.getState().catchUp();
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look();
    };
    const timer = setInterval(lookIfSeen, EVERY);
    const ended = onOthers(look);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(timer);
      ended();
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [store]);
}
