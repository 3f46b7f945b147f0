import { type Entry, fieldOf } from '../entry.ts';
import { byChoice, share, total } from '../figure.ts';
import type { Column } from '../column.ts';
import { dayHeadings, matterHeadings, resultHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { numberKey } from '../text-key.ts';
import { whenOf } from '../when.ts';

const SOURCE = { document: '管防字〔2012〕40号', clause: '二（二）1' };
const NOT_GIVEN = ['不愿填写', '未交回'];
const COUNTED = {
  numerator: '其中填有回访日期的件数',
  denominator: '回访意见表“不愿填写”“未交回”的件数',
};

const SATISFIED: Column = {
  ...{ code: 'satisfied', label: '满意情况', kind: 'choice', headings: ['满意度', '是否满意'] },
  choices: ['满意', '基本满意', '不满意'],
};

const OPINION: Column = {
  ...{ code: 'opinion', label: '回访意见表', kind: 'choice', listed: true, headings: ['意见表'] },
  choices: ['待交回', '已交回', ...NOT_GIVEN],
  first: '待交回',
};

const isNotGiven = (entry: Entry): boolean => NOT_GIVEN.includes(fieldOf(entry, 'opinion'));
const isVisited = (entry: Entry): boolean => whenOf(fieldOf(entry, 'visited')) !== undefined;

/**
 * 回访 of penalties that are large or weigh heavily (管防字〔2012〕40号 二（二）1): where the form is not filled in or not
 * given back, 30 % are visited. Whether a case is counted in, and rounding, the document does not say: the count is ours.
 */
export const visits: RegisterKind = {
  label: '执法回访',
  group: '本单位',
  unit: '件',
  about: '数额较大或者影响重大的处罚案件，一件一行；按不愿填写、未交回意见表的案件计算回访比例。',
  sources: [SOURCE],
  sameBy: [['case'], ['day', 'party'], ['party', 'visited']],
  month: 'day',
  counted: ['opinion', 'satisfied'],
  reads: {
    case: '回访比例、报告数据',
    opinion: '回访比例、报告数据',
    visited: '回访比例、报告数据',
    satisfied: '报告数据',
  },
  follows: [{ code: 'visited', after: 'day', so: '没有算回访' }],
  onlyOnce: 'case',
  columns: [
    {
      code: 'day',
      label: '送达日期',
      kind: 'day',
      listed: true,
      headings: [
        // Not 决定日期: it may be of the year before.
        ...dayHeadings('送达', '下达'),
        '日期',
        '送达时间',
      ],
    },
    {
      code: 'case',
      label: '案号',
      kind: 'text',
      keyed: numberKey,
      listed: true,
      headings: ['决定书文号', '文号', '案件编号', '案件号', '决定书编号', '文书编号', '文书号', '字号'],
    },
    { code: 'party', label: '当事人', kind: 'text', listed: true, headings: ['相对人', '行政相对人'] },
    OPINION,
    {
      code: 'visited',
      label: '回访日期',
      kind: 'day',
      listed: true,
      headings: [...dayHeadings('回访', '走访', '实际回访'), '回访时间'],
    },
    {
      ...{ code: 'way', label: '回访方式', kind: 'choice', headings: ['方式'] },
      choices: ['上门', '电话', '书面', '其他'],
    },
    SATISFIED,
    { code: 'office', label: '执法科室', kind: 'text', headings: ['科室', '承办科室'] },
    {
      code: 'result',
      label: '回访情况',
      kind: 'long',
      headings: [
        ...resultHeadings('回访', '走访', '整改'),
        ...matterHeadings('回访'),
        '整改情况',
        '回访结果',
        '内容',
      ],
    },
    { code: 'phone', label: '联系电话', kind: 'text', personal: true, headings: ['电话', '联系方式'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
  ratios: (entries) => {
    const base = entries.filter(isNotGiven);
    const visited = base.filter(isVisited);
    return [
      {
        code: 'visited',
        label: '回访比例',
        numerator: visited.length,
        denominator: base.length,
        counted: COUNTED,
      },
    ];
  },
  figures: (rows) => [
    total(rows, '送达数额较大或者影响重大的处罚案件', '件'),
    ...share('all', {
      of: rows,
      has: isVisited,
      words: { numerator: COUNTED.numerator, denominator: '当年登记的行数，一行算一件' },
      sentence: ({ numerator, denominator, percent }) =>
        `送达的${denominator}件数额较大或者影响重大的处罚案件中，已回访${numerator}件，占${percent}`,
    }),
    ...share('visited', {
      of: rows.filter(isNotGiven),
      unread: { rows, column: OPINION, unit: '件' },
      has: isVisited,
      words: COUNTED,
      sentence: ({ numerator, denominator, percent }) =>
        `不愿填写或者未交回回访意见表的${denominator}件处罚案件中，已回访${numerator}件，回访比例${percent}`,
      source: SOURCE,
    }),
    ...byChoice(rows, SATISFIED, { name: '数额较大或者影响重大的处罚案件', unit: '件' }),
  ],
};
