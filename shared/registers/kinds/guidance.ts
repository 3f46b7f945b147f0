import { dayHeadings, matterHeadings, resultHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';

/** 行政指导: the ways are those that the documents name. */
export const guidance: RegisterKind = {
  label: '行政指导',
  group: '本单位',
  unit: '件',
  about: '提示、建议、示范、教育、回访等行政指导，一件一行。',
  sources: [
    { document: '郑依法行政领办〔2017〕36号', clause: '二（一）' },
    { document: '管防字〔2012〕40号', clause: '二（二）1' },
  ],
  sameBy: [
    ['day', 'party'],
    ['party', 'matter'],
    ['day', 'matter'],
  ],
  month: 'day',
  counted: ['way'],
  reads: { way: '报告数据' },
  columns: [
    {
      code: 'day',
      label: '日期',
      kind: 'day',
      listed: true,
      headings: [
        ...dayHeadings('指导', '实施', '开展', '下达', '送达', '登记'),
        '指导日期',
        '时间',
        '指导时间',
      ],
    },
    {
      code: 'party',
      label: '行政相对人',
      kind: 'text',
      listed: true,
      headings: ['对象', '指导对象', '相对人'],
    },
    {
      code: 'matter',
      label: '事项',
      kind: 'long',
      listed: true,
      headings: [...matterHeadings('指导', '具体', '主要', ''), '指导事项', '内容', '指导内容'],
    },
    {
      ...{ code: 'way', label: '方式', kind: 'choice', listed: true, headings: ['指导方式'] },
      choices: ['提示', '建议', '示范', '教育', '回访', '协商', '契约', '劝导', '其他'],
    },
    {
      ...{ code: 'paper', label: '文书', kind: 'text' },
      // Not 编号 alone, which is as often the number of the row.
      headings: ['文书名称', '文书编号', '文书名称和编号', '文号', '指导书编号', '指导编号', '字号', '案号'],
    },
    { code: 'office', label: '承办科室', kind: 'text', listed: true, headings: ['科室', '承办单位'] },
    { code: 'person', label: '承办人', kind: 'text', headings: ['执法人员', '经办人'] },
    {
      code: 'result',
      label: '结果',
      kind: 'long',
      headings: [...resultHeadings('指导', '落实', '整改', '办理'), '指导结果', '效果'],
    },
    { code: 'phone', label: '联系电话', kind: 'text', personal: true, headings: ['电话', '联系方式'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
};
