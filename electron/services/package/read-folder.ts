import { lstat, open, opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ifThere, isSystemError } from '../base/failures.ts';
import { ShorterFile } from '../files/hash-beside.ts';
import { readAhead, readerOf } from '../files/read-ahead.ts';
import { type BagSource, Findings, markOf, type SourceFile } from './source.ts';
import { isJunk, MAX_FILES } from './limits.ts';

/** An unpacked bag. `folder` is its root, or holds nothing but its root. Links are never followed. */
export async function readFolder(folder: string, findings: Findings): Promise<BagSource> {
  const root = await findRoot(folder);
  const { files, hasPayloadFolder, marks, hasLost } = await walk(root, findings);
  return {
    files,
    rootName: basename(root),
    hasPayloadFolder,
    comment: '',
    read: (file, end) => contentOf(join(root, file.path), end),
    isUnchanged: async () => {
      const now = await walk(root, new Findings()).catch(() => undefined);
      return !hasLost && now?.marks === marks;
    },
    close: () => undefined,
  };
}

interface Walked {
  readonly files: readonly SourceFile[];
  readonly hasPayloadFolder: boolean;
  /** What every change of a name or of content shows in. */
  readonly marks: string;
  /** Something went while it was looked at. */
  readonly hasLost: boolean;
}

async function walk(root: string, findings: Findings): Promise<Walked> {
  const files: SourceFile[] = [];
  const marks: string[] = [];
  const pending = [''];
  let seen = 0;
  let [hasPayloadFolder, hasLost] = [false, false];
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    const found = namesIn(join(root, at), MAX_FILES - seen);
    const names = await ifThere(found.then((all) => all ?? 'too-many'));
    hasLost ||= names === undefined;
    if (names === 'too-many') {
      findings.add('unsafe', 'too-many', '', `文件和文件夹超过 ${MAX_FILES} 个`);
      break;
    }
    seen += names?.length ?? 0;
    for (const name of names ?? []) {
      const path = at === '' ? name : `${at}/${name}`;
      const stats = await ifThere(lstat(join(root, path)));
      if (path === 'data' && stats?.isDirectory()) hasPayloadFolder = true;
      if (stats === undefined) hasLost = true;
      else if (stats.isDirectory()) pending.push(path);
      else if (!stats.isFile()) findings.add('unsafe', 'link', path, '是链接或特殊文件，不能采用');
      else {
        files.push({ path, bytes: stats.size });
        marks.push(JSON.stringify([path, markOf(stats)]));
      }
    }
  }
  return { files, hasPayloadFolder, marks: marks.join(''), hasLost };
}

async function* contentOf(path: string, end: number | undefined): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw isSystemError(error, 'ENOENT') ? new ShorterFile() : error;
  });
  try {
    yield* readAhead(readerOf(handle), { end: end ?? (await handle.stat()).size + 1 });
  } finally {
    await handle.close();
  }
}

/** The names in a folder, in order; undefined where there are more than `most`. */
async function namesIn(folder: string, most: number): Promise<string[] | undefined> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    if (names.length >= most) return undefined;
    names.push(name);
  }
  return names.sort();
}

async function findRoot(folder: string): Promise<string> {
  const names = (await namesIn(folder, MAX_FILES)) ?? [];
  if (names.includes('bagit.txt')) return folder;
  const real = names.filter((name) => !isJunk(name));
  const [only] = real;
  if (real.length !== 1 || only === undefined) return folder;
  const inner = join(folder, only);
  if (!(await lstat(inner)).isDirectory()) return folder;
  return ((await namesIn(inner, MAX_FILES)) ?? []).includes('bagit.txt') ? inner : folder;
}
