import { type RefObject, useEffect, useRef } from 'react';

/**
 * For what is shown in place of something else, or changes under the user's hands: where that took the focused control away,
 * or switched it off, the keyboard goes on from its tree, else from the whole of it (`tabIndex={-1}`).
 */
export function useLanding<E extends HTMLElement>(shown?: unknown): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    // Not at once: on its way from one field to the next the focus is nowhere.
    const frame = requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at !== document.body && !at?.matches(':disabled')) return;
      (ref.current?.querySelector<HTMLElement>('[role=tree]') ?? ref.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return ref;
}
