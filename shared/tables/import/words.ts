import { documentWords } from '../../document-words.ts';
import type { Failure } from '../../values/errors.ts';

export const IMPORT_UNKNOWN: Failure = {
  code: 'import-unknown',
  message: '找不到这次导入的进度，它可能已经完成或放弃，也可能文件已损坏。',
  effect: '已保存的标准没有变化。',
  remedy: '请回到标准库刷新；需要时请重新导入原文件。',
};

/** It was there when it was opened. */
export const IMPORT_AWAY: Failure = {
  code: IMPORT_UNKNOWN.code,
  message: '找不到这次导入的进度文件，它可能被移走、已在别处完成或放弃，也可能已损坏。',
  effect: '刚才的改动还在页面上，没有保存；以前的进度没有变化。',
  remedy: '请把数据文件夹放回原处，再按“重试”；已在别处完成或放弃的，请离开。',
};

/** Another window has brought it to its end: there is nothing to be put back. */
export function importEnded(how: 'saved' | 'discarded'): Failure {
  return {
    code: IMPORT_UNKNOWN.code,
    message: `这次导入已在另一个窗口里${how === 'saved' ? '保存为标准' : '放弃'}。`,
    effect: '这里不能再改，刚才的改动没有保存；那边保存的内容不受影响。',
    remedy: '请按左上角的“标准库”离开。',
  };
}

/** `file`: its name in 标准库/导入中. */
export function importUnreadable(file: string): Failure {
  return {
    code: 'import-unreadable',
    message: `一次没有完成的导入，它的进度文件 ${file} 已损坏。`,
    effect: '文件原样保留，没有改动；已保存的标准和其他导入不受影响。',
    remedy: '请重新导入原文件；不再需要的，可从数据文件夹的“标准库/导入中”移走这个文件。',
  };
}

/** The progress is there, and what was read from the file is not. */
export function tablesGone(file: string): Failure {
  return {
    code: 'import-tables-gone',
    message: `这次导入从原文件读取的表格（${file}）不见了，或者已损坏。`,
    effect: '填写的进度还在，没有改动；已保存的标准没有变化。',
    remedy: `请把 ${file} 放回数据文件夹的“标准库/导入中”再打开，或重新导入原文件。`,
  };
}

const NOT_SAVED = '这次改动没有保存，以前的进度没有变化。';

/** What a user is told about an import that is not finished. */
export const IMPORT_WORDS = documentWords(
  { title: '导入', file: 'import', one: '这次导入', stored: '导入的进度' },
  {
    saving: { action: '保存导入的进度', effect: NOT_SAVED },
    unknown: IMPORT_UNKNOWN,
    unreadable: IMPORT_UNKNOWN,
    recovered: {
      message: '导入的进度已损坏，已改用上一份副本。',
      effect: '最近一次保存的改动可能不在其中。',
      remedy: '请核对最近的改动。',
    },
    migrated: { effect: '内容没有变化。' },
    tookOver: { remedy: '无需处理。' },
    lockLost: {
      message: '另一个程序正在改动这次导入。',
      effect: '刚才的改动还在页面上，没有保存；以前的进度没有变化。',
      remedy: '请按“重试”；两个程序的改动都会保留。',
    },
    refused: { effect: NOT_SAVED, remedy: '页面上是现在的内容，请在它上面再改。' },
  },
);
