import type { PackageFileKind } from '../../../../shared/contract/contract.ts';
import { assertNever } from '../../../../shared/values/assert-never.ts';
import { feedbackOf } from '../../../../shared/review/feedback-of.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import { writeFeedback } from '../../package/feedback.ts';
import { officeMissing, reviewNotWhole } from '../messages.ts';
import { buildReportDocument } from './report/document.ts';
import type { ReportInput } from './report/input.ts';
import { buildReportWorkbook } from './report/workbook.ts';

export const FILE_ENDINGS: Record<PackageFileKind, string> = {
  'report-xlsx': '.xlsx',
  'report-docx': '.docx',
  feedback: '.zip',
};
export const FILE_NAMES: Record<PackageFileKind, string> = {
  'report-xlsx': '核验报告',
  'report-docx': '核验报告',
  feedback: '核验反馈',
};

export interface FileOptions {
  readonly desk: Desk;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly software: string;
  /** Folder for half-written files. */
  readonly folder: string;
}

/** Whose feedback it is: the desk's own office, which nobody but its user knows. Throws a UserError where it is not said. */
export function officeOf({ office }: Pick<Desk, 'office'>): string {
  if (!office) throw officeMissing();
  return office;
}

/** The bytes of one package's file. Same review and day, same bytes. */
export async function buildPackageFile(
  what: PackageFileKind,
  input: ReportInput,
  { desk, today, software, folder }: FileOptions,
): Promise<Uint8Array> {
  switch (what) {
    case 'report-xlsx':
      return buildReportWorkbook(input, today);
    case 'report-docx':
      return buildReportDocument(input, today);
    case 'feedback': {
      if (input.loss) throw reviewNotWhole(input.loss);
      const file = feedbackOf(input, {
        ...{ from: officeOf(desk), date: today, eligible: input.standing.eligible },
      });
      return writeFeedback({ file, report: await buildReportDocument(input, today), software, folder });
    }
    default:
      return assertNever(what);
  }
}
