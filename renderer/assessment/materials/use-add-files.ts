import { useState } from 'react';
import { EMPTY_MATERIAL, materialOf } from '../../../shared/assessment/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { call } from '../../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { lookAtEvidence } from '../../state/evidence-store.ts';
import { useJob } from '../../ui/call/use-job.ts';

interface FileFailure {
  fileName: string;
  failure: Failure;
}

/** Takes files in as evidence, then lists them under one material. */
export function useAddFiles(code: string) {
  const job = useJob('添加汇报材料');
  const [failed, setFailed] = useState<FileFailure[]>([]);

  const addFiles = async (files: readonly ChosenFile[]) => {
    const id = useAssessment.getState().open?.value.id;
    if (id === undefined) return;
    setFailed([]);
    const added = await job.run(async (options) => {
      const tokens = await offerFiles(files, options);
      return runJob('evidence', call('addEvidence', { id, tokens }), options);
    });
    void lookAtEvidence();
    if (!added) return;
    const { reload, edit } = useAssessment.getState();
    await reload();
    setFailed(added.outcomes.flatMap(({ fileName, failure }) => (failure ? [{ fileName, failure }] : [])));
    const { open } = useAssessment.getState();
    const material = open ? materialOf(open.value, code) : EMPTY_MATERIAL;
    const known = new Set(material.files.map(({ sha256 }) => sha256));
    const fresh = added.outcomes.flatMap(({ sha256 }) => (sha256 && !known.has(sha256) ? [sha256] : []));
    if (fresh.length === 0) return;
    await edit({ kind: 'addMaterialFiles', code, files: [...new Set(fresh)] });
  };

  const failures = job.failure ? [...failed, { fileName: '文件', failure: job.failure }] : failed;
  return { addFiles, failures, job };
}
