import { useEffect } from 'react';
import { create } from 'zustand';
import {
  type EvidenceFaults,
  type EvidenceState,
  NO_FAULTS,
} from '../../shared/assessment/evidence-state.ts';
import { call, failureOf } from '../ui/call/client.ts';
import { useAssessment } from './assessment-store.ts';

/** Between two questions while the host is still reading (milliseconds). */
const AGAIN_AFTER = 3000;

interface EvidenceFiles {
  /** Of which assessment the rest is. */
  id?: string;
  faults: EvidenceFaults;
  /** Files read through, of how many. */
  checked: number;
  total: number;
}

/** What the disk says of the evidence of the open assessment: no part of the document, and known only after a while. */
const useEvidenceFiles = create<EvidenceFiles>()(() => ({ faults: NO_FAULTS, checked: 0, total: 0 }));

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks how the files are, and again until all of them have been read: at opening, on coming back, after files were added. */
export async function lookAtEvidence(): Promise<void> {
  const id = useAssessment.getState().open?.value.id;
  if (id === undefined) return;
  clearTimeout(waiting);
  try {
    const { faults, checked, total } = await call('evidenceState', { id });
    const known = useEvidenceFiles.getState();
    const same = known.id === id && sameFaults(known.faults, faults);
    useEvidenceFiles.setState({
      ...{ id, checked, total },
      faults: same ? known.faults : new Map(faults.map(({ sha256, fault }) => [sha256, fault])),
    });
    clearTimeout(waiting);
    if (checked < total) waiting = setTimeout(() => void lookAtEvidence(), AGAIN_AFTER);
  } catch (error) {
    // Nothing new is known then, and nothing is said: export reads every file all the same.
    failureOf(error);
  }
}

function sameFaults(known: EvidenceFaults, faults: EvidenceState['faults']): boolean {
  return known.size === faults.length && faults.every(({ sha256, fault }) => known.get(sha256) === fault);
}

/** Looks at the files whenever another screen is shown and whenever the window is come back to. */
export function useEvidenceWatch(screen: string): void {
  useEffect(() => void lookAtEvidence(), [screen]);
  useEffect(() => {
    const look = (): void => void lookAtEvidence();
    window.addEventListener('focus', look);
    return () => {
      window.removeEventListener('focus', look);
      clearTimeout(waiting);
    };
  }, []);
}

/** What is wrong with the files of the open assessment, as far as is known. */
export function useEvidenceFaults(): EvidenceFaults {
  const open = useAssessment((state) => state.open?.value.id);
  return useEvidenceFiles(({ id, faults }) => (id === open ? faults : NO_FAULTS));
}

/** How many files have been read through, of how many; undefined once all are. */
export function useEvidenceReading(): string | undefined {
  const open = useAssessment((state) => state.open?.value.id);
  return useEvidenceFiles(({ id, checked, total }) =>
    id === open && checked < total ? `${checked}/${total}` : undefined,
  );
}
