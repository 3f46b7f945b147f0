import { useState } from 'react';
import type { EvidenceOutcome } from '../../../shared/contract/contract.ts';
import { call } from '../../ui/call/client.ts';
import { offerFiles } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { lookAtEvidence } from '../../state/evidence-store.ts';
import { useOpen } from '../../state/derived.ts';
import { type RunningJob, useJob } from '../../ui/call/use-job.ts';

/** The most files that one call of the contract takes. */
const BATCH = 500;

export interface AddEvidence {
  readonly job: RunningJob;
  /** What became of each file of the last addition. */
  readonly outcomes: readonly EvidenceOutcome[];
  readonly add: (files: readonly File[], linkTo?: string) => Promise<void>;
  readonly dismiss: () => void;
}

/** Adds chosen files as evidence, linked to `linkTo` where it is given. */
export function useAddEvidence(): AddEvidence {
  const { id } = useOpen().assessment;
  const job = useJob('添加佐证材料');
  const [outcomes, setOutcomes] = useState<readonly EvidenceOutcome[]>([]);

  const add = async (files: readonly File[], linkTo?: string): Promise<void> => {
    setOutcomes([]);
    await job.run(async (options) => {
      for (let from = 0; from < files.length; from += BATCH) {
        const tokens = await offerFiles(files.slice(from, from + BATCH), options);
        const result = await runJob('evidence', call('addEvidence', { id, tokens, linkTo }), options);
        setOutcomes((known) => [...known, ...result.outcomes]);
      }
    });
    // Also after a cancel or failure: what was added before it is there.
    await useAssessment.getState().reload();
    await lookAtEvidence();
  };
  return { job, outcomes, add, dismiss: () => setOutcomes([]) };
}
