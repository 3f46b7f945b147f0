import { useEffect } from 'react';

interface Steps {
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
}

/** Ctrl+Z and Ctrl+Y (Ctrl+Shift+Z) for what is open; fields outside it (search, dialogs) keep their own. */
export function useUndoKeys({ undo, redo }: Steps): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const wanted = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined;
      if (!wanted || hasOwnUndo(event.target)) return;
      event.preventDefault();
      void wanted();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

function hasOwnUndo(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=radio], [type=checkbox]), textarea') &&
    !target.hasAttribute('data-typed')
  );
}
