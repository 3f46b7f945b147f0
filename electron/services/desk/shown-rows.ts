import type { Candidate } from '../../../shared/review/candidate.ts';
import { rowOn, rowsOn } from '../../../shared/review/desk-row.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { LostReviews } from './lost-reviews.ts';
import type { Packages } from './packages.ts';

type Losses = Pick<LostReviews, 'isBehind' | 'changes'>;

/** The rows as the desk has them, by key, in the order of keys: made anew only where the desk or a row has changed. */
export class ShownRows {
  readonly #packages: Pick<Packages, 'candidates' | 'rows'>;
  readonly #losses: Losses;
  #made: { desk: Desk; state: string; shown: ReadonlyMap<string, Candidate> } | undefined;

  constructor(packages: Pick<Packages, 'candidates' | 'rows'>, losses: Losses) {
    this.#packages = packages;
    this.#losses = losses;
  }

  of(desk: Desk): ReadonlyMap<string, Candidate> {
    const state = `${this.#packages.rows} ${this.#losses.changes}`;
    if (this.#made?.desk !== desk || this.#made.state !== state) {
      const shown = rowsOn(desk, this.#packages.candidates()).map((row) => this.#marked(row));
      this.#made = { desk, state, shown: new Map(shown.map((row) => [row.key, row])) };
    }
    return this.#made.shown;
  }

  /** The same of one, as it is now. */
  one(desk: Desk, candidate: Candidate): Candidate {
    return this.#marked(rowOn(desk, candidate));
  }

  #marked(row: Candidate): Candidate {
    return this.#losses.isBehind(row.key) ? { ...row, isBehind: true } : row;
  }
}
