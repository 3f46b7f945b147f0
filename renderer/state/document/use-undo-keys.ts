import { App } from 'antd';
import { useEffect } from 'react';
import { useCommand } from '../../ui/commands.ts';
import type { AnyDocumentStore } from './document-state.ts';

/** Ctrl+Z and Ctrl+Y (Ctrl+Shift+Z) for what is open, and the same by the menu; fields outside it keep their own. */
export function useUndoKeys(store: AnyDocumentStore): void {
  const { message } = App.useApp();
  const byMenu = (step: 'undo' | 'redo') => () => {
    const { open } = store.getState();
    if (hasOwnUndo(document.activeElement)) document.execCommand(step);
    else if (open && (step === 'undo' ? open.canUndo : open.canRedo)) void store.getState()[step]();
    else void message.info(step === 'undo' ? '没有可以撤销的改动' : '没有可以重做的改动');
  };
  useCommand('undo', byMenu('undo'));
  useCommand('redo', byMenu('redo'));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const wanted =
        key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
      if (!wanted || hasOwnUndo(event.target)) return;
      event.preventDefault();
      void store.getState()[wanted]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}

function hasOwnUndo(target: EventTarget | null): boolean {
  return isTextField(target) && !target.hasAttribute('data-typed');
}

/** Where a plain letter is typed, not pressed. */
export function isTextField(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea')
  );
}
