import { useState } from 'react';
import { asBegun, thisMoment } from './views.ts';

/** Does what a dialog was filled in for, as meant for what was shown when it opened: another page may have changed that since. */
export function useAsShown(): <T>(task: () => T) => T {
  const [begun] = useState(thisMoment);
  return (task) => asBegun(begun, task);
}
