import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Failure, UserError } from '../../shared/values/errors.ts';
import { guarded, ifThere } from '../services/base/failures.ts';
import type { ReceivedFile } from '../services/desk/import-packages.ts';
import { namesIn, SHOWN_AS, shownName } from '../services/files/names-in.ts';

/** What the arguments of `review import` lead to: nothing that lies there is passed over in silence. */
export interface Given {
  readonly files: ReceivedFile[];
  /** What is not taken in, and why, in sentences. */
  readonly left: string[];
  /** Those that lead to nothing that can be taken in. */
  readonly empty: { readonly file: string; readonly failure: Failure }[];
}

/** The bag declaration at the top of every package (RFC 8493 2.1.1). */
const BAG = 'bagit.txt';
const NAMED = 5;
const ZIP = /\.zip$/iu;

/** Files as they are; of a folder, everything named .zip, at any depth, in the order of names, as the screen takes it. */
export async function packagesIn(paths: readonly string[]): Promise<Given> {
  const all = await Promise.all(paths.map(packagesAt));
  return {
    files: all.flatMap(({ files }) => files),
    left: all.flatMap(({ left }) => left),
    empty: all.flatMap(({ empty }) => empty),
  };
}

async function packagesAt(given: string): Promise<Given> {
  const folder = resolve(given);
  const reading = { action: `读取 ${given} `, effect: '没有接收任何推荐包。' };
  const found = await guarded(reading, () => stat(folder));
  if (!found.isDirectory()) return { files: [{ path: folder, name: basename(folder) }], left: [], empty: [] };
  const { inside, unreadable, closed } = await guarded(reading, () => everythingIn(folder));
  const bags = inside.filter(({ path, isFile }) => isFile && basename(path) === BAG);
  const unpacked = bags.map(({ path }) => dirname(path));
  // The hundreds of files of an unpacked package are no packages; one that lies beside them was put there.
  const isOutside = (path: string): boolean =>
    !unpacked.some((each) => path.startsWith(join(each, ZIP.test(path) ? 'data/' : '/')));
  const outside = inside.filter(({ path }) => isOutside(path));
  const nameless = unreadable.filter(({ path }) => isOutside(path));
  const lost = nameless.filter(({ mayHold }) => mayHold);
  const files = outside.filter(({ path, isFile }) => isFile && ZIP.test(path));
  const others = [
    ...outside.filter(({ path, isFile }) => isFile && !ZIP.test(path)),
    ...nameless.filter(({ mayHold }) => !mayHold),
  ];
  // What a link leads to was not chosen: it may be the whole disk, or the folder itself.
  const links = outside.filter(({ isFile }) => !isFile);
  const shown = (path: string): string => relative(folder, path) || given;
  const named = (some: readonly { readonly path: string }[]): string =>
    namesOf(some.map((each) => shown(each.path)));
  return {
    files: files.map(({ path }) => ({ path, name: basename(path) })),
    left: [
      ...unpacked.map(
        (path) =>
          `文件夹“${shown(path)}”是解开的推荐包，没有收：请收原来的 .zip 文件，没有时可把它压缩成 zip 再收`,
      ),
      ...(links.length > 0
        ? [
            `${given} 里有 ${links.length} 个链接或特殊文件，没有收：${named(links)}；要收的，请直接写它指向的文件或文件夹`,
          ]
        : []),
      ...(others.length > 0
        ? [`${given} 里有 ${others.length} 个文件不是 .zip，没有收：${named(others)}`]
        : []),
    ],
    empty: [
      ...(lost.length > 0
        ? [{ file: folder, failure: namedOtherwise(given, lost.length, named(lost)) }]
        : []),
      ...closed,
      ...(files.length + lost.length + closed.length === 0
        ? [{ file: folder, failure: nothingIn(given) }]
        : []),
    ],
  };
}

interface Everything {
  /** All but folders, at any depth, in the order of their paths. */
  readonly inside: { readonly path: string; readonly isFile: boolean }[];
  /** Files and folders whose names lead to nothing, as they read. */
  readonly unreadable: Nameless[];
  /** Folders that cannot be read. */
  readonly closed: Given['empty'];
}

interface Nameless {
  readonly path: string;
  /** A folder, or by its name a package. */
  readonly mayHold: boolean;
}

async function everythingIn(folder: string): Promise<Everything> {
  const [inside, unreadable, closed]: [Everything['inside'], Nameless[], Given['empty']] = [[], [], []];
  const effect = '没有接收这个文件夹里的推荐包。';
  const pending = [folder];
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    const looking = namesIn(at, Infinity);
    const found =
      at === folder
        ? await looking
        : await guarded({ action: `读取 ${at} `, effect }, () => ifThere(looking)).catch((error: unknown) => {
            if (!(error instanceof UserError)) throw error;
            closed.push({ file: at, failure: error.failure });
            return undefined;
          });
    for (const bytes of found?.unreadable ?? []) {
      const stats = await ifThere(lstat(Buffer.concat([Buffer.from(join(at, '/')), bytes])));
      const path = join(at, shownName(bytes));
      if (stats) unreadable.push({ path, mayHold: stats.isDirectory() || ZIP.test(path) });
    }
    for (const name of found?.names ?? []) {
      const path = join(at, name);
      // What goes meanwhile was a download, or a sync client's.
      const stats = await ifThere(lstat(path));
      if (stats?.isDirectory()) pending.push(path);
      else if (stats) inside.push({ path, isFile: stats.isFile() });
    }
  }
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
  return { inside: inside.sort(byPath), unreadable: unreadable.sort(byPath), closed };
}

function namedOtherwise(given: string, count: number, names: string): Failure {
  return {
    code: 'name-encoding',
    message: `${given} 里有 ${count} 个文件或文件夹的名称不是 UTF-8 编码${SHOWN_AS}，按这个名称找不到它：${names}。`,
    effect: '没有接收它们；是文件夹的，里面的推荐包也没有接收。',
    remedy: '请改正这些名称，或换一个能认出中文文件名的解压软件重新解压，再导入一次。',
  };
}

function nothingIn(given: string): Failure {
  return {
    code: 'nothing-to-take',
    message: `${given} 里没有可以收的 .zip 文件。`,
    effect: '没有从这里接收任何推荐包。',
    remedy: '请给出推荐包（.zip），或者放有推荐包的文件夹。',
  };
}

function namesOf(names: readonly string[]): string {
  const first = names.slice(0, NAMED).map((name) => `“${name}”`);
  return `${first.join('、')}${names.length > NAMED ? ' 等' : ''}`;
}
