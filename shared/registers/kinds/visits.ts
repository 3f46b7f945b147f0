import { fieldOf } from '../entry.ts';
import type { RegisterKind } from '../kind.ts';

const NOT_GIVEN = ['不愿填写', '未交回'];

/**
 * 回访 of penalties that are large or weigh heavily (管防字〔2012〕40号 二（二）1): where the form is not filled in or not
 * given back, 30 % are visited. Whether a case is counted in, and rounding, the document does not say: the count is ours.
 */
export const visits: RegisterKind = {
  label: '执法回访',
  unit: '件',
  about: '数额较大或者影响重大的处罚案件，一件一行；按不愿填写、未交回意见表的案件计算回访比例。',
  sources: [{ document: '管防字〔2012〕40号', clause: '二（二）1' }],
  month: 'day',
  counted: ['opinion', 'satisfied'],
  columns: [
    { code: 'day', label: '送达日期', kind: 'day', listed: true, headings: ['日期', '送达时间', '决定日期'] },
    { code: 'case', label: '案号', kind: 'text', listed: true, headings: ['决定书文号', '文号', '案件编号'] },
    { code: 'party', label: '当事人', kind: 'text', listed: true, headings: ['相对人', '行政相对人'] },
    {
      ...{ code: 'opinion', label: '回访意见表', kind: 'choice', listed: true, headings: ['意见表'] },
      choices: ['待交回', '已交回', ...NOT_GIVEN],
      first: '待交回',
    },
    { code: 'visited', label: '回访日期', kind: 'day', listed: true, headings: ['回访时间'] },
    {
      ...{ code: 'way', label: '回访方式', kind: 'choice', headings: ['方式'] },
      choices: ['上门', '电话', '书面', '其他'],
    },
    {
      ...{ code: 'satisfied', label: '满意情况', kind: 'choice', headings: ['满意度', '是否满意'] },
      choices: ['满意', '基本满意', '不满意'],
    },
    { code: 'office', label: '执法科室', kind: 'text', headings: ['科室', '承办科室'] },
    { code: 'result', label: '回访情况', kind: 'long', headings: ['整改情况', '回访结果', '内容'] },
    { code: 'phone', label: '联系电话', kind: 'text', personal: true, headings: ['电话', '联系方式'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
  ratios: (entries) => {
    const base = entries.filter((entry) => NOT_GIVEN.includes(fieldOf(entry, 'opinion')));
    const visited = base.filter((entry) => fieldOf(entry, 'visited') !== '');
    return [
      {
        code: 'visited',
        label: '回访比例',
        numerator: visited.length,
        denominator: base.length,
        counted: {
          numerator: '其中填有回访日期的件数',
          denominator: '回访意见表“不愿填写”“未交回”的件数',
        },
      },
    ];
  },
};
