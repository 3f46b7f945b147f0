import type { Column } from '../column.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { byChoice, share, total } from '../figure.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { whenOf } from '../when.ts';

const TRIGGER: Column = {
  ...{ code: 'trigger', label: '评估事由', kind: 'choice', listed: true, headings: ['类别', '事由'] },
  choices: [
    '涉及他人重大利益的行政许可',
    '涉及他人重大利益的行政处罚',
    '3万元以上罚款',
    '其他重大行政执法事项',
  ],
};
const SOURCE = { document: '管防字〔2012〕40号', clause: '二（二）4' };
const COUNTED = { numerator: '其中填有评估日期的项数', denominator: '登记的重大行政执法事项数' };

const isAssessed = (entry: Entry): boolean => whenOf(fieldOf(entry, 'assessed')) !== undefined;

/** 执法风险评估: three triggers (管防字〔2012〕40号 二（二）4); the grades are the office's own words. */
export const risks: RegisterKind = {
  label: '执法风险评估',
  group: '本单位',
  unit: '项',
  about: '单个重大行政执法事项的风险评估，一项一行；等级由本单位自定。本机关的风险点登记在“执法风险清单”。',
  sources: [SOURCE],
  sameBy: [['matter']],
  month: 'day',
  counted: ['trigger'],
  reads: { trigger: '报告数据', assessed: '风险评估率、报告数据' },
  columns: [
    {
      code: 'day',
      label: '日期',
      kind: 'day',
      listed: true,
      headings: [...dayHeadings('立项', '登记', '提出', '受理'), '立项日期', '时间'],
    },
    {
      code: 'matter',
      label: '执法事项',
      kind: 'long',
      listed: true,
      headings: [
        ...['执法', '评估', '案件'].flatMap((what) => [`${what}事项`, `${what}内容`]),
        '事项',
        '案件名称',
        '名称',
      ],
    },
    TRIGGER,
    {
      code: 'assessed',
      label: '评估日期',
      kind: 'day',
      listed: true,
      headings: [...dayHeadings('评估', '风险评估', '论证'), '评估时间'],
    },
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
      numerator: entries.filter(isAssessed).length,
      denominator: entries.length,
      counted: COUNTED,
    },
  ],
  figures: (rows) => [
    total(rows, '登记重大行政执法事项', '项'),
    ...share('assessed', {
      of: rows,
      has: isAssessed,
      words: COUNTED,
      sentence: ({ numerator, denominator, percent }) =>
        `登记的${denominator}项重大行政执法事项中，已作执法风险评估${numerator}项，占${percent}`,
      source: SOURCE,
    }),
    ...byChoice(rows, TRIGGER, { name: '重大行政执法事项', unit: '项' }),
  ],
};
