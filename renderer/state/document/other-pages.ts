const CHANGED = 'changed';

/** Between the pages of one browser, or windows of one program; absent where a browser has none. */
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('biaobing') : undefined;

/** What the host answers once something is saved: whoever shows it learns of it and looks again. */
export async function told<T>(answer: Promise<T>): Promise<T> {
  const value = await answer;
  channel?.postMessage(CHANGED);
  return value;
}

/** Calls back when another page has saved something; the answer ends it. */
export function onOthers(look: () => void): () => void {
  channel?.addEventListener('message', look);
  return () => channel?.removeEventListener('message', look);
}
