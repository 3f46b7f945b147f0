import { own } from '../../shared/values/own.ts';
import { useEffect, useEffectEvent } from 'react';

interface WorkspaceKeys {
  readonly search: () => void;
  readonly nextOpen: () => void;
  readonly pick: (n: number) => void;
  readonly toTree: () => void;
  /** Further single keys. */
  readonly others: Readonly<Record<string, () => void>>;
}

/** The keys that work wherever the focus is; dialogs and open lists keep theirs. */
export function useWorkspaceKeys(keys: WorkspaceKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const action = actionOf(event, keys);
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: WorkspaceKeys): (() => void) | undefined {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('[role="dialog"], [role="listbox"], [role="combobox"]')) return undefined;
  const control = event.ctrlKey || event.metaKey;
  if ((control && event.key === 'Enter') || (event.altKey && event.key === 'ArrowDown')) return keys.nextOpen;
  if (control || event.altKey) return undefined;
  if (event.key === 'Escape' && target?.closest('[data-pane="item"]')) return keys.toTree;
  if (target?.matches('textarea, input:not([type=radio], [type=checkbox])')) return undefined;
  if (event.key === '/') return keys.search;
  if (/^[1-9]$/.test(event.key)) return () => keys.pick(Number(event.key));
  return own(keys.others, event.key);
}
