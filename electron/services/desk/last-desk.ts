import { basename } from 'node:path';
import type { DeskSummary, LastDesk } from '../../../shared/contract/contract.ts';
import { lastChange } from '../document/journal.ts';
import { packagesIn } from './desks.ts';
import { readReceipt } from './package-folder.ts';

/** Where the work on the desks was left. A review has a journal of its own, and leaves the desk's date as it is. */
export async function lastDesk(desks: readonly DeskSummary[]): Promise<LastDesk | undefined> {
  const known = desks.filter(({ problem, copies }) => !problem && copies === undefined);
  const each = await Promise.all(known.map(lastOf));
  return each.sort((a, b) => b.at.localeCompare(a.at))[0];
}

async function lastOf({ id, title, updatedAt, folder }: DeskSummary): Promise<LastDesk> {
  const changes = await Promise.all(
    (await packagesIn(folder)).map(async (inside) => ({ inside, at: (await lastChange(inside))?.at ?? '' })),
  );
  const newest = changes.sort((a, b) => b.at.localeCompare(a.at))[0];
  if (!newest || newest.at <= updatedAt) return { id, title, at: updatedAt };
  const { receipt } = await readReceipt(newest.inside);
  return {
    id,
    title,
    at: newest.at,
    verifying: { key: basename(newest.inside), unit: receipt.verification?.unit ?? '' },
  };
}
