import { type RefObject, useEffect, useState } from 'react';

/**
 * For a dialog that is mounted only while it is open: when it goes, the focus is back on what opened it. `opener`
 * names that where something else had the focus in between.
 */
export function useReturnFocus(opener?: RefObject<HTMLElement | null>): void {
  const [focused] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const target = opener ? opener.current : focused;
      if (target instanceof HTMLElement) target.focus();
    },
    [opener, focused],
  );
}
