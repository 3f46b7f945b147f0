import { packageName } from '../../shared/standard/basis.ts';
import { showPoints } from '../../shared/values/points.ts';
import { localDay } from '../services/base/clock.ts';
import { exportAssessment } from '../services/package/export.ts';
import { AssessmentSession } from '../services/assessment/assessment-session.ts';
import { type CommandContext, EXIT, onePath, outPath, tellNotices } from './context.ts';
import { SOFTWARE } from '../services/base/version.ts';
import { requireSafeTargets } from './targets.ts';

/** Exports, reopens and verifies a package, and records the revision in the assessment's folder. */
export async function exportCommand(context: CommandContext): Promise<number> {
  const folder = onePath(context, '自评档案文件夹');
  const outFile = outPath(context, '导出的文件，如 自评材料.zip');
  await requireSafeTargets([{ option: '--out', path: outFile, kind: 'file' }], [folder]);
  const opened = await AssessmentSession.open(folder);
  tellNotices(opened.notices, context.say);
  try {
    const { file, ...result } = await exportAssessment({
      assessment: opened.assessment,
      standard: opened.standard,
      standardBytes: opened.standardBytes,
      evidenceFolder: opened.evidenceFolder,
      mode: context.draft ? 'draft' : 'final',
      today: localDay(new Date()),
      outFile,
      software: SOFTWARE,
      signal: context.signal,
      record: (revisions) => opened.recordRevisions(revisions),
    });
    context.say(
      `已导出${packageName(opened.standard)}第 ${result.revision} 版${result.draft ? '（草稿）' : ''}，自评 ${showPoints(result.selfScore)} 分，封签码 ${result.sealCode}`,
    );
    context.print(
      context.json ? JSON.stringify({ file, sealCode: result.sealCode, revision: result.revision }) : file,
    );
    return EXIT.done;
  } finally {
    await opened.close();
  }
}
