import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isSystemError } from '../../../electron/services/base/failures.ts';
import type { Known } from './filled.ts';
import { type Sandbox, waysOut } from './sandbox.ts';

type Change = 'new' | 'other' | 'gone';
/**
 * What a call may write: of the changes in the data folder, by path ('' is the folder itself), those that it may not. What
 * changes anywhere else is always too much.
 */
export interface Excess {
  (changes: ReadonlyMap<string, Change>): string[];
  /** The program may also copy something into a folder of its own among the temporary files. */
  readonly shows?: boolean;
}

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

/** Whatever the program keeps, in the folders where it keeps it. */
export const ITS_FOLDERS: Excess = (changes) =>
  [...changes.keys()].filter((path) => {
    const top = topOf(path);
    return !['', WORKING, ...OURS].includes(top) && !isArchive(top);
  });

/** Folders of ours in which each document has one, or a file, of its own. */
const OF_DOCUMENTS = [
  '核验台',
  '年度工作',
  '年度任务汇总',
  join('推荐活动', '编辑中'),
  join('标准库', '导入中'),
];

/** The folder, or the start of the file's name, of the one document to which a path belongs; undefined where it is of none. */
function documentOf(path: string): string | undefined {
  const folder = OF_DOCUMENTS.find((each) => path !== each && isIn(path, each));
  const depth = folder === undefined ? 1 : folder.split(sep).length + 1;
  const own = path.split(sep).slice(0, depth).join(sep);
  return /[0-9a-f]{8}(?:\.\w+)*$/.test(own) ? own : undefined;
}

/** Whose lock it is, every program says again and again. */
const isLock = (path: string): boolean => path.split(sep).includes('.lock');

/**
 * A call of the contract: of documents that there are, only those that its input names, or `also`; a new one; and what the
 * program keeps beside them. `ids`: of documents by the names of their folders, where these do not end in them. `shows`: what
 * the system's program is to open is copied for it.
 */
export function onlyAbout(
  input: unknown,
  {
    also = [],
    ids = {},
    shows = false,
  }: { also?: readonly string[]; ids?: Known['folders']; shows?: boolean } = {},
): Excess {
  const named = `${JSON.stringify(input)} ${also.join(' ')}`;
  const isNamed = (own: string): boolean => {
    const id = ids[basename(own)] ?? /[0-9a-f]{8}(?=(?:\.\w+)*$)/.exec(own)?.[0] ?? own;
    return named.includes(id);
  };
  const excess = (changes: ReadonlyMap<string, Change>): string[] => {
    const tooMuch = ITS_FOLDERS(changes);
    for (const path of changes.keys()) {
      const own = documentOf(path);
      if (own !== undefined && !isLock(path) && changes.get(own) !== 'new' && !isNamed(own))
        tooMuch.push(path);
    }
    return tooMuch;
  };
  return Object.assign(excess, { shows });
}

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
  async during<T>(excess: Excess, asked: () => Promise<T>, ...laid: readonly string[]): Promise<T> {
    const all = laid.length > 0 ? laid : [this.#sandbox.files];
    const kept = [...this.#base].filter(([path]) => !all.some((each) => isIn(path, each)));
    this.#base = new Map([...kept, ...all.flatMap((each) => [...look(each)])]);
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

  #isShown(path: string): boolean {
    const temporary = this.#sandbox.env.TMPDIR ?? '';
    return path === temporary || /^biaobing-\w{6}(?:\/x\w{6}(?:\/[^/]+)?)?$/.test(relative(temporary, path));
  }

  #compare(excess: Excess): void {
    const now = look(this.#sandbox.base);
    const [inside, outside] = [new Map<string, Change>(), new Map<string, Change>()];
    for (const [path, change] of changesFrom(this.#base, now)) {
      const { root } = this.#sandbox;
      if (isIn(path, root)) inside.set(relative(root, path), change);
      else if (!excess.shows || !this.#isShown(path)) outside.set(path, change);
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
