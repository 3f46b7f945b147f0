import { useCallback, useEffect, useState } from 'react';
import type { AssessmentSummary } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { call, failureOf } from '../../api/client.ts';

interface Listing {
  /** Last changed first; undefined until the host has answered. */
  assessments?: AssessmentSummary[];
  failure?: Failure;
}

/** All assessments of the data folder. */
export function useAssessments() {
  const [listing, setListing] = useState<Listing>({});
  const reload = useCallback(
    () =>
      call('listAssessments', {}).then(
        ({ assessments }) =>
          setListing({ assessments: assessments.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)) }),
        (error: unknown) => setListing({ failure: failureOf(error) }),
      ),
    [],
  );
  useEffect(() => void reload(), [reload]);
  return { ...listing, reload };
}
