import type { Failure } from '../../shared/values/errors.ts';
import { failureOf } from '../api/client.ts';

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
  /** Answers false where it could not be saved and was taken back. */
  enqueue: (send: () => Promise<Partial<Open>>) => Promise<boolean>;
  /** Undo or redo, asked when its turn has come: a held key sends more of them than there are steps. */
  step: (which: keyof Steps, send: () => Promise<Partial<Open>>) => Promise<boolean>;
}

/**
 * Changes go to the host one after the other, in the user's order. When one fails, those behind it are dropped
 * (they were made on top of it), and the view goes back to what the host last saved.
 */
export function saveQueue<Open extends Steps>(show: (shown: Partial<Shown<Open>>) => void): SaveQueue<Open> {
  let saved: Open | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** Counts up when the view is taken back or something else is opened: what was queued before is dropped. */
  let era = 0;

  function enqueue(send: () => Promise<Partial<Open>>): Promise<boolean> {
    const mine = era;
    waiting += 1;
    show({ saveState: 'saving' });
    const done = queue.then(async () => {
      try {
        if (mine !== era) return false;
        const reply = await send();
        if (mine !== era || !saved) return false;
        saved = { ...saved, ...reply };
        if (waiting === 1) show({ open: saved, saveState: 'saved', failure: undefined });
        return true;
      } catch (error) {
        if (mine === era) {
          era += 1;
          show({ open: saved, saveState: 'failed', failure: failureOf(error) });
        }
        return false;
      } finally {
        waiting -= 1;
      }
    });
    queue = done;
    return done;
  }

  return {
    reset: (open) => {
      era += 1;
      saved = open;
    },
    settled: () => queue,
    enqueue,
    step: (which, send) => enqueue(() => (saved?.[which] === false ? Promise.resolve({}) : send())),
  };
}
