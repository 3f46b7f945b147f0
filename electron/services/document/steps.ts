/** A step of undo, and whose it is: the page that took it. */
export interface Step<Value> {
  readonly by: string;
  readonly before: Value;
  readonly after: Value;
}

export type Way = 'undo' | 'redo';

/** Steps kept in memory; states share their unchanged parts. */
const KEPT = 500;

/** What can be undone and done again while a document is open. Each page has its own steps in it. */
export class Steps<Value> {
  #past: Step<Value>[] = [];
  #future: Step<Value>[] = [];

  /** A new step; what this page had undone is gone. */
  add(step: Step<Value>): void {
    this.#past = [...this.#past, step].slice(-KEPT);
    this.#future = this.#future.filter(({ by }) => by !== step.by);
  }

  /** The step of a page that is the next to go that way. */
  next(way: Way, by: string): Step<Value> | undefined {
    return this.#of(way).findLast((step) => step.by === by);
  }

  /** It went that way. */
  moved(way: Way, step: Step<Value>): void {
    this.drop(way, step);
    if (way === 'undo') this.#future.push(step);
    else this.#past.push(step);
  }

  drop(way: Way, step: Step<Value>): void {
    const kept = this.#of(way).filter((each) => each !== step);
    if (way === 'undo') this.#past = kept;
    else this.#future = kept;
  }

  /** The states before the last steps, the newest first. */
  before(count: number): Value[] {
    return this.#past
      .slice(-count)
      .map(({ before }) => before)
      .reverse();
  }

  /** All that can be brought back. */
  get all(): readonly Step<Value>[] {
    return [...this.#past, ...this.#future];
  }

  #of(way: Way): readonly Step<Value>[] {
    return way === 'undo' ? this.#past : this.#future;
  }
}
