import { useEffect } from 'react';
import { useHost } from '../../ui/call/host-store.ts';
import type { AnyDocumentStore } from './document-state.ts';

/**
 * Saves when the page goes. More may be on its way than a browser lets a closing page send, or nobody there to take it:
 * then the browser asks first. The desktop's window waits by itself.
 */
export function useUnloadGuard(store: AnyDocumentStore): void {
  const isLocal = useHost((state) => state.info?.door) === 'local';
  useEffect(() => {
    const guard = (event: Event) => {
      // What cannot be saved is told where it is shown.
      void store.getState().flush();
      const { open, saveState } = store.getState();
      const isSaved = !open || saveState === 'saved';
      if (!isSaved && isLocal && event.type === 'beforeunload') event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    window.addEventListener('pagehide', guard);
    return () => {
      window.removeEventListener('beforeunload', guard);
      window.removeEventListener('pagehide', guard);
    };
  }, [isLocal, store]);
}
