import { useEffect } from 'react';
import { useHost } from '../ui/call/host-store.ts';
import { useImport } from '../state/import-store.ts';

/**
 * Saves when the page goes. A long draft is more than a browser lets a closing page send, so the browser asks first
 * where a change is still on its way; the desktop's window waits by itself.
 */
export function useUnloadGuard(): void {
  const isLocal = useHost((state) => state.info?.door) === 'local';
  useEffect(() => {
    const guard = (event: Event) => {
      void useImport.getState().flush();
      const isSaved = useImport.getState().saveState === 'saved';
      if (!isSaved && isLocal && event.type === 'beforeunload') event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    window.addEventListener('pagehide', guard);
    return () => {
      window.removeEventListener('beforeunload', guard);
      window.removeEventListener('pagehide', guard);
    };
  }, [isLocal]);
}
