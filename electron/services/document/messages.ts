import type { DocumentWords } from '../../../shared/document-words.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';

type Named = Pick<DocumentWords, 'title' | 'one'>;

/** `names`: of the folders. The interface asks which where it knows of no choice (`several-folders`). */
export function severalFolders({ title, one }: Named, names: readonly string[]): UserError {
  return new UserError({
    code: 'several-folders',
    message: `数据文件夹里有 ${names.length} 个文件夹是同一份${title}：${names.map((name) => `“${name}”`).join('、')}。`,
    effect: '没有打开任何一个，都没有改动。',
    remedy: `请在列表里点开${one}，对照日期和改动次数选定一个，再做这一步。`,
  });
}

export function chosenIsGone({ one }: Named): UserError {
  return new UserError({
    code: 'folder-gone',
    message: `选中的文件夹不在数据文件夹里了，或者不再是${one}。`,
    effect: '没有打开，没有改动任何内容。',
    remedy: '请关闭这个对话框，重新打开。',
  });
}

/** `name`: of the folder that is open; `undone`: what was not done. */
export function folderIsOpen({ one }: Named, name: string, undone: string): UserError {
  return new UserError({
    code: 'folder-open',
    message: `${one}的文件夹“${name}”正开着（可能在另一个标签页里）。`,
    effect: `${undone}，没有改动任何内容。`,
    remedy: `请先打开“${name}”，点左上角返回，再做这一步。`,
  });
}

export function lastOne({ one }: Named): UserError {
  return new UserError({
    code: 'last-folder',
    message: `${one}现在只有这一个文件夹，没有移走。`,
    effect: '没有改动任何内容。',
    remedy: '请关闭这个对话框，重新打开。',
  });
}

/** Other folders hold what is open, and came beside it since. */
export function foldersBeside({ one }: Named, open: string, names: readonly string[]): Failure {
  return {
    code: 'folder-beside',
    message: `数据文件夹里另有文件夹也是${one}：${names.map((name) => `“${name}”`).join('、')}。`,
    effect: `改动仍存在“${open}”里；另外的文件夹没有读取，也没有改动。`,
    remedy: '如果只是备份，可以继续；下次打开时会请你选定一个。',
  };
}
