/** What is missing or wrong in a draft; with an error it is not put into the library. */
export interface DraftFinding {
  readonly severity: 'error' | 'warning';
  /** Names the field (`fieldOf`). */
  readonly field: string;
  /** Chinese, without a full stop. */
  readonly message: string;
}

/** "passScore.points", "deadlines.deadline-1.label": of a term or the head, or of a line of a list. */
export function fieldOf(...names: readonly string[]): string {
  return names.join('.');
}

/** Collects what is found while a campaign is made. */
export class Findings {
  readonly all: DraftFinding[] = [];

  error(field: string, message: string): void {
    this.all.push({ severity: 'error', field, message });
  }

  warn(field: string, message: string): void {
    this.all.push({ severity: 'warning', field, message });
  }
}
