import { lstat, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { quoted } from '../../../shared/values/text.ts';
import { ifThere, isSystemError } from '../base/failures.ts';
import { ShorterFile } from '../files/hash-beside.ts';
import { namesIn, SHOWN_AS, shownName } from '../files/names-in.ts';
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
    const looking = namesIn(join(root, at), MAX_FILES - seen);
    const found = await ifThere(looking.then((all) => all ?? 'too-many'));
    hasLost ||= found === undefined;
    if (found === 'too-many') {
      findings.add('unsafe', 'too-many', '', `文件和文件夹超过 ${MAX_FILES} 个`);
      break;
    }
    const { names, unreadable } = found ?? { names: [], unreadable: [] };
    seen += names.length + unreadable.length;
    for (const bytes of unreadable) {
      tellUnreadable(at, bytes, findings);
      marks.push(JSON.stringify([at, bytes.toString('hex')]));
    }
    for (const name of names) {
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

function tellUnreadable(at: string, bytes: Buffer, findings: Findings): void {
  const name = shownName(bytes);
  const where = at === '' ? '最外层文件夹' : `文件夹${quoted(at)}`;
  const what = `${where}里有一个名称不是 UTF-8 编码${SHOWN_AS}，没有核对它`;
  const remedy =
    '请直接核验原来的 .zip；没有时，请换一个能认出中文文件名的解压软件重新解压，或改正这个名称，再核验';
  findings.add('damaged', 'name-encoding', at === '' ? name : `${at}/${name}`, `${what}；${remedy}`);
}

async function findRoot(folder: string): Promise<string> {
  const { names, unreadable } = (await namesIn(folder, MAX_FILES)) ?? { names: [], unreadable: [] };
  if (names.includes('bagit.txt')) return folder;
  const real = names.filter((name) => !isJunk(name));
  const [only] = real;
  if (real.length !== 1 || only === undefined || unreadable.length > 0) return folder;
  const inner = join(folder, only);
  if (!(await lstat(inner)).isDirectory()) return folder;
  return (await namesIn(inner, MAX_FILES))?.names.includes('bagit.txt') === true ? inner : folder;
}
