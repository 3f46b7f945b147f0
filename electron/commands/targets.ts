import type { BigIntStats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { documents } from '../../shared/contract/contract.ts';
import { guarded, isSystemError } from '../services/base/failures.ts';
import { TargetError } from './context.ts';

/** What a command is about to write, and by which option. */
export interface Target {
  readonly option: '--out' | '--report' | '--desk';
  readonly path: string;
  /** A folder also stands for whatever is made in it. */
  readonly kind: 'file' | 'folder';
}

/**
 * By any of these a folder is an assessment, a desk or another document's own, also where the first file of it is lost.
 * Not by an import's: they lie side by side, each by its id.
 */
const OWN_FILES = new Map(
  Object.values(documents)
    .map(({ kind: { file, words } }) => ({ file, title: words.title }))
    .filter(({ file }) => file !== documents.import.kind.file)
    .flatMap(({ file, title }) =>
      [`${file}.json`, `${file}.previous.json`].map((name) => [name, title] as const),
    ),
);

/**
 * Call before anything is written. Throws a TargetError where a target is one of the inputs (by any path, link or
 * hard link), is another target, lies in an input folder or among an assessment's or a desk's own files, or is a
 * device; also where the half-written file beside it would be one of the inputs.
 */
export function requireSafeTargets(targets: readonly Target[], inputs: readonly string[]): Promise<void> {
  return guarded({ action: '检查写入的位置', effect: '没有写入任何内容。' }, async () => {
    const sources = await Promise.all(inputs.map(look));
    const looked = await Promise.all(
      targets.map(async (target) => ({ target, at: await look(target.path) })),
    );
    for (const [index, { target, at }] of looked.entries()) {
      for (const source of sources) await requireApart(target, at, source);
      await requireForeign(target, at);
      if (target.kind === 'file' && at.found && !at.found.isFile() && !at.found.isDirectory())
        throw refusal(target, '指向的不是普通文件，而是设备或管道，写入会毁掉它');
      const twin = looked
        .slice(0, index)
        .find((other) => isSame(other.at, at) || differsByCase(other.at, at));
      if (twin) throw refusal(target, `和 ${twin.target.option} 指向同一个文件，后写的会毁掉先写的`);
    }
  });
}

interface Looked {
  readonly path: string;
  /** Where it lies, with all links resolved: its name itself, and what that leads to where it is a link. */
  readonly places: readonly string[];
  /** What is there, links followed; undefined where nothing is yet. */
  readonly found: BigIntStats | undefined;
}

async function look(path: string): Promise<Looked> {
  const places = new Set([join(await resolved(dirname(path)), basename(path)), await resolved(path)]);
  return { path, places: [...places], found: await orNothing(stat(path, { bigint: true })) };
}

/** The path without links in the part of it that is there; what is not there yet stays as it is written. */
async function resolved(path: string): Promise<string> {
  const real = await orNothing(realpath(path));
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(await resolved(dirname(path)), basename(path));
}

async function requireApart(target: Target, at: Looked, source: Looked): Promise<void> {
  if (isSame(at, source)) throw refusal(target, `指向要读的 ${source.path} 本身，写入会毁掉它`);
  if (source.found?.isDirectory()) {
    if (isBelow(at, source)) throw refusal(target, `指向要读的文件夹 ${source.path} 里面，写入会改动它`);
    if (
      (at.found?.nlink ?? 0n) > 1n &&
      at.found?.isFile() &&
      (await holds(Buffer.from(source.path), at.found))
    )
      throw refusal(target, `是 ${source.path} 里一个文件的另一个名字（硬链接），写入会毁掉它`);
  }
  for (const half of await Promise.all(halfWritten(target).map(look))) {
    if (isSame(half, source) || isBelow(source, half))
      throw refusal(target, `写到一半时要用 ${half.path}，那正是要读的，写入会毁掉它`);
  }
}

/** The names beside a target that are taken while it is being written (store/files.ts, package/, assessment-folder.ts). */
function halfWritten({ path, kind }: Target): string[] {
  if (kind === 'folder') return [join(dirname(path), `.${basename(path)}.new`)];
  return [`${path}.tmp`, `${path}.part`];
}

async function requireForeign(target: Target, { places }: Looked): Promise<void> {
  for (const place of places) {
    for (let folder = place; ; folder = dirname(folder)) {
      for (const [name, what] of OWN_FILES) {
        if (!(await orNothing(lstat(join(folder, name))))) continue;
        throw refusal(target, `指向的位置在${what} ${folder} 里面，写入会毁掉它自己的文件`);
      }
      if (dirname(folder) === folder) break;
    }
  }
}

function isSame(a: Looked, b: Looked): boolean {
  if (a.places.some((place) => b.places.some((other) => folded(place) === folded(other)))) return true;
  // A file system that numbers nothing says 0.
  return a.found !== undefined && b.found !== undefined && a.found.ino !== 0n && isOne(a.found, b.found);
}

function isOne(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

/** Two names to be made that differ in case alone are one file on many disks, and to whoever receives them. */
function differsByCase(a: Looked, b: Looked): boolean {
  return a.places.some((place) => b.places.some((other) => place.toLowerCase() === other.toLowerCase()));
}

function isBelow(inner: Looked, outer: Looked): boolean {
  return inner.places.some((place) =>
    outer.places.some((folder) => folded(place).startsWith(folded(folder).replace(/[\\/]?$/u, sep))),
  );
}

/** As file systems compare names where they commonly ignore case. */
function folded(place: string): string {
  const composed = place.normalize('NFC');
  return process.platform === 'win32' || process.platform === 'darwin' ? composed.toLowerCase() : composed;
}

/** True where the folder has this very file under some name, in whatever encoding. */
async function holds(folder: Buffer, file: BigIntStats): Promise<boolean> {
  for (const entry of await readdir(folder, { encoding: 'buffer', withFileTypes: true })) {
    const path = Buffer.concat([folder, Buffer.from(sep), entry.name]);
    if (entry.isDirectory() && (await holds(path, file))) return true;
    if (!entry.isFile()) continue;
    const found = await orNothing(lstat(path, { bigint: true }));
    if (found && isOne(found, file)) return true;
  }
  return false;
}

/** Undefined where there is nothing, or a link that leads nowhere. */
async function orNothing<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw error;
  }
}

function refusal({ option, path }: Target, why: string): TargetError {
  return new TargetError(`${option} ${path} ${why}。没有写入任何内容。请换一个位置或文件名。`);
}
