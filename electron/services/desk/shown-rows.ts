import type { Candidate } from '../../../shared/review/candidate.ts';
import { rowsOn } from '../../../shared/review/desk-row.ts';
import type { Desk } from '../../../shared/review/schema.ts';
import type { Packages } from './packages.ts';

/** The rows as the desk has them, by key, in the order of keys: made anew only where the desk or a row has changed. */
export class ShownRows {
  readonly #packages: Pick<Packages, 'candidates' | 'rows'>;
  #made: { desk: Desk; rows: number; shown: ReadonlyMap<string, Candidate> } | undefined;

  constructor(packages: Pick<Packages, 'candidates' | 'rows'>) {
    this.#packages = packages;
  }

  of(desk: Desk): ReadonlyMap<string, Candidate> {
    const { rows } = this.#packages;
    if (this.#made?.desk !== desk || this.#made.rows !== rows) {
      const shown = new Map(rowsOn(desk, this.#packages.candidates()).map((row) => [row.key, row]));
      this.#made = { desk, rows, shown };
    }
    return this.#made.shown;
  }
}
