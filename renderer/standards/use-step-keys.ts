import { useEffect, useRef } from 'react';
import type { ImportStep } from '../../shared/tables/import/schema.ts';
import { hasDialog } from '../ui/commands.ts';

type Keys = Readonly<Record<'PageDown' | 'PageUp', ImportStep | undefined>>;

/**
 * Alt+PageDown and Alt+PageUp from wherever the keyboard is in the wizard, and from nowhere: what had it may have gone, or
 * have been barred for a while. `go` answers whether it went.
 */
export function useStepKeys(keys: Keys, go: (step: ImportStep) => boolean): void {
  const latest = useRef({ keys, go });
  useEffect(() => {
    latest.current = { keys, go };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const { target, key } = event;
      const to = key === 'PageDown' || key === 'PageUp' ? latest.current.keys[key] : undefined;
      if (!event.altKey || to === undefined || !(target instanceof Element)) return;
      const isHere = target.closest('.standards-wizard') !== null;
      if (!isHere && (target !== document.body || hasDialog())) return;
      if (!latest.current.go(to)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}
