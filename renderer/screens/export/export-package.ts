import type { ExportResult } from '../../../shared/contract/contract.ts';
import { ApiFailure, call } from '../../api/client.ts';
import { type JobOptions, runJob } from '../../api/jobs.ts';
import { useAssessment } from '../../state/assessment-store.ts';

/** Saves what is typed, exports, reads the new revision back. Throws ApiFailure, JobCancelled. */
export async function exportPackage(mode: 'final' | 'draft', options: JobOptions): Promise<ExportResult> {
  const { open, reload } = useAssessment.getState();
  if (!open) throw new Error('No assessment is open');
  // Also waits for every change that is on its way to the disk.
  if (!(await reload())) throw new ApiFailure(useAssessment.getState().failure ?? NOT_SAVED);
  const { id } = open.value;
  const { export: result } = await runJob('export', call('exportPackage', { id, mode }), options);
  await reload();
  if (result.verification.status !== 'intact') throw new ApiFailure(NOT_WHOLE);
  return result;
}

const NOT_SAVED = {
  code: 'not-saved',
  message: '最近的改动没有保存，没有导出',
  effect: '自评档案还是上一次保存的内容。',
  remedy: '请看提示的原因，处理后再导出。',
};

const NOT_WHOLE = {
  code: 'export-not-whole',
  message: '导出的文件核对没有通过',
  effect: '自评档案没有变化；这次导出的文件不要使用。',
  remedy: '请检查磁盘空间和磁盘是否正常，再导出一次。',
};
