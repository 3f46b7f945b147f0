import { type ReactNode, useRef, useState } from 'react';
import type { SearchedName } from '../../shared/search/line.ts';
import type { Hit } from '../../shared/search/search.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { useDesk } from '../state/desk-store.ts';
import { useAskToClose } from '../state/document/use-leave.ts';
import { useOpening } from '../state/document/use-opening.tsx';
import { goToPlace, leaveFor } from '../state/place.ts';
import { useRollup } from '../state/rollup-store.ts';
import { useYear } from '../state/year-store.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import { placeOfHit } from './hit-place.ts';

const WHAT: Readonly<Record<SearchedName, string>> = {
  assessment: '这份自评',
  year: '这份年度工作',
  rollup: '这份汇总',
  desk: '这个核验台',
};

type Open = (id: string, takeOverLock: 'no' | 'yes') => Promise<void>;

/** Opens it, unless it is open already. */
const OPEN: Readonly<Record<SearchedName, Open>> = {
  assessment: async (id, takeOver) => {
    if (!useAssessment.getState().open) await useAssessment.getState().openAssessment(id, takeOver);
  },
  year: async (id, takeOver) => {
    if (!useYear.getState().open) await useYear.getState().openYear(id, takeOver);
  },
  rollup: async (id, takeOver) => {
    if (!useRollup.getState().open) await useRollup.getState().openRollup(id, takeOver);
  },
  desk: async (id, takeOver) => {
    if (!useDesk.getState().open) await useDesk.getState().openDesk(id, takeOver);
  },
};

interface Going {
  readonly go: (hit: Hit) => Promise<void>;
  readonly isGoing: boolean;
  /** Why it could not be opened. */
  readonly failure?: Failure;
  readonly dismiss: () => void;
  readonly dialog: ReactNode;
}

/** The way to what was found: what is open elsewhere is left with its question, as by 后退, and nothing is lost. */
export function useGoing(onArrived: () => void): Going {
  const close = useAskToClose();
  const wanted = useRef<Hit>(undefined);
  const [document, setDocument] = useState<SearchedName>('assessment');
  const [isGoing, setGoing] = useState(false);
  const opening = useOpening({
    document,
    what: WHAT[document],
    openById: async (id, takeOverLock) => {
      if (!wanted.current) return;
      const { place, land } = placeOfHit(wanted.current);
      await OPEN[wanted.current.document.document](id, takeOverLock);
      if (!(await goToPlace(place, close))) return;
      land?.();
      onArrived();
    },
  });
  const go = async (hit: Hit): Promise<void> => {
    if (isGoing) return;
    wanted.current = hit;
    setDocument(hit.document.document);
    setGoing(true);
    try {
      flushTypedText();
      if (await leaveFor(placeOfHit(hit).place, close)) await opening.open(hit.document.id);
    } finally {
      setGoing(false);
    }
  };
  const { failure, dismiss, dialog } = opening;
  return { go, isGoing, dismiss, dialog, ...(failure && { failure }) };
}
