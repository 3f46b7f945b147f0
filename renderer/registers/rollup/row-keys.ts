import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** One tab stop for a list; the arrows go through its rows. */
export function rowKeys(
  ids: readonly string[],
  chosen: string | undefined,
  choose: (id: string) => void,
): { readonly tabIndex: 0; readonly onKeyDown: (event: KeyboardEvent) => void } {
  return {
    tabIndex: 0,
    onKeyDown: (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.target !== event.currentTarget) return;
      event.preventDefault();
      const at = chosen === undefined ? -1 : ids.indexOf(chosen);
      const next = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
      if (next !== undefined) choose(next);
    },
  };
}
