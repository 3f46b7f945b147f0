import type { DocumentWords } from '../document.ts';
import type { Failure } from '../values/errors.ts';

/** What a user is told about a 核验台. */
export const DESK_WORDS: DocumentWords = {
  title: '核验台',
  saving: {
    action: '保存',
    effect: '刚才这一步没有保存，已退回到上一次保存的内容；此前保存的内容完好。',
  },
  unreadable: {
    code: 'desk-unreadable',
    message: '核验台文件 desk.json 已损坏，上一份副本也无法读取。',
    effect: '文件原样保留，没有改动；收到的推荐包和核验记录不受影响。',
    remedy: '请不要删除该文件夹，并请技术支持人员协助恢复。',
  },
  recovered: {
    code: 'recovered',
    message: '核验台的一个文件已损坏，已改用上一份副本。',
    effect: '最近一次保存的改动可能不在其中；损坏的文件另存为 *.damaged-*.json，没有删除。',
    remedy: '请核对最近的改动；如有缺失，请补做。',
  },
  migrated: {
    code: 'migrated',
    message: '核验台的文件由旧版程序保存，已升级到当前格式。',
    effect: '内容没有变化，升级前的文件已自动备份。',
    remedy: '无需处理。',
  },
  newer: (stored, known) => ({
    code: 'desk-newer',
    message: `核验台的文件由更新版本的程序保存（版本 ${stored}，本程序支持到 ${known}）。`,
    effect: '文件没有改动，内容完好。',
    remedy: '请升级本程序后再打开。',
  }),
  tookOver: {
    code: 'lock-taken-over',
    message: '核验台上次没有正常关闭，现已重新打开。',
    effect: '最近一次保存的内容完好；没有收完的推荐包可以再导入一次。',
    remedy: '无需处理；可核对最后核验的一项。',
  },
  lockLost: {
    code: 'lock-lost',
    message: '这个核验台已被另一个程序打开接管（电脑休眠后常见）。',
    effect: '刚才这一步没有保存；此前保存的内容完好。',
    remedy: '请重新打开核验台，再做这一步。',
  },
  refused: (reason) => ({
    code: 'edit-refused',
    message: `这一步不能保存：${reason}。`,
    effect: '保持上一次保存的内容。',
    remedy: '请刷新后再试。',
  }),
  nothingTo: (step) => ({
    code: 'nothing-to-undo',
    message: `没有可以${step}的步骤。`,
    effect: '没有改动。',
    remedy: '无需处理。',
  }),
};

/** The same for one package's 核验记录, which lies in the desk and is locked with it. */
export const REVIEW_WORDS: DocumentWords = {
  ...DESK_WORDS,
  unreadable: {
    code: 'review-unreadable',
    message: '这个推荐包的核验记录 review.json 已损坏，上一份副本也无法读取。',
    effect: '文件原样保留，没有改动；推荐包原件和其他推荐包不受影响。',
    remedy: '请不要删除该文件夹；可请技术支持人员依据其中的 journal.jsonl 恢复。',
  },
};

export const PACKAGE_UNKNOWN: Failure = {
  code: 'package-unknown',
  message: '核验台里找不到这个推荐包。',
  effect: '没有改动任何内容。',
  remedy: '请刷新列表后再试。',
};
