const CHANGED = 'changed';

/** Between the pages of one browser, or windows of one program; absent where a browser has none. */
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('biaobing') : undefined;

/** Something was saved: whoever shows it looks again. */
export function tellOthers(): void {
  channel?.postMessage(CHANGED);
}

/** Calls back when another page has saved something; the answer ends it. */
export function onOthers(look: () => void): () => void {
  channel?.addEventListener('message', look);
  return () => channel?.removeEventListener('message', look);
}
