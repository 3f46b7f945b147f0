import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { fsyncFolder, putInPlace } from './files.ts';
import { openKept } from './kept.ts';
import { openToWrite } from './modes.ts';
import { writeAll } from './write-all.ts';
import { readAhead, readerOf } from './read-ahead.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { HEAD_BYTES, isExecutable, mediaTypeOf } from '../../../shared/values/file-kinds.ts';

const TEMPORARY = '.incoming-';

/** Bytes done and in all. */
type OnBytes = (done: number, total: number) => void;

export interface Ingested {
  readonly sha256: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly mediaType: string;
}

interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: OnBytes | undefined;
}

/** Of all that was copied; `head`: its first HEAD_BYTES. */
interface Copied {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Buffer;
}

/** What a copy must be, or nothing of it stays. Both throw a UserError. */
interface Demand {
  readonly sha256?: string;
  /** Sees the first HEAD_BYTES before anything is written. */
  readonly head?: (head: Buffer) => void;
  /** Sees what was read before it is put in its place. */
  readonly whole?: (copied: { readonly sha256: string; readonly bytes: number }) => void | Promise<void>;
}

const ADDING = { action: '添加佐证材料', effect: '这个文件没有加入，已加入的材料没有改动。' };

/**
 * Copies a file into `folder` under its SHA-256: hash, copy and size in one pass. Returns when the disk has it.
 * Where it fails or is cancelled, nothing is left behind. The same content again replaces its own copy, which
 * heals one that was damaged. What a system would run or follow is refused, by its name and by its content; so are a
 * file of no bytes, and with `only` (a SHA-256) any other content than that: then the name does not matter. `before` runs
 * when all of it is good, before it is put in its place.
 */
export async function ingestFile(
  options: {
    source: string;
    name: string;
    folder: string;
    only?: string | undefined;
    before?: (sha256: string) => Promise<void>;
  } & Watch,
): Promise<Ingested> {
  return guarded(ADDING, async () => {
    const fileName = safeFileName(options.name);
    const judged = options.only === undefined ? fileName : '';
    if (isExecutable(judged)) throw executable('这是程序、脚本、安装包或快捷方式一类的文件');
    const demand: Demand = {
      head: (head) => {
        if (isExecutable(judged, head)) throw executable('文件内容是程序或快捷方式，与文件名不符');
      },
      whole: async ({ sha256, bytes }) => {
        if (bytes === 0) throw emptyFile();
        if (options.only !== undefined && sha256 !== options.only) throw notTheOriginal();
        await options.before?.(sha256);
      },
    };
    const { sha256, bytes, head } = await copyByHash(options.source, options.folder, options, demand);
    return { sha256, bytes, fileName, mediaType: mediaTypeOf(fileName, head) };
  });
}

/**
 * Writes a kept file, or what comes piece by piece, into `folder` under its SHA-256, which is known; a UserError where it
 * is not it, or a file that only leads to it. The disk has it then, if not yet its name.
 */
export async function keepVerified(
  source: string | AsyncIterable<Buffer>,
  sha256: string,
  folder: string,
): Promise<void> {
  if (typeof source !== 'string') {
    await keepByHash(source, folder, { total: 0 }, { sha256 });
    return;
  }
  const from = await openKept(source);
  try {
    await keepByHash(readAhead(readerOf(from)), folder, { total: 0 }, { sha256 });
  } finally {
    await from.close();
  }
}

/** Removes what a copy left behind that was cut off by a crash. Call only while nothing is being added. */
export async function removeLeftovers(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  for (const name of names) if (name.startsWith(TEMPORARY)) await rm(join(folder, name), { force: true });
}

/** Copies a file into `folder` under its SHA-256, durably and in one pass; errors of the machine come out as they are. */
export async function copyByHash(
  source: string,
  folder: string,
  watch: Watch,
  demand: Omit<Demand, 'sha256'> = {},
): Promise<Copied> {
  const from = await openChosen(source);
  try {
    const { size } = await from.stat();
    const copied = await keepByHash(readAhead(readerOf(from)), folder, { ...watch, total: size }, demand);
    await fsyncFolder(folder);
    return copied;
  } finally {
    await from.close();
  }
}

async function keepByHash(
  pieces: AsyncIterable<Buffer>,
  folder: string,
  watch: Watch & { readonly total: number },
  demand: Demand,
): Promise<Copied> {
  const temporary = join(folder, `${TEMPORARY}${randomUUID()}`);
  try {
    const to = await openToWrite(temporary, 'over');
    let copied: Copied;
    try {
      copied = await pump(pieces, to, { ...watch, head: demand.head });
      await to.sync();
    } finally {
      await to.close();
    }
    if (demand.sha256 !== undefined && copied.sha256 !== demand.sha256) throw otherContent();
    await demand.whole?.(copied);
    watch.signal?.throwIfAborted();
    await putInPlace(temporary, join(folder, copied.sha256));
    return copied;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The user's own file, by whatever way it was chosen. Looked at first: opening a pipe waits for its other end. */
async function openChosen(path: string): Promise<FileHandle> {
  if (!(await stat(path)).isFile()) throw notAFile();
  return open(path, 'r');
}

/** Writes all that comes; `total`: how many bytes are awaited. */
export async function pump(
  pieces: AsyncIterable<Buffer>,
  to: FileHandle,
  { total, signal, progress, head: check }: Watch & Pick<Demand, 'head'> & { readonly total: number },
): Promise<Copied> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  for await (const part of pieces) {
    signal?.throwIfAborted();
    if (bytes === 0) {
      head = Buffer.from(part.subarray(0, HEAD_BYTES));
      check?.(head);
    }
    const written = writeAll(to, [part]);
    // Told of where it is awaited, should computing the hash fail before.
    written.catch(() => undefined);
    hash.update(part);
    await written;
    bytes += part.length;
    progress?.(bytes, Math.max(total, bytes));
  }
  return { sha256: hash.digest('hex'), bytes, head };
}

function notAFile(): UserError {
  return new UserError({
    code: 'not-a-file',
    message: '这不是文件（可能是文件夹）。',
    effect: ADDING.effect,
    remedy: '请选择文件；文件夹请先打开，再选择其中的文件。',
  });
}

function emptyFile(): UserError {
  return new UserError({
    code: 'empty-file',
    message: '这是空文件（0 字节），里面没有内容，不收作材料。',
    effect: ADDING.effect,
    remedy: '请打开原文件核对；从手机、网盘或聊天软件取来的，请等下载完成后再添加。',
  });
}

function notTheOriginal(): UserError {
  return new UserError({
    code: 'not-the-original',
    message: '所选文件不是原来登记的那一份，内容不同。',
    effect: '没有用它代替原来的材料；档案没有改动。',
    remedy: '请找出原来的文件再试；如果原文件已改正或找不到了，请用“添加文件”添加它，再选择换下原来的材料。',
  });
}

function executable(what: string): UserError {
  return new UserError({
    code: 'executable',
    message: `${what}，不收作材料。`,
    effect: ADDING.effect,
    remedy: '请改用文档、图片、音频或视频；要说明某个程序，可附它的截图。',
  });
}

function otherContent(): UserError {
  return new UserError({
    code: 'evidence-changed',
    message: '佐证材料的内容与登记的不一致。',
    effect: '没有写入这份材料。',
    remedy: '请换用完好的来源再试。',
  });
}
