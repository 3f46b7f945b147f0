import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { type Asked, watchDisk } from '../disk.ts';
import { Broken, BY_ANOTHER } from '../works/work.ts';

/** May be gone after a loss of power: whose folder it is, and what is begun. */
const LOSABLE = [/(^|\/)\.(?!json)/, /\.(?:tmp|part|new|unpacked)(?:\/|$)/];
const isLosable = (path: string): boolean => LOSABLE.some((each) => each.test(path));
/** Typed words lie among it, and are acknowledged. */
const WORDS = /\.words$/;
/** Is written beside all else and made anew where it is gone; never half. */
const MADE_ANEW = /(^|\/)(?:index|packages)\.json$/;

const EARLY = 'name before the bytes';

/** What has been asked of the disk and not been brought onto it: a loss of power may take it back. */
class Unsynced {
  /** Files of which bytes may be lost. */
  readonly #files = new Set<string>();
  /** Files and folders of which the name may be lost. */
  readonly #names = new Set<string>();
  /** Names that led to what was not on the disk. */
  readonly #early: string[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  readonly asked = ({ what, path }: Asked): void => {
    if (['open', 'mkdir'].includes(what) && this.#isOurs(path) && !existsSync(path)) this.#names.add(path);
  };

  readonly done = ({ what, path, to }: Asked): void => {
    if (!this.#isOurs(to ?? path) || path.endsWith(BY_ANOTHER)) return;
    if (what === 'write' || what === 'truncate') this.#files.add(path);
    else if (what === 'sync') this.#sync(path);
    else if (what === 'rm') this.#forget(path);
    else if (to !== undefined) this.#lead(what, path, to);
  };

  /** What an acknowledgement at this moment would promise too much of. */
  left(): string[] {
    const of = (what: string, paths: Iterable<string>) =>
      [...paths].map((path) => [what, relative(this.#root, path)] as const);
    const all = [...of('bytes', this.#files), ...of('name', this.#names), ...of(EARLY, this.#early)];
    return all
      .filter(([, path]) => WORDS.test(path) || !isLosable(path))
      .filter(([what, path]) => what === EARLY || !MADE_ANEW.test(path))
      .map(([what, path]) => `${what} of ${path}`);
  }

  #isOurs(path: string): boolean {
    return isBelow(path, this.#root);
  }

  #sync(path: string): void {
    this.#files.delete(path);
    for (const name of this.#names) if (dirname(name) === path) this.#names.delete(name);
  }

  #forget(path: string): void {
    for (const set of [this.#files, this.#names])
      for (const each of set) if (isBelow(each, path)) set.delete(each);
  }

  #lead(what: Asked['what'], path: string, to: string): void {
    if (what === 'copyFile') this.#files.add(to);
    else if (
      [...this.#files, ...this.#names].some(
        (each) => each !== path && isBelow(each, path) && !isLosable(relative(path, each)),
      )
    )
      this.#early.push(to);
    else if (this.#files.has(path)) this.#early.push(to);
    if (what === 'rename')
      for (const set of [this.#files, this.#names]) {
        const moved = [...set].filter((each) => isBelow(each, path));
        for (const each of moved) {
          set.delete(each);
          set.add(to + each.slice(path.length));
        }
      }
    this.#names.add(to);
    // It may come back under its old name.
    if (what === 'rename' && dirname(path) !== dirname(to)) this.#names.add(path);
  }
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** Throws Broken where `act` ends, and is acknowledged by that, before all that it asked for is on the disk. */
export async function whilePowerMayFail<T>(root: string, act: () => Promise<T>): Promise<T> {
  const unsynced = new Unsynced(root);
  const restore = await watchDisk(unsynced.asked, unsynced.done);
  try {
    const answer = await act();
    const left = unsynced.left();
    if (left.length > 0) throw new Broken(`acknowledged, and not yet on the disk: ${left.join('，')}`);
    return answer;
  } finally {
    restore();
  }
}
