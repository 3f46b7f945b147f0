import type { Candidate } from '../../../../shared/review/candidate.ts';
import type { HeatTable } from '../../../../shared/review/heat.ts';
import type { Receipt } from '../../../../shared/review/receipt.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import { type Received, receivedWords } from '../../../../shared/review/unsettled.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import type { UnitScores } from './section-averages.ts';

/** A desk as its tables are made from it. */
export interface DeskView extends Received {
  readonly desk: Desk;
  readonly standard: Standard;
  readonly candidates: readonly Candidate[];
  readonly receipts: readonly Receipt[];
  readonly heat: HeatTable;
}

/** With what the averages are taken of, which the desk's table does not hold. */
export interface StatisticsView extends DeskView {
  /** Of every unit in the running but samples. */
  readonly scores: readonly UnitScores[];
  /** Packages in the running that could not be read for that. */
  readonly unread: number;
}

/** Said below a table that may lack some; empty where all is here. */
export function missingNotes(view: Received): string[] {
  return receivedWords(view).map((words) => `${words}；缺少的不在本表内。`);
}

/** Standard and edition in one line. */
export function standardLine({ title, edition }: Standard): string {
  return `《${title}》（${edition}）`;
}
