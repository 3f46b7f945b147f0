import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Failure } from '../../shared/values/errors.ts';
import { guarded } from '../services/base/failures.ts';
import type { ReceivedFile } from '../services/desk/import-packages.ts';

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
  const entries = await guarded(reading, () => readdir(folder, { withFileTypes: true, recursive: true }));
  const inside = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // The hundreds of files of an unpacked package are no packages.
  const unpacked = inside.filter(({ entry }) => entry.name === BAG).map(({ path }) => dirname(path));
  const outside = inside.filter(({ path }) => !unpacked.some((each) => path.startsWith(join(each, '/'))));
  const files = outside.filter(({ entry }) => entry.isFile() && /\.zip$/iu.test(entry.name));
  const others = outside.filter(({ entry }) => entry.isFile() && !/\.zip$/iu.test(entry.name));
  // What a link leads to was not chosen: it may be the whole disk, or the folder itself.
  const links = outside.filter(({ entry }) => !entry.isFile());
  const shown = (path: string): string => relative(folder, path) || given;
  const named = (some: readonly { readonly path: string }[]): string =>
    namesOf(some.map((each) => shown(each.path)));
  return {
    files: files.map(({ entry, path }) => ({ path, name: entry.name })),
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
    empty: files.length === 0 ? [{ file: folder, failure: nothingIn(given) }] : [],
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
