import type { Failure } from '../../../shared/values/errors.ts';
import { namesIn } from './new-folder.ts';

/** What the program itself writes beside a document's file. */
const OWN = /^\.(previous|damaged|tables)/;
/** Between a file's name and its ending: "(1)", " (张三的冲突副本 …)", "-电脑名", ".sync-conflict-…", " - 副本", "_冲突文件". */
const MARK = /^[\s(（[【\-_.~]/u;
/** Before a file's name. */
const BEFORE = /^(副本|复件|copy of)[\s_-]*$/iu;
/** Names that a notice tells. */
const TOLD = 3;

/** True for what a sync client, or a copy by hand, made of `<file>.json` beside it; never for a file of our own. */
export function isConflictCopy(file: string, name: string): boolean {
  if (!/\.json$/i.test(name)) return false;
  const stem = name.slice(0, -'.json'.length);
  if (stem.startsWith(file)) {
    const mark = stem.slice(file.length);
    return MARK.test(mark) && !OWN.test(mark);
  }
  return stem.endsWith(file) && BEFORE.test(stem.slice(0, -file.length));
}

/** The names of the other versions of `<file>.json` in a folder, in their order. */
export async function conflictCopies(folder: string, file: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => isConflictCopy(file, name));
}

/** A notice where other versions of `<file>.json` lie beside it; they are neither read nor changed. */
export async function conflictNotices(folder: string, file: string): Promise<Failure[]> {
  const copies = await conflictCopies(folder, file);
  if (copies.length === 0) return [];
  const told = copies.slice(0, TOLD).map((name) => `“${name}”`);
  const more = copies.length > TOLD ? `等 ${copies.length} 个` : '';
  return [
    {
      code: 'conflict-copy',
      message: `文件夹里另有 ${file}.json 的冲突副本：${told.join('、')}${more}。`,
      effect: `多半是同步软件留下的，其中可能有在别的电脑上填写、这里没有的内容；打开的是 ${file}.json，副本没有读取，也没有改动。`,
      remedy: '请与另一台电脑核对最近填写的内容，缺的在这里补上；核对完把副本移出这个文件夹，就不再提示。',
    },
  ];
}
