import { useState } from 'react';
import type { Searched } from '../../shared/search/line.ts';
import { searchedAssessment, searchedDesk, searchedRollup, searchedYear } from '../../shared/search/lines.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { useDesk } from '../state/desk-store.ts';
import { useRollup } from '../state/rollup-store.ts';
import { useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';

const askIndex = () => call('searchIndex', {});

/** All that can be found: what is open as it is in memory, everything else as the host reads it. */
export function useSearched() {
  const [open] = useState(openNow);
  const { value, failure, retry } = useAnswer(askIndex);
  const [all, setAll] = useState({ from: value, documents: open });
  if (value && all.from !== value) {
    const isOpen = ({ document, id }: Searched) =>
      open.some((each) => each.document === document && each.id === id);
    setAll({ from: value, documents: [...open, ...value.documents.filter((each) => !isOpen(each))] });
  }
  return {
    documents: all.documents,
    isWhole: value !== undefined,
    unread: value?.unread ?? 0,
    failure,
    retry,
  };
}

function openNow(): readonly Searched[] {
  const { open: assessment } = useAssessment.getState();
  const { open: year } = useYear.getState();
  const { open: rollup } = useRollup.getState();
  const { open: desk } = useDesk.getState();
  return [
    ...(assessment ? [searchedAssessment(assessment.value, assessment.standard)] : []),
    ...(year ? [searchedYear(year.value)] : []),
    ...(rollup ? [searchedRollup(rollup.value)] : []),
    ...(desk
      ? [
          searchedDesk(
            desk.value,
            desk.candidates.map(({ body, ...each }) => ({ ...each, texts: [body] })),
          ),
        ]
      : []),
  ];
}
