import { readingKey } from '../../shared/tables/import/import-state.ts';
import { IMPORT_STEPS, type ImportStep } from '../../shared/tables/import/schema.ts';
import { useImport } from '../state/import-store.ts';
import { useReadAgain } from './use-read-again.ts';
import { useStep } from './use-wizard.ts';

interface Stepping {
  /** A copied standard has no tables to choose. */
  readonly steps: readonly ImportStep[];
  readonly canGo: (step: ImportStep) => boolean;
  readonly goTo: (step: ImportStep) => void;
}

/** Goes from step to step; reads the tables anew where what is read has changed. */
export function useStepping(): Stepping {
  const readAgain = useReadAgain();
  const open = useImport((store) => store.open);
  const at = useStep();
  const { goTo } = useImport.getState();
  if (!open) return { steps: [], canGo: () => false, goTo };
  const state = open.value;
  const steps = state.kind === 'copy' ? IMPORT_STEPS.slice(IMPORT_STEPS.indexOf('tree')) : IMPORT_STEPS;
  const isAhead = (step: ImportStep) => steps.indexOf(step) >= steps.indexOf('tree');
  const isStale = state.kind === 'import' && (!state.draft || state.draftKey !== readingKey(state));

  return {
    steps,
    canGo: (step) => state.kind === 'copy' || step === 'tables' || state.chosen.length > 0,
    goTo: (step) => {
      // On the way back the draft is looked at as it is.
      const isBack = steps.indexOf(step) < steps.indexOf(at);
      if (!isAhead(step) || !isStale || isBack) return goTo(step);
      readAgain(() => goTo(step));
    },
  };
}
