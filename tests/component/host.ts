import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PickWish } from '../../electron/services/host.ts';
import { MovingHost, type MovingHostOptions } from '../../electron/services/moving-host.ts';
import type { CallName, Command, DocumentName, Reply } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { NOW } from './fixtures.ts';
import { TestFolder } from './folder.ts';
import { readLater } from './import.ts';
import { StandInJobs } from './jobs.ts';

/** A failed call, for tests in which the disk is full. */
export const DISK_FULL: Failure = {
  code: 'disk-full',
  message: '磁盘已满',
  effect: '这次改动没有保存，以前的内容没有变化。',
  remedy: '请腾出磁盘空间后再试。',
};

const open: TestHost[] = [];

/** Closes the hosts of a test, waits for what they still write, and removes their folders. */
export async function closeHosts(): Promise<void> {
  for (const host of open.splice(0)) await host.close();
}

interface Options extends Partial<Pick<MovingHostOptions, 'resources' | 'door' | 'pickFolder'>> {
  readonly found?: Partial<MovingHostOptions['found']>;
  readonly picks?: boolean;
}

/**
 * The program's own host, over a folder of this test, where the desktop's preload would put it. A test lays down files
 * as an earlier run of the program left them, sees what the page asks for, and reads what is on the disk afterwards.
 */
export class TestHost extends TestFolder {
  readonly calls: { name: CallName; input: unknown }[] = [];
  /** Calls fail with this until it is removed; the host never learns of them. */
  readonly failing = new Map<CallName, Failure>();
  /** Calls wait for this before they are done. */
  readonly gates = new Map<CallName, Promise<void>>();
  /** Jobs that a test wants to end otherwise than they would, or not at all. */
  readonly results = new StandInJobs();
  /** The files that were offered, in order. */
  readonly tokens: string[] = [];
  /** Names of files that are gone before the host reads them: a stick that was pulled out. */
  readonly vanishing = new Set<string>();
  /** What was opened with the system's program and shown in its file manager. */
  readonly shown: string[] = [];
  /** What the system's dialog was asked for, and what is chosen in it. */
  readonly dialogs: PickWish[] = [];
  choice: readonly string[] = [];
  readonly #listeners = new Set<(command: Command) => void>();
  readonly #host: MovingHost;
  readonly #pending = new Set<Promise<Reply>>();
  #closed = false;

  /**
   * Without `resources` the test's standard and campaigns; `picks`: by the system's dialogs, as in the desktop window;
   * `found`: what else is told of the data folder.
   */
  constructor({ found, picks = false, ...options }: Options = {}) {
    super();
    const show = (path: string) => void this.shown.push(path);
    this.#host = new MovingHost({
      ...{ resources: this.folder, door: 'desktop', version: '0.1.0', now: () => new Date(NOW) },
      ...{
        openPath: (path) => Promise.resolve(show(path)),
        showInFolder: (path) => Promise.resolve(show(path)),
        spawnReader: readLater,
      },
      ...(picks && { pickPaths: (wish: PickWish) => this.#choose(wish) }),
      ...options,
      found: { root: this.root, by: 'default', others: () => [], ...found },
    });
    open.push(this);
  }

  install(): this {
    window.biaobing = {
      call: (name, input, page) => {
        const reply = this.#reply(name as CallName, input, page);
        this.#pending.add(reply);
        return reply.finally(() => this.#pending.delete(reply));
      },
      offerFile: (file) => this.#offer(file),
      onCommand: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
    };
    return this;
  }

  /** What the window's menu asks of the page. */
  command(command: Command): void {
    for (const listener of this.#listeners) listener(command);
  }

  /** What another page of the same program asks for. */
  elsewhere(name: CallName, input: unknown): Promise<Reply> {
    return this.#host.call(name, input, 'another page');
  }

  inputsOf(name: CallName): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input);
  }

  /** Edits that were sent, in order. */
  edits(document: DocumentName): { kind: string }[] {
    return this.#steps(document, 'edit').map(({ step }) => step.edit);
  }

  /** How often undo or redo was asked for. */
  stepsBack(document: DocumentName, step: 'undo' | 'redo'): number {
    return this.#steps(document, step).length;
  }

  #steps(document: DocumentName, done: string) {
    const inputs = this.inputsOf('changeDocument') as {
      document: DocumentName;
      step: { do: string; edit: { kind: string } };
    }[];
    return inputs.filter((input) => input.document === document && input.step.do === done);
  }

  /** Everything that the page has asked for until now is answered: what was to be saved is on the disk. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }

  /** Words and notes of work that the next start would find. */
  leftovers(): string[] {
    const folder = join(this.root, '.temporary');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.filter((name) => /\.(?:words|note)$/.test(name));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
    // The page has taken in the last answers.
    await new Promise((resolve) => setTimeout(resolve));
    await this.#host.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #reply(name: CallName, input: unknown, page: string): Promise<Reply> {
    this.calls.push({ name, input });
    await this.gates.get(name);
    const failure = this.#closed ? { ...DISK_FULL, code: 'closed' } : this.failing.get(name);
    if (failure) return { ok: false, failure };
    return this.results.answer(name, input) ?? this.#ended(name, input, page);
  }

  /** Of a job, not before it has ended or worked for a while: a page that asks at once would wait for its next turn. */
  async #ended(name: CallName, input: unknown, page: string): Promise<Reply> {
    for (let turn = 0; ; turn += 1) {
      const reply = await this.#host.call(name, input, page);
      if (name !== 'jobStatus' || !reply.ok || turn > 20) return reply;
      if ((reply.value as { state: string }).state !== 'running') return reply;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #choose(wish: PickWish): Promise<readonly string[]> {
    this.dialogs.push(wish);
    return Promise.resolve(this.choice);
  }

  async #offer(file: File): Promise<Reply> {
    const path = join(mkdtempSync(join(this.folder, 'chosen-')), basename(file.name));
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    if (this.vanishing.has(file.name)) await rm(path);
    const token = this.#host.offerFile({ path, name: file.name, ownership: 'borrowed' });
    this.tokens.push(token);
    return { ok: true, value: { token } };
  }
}
