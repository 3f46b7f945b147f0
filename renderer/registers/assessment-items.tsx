import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { useOpenYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';

interface Answer {
  /** Absent while it is asked, where none is connected, and where it could not be read. */
  readonly found?: CallOutput<'assessmentItems'> | undefined;
  readonly failure?: Failure | undefined;
  readonly retry: () => Promise<void>;
}

const Items = createContext<Answer>({ retry: () => Promise.resolve() });

/** Asks once for the items of the assessment that the open year is connected with, for all of its screens. */
export function AssessmentItems({ children }: { readonly children: ReactNode }) {
  const id = useOpenYear().value.assessment?.id;
  const ask = useCallback(
    () => (id === undefined ? Promise.resolve(undefined) : call('assessmentItems', { assessmentId: id })),
    [id],
  );
  const { value: found, failure, retry } = useAnswer(ask);
  return <Items value={{ found, failure, retry }}>{children}</Items>;
}

/** What the items of the connected assessment are worth. */
export function useAssessmentItems(): Answer {
  return useContext(Items);
}
