import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { flushSync } from 'react-dom';
import type { PaneName } from './Panes.tsx';

/** Which pane of a workspace is shown where there is room for one, and the ways into each. */
export function usePane(selected: string | undefined, select: (code: string) => void) {
  const root = useRef<HTMLDivElement>(null);
  const searchRef = useRef<InputRef>(null);
  const [pane, setPane] = useState<PaneName>('item');
  const [chosen, setChosen] = useState(selected);
  // Chosen elsewhere, in the header say: the entry comes in sight.
  if (selected !== chosen) {
    setChosen(selected);
    setPane('item');
  }
  /** At once: what is hidden takes no focus. */
  const show = (name: PaneName): void => {
    if (name !== pane) flushSync(() => setPane(name));
  };
  const focusTree = (): void => root.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
  return {
    root,
    searchRef,
    pane,
    setPane,
    show,
    select: (code: string): void => {
      setChosen(code);
      select(code);
    },
    /** Where it is in sight. */
    focusTree,
    toTree: (): void => {
      show('tree');
      focusTree();
    },
    toSearch: (): void => {
      show('tree');
      searchRef.current?.focus({ cursor: 'all' });
    },
    toEditor: (): void => {
      show('item');
      editorControl(root.current)?.focus();
    },
  };
}

/** What Enter leads to: what asks for it, the choice that is made, the first field, the first button. */
function editorControl(root: HTMLElement | null): HTMLElement | null | undefined {
  const editor = root?.querySelector('[data-editor]');
  return (
    root?.querySelector<HTMLElement>('[data-first]:not([disabled])') ??
    editor?.querySelector<HTMLElement>('input:checked') ??
    editor?.querySelector<HTMLElement>('input, textarea') ??
    editor?.querySelector<HTMLElement>('button')
  );
}
