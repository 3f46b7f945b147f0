import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isSystemError } from '../../../electron/services/base/failures.ts';
import { type Sandbox, waysOut } from './sandbox.ts';

type Change = 'new' | 'other' | 'gone';
/**
 * What a call may write: of the changes in the data folder, by path ('' is the folder itself), those that it may not. What
 * changes anywhere else is always too much.
 */
export type Excess = (changes: ReadonlyMap<string, Change>) => string[];

/** Verifying and reading. */
export const NOTHING: Excess = (changes) => [...changes.keys()];

/** Folders that the program makes in its data folder, beside those of the assessments. */
const OURS = ['标准库', '推荐活动', '核验台', '年度工作', '年度任务汇总', '文书模板', '导出', '已删除'];
const WORKING = '.temporary';
const topOf = (path: string): string => path.split(sep)[0] ?? '';
const isArchive = (name: string): boolean => /-[0-9a-f-]{8,36}$/.test(name);

/** Opening a package: one new archive, and the folder of what is under way. */
export const ONE_ARCHIVE: Excess = (changes) => {
  const tops = new Set([...changes.keys()].map(topOf).filter(isArchive));
  const isFine = (top: string): boolean =>
    top === '' || top === WORKING || (tops.size === 1 && tops.has(top) && changes.get(top) === 'new');
  return [...changes.keys()].filter((path) => !isFine(topOf(path)));
};

/** Everything that a page can ask for: whatever the program keeps, in the folders where it keeps it. */
export const ITS_FOLDERS: Excess = (changes) =>
  [...changes.keys()].filter((path) => {
    const top = topOf(path);
    return !['', WORKING, ...OURS].includes(top) && !isArchive(top);
  });

/** Of one change that is too much, so many are named. */
const NAMED = 5;

/** Sees what is written in the sandbox, and where the names lead that are tried. */
export class Watch {
  readonly #sandbox: Sandbox;
  readonly #hits: string[] = [];
  readonly #told = new Set<string>();
  #base = new Map<string, string>();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** What is there now is as it should be. */
  begin(): void {
    this.#base = look(this.#sandbox.base);
  }

  /** What was put into `laid` beforehand, by whoever tries this, is as it should be. */
  async during<T>(excess: Excess, asked: () => Promise<T>, laid = this.#sandbox.files): Promise<T> {
    const kept = [...this.#base].filter(([path]) => !isIn(path, laid));
    this.#base = new Map([...kept, ...look(laid)]);
    try {
      return await asked();
    } finally {
      this.#compare(excess);
    }
  }

  /** What was written where nothing may be, since the last time; the same place is named once. */
  takeHits(): string[] {
    return this.#hits.splice(0);
  }

  #compare(excess: Excess): void {
    const now = look(this.#sandbox.base);
    const [inside, outside] = [new Map<string, Change>(), new Map<string, Change>()];
    for (const [path, change] of changesFrom(this.#base, now)) {
      const { root } = this.#sandbox;
      if (isIn(path, root)) inside.set(relative(root, path), change);
      else outside.set(path, change);
    }
    this.#base = now;
    const tooMuch = [...excess(inside).map((path) => join(this.#sandbox.root, path)), ...outside.keys()];
    const named = tooMuch.filter((path) => !this.#told.has(path));
    for (const path of named) this.#told.add(path);
    const words = named.map((path) => relative(join(this.#sandbox.root, '..'), path)).sort();
    if (words.length > 0)
      this.#hits.push(`written where nothing may be: ${words.slice(0, NAMED).join('，')} (${words.length})`);
    for (const way of waysOut(this.#sandbox.mark).filter((each) => each.startsWith('/'))) {
      if (!isThere(way)) continue;
      this.#hits.push(`written outside: ${way.replace(this.#sandbox.mark, '…')}`);
      rmSync(way, { recursive: true });
    }
  }
}

function* changesFrom(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Generator<[string, Change]> {
  for (const [path, state] of now) {
    const was = before.get(path);
    if (was !== state) yield [path, was === undefined ? 'new' : 'other'];
  }
  for (const path of before.keys()) if (!now.has(path)) yield [path, 'gone'];
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** Every path below a folder, and itself, with what changes when it is written: ctime, of a folder when it gains or loses a name. */
function look(folder: string, found = new Map<string, string>()): Map<string, string> {
  try {
    const stats = lstatSync(folder);
    found.set(folder, `${stats.ino} ${stats.mode} ${stats.size} ${stats.ctimeMs}`);
    if (stats.isDirectory()) for (const name of readdirSync(folder)) look(join(folder, name), found);
  } catch (error) {
    // A name of the program's own work may go at any moment.
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  return found;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
