import type { ExportResult } from '../../../shared/contract/contract.ts';
import { ApiFailure, call } from '../../ui/call/client.ts';
import { type JobOptions, runJob } from '../../ui/call/jobs.ts';
import { useAssessment } from '../../state/assessment-store.ts';

/** Saves what is typed, exports, reads the new revision back. Throws ApiFailure, JobCancelled. */
export async function exportPackage(mode: 'final' | 'draft', options: JobOptions): Promise<ExportResult> {
  const { open, saved, reload } = useAssessment.getState();
  if (!open) throw new Error('No assessment is open');
  await saved();
  const { id } = open.value;
  const { export: result } = await runJob('export', call('exportPackage', { id, mode }), options);
  await reload();
  if (result.verification.status !== 'intact') throw new ApiFailure(NOT_WHOLE);
  return result;
}

const NOT_WHOLE = {
  code: 'export-not-whole',
  message: '导出的文件核对没有通过',
  effect: '自评档案没有变化；这次导出的文件不要使用。',
  remedy: '请检查磁盘空间和磁盘是否正常，再导出一次。',
};
