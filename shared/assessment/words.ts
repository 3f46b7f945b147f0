import { documentWords } from '../document-words.ts';

/** What a user is told about a 自评档案. */
export const ASSESSMENT_WORDS = documentWords(
  { title: '自评档案', file: 'assessment', one: '这份自评档案' },
  {
    opening: { effect: '档案没有改动。' },
    creating: { effect: '没有建立新档案，其他档案没有改动。' },
    unknown: {
      effect: '没有改动任何档案。',
      remedy: '请回到首页刷新；如果档案文件夹被移走，请放回原处。',
    },
    unreadable: {
      message: '自评档案文件已损坏，上一份副本也无法读取。',
      effect: '文件原样保留，没有改动；佐证材料和自动备份不受影响。',
      remedy: '请不要删除该文件夹；可请技术支持人员用其中 backups 文件夹里最新的备份恢复。',
    },
    recovered: {
      effect:
        '最近一次保存的改动可能不在其中；损坏的文件不会删除，打开档案时另存为 assessment.damaged-*.json。',
      remedy: '请核对最近填写的内容；如有缺失，请补填或从备份恢复。',
    },
    keptAtClosing: { remedy: '请先核对；要用关闭前那一份的，请在“备份与恢复”里恢复它，恢复后还可以撤销。' },
    migrated: { effect: '内容没有变化，升级前的档案已自动备份。' },
    newer: (stored, known) => ({
      message: `这份自评档案由更新版本的程序保存（档案版本 ${stored}，本程序支持到 ${known}）。`,
      effect: '档案没有改动，内容完好。',
    }),
    tookOver: { remedy: '无需处理；可核对最后填写的一项。' },
    lockLost: { remedy: '请回到首页重新打开这份档案，再做这一步。' },
    refused: { effect: '档案保持上一次保存的内容。', remedy: '请重新打开这份档案后再试。' },
    nothingTo: { effect: '档案没有改动。' },
  },
);
