import { useState } from 'react';
import type { EvidenceOutcome } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { call } from '../../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../../ui/call/files.ts';
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
  /** What they were linked to. */
  readonly linkedTo?: string | undefined;
  readonly add: (
    files: readonly ChosenFile[],
    options?: { readonly linkTo?: string; readonly unread?: readonly string[] },
  ) => Promise<void>;
  readonly dismiss: () => void;
}

/** Adds chosen files as evidence, linked to `linkTo` where it is given. */
export function useAddEvidence(): AddEvidence {
  const { id } = useOpen().assessment;
  const job = useJob('添加佐证材料');
  const [linkedTo, setLinkedTo] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly EvidenceOutcome[]>([]);

  const add: AddEvidence['add'] = async (chosen, { linkTo, unread = [] } = {}) => {
    const files = chosen.filter((file) => !isOfTheSystem(file));
    setLinkedTo(linkTo);
    setOutcomes([
      ...unread.map((path) => refused(path, NOT_READ)),
      ...chosen.filter(isOfTheSystem).map(({ path }) => refused(path, SYSTEM_FILE)),
    ]);
    if (files.length === 0) return;
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
  return { job, outcomes, linkedTo, add, dismiss: () => setOutcomes([]) };
}

/** Beside the files of a folder, systems keep notes of their own. */
function isOfTheSystem({ name, path }: ChosenFile): boolean {
  return path.includes('/') && /^(thumbs\.db|desktop\.ini|\.ds_store|~\$.*|\._.*)$/i.test(name);
}

function refused(fileName: string, failure: Failure): EvidenceOutcome {
  return { fileName, outcome: 'failed', failure };
}

const NOT_READ: Failure = {
  code: 'not-read',
  message: '没有读到，可能是快捷链接，或系统不让读取。',
  effect: '这个文件没有加入。',
  remedy: '请直接选择原来的文件。',
};

const SYSTEM_FILE: Failure = {
  code: 'of-the-system',
  message: '这是系统或办公软件自己的临时文件，不收作材料。',
  effect: '这个文件没有加入。',
  remedy: '不需要处理。',
};
