import type { DocumentWords } from '../document.ts';

/** What a user is told about a 自评档案. */
export const ASSESSMENT_WORDS: DocumentWords = {
  title: '自评档案',
  saving: {
    action: '保存',
    effect: '刚才这一步没有保存，已退回到上一次保存的内容；此前保存的内容完好。',
  },
  unreadable: {
    code: 'assessment-unreadable',
    message: '自评档案文件已损坏，上一份副本也无法读取。',
    effect: '文件原样保留，没有改动；佐证材料和自动备份不受影响。',
    remedy: '请不要删除该文件夹；可请技术支持人员用其中 backups 文件夹里最新的备份恢复。',
  },
  recovered: {
    code: 'recovered',
    message: '自评档案文件已损坏，已改用上一份副本。',
    effect:
      '最近一次保存的改动可能不在其中；损坏的文件不会删除，打开档案时另存为 assessment.damaged-*.json。',
    remedy: '请核对最近填写的内容；如有缺失，请补填或从备份恢复。',
  },
  migrated: {
    code: 'migrated',
    message: '这份自评档案由旧版程序保存，已升级到当前格式。',
    effect: '内容没有变化，升级前的档案已自动备份。',
    remedy: '无需处理。',
  },
  newer: (stored, known) => ({
    code: 'assessment-newer',
    message: `这份自评档案由更新版本的程序保存（档案版本 ${stored}，本程序支持到 ${known}）。`,
    effect: '档案没有改动，内容完好。',
    remedy: '请升级本程序后再打开。',
  }),
  tookOver: {
    code: 'lock-taken-over',
    message: '这份自评档案上次没有正常关闭，现已重新打开。',
    effect: '最近一次保存的内容完好。',
    remedy: '无需处理；可核对最后填写的一项。',
  },
  lockLost: {
    code: 'lock-lost',
    message: '这份自评档案已被另一个程序打开接管（电脑休眠后常见）。',
    effect: '刚才这一步没有保存；此前保存的内容完好。',
    remedy: '请回到首页重新打开这份档案，再做这一步。',
  },
  refused: (reason) => ({
    code: 'edit-refused',
    message: `这一步不能保存：${reason}。`,
    effect: '档案保持上一次保存的内容。',
    remedy: '请重新打开这份档案后再试。',
  }),
  nothingTo: (step) => ({
    code: 'nothing-to-undo',
    message: `没有可以${step}的步骤。`,
    effect: '档案没有改动。',
    remedy: '无需处理。',
  }),
};
