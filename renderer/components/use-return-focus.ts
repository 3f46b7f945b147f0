import { useEffect, useState } from 'react';

/** For a dialog that is mounted only while it is open: when it goes, the focus is back on what opened it. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}
