import { useEffect, useRef } from 'react';

/**
 * A button that is moved with its row, or goes, would lose the focus to the page. `refocus` says what is to have it once the
 * order is another one: the first of the selectors that can.
 */
export function useRefocus<Box extends HTMLElement = HTMLTableElement>(order: string) {
  const box = useRef<Box>(null);
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const found = wanted.current.map((each) => box.current?.querySelector<HTMLButtonElement>(each));
    wanted.current = [];
    const target = found.find((each) => each && !each.disabled);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }, [order]);
  return {
    box,
    refocus: (...selectors: readonly string[]) => {
      wanted.current = selectors;
    },
  };
}
