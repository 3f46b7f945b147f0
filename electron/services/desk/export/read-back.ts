import { readFilledWorkbook } from '../../../../shared/review/filled-workbook.ts';
import { readSurveyTable, type SurveyCount } from '../../../../shared/review/survey-table.ts';
import type { WorkbookRow } from '../../../../shared/review/workbook-row.ts';
import { compareWorkbook } from '../../../../shared/review/workbook-scores.ts';
import { UserError } from '../../../../shared/values/errors.ts';
import type { ReaderOptions } from '../../import/ask-reader.ts';
import { readSourceTables } from '../../import/read-source.ts';
import type { Loaded } from '../desk-session.ts';

/**
 * The lines of a filled-in 推荐材料.xlsx beside the review. The file is read in a process of its own. Throws a
 * UserError where it cannot be read or has no score sheet.
 */
export async function readWorkbookScores(
  path: string,
  loaded: Loaded,
  options: ReaderOptions,
): Promise<{ remarks: string[]; rows: WorkbookRow[] }> {
  const filled = readFilledWorkbook(await readSourceTables(path, options));
  if (!filled) throw noScoreSheet();
  const rows = compareWorkbook(loaded, filled.rows);
  const { packageId } = loaded.candidate;
  const remarks = [
    ...(filled.packageId === ''
      ? ['表里没有推荐包编号，请确认它是这个单位的']
      : filled.packageId === packageId
        ? []
        : [`这份表是另一个推荐包的（${filled.packageId}），这里核验的是 ${packageId}，请确认没有拿错`]),
    ...(rows.length === 0 ? ['“核验分”“核验意见”两列都没有填写'] : []),
  ];
  return { remarks, rows };
}

/** Throws a UserError where the file cannot be read or is no survey. */
export async function readSurvey(path: string, options: ReaderOptions): Promise<SurveyCount> {
  const found = readSurveyTable(await readSourceTables(path, options));
  if ('problem' in found) throw noSurvey(found.problem);
  return found;
}

function noScoreSheet(): UserError {
  return new UserError({
    code: 'no-score-sheet',
    message: '这份文件里没有带“编号”“核验分”“核验意见”三列的打分表。',
    effect: '没有取用任何内容，核验记录没有改动。',
    remedy: '请选择推荐包里的“推荐材料.xlsx”填写后的文件，不要改动表头。',
  });
}

function noSurvey(problem: string): UserError {
  return new UserError({
    code: 'no-survey',
    message: `读不出满意度调查的结果：${problem}。`,
    effect: '没有取用任何内容，核验记录没有改动。',
    remedy: '请写成“样本数”“满意数”两列，或一列答案（表头“满意度”，内容如“满意”“不满意”），再试一次。',
  });
}
