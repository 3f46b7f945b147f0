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

/** Names of packages in one note: a table has room for more than a screen. */
const NAMES = 50;

/** Said below a table that may lack some; empty where all is here. */
export function missingNotes(view: Received): string[] {
  const isAway = (index: number): boolean => index === 0 && view.missing.length > 0;
  return receivedWords(view, NAMES).map(
    (words, index) => `${words}${isAway(index) ? '，不在本表内' : ''}；补齐、核对之前，本表是草稿。`,
  );
}

/** What nobody may mistake a table for while something that was received is missing or unknown. */
export function draftMarks(view: Received): string[] {
  return receivedWords(view).length > 0 ? ['草稿'] : [];
}

/** The title of a table with its marks. */
export function markedTitle(title: string, marks: readonly string[]): string {
  return marks.length > 0 ? `${title}（${marks.join('、')}）` : title;
}

/** Standard and edition in one line. */
export function standardLine({ title, edition }: Standard): string {
  return `《${title}》（${edition}）`;
}
