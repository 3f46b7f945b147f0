import type { RegisterKind } from '../kind.ts';
import { COVERED, NOTICE } from '../commend/columns.ts';

const SOURCE = { document: NOTICE, clause: '三7' };

/** 标兵材料: one text and one PPT of each 标兵 unit; the columns are ours. */
export const experiences: RegisterKind = {
  label: '标兵材料',
  group: '本地本系统',
  unit: '份',
  about: '标兵单位的典型经验：1个文字材料写在正文里，1个PPT加到材料里，一个单位一行。',
  sources: [SOURCE],
  sameBy: [['unit']],
  month: 'sent',
  isOfTheYear: true,
  onlyOnce: 'unit',
  fixed: ['unit', 'text', 'covered', 'sent'],
  reads: { unit: '导出文件名', text: '核对', covered: '核对', sent: '期限' },
  columns: [
    {
      ...{ code: 'unit', label: '标兵单位', kind: 'text', listed: true, source: SOURCE },
      headings: ['单位', '单位名称', '单位全称', '标兵单位名称', '标兵'],
    },
    {
      ...{ code: 'text', label: '文字材料', kind: 'long', apart: true, source: SOURCE },
      headings: ['典型经验', '经验材料', '正文'],
    },
    { ...COVERED, label: '材料已写到' },
    {
      ...{ code: 'sent', label: '发送日期', kind: 'day', listed: true, source: SOURCE },
      headings: ['报送日期', '发送时间', '报送时间', '日期'],
    },
    { code: 'note', label: '备注', kind: 'long', listed: true, headings: ['说明'] },
  ],
};
