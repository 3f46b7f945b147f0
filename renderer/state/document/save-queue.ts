import type { ShownDifference } from '../../../shared/document.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import type { Side } from '../../../shared/document-merge.ts';
import { failureOf, HOST_LOST } from '../../ui/call/client.ts';

/** `saved` only after the host has answered, which it does after fsync. `offline`: kept here until it answers again. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'offline';

/** A change of this page and one that was made elsewhere meanwhile, at the same places; the user picks a side. */
export interface Clash {
  readonly rows: readonly ShownDifference[];
}

interface Shown<Open> {
  open: Open | undefined;
  saveState: SaveState;
  failure: Failure | undefined;
  clash: Clash | undefined;
}

interface Steps {
  canUndo: boolean;
  canRedo: boolean;
}

/**
 * What becomes of a change that could not be saved, and of those behind it: back to what is saved, or kept to be sent
 * again. One that the host refuses is never kept: it would be refused again, and those behind it would never be saved.
 */
export type OnFailure = 'takeBack' | 'keep';

/** Codes of what no second try can save: the change itself cannot be. */
const REFUSALS: ReadonlySet<string> = new Set(['bad-input', 'edit-refused', 'nothing-to-undo']);

/** Codes of a host that does not answer: nothing is wrong with the change. */
const UNREACHABLE: ReadonlySet<string> = new Set([HOST_LOST.code, 'bad-answer']);
/** Codes of what waits for the user, whatever the queue does with other failures. */
const STALE = 'edit-stale';
const OUTSIDE = 'changed-outside';

/** An edit that waits: it can be made again on another value than the one that it was made on. */
export interface Change<Open> {
  readonly apply: (open: Open) => Open;
  /** What it says otherwise than `open` does; nothing where both say the same. */
  readonly clash: (open: Open) => readonly ShownDifference[];
  /** From now on it is made on `open`. */
  readonly renew: (open: Open) => void;
  /** The edit as it travels, and what it was made on. */
  readonly stored: () => { edit: unknown; base: unknown };
}

const ARRIVALS = 20;

/** What the page showed, and what it shows since something came that was not changed on it. */
export interface Arrival<Open> {
  readonly before: Open;
  readonly after: Open;
}

interface Waiting<Open> {
  readonly change: Change<Open> | undefined;
  /** Undo or redo. */
  readonly isStep: boolean;
  readonly send: () => Promise<Partial<Open>>;
  /** Told true once it is saved, false once it will not be. */
  readonly done: (saved: boolean) => void;
}

/**
 * Changes go to the host one after the other, in the user's order. When one fails, those behind it are dropped
 * (they were made on top of it), and the view goes back to what the host last saved; or all of them wait to be sent
 * again, and the view stays. A refused one is then left out alone; the view shows in the end what `reread` answers, for it
 * was made on something else, and the refusal stays until it is dismissed. Whatever else is done: while the host does not
 * answer, everything waits; and a change that clashes with one from elsewhere waits for the user.
 */
export class SaveQueue<Open extends Steps> {
  readonly #show: (shown: Partial<Shown<Open>>) => void;
  readonly #onFailure: OnFailure;
  readonly #reread: () => Promise<Partial<Open>>;
  #refused: Failure | undefined;
  #saved: Open | undefined;
  #waiting: Waiting<Open>[] = [];
  #sending: Promise<boolean> | undefined;
  #clashing = false;
  /** What came from elsewhere, the last of it: words wait for a moment only, and each holds two whole documents. */
  #arrivals: readonly Arrival<Open>[] = [];
  #arrived = 0;

  constructor(
    show: (shown: Partial<Shown<Open>>) => void,
    onFailure: OnFailure = 'takeBack',
    reread: () => Promise<Partial<Open>> = () => Promise.resolve({}),
  ) {
    this.#show = show;
    this.#onFailure = onFailure;
    this.#reread = reread;
  }

  /** Something else is open, or nothing: what was queued before is dropped. */
  reset(open: Open | undefined): void {
    this.#drop();
    this.#saved = open;
    this.#refused = undefined;
  }

  /** When everything that was sent has been answered. */
  settled(): Promise<unknown> {
    return this.#sending ?? Promise.resolve();
  }

