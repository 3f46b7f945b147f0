import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from '../../ui/call/client.ts';

/** `saved` only after the host has answered, which it does after fsync. */
export type SaveState = 'saved' | 'saving' | 'failed';

interface Shown<Open> {
  open: Open | undefined;
  saveState: SaveState;
  failure: Failure | undefined;
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
  /** Answers false where it could not be saved and was taken back. */
  enqueue: (send: () => Promise<Partial<Open>>) => Promise<boolean>;
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

interface Waiting<Open> {
  readonly send: () => Promise<Partial<Open>>;
  /** Told true once it is saved, false once it will not be. */
  readonly done: (saved: boolean) => void;
}

/**
 * Changes go to the host one after the other, in the user's order. When one fails, those behind it are dropped
 * (they were made on top of it), and the view goes back to what the host last saved; or all of them wait to be sent
 * again, and the view stays. A refused one is then left out alone; the view shows in the end what `reread` answers, for it
 * was made on something else, and the refusal stays until it is dismissed.
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

  function drop(): void {
    for (const { done } of waiting) done(false);
    waiting = [];
  }

  async function sendAll(): Promise<boolean> {
    let all = true;
    for (let next; (next = waiting[0]);) {
      try {
        const reply = await next.send();
        // Dropped meanwhile: something else is open.
        if (waiting[0] !== next || !saved) {
          all = false;
          continue;
        }
        saved = { ...saved, ...reply };
        waiting.shift();
        next.done(true);
        if (waiting.length === 0) show({ open: saved, saveState: 'saved', failure: refused });
      } catch (error) {
        all = false;
        if (waiting[0] !== next) continue;
        const failure = failureOf(error);
        if (onFailure === 'takeBack') {
          drop();
          show({ open: saved, saveState: 'failed', failure });
          continue;
        }
        if (!REFUSALS.has(failure.code)) {
          show({ saveState: 'failed', failure });
          break;
        }
        refused = failure;
        const anew = waiting.length === 1 ? await reread().catch(() => ({})) : {};
        if (waiting[0] !== next || !saved) continue;
        saved = { ...saved, ...anew };
        waiting.shift();
        next.done(false);
        if (waiting.length === 0) show({ open: saved, saveState: 'saved', failure });
      }
    }
    sending = undefined;
    return all;
  }

  function start(): Promise<boolean> {
    if (waiting.length === 0) return Promise.resolve(true);
    show({ saveState: 'saving' });
    sending ??= sendAll();
    return sending;
  }

  function enqueue(send: () => Promise<Partial<Open>>): Promise<boolean> {
    const answer = new Promise<boolean>((done) => waiting.push({ send, done }));
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
    dismiss: () => {
      refused = undefined;
      show({ failure: undefined, ...(waiting.length === 0 ? { saveState: 'saved' } : {}) });
    },
    step: (which, send) => enqueue(() => (saved?.[which] === false ? Promise.resolve({}) : send())),
  };
}
