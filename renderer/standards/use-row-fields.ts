import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PaneName } from '../items/Panes.tsx';
import { flushTypedText } from '../ui/fields/typed-text.ts';

/** From the row at hand to what is put right of it (Enter) and back (Esc), in every step that lists rows. `fields`: a selector. */
export function useRowFields(fields = ':is(textarea, input):not(:disabled)') {
  const [pane, setPane] = useState<PaneName>('tree');
  const root = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);

  const toFields = () => {
    flushSync(() => setPane('item'));
    detail.current?.querySelector<HTMLElement>(fields)?.focus();
  };
  const toTree = () => {
    flushSync(() => setPane('tree'));
    root.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
  };
  /** An open list closes first. A field of choices keeps the key to itself. */
  const onEscape = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return;
    if (!detail.current?.contains(event.target) || event.target.ariaExpanded === 'true') return;
    event.stopPropagation();
    flushTypedText();
    toTree();
  };
  return { pane, setPane, root, detail, toFields, toTree, onEscape };
}
