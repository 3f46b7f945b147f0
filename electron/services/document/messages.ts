import type { DocumentWords } from '../../../shared/document-words.ts';
import type { Left } from '../files/durable-json.ts';
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

/** The file holds the change, yet the disk has reported an error of writing it. */
export function unconfirmed({ one }: Pick<Named, 'one'>): Failure {
  return {
    code: 'saved-unconfirmed',
    message: `改动已写入${one}的文件，但磁盘报告出错，没有确认。`,
    effect: '现在读出来的是改动以后的内容；如果这时断电或拔出磁盘，最近的改动可能丢失。',
    remedy: '请先把数据文件夹复制到其他磁盘，再检查这块磁盘、U 盘或网络盘。',
  };
}

/** What a save that failed means for the data, by what was found in the file since. */
export function leftAs(left: Exclude<Left, 'old'> | 'unknown'): string {
  switch (left) {
    case 'new':
      return '刚才这一步已写入文件，但没有得到确认；请重新打开后核对。';
    case 'other':
      return '文件里现在既不是改动前的内容，也不是改动后的；这里仍是改动前的内容，没有再写入。';
    case 'nothing':
      return '文件现在不在原处；这里仍是改动前的内容，下次保存时会重新写出。';
    case 'unknown':
      return '随后也读不出文件，不知道这一步是否已写入；这里先按没有写入处理，下一步之前会再核对。';
  }
}
