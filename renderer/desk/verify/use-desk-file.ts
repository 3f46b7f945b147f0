import { call } from '../../ui/call/client.ts';
import { useReview } from '../../state/review-store.ts';

/** How files of the package at hand are reached: its evidence and the photos of its field visits. */
export function useDeskFile(): { assessmentId: string; openOnDesktop: (sha256: string) => Promise<unknown> } {
  const ref = useReview((state) => state.ref);
  if (!ref) throw new Error('No package is being verified');
  return {
    assessmentId: `${ref.deskId}.${ref.key}`,
    openOnDesktop: (sha256) => call('openDeskEvidence', { ...ref, sha256 }),
  };
}
