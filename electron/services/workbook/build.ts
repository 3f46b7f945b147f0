import { checkEligibility } from '../../../shared/eligibility/eligibility.ts';
import { homesOf } from '../../../shared/package/elsewhere.ts';
import { analyseGap } from '../../../shared/scoring/gap.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { type Context, evidenceInOrder, type WorkbookInput } from './context.ts';
import { COVER, fillCover } from './cover.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { addEligibilitySheet } from './eligibility.ts';
import { addChecksumList } from './checksum-list.ts';
import { addEvidenceList } from './evidence-list.ts';
import { addGapSheet } from './gap.ts';
import { addScoreSheet } from './score-sheet.ts';
import { addSheet } from './page.ts';

export type { WorkbookInput } from './context.ts';

/**
 * 推荐材料.xlsx: the view of an assessment for people. Scores stand in live formulas with the program's own
 * values cached. Same input, same bytes, on every machine and in every time zone.
 */
export async function buildWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const { revision } = input;
  const context = contextOf(input);
  const workbook = newWorkbook(revision.date);
  const cover = addSheet(workbook, context, COVER);
  const totals = addScoreSheet(workbook, context);
  fillCover(cover, context, totals);
  addEvidenceList(workbook, context);
  addChecksumList(workbook, context);
  return toBytes(workbook, revision.date);
}

/** What stays in the house: 差距分析 and 申报条件自查, a file of the unit's own. */
export async function buildInwardWorkbook(
  input: Pick<WorkbookInput, 'assessment' | 'standard' | 'today'>,
): Promise<Uint8Array> {
  const { today } = input;
  const revision = { number: 0, date: today, draft: false, packageId: '' };
  const context = contextOf({ ...input, revision, paths: new Map() });
  const workbook = newWorkbook(today);
  addGapSheet(workbook, context);
  addEligibilitySheet(workbook, context);
  return toBytes(workbook, today);
}

function contextOf(input: WorkbookInput): Context {
  const { assessment, standard, today } = input;
  const files = evidenceInOrder(input);
  const report = scoreAssessment(standard, assessment);
  return {
    ...input,
    report,
    gap: analyseGap(standard, assessment, report),
    eligibility: checkEligibility(standard, assessment, report, today),
    evidence: new Map(files.map((file) => [file.sha256, file])),
    numbers: new Map(files.map(({ sha256 }, index) => [sha256, index + 1])),
    homes: homesOf(standard, assessment),
  };
}
