const KEPT = 'biaobing-page';
let known: string | undefined;

/** This page among all that the host answers: its steps of undo are its own, also after it was loaded anew. */
export function pageId(): string {
  known ??= (wasReloaded() && sessionStorage.getItem(KEPT)) || crypto.randomUUID();
  sessionStorage.setItem(KEPT, known);
  return known;
}

/** A tab that was duplicated brings the other one's storage along, but was not reloaded. */
export function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}
