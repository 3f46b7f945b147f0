import type { deskCalls } from '../../../shared/contract.ts';
import type { HandlersFor, HostContext } from '../handlers.ts';

/** The evaluator's desk. `close` waits for queued writes and releases locks. */
export function deskHandlers(_context: HostContext): {
  handlers: HandlersFor<typeof deskCalls>;
  close: () => Promise<void>;
} {
  const building = (): Promise<never> => Promise.reject(new Error('The desk is being built'));
  return {
    handlers: {
      listDesks: building,
      createDesk: building,
      openDesk: building,
      closeDesk: building,
      importPackages: building,
      editDesk: building,
      undoDesk: building,
      redoDesk: building,
      openCandidate: building,
      editReview: building,
      undoReview: building,
      redoReview: building,
      addVisitPhotos: building,
      openDeskEvidence: building,
      compareSeal: building,
      compareCandidates: building,
      deskHeat: building,
      exportReview: building,
      compareReview: building,
      mergeReview: building,
    },
    close: () => Promise.resolve(),
  };
}
