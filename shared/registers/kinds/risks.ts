import { fieldOf } from '../entry.ts';
import type { RegisterKind } from '../kind.ts';

/** 执法风险评估: three triggers (管防字〔2012〕40号 二（二）4); the grades are the office's own words. */
export const risks: RegisterKind = {
  label: '执法风险评估',
  unit: '项',
  about: '重大行政执法事项的风险评估，一项一行；等级由本单位自定。',
  sources: [{ document: '管防字〔2012〕40号', clause: '二（二）4' }],
  month: 'day',
  counted: ['trigger'],
  columns: [
    { code: 'day', label: '日期', kind: 'day', listed: true, headings: ['立项日期', '时间'] },
    { code: 'matter', label: '执法事项', kind: 'long', listed: true, headings: ['事项', '案件名称', '名称'] },
    {
      ...{ code: 'trigger', label: '评估事由', kind: 'choice', listed: true, headings: ['类别', '事由'] },
      choices: [
        '涉及他人重大利益的行政许可',
        '涉及他人重大利益的行政处罚',
        '3万元以上罚款',
        '其他重大行政执法事项',
      ],
    },
    { code: 'assessed', label: '评估日期', kind: 'day', listed: true, headings: ['评估时间'] },
    { code: 'found', label: '风险点', kind: 'long', headings: ['风险识别', '存在风险'] },
    { code: 'grade', label: '风险等级', kind: 'text', listed: true, headings: ['等级'] },
    { code: 'measures', label: '防控措施', kind: 'long', headings: ['防控办法', '措施'] },
    { code: 'office', label: '责任科室', kind: 'text', headings: ['科室', '承办科室'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
  ratios: (entries) => [
    {
      code: 'assessed',
      label: '风险评估率',
      numerator: entries.filter((entry) => fieldOf(entry, 'assessed') !== '').length,
      denominator: entries.length,
      counted: { numerator: '其中填有评估日期的项数', denominator: '登记的重大行政执法事项数' },
    },
  ],
};
