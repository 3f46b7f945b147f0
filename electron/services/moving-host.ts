import type { CallOutput, Reply } from '../../shared/contract/contract.ts';
import { UserError } from '../../shared/values/errors.ts';
import { takeChosen } from './data-root/choose.ts';
import type { FoundFolder } from './data-root/find.ts';
import { createHost, type Host, type HostOptions } from './host.ts';

/** Milliseconds after which a page that showed a document is taken for gone: one that is seen asks every few seconds. */
const STILL_THERE = 90_000;

export interface MovingHostOptions extends Omit<HostOptions, 'root' | 'existed' | 'folders'> {
  readonly found: FoundFolder;
  /** Desktop: asks for a folder by the system's dialog; undefined where it was left. */
  readonly pickFolder?: () => Promise<string | undefined>;
  /** The program goes on with this folder. */
  readonly moved?: (root: string) => void;
}

type Change = NonNullable<CallOutput<'changeDataFolder'>['changed']>;

/** A host whose data folder can be another one while the program runs: each has a host of its own, one at a time. */
export class MovingHost implements Omit<Host, 'isAtWork'> {
  readonly #options: MovingHostOptions;
  /** Calls that are being answered, by the host of now. */
  readonly #running = new Set<Promise<unknown>>();
  /** Pages that show a document, and when they were heard of last. */
  readonly #showing = new Map<string, number>();
  #root: string;
  #host: Host;
  /** While the folder is changed: calls wait for the end of it. */
  #moving: Promise<unknown> | undefined;

  constructor(options: MovingHostOptions) {
    this.#options = options;
    const { root, by } = options.found;
    this.#root = root;
    this.#host = this.#hostOf(root, by === 'memory' || by === 'content');
  }

  /** 数据文件夹 of now. */
  get root(): string {
    return this.#root;
  }

  async call(name: string, input: unknown, page = ''): Promise<Reply> {
    if (name === 'changeDataFolder') {
      // The page that asks shows 首页.
      this.#showing.delete(page);
      return this.#host.call(name, input, page);
    }
    await this.#moving;
    if (name === 'closeDocument') this.#showing.delete(page);
    if (['openDocument', 'documentNow', 'changeDocument'].includes(name)) this.#showing.set(page, Date.now());
    return this.#counted(this.#host.call(name, input, page));
  }

  offerFile: Host['offerFile'] = (file) => this.#host.offerFile(file);

  offerBytes: Host['offerBytes'] = async (bytes, name) => {
    await this.#moving;
    return this.#counted(this.#host.offerBytes(bytes, name));
  };

  stagingFolder: Host['stagingFolder'] = async () => {
    await this.#moving;
    return this.#host.stagingFolder();
  };

  evidenceFile: Host['evidenceFile'] = async (id, sha256) => {
    await this.#moving;
    return this.#counted(this.#host.evidenceFile(id, sha256));
  };

  downloadFile: Host['downloadFile'] = (token) => this.#counted(this.#host.downloadFile(token));

  handFiles: Host['handFiles'] = (paths) => this.#host.handFiles(paths);

  working: Host['working'] = () => this.#host.working();

  async close(): Promise<void> {
    await this.#moving;
    await this.#host.close();
  }

  #hostOf(root: string, existed: boolean): Host {
    const { found, pickFolder, ...options } = this.#options;
    return createHost({
      ...options,
      ...{ root, existed },
      folders: {
        told: () => ({
          ...(found.note && root === found.root && { note: found.note }),
          others: found.others(root),
          named: found.by === 'name',
        }),
        used: () => this.#rememberFirst(root),
        change: async (path) => {
          this.#refuseWhileInUse();
          const chosen = path ?? (await pickFolder?.());
          return chosen === undefined ? {} : { changed: await this.#change(chosen) };
        },
      },
    });
  }

  async #change(path: string): Promise<Change> {
    if (this.#moving) throw inUse('正在更换数据文件夹。');
    const moving = this.#move(path);
    this.#moving = moving.catch(() => undefined).finally(() => (this.#moving = undefined));
    return moving;
  }

  async #move(path: string): Promise<Change> {
    this.#refuseWhileInUse();
    const { root, inside, holds } = await takeChosen(path);
    await Promise.allSettled(this.#running);
    // What was asked for before may have begun something meanwhile.
    this.#refuseWhileInUse();
    const former = this.#root;
    await this.#host.close();
    this.#root = root;
    this.#host = this.#hostOf(root, true);
    this.#options.moved?.(root);
    return { root, former, inside, holds, remembered: await this.#remember(root) };
  }

  #refuseWhileInUse(): void {
    if (this.#host.isAtWork()) throw inUse('正在添加材料、导出或校验。');
    const recent = Date.now() - STILL_THERE;
    if ([...this.#showing.values()].some((at) => at > recent)) throw inUse('别的页面还开着自评或核验台。');
  }

  /** Whether the next start takes it. Not to be able to write that down keeps nobody from work. */
  async #remember(root: string): Promise<boolean> {
    const { memory } = this.#options.found;
    return memory !== undefined && (await noted(() => memory.keep(root, this.#now())));
  }

  /** A default place is remembered from its first use on: the documents may be elsewhere later. */
  async #rememberFirst(root: string): Promise<void> {
    const { memory } = this.#options.found;
    if (memory) await noted(() => memory.keepFirst(root, this.#now()));
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  async #counted<T>(answer: Promise<T>): Promise<T> {
    this.#running.add(answer);
    try {
      return await answer;
    } finally {
      this.#running.delete(answer);
    }
  }
}

async function noted(task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

function inUse(message: string): UserError {
  return new UserError({
    code: 'data-folder-in-use',
    message,
    effect: '没有更换数据文件夹，内容没有改动。',
    remedy: '请等它做完，并在别的页面回到首页，再换一次。',
  });
}
