import { type DocumentKind, edited } from '../../shared/document.ts';

export const NOW = '2026-11-20T08:00:00.000Z';

interface Step {
  readonly do: 'edit' | 'undo' | 'redo';
  readonly edit?: unknown;
}

/** What a kind's documents are to the host's three calls, whatever kind it is. */
export interface Served {
  readonly document: Pick<FakeDocument<object, never, never>, 'change' | 'saved'>;
  /** What is told after every change besides the value, and what at the opening. */
  readonly saved?: () => object;
  readonly opened?: () => object;
}

/** A document of a kind: `FakeOf<typeof assessmentDocument>`. */
export type FakeOf<Kind> =
  Kind extends DocumentKind<infer Value, infer Edit, infer Context>
    ? FakeDocument<Value, Edit, Context>
    : never;

/** One document in memory, changed by its kind's own rules; every change is a step of undo. */
export class FakeDocument<Value extends object, Edit, Context> {
  current: Value;
  readonly #kind: DocumentKind<Value, Edit, Context>;
  readonly #context: () => Context;
  #past: Value[] = [];
  #future: Value[] = [];

  constructor(kind: DocumentKind<Value, Edit, Context>, current: Value, context: () => Context) {
    this.#kind = kind;
    this.current = current;
    this.#context = context;
  }

  /** A step of the page's. */
  change(step: Step): void {
    if (step.do === 'edit') return this.edit(step.edit as Edit);
    const [from, to] = step.do === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past];
    const target = from.pop();
    if (!target) return;
    to.push(this.current);
    this.current = this.#kind.goBack(target, this.current, NOW);
  }

  edit(edit: Edit): void {
    this.take(edited(this.#kind, this.current, edit, { context: this.#context(), now: NOW }));
  }

  /** What the host made of it by another call. */
  take(next: Value): void {
    if (this.#kind.isStep?.(this.current, next) ?? true) {
      this.#past.push(this.current);
      this.#future = [];
    }
    this.current = next;
  }

  saved() {
    return {
      value: this.current,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
  }
}
