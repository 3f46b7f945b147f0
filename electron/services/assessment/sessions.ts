import { UserError } from '../../../shared/values/errors.ts';
import { Queue } from '../base/queue.ts';
import { Session } from './session.ts';
import { openAssessmentFolder } from './assessment-folder.ts';

interface Held {
  readonly session: Session;
  /** Open in the interface. */
  wanted: boolean;
  /** Jobs at work on it: they outlive the screen that started them. */
  jobs: number;
}

/** The assessments that are open now, by id. Opening and closing happen one after another. */
export class Sessions {
  readonly #held = new Map<string, Held>();
  readonly #queue = new Queue();
  readonly #folderOf: (id: string) => Promise<string>;
  readonly #now: () => Date;

  constructor(folderOf: (id: string) => Promise<string>, now: () => Date) {
    this.#folderOf = folderOf;
    this.#now = now;
  }

  /** The session as it is, without opening one. */
  find(id: string): Session | undefined {
    return this.#held.get(id)?.session;
  }

  /** Opens, or answers the open session; one whose lock was lost is opened anew. */
  open(id: string, takeOver: 'no' | 'yes'): Promise<Session> {
    return this.#queue.run(async () => {
      const held = this.#held.get(id);
      if (held?.session.store.held === false && held.jobs === 0) await this.#end(id, held);
      return (await this.#hold(id, takeOver)).session;
    });
  }

  /** The session for a call: opened if it is not, e.g. after the host was restarted behind the interface. */
  get(id: string): Promise<Session> {
    return this.#queue.run(async () => (await this.#hold(id, 'no')).session);
  }

  async #hold(id: string, takeOver: 'no' | 'yes'): Promise<Held> {
    const known = this.#held.get(id);
    if (known) {
      known.wanted = true;
      return known;
    }
    const store = await openAssessmentFolder(await this.#folderOf(id), { takeOver, now: this.#now });
    const held: Held = { session: new Session(store, this.#now), wanted: true, jobs: 0 };
    this.#held.set(id, held);
    return held;
  }

  /** Closes as soon as no job needs it any more. */
  close(id: string): Promise<void> {
    return this.#queue.run(async () => {
      const held = this.#held.get(id);
      if (!held) return;
      held.wanted = false;
      if (held.jobs === 0) await this.#end(id, held);
    });
  }

  /** Closes at once; refused while a job is at work on it. */
  closeNow(id: string): Promise<void> {
    return this.#queue.run(async () => {
      const held = this.#held.get(id);
      if (held && held.jobs > 0) throw atWork();
      if (held) await this.#end(id, held);
    });
  }

  /** Keeps the session open while `task` runs. */
  async during<T>(id: string, task: (session: Session) => Promise<T>): Promise<T> {
    const held = await this.#queue.run(async () => {
      const found = await this.#hold(id, 'no');
      found.jobs += 1;
      return found;
    });
    try {
      return await task(held.session);
    } finally {
      await this.#queue.run(async () => {
        held.jobs -= 1;
        if (held.jobs === 0 && !held.wanted) await this.#end(id, held);
      });
    }
  }

  closeAll(): Promise<void> {
    return this.#queue.run(async () => {
      for (const [id, held] of this.#held) await this.#end(id, held);
    });
  }

  async #end(id: string, held: Held): Promise<void> {
    this.#held.delete(id);
    await held.session.close();
  }
}

function atWork(): UserError {
  return new UserError({
    code: 'busy',
    message: '这份自评档案正在添加材料或导出。',
    effect: '没有改动。',
    remedy: '请等待完成或先取消，再试一次。',
  });
}
