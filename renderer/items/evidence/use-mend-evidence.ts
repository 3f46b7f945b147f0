import { App } from 'antd';
import { useState } from 'react';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { lookAtEvidence } from '../../state/evidence-store.ts';
import { call } from '../../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useJob } from '../../ui/call/use-job.ts';

/** Puts the original file of a registered piece back in its place; a file of another content is refused. */
export function useMendEvidence() {
  const { message } = App.useApp();
  const job = useJob('放回原文件');
  const [refused, setRefused] = useState<Failure>();

  const mend = async ({ sha256, label }: Evidence, files: readonly ChosenFile[]): Promise<void> => {
    const id = useAssessment.getState().open?.value.id;
    if (id === undefined) return;
    setRefused(undefined);
    const result = await job.run(async (options) => {
      const tokens = await offerFiles(files, options);
      return runJob('evidence', call('addEvidence', { id, tokens, only: sha256 }), options);
    });
    const failure = result?.outcomes.find((outcome) => outcome.failure)?.failure;
    setRefused(failure);
    if (result && !failure) message.success(`原文件已放回，“${label}”恢复完好`);
    await lookAtEvidence();
  };
  const dismiss = (): void => {
    setRefused(undefined);
    job.dismiss();
  };
  return { job, failure: refused ?? job.failure, mend, dismiss };
}
