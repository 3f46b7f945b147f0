import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { toldLabel } from '../sites/told-codes.ts';
import { numberKey } from '../text-key.ts';

/** 通知传达: a notice that is passed on to every 示范点; who was told stands in fields of its own (`sites/told.ts`). */
export const notices: RegisterKind = {
  label: '通知传达',
  group: '本地本系统',
  within: 'sites',
  unit: '份',
  about: '要传达到各示范点的通知，一份一行；在“传达情况”里勾选已经传达到的示范点。',
  sources: [{ document: '郑法政办〔2020〕14号', clause: '三' }],
  sameBy: [['number'], ['title']],
  month: 'received',
  reads: { title: '传达情况' },
  fieldLabel: toldLabel,
  columns: [
    {
      ...{ code: 'title', label: '标题', kind: 'text', listed: true },
      headings: ['通知', '通知标题', '文件', '文件标题', '文件名称', '名称'],
    },
    {
      ...{ code: 'number', label: '文号', kind: 'text', listed: true, keyed: numberKey },
      headings: ['发文字号', '文件号', '通知文号'],
    },
    {
      ...{ code: 'received', label: '收到日期', kind: 'day', listed: true },
      headings: dayHeadings('收到', '收文', '来文'),
    },
    {
      ...{ code: 'ask', label: '传达要求', kind: 'long', listed: true },
      headings: ['要求', '传达内容', '文件要求'],
    },
    {
      ...{ code: 'guidance', label: '业务指导', kind: 'long', listed: true },
      headings: ['指导', '指导情况', '业务指导情况'],
    },
    {
      ...{ code: 'guidedOn', label: '指导日期', kind: 'day' },
      headings: dayHeadings('指导', '业务指导'),
    },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
};
