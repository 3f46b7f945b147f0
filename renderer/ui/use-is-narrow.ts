import { useSyncExternalStore } from 'react';

/** As the sheets say it: below, panes stand behind tabs instead of beside each other. */
const NARROW = '(max-width: 999px)';

/** Whether the window, at its zoom, is too narrow for panes beside each other. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
