import { assessmentDocument } from '../../../shared/assessment/document.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { readBackups } from '../document/backups.ts';

/** Every readable backup, newest first: when its content was saved, and what it holds. */
export async function describeBackups(folder: string): Promise<CallOutput<'listBackups'>['backups']> {
  const backups = await readBackups(assessmentDocument, folder);
  return backups.map(({ name, value: { updatedAt, unit, entries } }) => ({
    name,
    savedAt: updatedAt,
    unit: unit.name,
    scored: Object.values(entries).filter(({ state }) => state === 'scored').length,
  }));
}
