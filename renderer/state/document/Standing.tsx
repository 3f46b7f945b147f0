import { useStore } from 'zustand';
import type { AnyDocumentStore } from './document-state.ts';
import { ClashNotice } from './ClashNotice.tsx';
import { GoneWords } from './GoneWords.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { OutsideNotice } from './OutsideNotice.tsx';
import { useUnloadGuard } from './use-unload-guard.ts';
import { useWatch } from './use-watch.ts';

/** How what is open stands with the host and with others: nothing is drawn while all is well. */
export function Standing({ store }: { readonly store: AnyDocumentStore }) {
  useWatch(store);
  useUnloadGuard(store);
  const saveState = useStore(store, (state) => state.saveState);
  const clash = useStore(store, (state) => state.clash);
  const isOutside = useStore(store, (state) => state.outside);
  if (saveState === 'offline') return <OfflineNotice store={store} />;
  if (isOutside) return <OutsideNotice store={store} />;
  return clash ? <ClashNotice clash={clash} settle={store.getState().settle} /> : <GoneWords store={store} />;
}
