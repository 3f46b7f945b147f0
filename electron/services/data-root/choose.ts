import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded, ifThere } from '../base/failures.ts';
import { makeFolders } from '../files/files.ts';
import { writeAlone } from '../files/modes.ts';
import { lastChanged, OURS } from './contents.ts';
import { DATA_FOLDER } from './documents.ts';

/** What shows by its being there whose folder it is. */
const SIGNS = [
  ['assessment.json', '一份自评的文件夹'],
  ['desk.json', '一个核验台的文件夹'],
  ['receipt.json', '核验台里一个包的文件夹'],
  ['bagit.txt', '一个解开的推荐包'],
] as const;
const UNCHANGED = '没有更换数据文件夹，也没有改动任何内容。';

/** What becomes of the folder that a user chose. */
export interface Chosen {
  readonly root: string;
  /** It is 标兵自评 in the folder that was chosen: something else lies there as well. */
  readonly inside: boolean;
  /** Something of the program was in it before. */
  readonly holds: boolean;
}

/**
 * The data folder that a user means by the folder he chose, made where it is missing and tried by writing. One that holds
 * something of the program, or nothing at all, is meant itself; else 标兵自评 in it. Throws a UserError.
 */
export async function takeChosen(typed: string): Promise<Chosen> {
  const path = readTyped(typed);
  await refuseFiles(path);
  await refuseInside(path);
  const root = await rootIn(path);
  const choosing = { action: `使用文件夹“${root}”`, effect: UNCHANGED };
  await guarded(choosing, async () => {
    await makeFolders(root);
    await tryToWrite(root);
  });
  return { root, inside: root !== path, holds: lastChanged(root) !== undefined };
}

/** Windows copies a path with quotes around it. */
function readTyped(typed: string): string {
  const path = typed.trim().replace(/^(["“'])(.*)["”']$/u, '$2');
  if (isAbsolute(path)) return resolve(path);
  throw refused(
    'not-absolute',
    '要写完整的路径，从盘符或“/”开始。',
    '请在文件管理器里复制文件夹的完整路径，粘贴到这里。',
  );
}

async function refuseFiles(path: string): Promise<void> {
  const found = await look(path);
  if (found?.isDirectory()) return;
  if (found) throw refused('not-a-folder', `“${path}”是文件，不是文件夹。`, '请另选一个文件夹。');
  // What is mistyped makes no new tree of folders.
  const above = dirname(path);
  if (!(await look(above))?.isDirectory()) {
    throw refused('not-found', `找不到“${above}”。`, '请检查路径有没有写错、U 盘或网络盘是否连着。');
  }
}

/** Nothing would be found again that lay inside something of the program's own. */
async function refuseInside(path: string): Promise<void> {
  for (let at = path; ; at = dirname(at)) {
    for (const [sign, what] of SIGNS) {
      if ((await look(join(at, sign)))?.isFile()) {
        throw refused(
          'inside',
          `“${path}”是${what}，或在其中。`,
          '请另选一个文件夹，或选它外面的数据文件夹。',
        );
      }
    }
    if (dirname(at) === at) return;
    if (OURS.has(basename(at)) && lastChanged(dirname(at)) !== undefined) {
      const outside = dirname(at);
      throw refused(
        'inside',
        `“${path}”在数据文件夹“${outside}”里面。`,
        `请选“${outside}”，或另选一个文件夹。`,
      );
    }
  }
}

async function rootIn(path: string): Promise<string> {
  if (basename(path) === DATA_FOLDER || lastChanged(path) !== undefined) return path;
  const names = (await guarded(LOOKING, () => ifThere(readdir(path)))) ?? [];
  // Names with a dot are not seen in a folder that looks empty.
  return names.some((name) => !name.startsWith('.')) ? join(path, DATA_FOLDER) : path;
}

async function tryToWrite(folder: string): Promise<void> {
  const probe = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeAlone(probe, '');
  } finally {
    await rm(probe, { force: true });
  }
}

const LOOKING = { action: '查看选中的文件夹', effect: UNCHANGED };

function look(path: string) {
  return guarded(LOOKING, async () => ifThere(stat(path)));
}

function refused(code: string, message: string, remedy: string): UserError {
  return new UserError({ code: `folder-${code}`, message, effect: UNCHANGED, remedy });
}
