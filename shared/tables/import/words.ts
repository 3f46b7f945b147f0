import type { DocumentWords } from '../../document.ts';
import type { Failure } from '../../values/errors.ts';

export const IMPORT_UNKNOWN: Failure = {
  code: 'import-unknown',
  message: '找不到这次导入的进度，它可能已经完成或放弃，也可能文件已损坏。',
  effect: '已保存的标准没有变化。',
  remedy: '请回到标准库刷新；需要时请重新导入原文件。',
};

const NOT_SAVED = '这次改动没有保存，以前的进度没有变化。';

/** What a user is told about an import that is not finished. */
export const IMPORT_WORDS: DocumentWords = {
  title: '导入',
  saving: { action: '保存导入的进度', effect: NOT_SAVED },
  unreadable: IMPORT_UNKNOWN,
  recovered: {
    code: 'recovered',
    message: '导入的进度已损坏，已改用上一份副本。',
    effect: '最近一次保存的改动可能不在其中。',
    remedy: '请核对最近的改动。',
  },
  migrated: {
    code: 'migrated',
    message: '导入的进度由旧版程序保存，已升级到当前格式。',
    effect: '内容没有变化。',
    remedy: '无需处理。',
  },
  newer: (stored, known) => ({
    code: 'import-newer',
    message: `导入的进度由更新版本的程序保存（版本 ${stored}，本程序支持到 ${known}）。`,
    effect: '文件没有改动，内容完好。',
    remedy: '请升级本程序后再打开。',
  }),
  tookOver: {
    code: 'lock-taken-over',
    message: '这次导入上次没有正常关闭，现已重新打开。',
    effect: '最近一次保存的内容完好。',
    remedy: '无需处理。',
  },
  lockLost: {
    code: 'lock-lost',
    message: '这次导入已被另一个程序打开接管。',
    effect: NOT_SAVED,
    remedy: '请回到标准库重新打开，再做这一步。',
  },
  refused: (reason) => ({
    code: 'edit-refused',
    message: `这一步不能保存：${reason}。`,
    effect: NOT_SAVED,
    remedy: '请回到标准库重新打开后再试。',
  }),
  nothingTo: (step) => ({
    code: 'nothing-to-undo',
    message: `没有可以${step}的步骤。`,
    effect: '没有改动。',
    remedy: '无需处理。',
  }),
};