  /** The same, after sending again what could not be saved and was kept; answers false where anything is not saved. */
  retry(): Promise<boolean> {
    if (this.#waiting.length === 0) return Promise.resolve(true);
    if (this.#clashing) return Promise.resolve(false);
    this.#show({ saveState: 'saving' });
    this.#sending ??= this.#sendAll();
    return this.#sending;
  }

  /** Answers false where it could not be saved and was taken back. `change`: what it is, where it is an edit. */
  enqueue(send: () => Promise<Partial<Open>>, change?: Change<Open>): Promise<boolean> {
    return this.#wait({ send, change, isStep: false });
  }

  /** Undo or redo, asked when its turn has come: a held key sends more of them than there are steps. */
  step(which: keyof Steps, send: () => Promise<Partial<Open>>): Promise<boolean> {
    const last = this.#waiting.at(-1);
    // Not sent yet, and nobody is sending: it was never there.
    if (which === 'canUndo' && last?.change && !this.#sending && !this.#clashing) {
      this.#waiting.pop();
      last.done(true);
      this.#show({ open: this.#view() });
      return this.retry();
    }
    const step = () => (this.#saved?.[which] === false ? Promise.resolve({}) : send());
    return this.#wait({ send: step, change: undefined, isStep: true });
  }

  #wait(waiting: Omit<Waiting<Open>, 'done'>): Promise<boolean> {
    const answer = new Promise<boolean>((done) => this.#waiting.push({ ...waiting, done }));
    void this.retry();
    return answer;
  }

  /** What the host has now; the changes that are still here stay on top of it. */
  refresh(open: Partial<Open>): void {
    if (!this.#saved) return;
    const before = this.#view();
    this.#saved = { ...this.#saved, ...open };
    const after = this.#view();
    this.#arrive(before, after);
    this.#show({ open: this.#clashing ? this.#saved : after });
  }

  /** What came from elsewhere since so many had come. */
  arrivedSince(count: number): readonly Arrival<Open>[] {
    return count >= this.#arrived ? [] : this.#arrivals.slice(count - this.#arrived);
  }

  get arrivals(): number {
    return this.#arrived;
  }

  #arrive(before: Open | undefined, after: Open | undefined): void {
    if (!before || !after) return;
    this.#arrivals = [...this.#arrivals, { before, after }].slice(-ARRIVALS);
    this.#arrived += 1;
  }

  /** The side of a clash: `local` sends the change once more, on what is there now. */
  settle(side: Side): Promise<boolean> {
    const next = this.#waiting[0];
    if (!this.#clashing || !next || !this.#saved) return Promise.resolve(true);
    this.#clashing = false;
    if (side === 'local') next.change?.renew(this.#saved);
    else {
      this.#waiting.shift();
      next.done(true);
    }
    const settled = this.#waiting.length === 0 ? ({ saveState: 'saved' } as const) : {};
    this.#show({ open: this.#view(), clash: undefined, ...settled });
    return this.retry();
  }

  /** True where changes are kept here that the host does not have. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** What the host has, without the changes that wait. */
  get atHost(): Open | undefined {
    return this.#saved;
  }

  /** The changes that wait. */
  get changes(): readonly Change<Open>[] {
    return this.#waiting.flatMap(({ change }) => change ?? []);
  }

  /** The host does not answer. */
  lost(): void {
    this.#show({ saveState: 'offline' });
  }

  /** The user has read of the failure. */
  dismiss(): void {
    this.#refused = undefined;
    this.#show({ failure: undefined, ...(this.#waiting.length === 0 ? { saveState: 'saved' } : {}) });
  }

  #drop(): void {
    for (const { done } of this.#waiting) done(false);
    this.#waiting = [];
    this.#clashing = false;
  }

  /** What the host has, with the changes that wait on top of it. */
  #view(): Open | undefined {
    return (
      this.#saved && this.#waiting.reduce((open, { change }) => change?.apply(open) ?? open, this.#saved)
    );
  }

  #done({ done }: Waiting<Open>, isSaved: boolean, failure = this.#refused): void {
    done(isSaved);
    if (this.#waiting.length === 0) this.#show({ open: this.#saved, saveState: 'saved', failure });
  }

  async #sendAll(): Promise<boolean> {
    let all = true;
    for (let next; (next = this.#waiting[0]) && !this.#clashing;) {
      try {
        const reply = await next.send();
        // Dropped meanwhile: something else is open.
        if (this.#waiting[0] !== next || !this.#saved) {
          all = false;
          continue;
        }
        const before = this.#view();
        this.#saved = { ...this.#saved, ...reply };
        this.#waiting.shift();
        const after = this.#view();
        // By its own edit nothing differs: what does, others have changed.
        if (next.change) this.#arrive(before, after);
        this.#done(next, true);
      } catch (error) {
        all = false;
        if (this.#waiting[0] === next && (await this.#failed(next, failureOf(error))) === 'stop') break;
      }
    }
    this.#sending = undefined;
    return all && !this.#clashing;
  }

  async #failed(next: Waiting<Open>, failure: Failure): Promise<'stop' | 'goOn'> {
    if (UNREACHABLE.has(failure.code)) {
      this.lost();
      return 'stop';
    }
    if (failure.code === STALE && next.change) return this.#clash(next, next.change);
    if (this.#onFailure === 'takeBack' && failure.code !== OUTSIDE) {
      // A step back or forth that was not taken has lost nothing.
      const isLost = this.#waiting.some(({ isStep }) => !isStep);
      this.#drop();
      this.#show({ open: this.#saved, saveState: isLost ? 'failed' : 'saved', failure });
      return 'goOn';
    }
    if (!REFUSALS.has(failure.code)) {
      this.#show({ saveState: 'failed', failure });
      return 'stop';
    }
    this.#refused = failure;
    const anew = this.#waiting.length === 1 ? await this.#reread().catch(() => ({})) : {};
    if (this.#waiting[0] !== next || !this.#saved) return 'goOn';
    this.#saved = { ...this.#saved, ...anew };
    this.#waiting.shift();
    this.#done(next, false);
    return 'goOn';
  }

  /** Both sides are shown; nothing more is sent until the user has picked one. */
  async #clash(next: Waiting<Open>, change: Change<Open>): Promise<'stop' | 'goOn'> {
    const anew = await this.#reread().catch(() => undefined);
    if (this.#waiting[0] !== next || !this.#saved) return 'goOn';
    if (!anew) {
      this.lost();
      return 'stop';
    }
    this.#saved = { ...this.#saved, ...anew };
    const rows = change.clash(this.#saved);
    if (rows.length === 0) {
      this.#waiting.shift();
      this.#done(next, true);
      return 'goOn';
    }
    this.#clashing = true;
    this.#show({ open: this.#saved, saveState: 'failed', clash: { rows } });
    return 'stop';
  }
}
