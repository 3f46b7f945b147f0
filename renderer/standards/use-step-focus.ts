import { type RefObject, useEffect, useRef } from 'react';
import type { ImportStep } from '../../shared/tables/import/schema.ts';

/** At another step the keyboard goes on from its beginning: from its tree, else from the whole of it. */
export function useStepFocus(step: ImportStep | undefined, body: RefObject<HTMLElement | null>): void {
  const before = useRef(step);
  useEffect(() => {
    const isOther = before.current !== undefined && before.current !== step;
    before.current = step;
    if (isOther) (body.current?.querySelector<HTMLElement>('[role=tree]') ?? body.current)?.focus();
  }, [step, body]);
}
