import type { Candidate } from '../../../../shared/review/candidate.ts';
import type { HeatTable } from '../../../../shared/review/heat.ts';
import type { Receipt } from '../../../../shared/review/receipt.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';

/** A desk as its tables are made from it. */
export interface DeskView {
  readonly desk: Desk;
  readonly standard: Standard;
  readonly candidates: readonly Candidate[];
  readonly receipts: readonly Receipt[];
  readonly heat: HeatTable;
}

/** Standard and edition in one line. */
export function standardLine({ title, edition }: Standard): string {
  return `《${title}》（${edition}）`;
}
