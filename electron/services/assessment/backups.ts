import { assessmentDocument } from '../../../shared/assessment/document.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { readBackups } from '../document/backups.ts';

/** Every readable backup, newest first: when its content was saved, and what it holds; and how many a newer program made. */
export async function describeBackups(folder: string): Promise<CallOutput<'listBackups'>> {
  const { backups, newer } = await readBackups(assessmentDocument, folder);
  const described = backups.map(({ name, value: { updatedAt, unit, entries } }) => ({
    name,
    savedAt: updatedAt,
    unit: unit.name,
    scored: Object.values(entries).filter(({ state }) => state === 'scored').length,
  }));
  return { backups: described, newer };
}
