import { assessmentDocument } from '../../../shared/assessment/document.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { readBackups } from '../document/backups.ts';
import type { AssessmentFolder } from './assessment-folder.ts';

interface Found {
  readonly folder: string;
  readonly content: Pick<AssessmentFolder, 'standard'>;
}

/** Every readable backup, newest first: when its content was saved, and what it holds; and how many a newer program made. */
export async function describeBackups({
  folder,
  content: { standard },
}: Found): Promise<CallOutput<'listBackups'>> {
  const { backups, newer } = await readBackups(assessmentDocument, folder);
  const described = backups.map(({ name, value }) => ({
    name,
    savedAt: value.updatedAt,
    unit: value.unit.name,
    // As 首页 and the header count.
    scored: scoreAssessment(standard, value).scored,
  }));
  return { backups: described, newer };
}
