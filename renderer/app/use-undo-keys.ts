import { useEffect } from 'react';
import { useAssessment } from '../state/assessment-store.ts';

/** Ctrl+Z and Ctrl+Y (Ctrl+Shift+Z) for the assessment; fields outside it (search, dialogs) keep their own. */
export function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const wanted =
        key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
      if (!wanted || hasOwnUndo(event.target)) return;
      event.preventDefault();
      void useAssessment.getState()[wanted]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function hasOwnUndo(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=radio], [type=checkbox]), textarea') &&
    !target.hasAttribute('data-draft')
  );
}
