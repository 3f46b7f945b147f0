import { useEffect } from 'react';
import { useImport } from '../state/import-store.ts';

/** Ctrl+Z and Ctrl+Y of the draft; a text field that is not part of it keeps its own. */
export function useWizardKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const wanted =
        key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
      if (!wanted || isForeignField(event.target)) return;
      event.preventDefault();
      void useImport.getState()[wanted]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isForeignField(target: EventTarget | null): boolean {
  return isTextField(target) && !target.hasAttribute('data-typed');
}

/** Where a plain letter is typed, not pressed. */
export function isTextField(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea')
  );
}
