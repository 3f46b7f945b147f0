import { checkEligibility } from '../../../shared/eligibility/eligibility.ts';
import { analyseGap } from '../../../shared/scoring/gap.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { type Context, evidenceInOrder, type WorkbookInput } from './context.ts';
import { COVER, fillCover } from './cover.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { addEligibilitySheet } from './eligibility.ts';
import { addEvidenceList } from './evidence-list.ts';
import { addGapSheet } from './gap.ts';
import { addScoreSheet } from './score-sheet.ts';
import { addSheet } from './page.ts';
import { addSummarySheet } from './summary.ts';

export type { WorkbookInput } from './context.ts';

/**
 * 推荐材料.xlsx: the view of an assessment for people. Scores stand in live formulas with the program's own
 * values cached. Same input, same bytes, on every machine and in every time zone.
 */
export async function buildWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const { assessment, standard, revision, today } = input;
  const files = evidenceInOrder(input);
  const report = scoreAssessment(standard, assessment);
  const context: Context = {
    ...input,
    report,
    gap: analyseGap(standard, assessment, report),
    eligibility: checkEligibility(standard, assessment, report, today),
    evidence: new Map(files.map((file) => [file.sha256, file])),
    numbers: new Map(files.map(({ sha256 }, index) => [sha256, index + 1])),
  };
  const workbook = newWorkbook(revision.date);
  const cover = addSheet(workbook, context, COVER);
  const totals = addScoreSheet(workbook, context);
  fillCover(cover, context, totals);
  addEvidenceList(workbook, context);
  addGapSheet(workbook, context);
  addEligibilitySheet(workbook, context);
  addSummarySheet(workbook, context, totals);
  return toBytes(workbook, revision.date);
}
