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

export interface SaveQueue<Open> {
  /** Something else is open, or nothing: what was queued before is dropped. */
  reset: (open: Open | undefined) => void;
  /** When everything that was sent has been answered. */
  settled: () => Promise<unknown>;
  /** The same, after sending again what could not be saved and was kept; answers false where anything is not saved. */
  retry: () => Promise<boolean>;
  /** Answers false where it could not be saved and was taken back. `change`: what it is, where it is an edit. */
  enqueue: (send: () => Promise<Partial<Open>>, change?: Change<Open>) => Promise<boolean>;
  /** What the host has now; the changes that are still here stay on top of it. */
  refresh: (open: Partial<Open>) => void;
  /** The side of a clash: `local` sends the change once more, on what is there now. */
  settle: (side: Side) => Promise<boolean>;
  /** True where changes are kept here that the host does not have. */
  isWaiting: () => boolean;
  /** What the host has, without the changes that wait. */
  atHost: () => Open | undefined;
  /** The changes that wait. */
  changes: () => readonly Change<Open>[];
  /** The host does not answer. */
  lost: () => void;
  /** Undo or redo, asked when its turn has come: a held key sends more of them than there are steps. */
  step: (which: keyof Steps, send: () => Promise<Partial<Open>>) => Promise<boolean>;
  /** The user has read of the failure. */
  dismiss: () => void;
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

interface Waiting<Open> {
  readonly change: Change<Open> | undefined;
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
export function saveQueue<Open extends Steps>(
  show: (shown: Partial<Shown<Open>>) => void,
  onFailure: OnFailure = 'takeBack',
  reread: () => Promise<Partial<Open>> = () => Promise.resolve({}),
): SaveQueue<Open> {
  let refused: Failure | undefined;
  let saved: Open | undefined;
  let waiting: Waiting<Open>[] = [];
  let sending: Promise<boolean> | undefined;
  let clashing = false;

  function drop(): void {
    for (const { done } of waiting) done(false);
    waiting = [];
    clashing = false;
  }

  /** What the host has, with the changes that wait on top of it. */
  function view(): Open | undefined {
    return saved && waiting.reduce((open, { change }) => change?.apply(open) ?? open, saved);
  }

  function settleNext(isSaved: boolean): void {
    waiting.shift()?.done(isSaved);
    if (waiting.length === 0) show({ open: saved, saveState: 'saved', failure: refused });
  }

  async function sendAll(): Promise<boolean> {
    let all = true;
    for (let next; (next = waiting[0]) && !clashing;) {
      try {
        const reply = await next.send();
        // Dropped meanwhile: something else is open.
        if (waiting[0] !== next || !saved) {
          all = false;
          continue;
        }
        saved = { ...saved, ...reply };
        settleNext(true);
      } catch (error) {
        all = false;
        if (waiting[0] === next && (await failed(next, failureOf(error))) === 'stop') break;
      }
    }
    sending = undefined;
    return all && !clashing;
  }

  async function failed(next: Waiting<Open>, failure: Failure): Promise<'stop' | 'goOn'> {
    if (UNREACHABLE.has(failure.code)) {
      show({ saveState: 'offline' });
      return 'stop';
    }
    if (failure.code === STALE && next.change) return clash(next, next.change);
    if (onFailure === 'takeBack' && failure.code !== OUTSIDE) {
      drop();
      show({ open: saved, saveState: 'failed', failure });
      return 'goOn';
    }
    if (!REFUSALS.has(failure.code)) {
      show({ saveState: 'failed', failure });
      return 'stop';
    }
    refused = failure;
    const anew = waiting.length === 1 ? await reread().catch(() => ({})) : {};
    if (waiting[0] !== next || !saved) return 'goOn';
    saved = { ...saved, ...anew };
    waiting.shift();
    next.done(false);
    if (waiting.length === 0) show({ open: saved, saveState: 'saved', failure });
    return 'goOn';
  }

  /** Both sides are shown; nothing more is sent until the user has picked one. */
  async function clash(next: Waiting<Open>, change: Change<Open>): Promise<'stop' | 'goOn'> {
    const anew = await reread().catch(() => undefined);
    if (waiting[0] !== next || !saved) return 'goOn';
    if (!anew) {
      show({ saveState: 'offline' });
      return 'stop';
    }
    saved = { ...saved, ...anew };
    const rows = change.clash(saved);
    if (rows.length === 0) {
      settleNext(true);
      return 'goOn';
    }
    clashing = true;
    show({ open: saved, saveState: 'failed', clash: { rows } });
    return 'stop';
  }

  function start(): Promise<boolean> {
    if (waiting.length === 0) return Promise.resolve(true);
    if (clashing) return Promise.resolve(false);
    show({ saveState: 'saving' });
    sending ??= sendAll();
    return sending;
  }

  function enqueue(send: () => Promise<Partial<Open>>, change?: Change<Open>): Promise<boolean> {
    const answer = new Promise<boolean>((done) => waiting.push({ send, done, change }));
    void start();
    return answer;
  }

  return {
    reset: (open) => {
      drop();
      saved = open;
      refused = undefined;
    },
    settled: () => sending ?? Promise.resolve(),
    retry: start,
    enqueue,
    refresh: (open) => {
      if (!saved) return;
      saved = { ...saved, ...open };
      show({ open: clashing ? saved : view() });
    },
    settle: (side) => {
      const next = waiting[0];
      if (!clashing || !next || !saved) return Promise.resolve(true);
      clashing = false;
      if (side === 'local') next.change?.renew(saved);
      else {
        waiting.shift();
        next.done(true);
      }
      show({ open: view(), clash: undefined, ...(waiting.length === 0 ? { saveState: 'saved' } : {}) });
      return start();
    },
    isWaiting: () => waiting.length > 0,
    atHost: () => saved,
    changes: () => waiting.flatMap(({ change }) => change ?? []),
    lost: () => show({ saveState: 'offline' }),
    dismiss: () => {
      refused = undefined;
      show({ failure: undefined, ...(waiting.length === 0 ? { saveState: 'saved' } : {}) });
    },
    step: (which, send) => {
      const last = waiting.at(-1);
      // Not sent yet, and nobody is sending: it was never there.
      if (which === 'canUndo' && last?.change && !sending && !clashing) {
        waiting.pop();
        last.done(true);
        show({ open: view() });
        return start();
      }
      return enqueue(() => (saved?.[which] === false ? Promise.resolve({}) : send()));
    },
  };
}
