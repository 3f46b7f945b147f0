import { type Failure, UserError } from '../../../shared/values/errors.ts';

/** A folder that is open for writing. */
export interface Session {
  /** False once another program has taken the folder over: then every change is refused. */
  held(): Promise<boolean>;
  /** Waits for queued changes and lets others open the folder. */
  close(): Promise<void>;
}

interface InUse<S extends Session> {
  readonly session: Promise<S>;
  /** Once it is open. */
  ready?: S;
  /** Open in the interface. */
  shown: boolean;
  /** Jobs at work on it: they outlive the screen that started them. */
  jobs: number;
}

/** What lies on the disk, beside what a session holds: the same, what another program wrote, or nothing. */
export type OnDisk = 'same' | 'other' | 'nothing';

interface Opening<S extends Session> {
  readonly open: (id: string, takeOver: 'no' | 'yes') => Promise<S>;
  /** Where nothing is locked: whether the disk holds what the session does. Absent: always. */
  readonly onDisk?: (session: S) => Promise<OnDisk>;
  /** What is told where nothing is on the disk any more of what is open. */
  readonly gone?: Failure;
  /** It was closed, and its folder was ours to the end. */
  readonly left?: (id: string, session: S) => Promise<void>;
  /** What an id names, in words: “这份自评档案”. */
  readonly what: string;
}

/** The folders that are open now, by id. Each is opened once; opened again only when it is closed to the end. */
export class Sessions<S extends Session> {
  readonly #inUse = new Map<string, InUse<S>>();
  readonly #closing = new Map<string, Promise<void>>();
  readonly #opening: Opening<S>;

  constructor(opening: Opening<S>) {
    this.#opening = opening;
  }

  /** The session as it is, without opening one. */
  async find(id: string): Promise<S | undefined> {
    return this.#inUse.get(id)?.session;
  }

  /** The session that is open to the end, in a folder that is still ours; undefined where there is none. */
  async held(id: string): Promise<S | undefined> {
    const session = this.#inUse.get(id)?.ready;
    return session && (await session.held()) ? session : undefined;
  }

  /**
   * Opens, or answers the open session; one that lost its lock, or that the disk has left behind, is opened anew. Throws
   * where nothing is there any more; what is open stays, for it may come back.
   */
  async open(id: string, takeOver: 'no' | 'yes'): Promise<S> {
    const known = this.#inUse.get(id);
    if (known && known.jobs === 0) {
      const session = await known.session;
      const found = await this.#onDisk(session);
      const { gone } = this.#opening;
      if (gone && found === 'nothing') throw new UserError(gone);
      const isOurs = found === 'same' && (await session.held());
      if (!isOurs && known.jobs === 0) await this.#end(id, known);
    }
    return (await this.#use(id, takeOver)).session;
  }

  /**
   * The session for a call: opened if it is not, e.g. after the host was restarted behind the interface, and anew where
   * another program has written something else. Where nothing is there any more, what is open is all that is left.
   */
  async get(id: string): Promise<S> {
    const known = this.#inUse.get(id);
    if (known && known.jobs === 0 && (await this.#onDisk(await known.session)) === 'other') {
      await this.#end(id, known);
    }
    return (await this.#use(id, 'no')).session;
  }

  /** Closes as soon as no job needs it any more. */
  async close(id: string): Promise<void> {
    const known = this.#inUse.get(id);
    if (!known) return this.#closing.get(id);
    known.shown = false;
    if (known.jobs === 0) await this.#end(id, known);
  }

  /** Closes at once; refused while a job is at work on it. */
  async closeNow(id: string): Promise<void> {
    const known = this.#inUse.get(id);
    if (known && known.jobs > 0) throw atWork(this.#opening.what);
    await this.close(id);
  }

  /** Keeps the session open while `task` runs. */
  async during<T>(id: string, task: (session: S) => Promise<T>): Promise<T> {
    const known = await this.#use(id, 'no', 'job');
    try {
      return await task(await known.session);
    } finally {
      known.jobs -= 1;
      if (known.jobs === 0 && !known.shown) await this.#end(id, known);
    }
  }

  /** As `during`; what was not open is closed again. */
  async borrow<T>(id: string, task: (session: S) => Promise<T>): Promise<T> {
    const isOpen = this.#inUse.has(id);
    try {
      return await this.during(id, task);
    } finally {
      if (!isOpen) await this.close(id);
    }
  }

  async closeAll(): Promise<void> {
    for (const [id, known] of [...this.#inUse]) await this.#end(id, known);
    await Promise.all(this.#closing.values());
  }

  async #onDisk(session: S): Promise<OnDisk> {
    return (await this.#opening.onDisk?.(session)) ?? 'same';
  }

  /** Counts the job before anybody else can close it. */
  async #use(id: string, takeOver: 'no' | 'yes', by?: 'job'): Promise<InUse<S>> {
    // Its lock is still being let go, and another caller may have opened it meanwhile.
    for (let closing; (closing = this.#closing.get(id));) await Promise.allSettled([closing]);
    let known = this.#inUse.get(id);
    if (!known) {
      known = { session: this.#opening.open(id, takeOver), shown: true, jobs: 0 };
      this.#inUse.set(id, known);
    }
    known.shown = true;
    if (by) known.jobs += 1;
    try {
      known.ready = await known.session;
    } catch (error) {
      if (this.#inUse.get(id) === known) this.#inUse.delete(id);
      throw error;
    }
    return known;
  }

  async #end(id: string, known: InUse<S>): Promise<void> {
    if (this.#inUse.get(id) !== known) return this.#closing.get(id);
    this.#inUse.delete(id);
    const closing = known.session
      .then((session) => this.#close(id, session))
      .finally(() => this.#closing.delete(id));
    this.#closing.set(id, closing);
    await closing;
  }

  async #close(id: string, session: S): Promise<void> {
    const { left } = this.#opening;
    let isOurs = false;
    try {
      isOurs = left !== undefined && (await session.held());
    } finally {
      await session.close();
    }
    if (isOurs) await left?.(id, session);
  }
}

function atWork(what: string): UserError {
  return new UserError({
    code: 'busy',
    message: `${what}正在添加材料或导出。`,
    effect: '没有改动。',
    remedy: '请等待完成或先取消，再试一次。',
  });
}
