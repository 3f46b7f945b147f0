import { checkCase } from '../cases/check.ts';
import { wholeCase } from '../cases/parted.ts';
import type { Column } from '../column.ts';
import { fieldOf } from '../entry.ts';
import { share, total } from '../figure.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';

const NOTICE = '郑法政办〔2020〕9号';
/** Those that were handed in, whatever came of it. */
const SENT = ['已报送', '已入选', '未入选'];
const STATE: Column = {
  ...{ code: 'state', label: '推选状态', kind: 'choice', listed: true, headings: ['状态', '进度'] },
  choices: ['撰写中', '已定稿', ...SENT],
  first: '撰写中',
};

/** 典型案例: one entry is one case. The themes are those that the notice names; the states are ours. */
export const cases: RegisterKind = {
  label: '典型案例',
  group: '本单位',
  unit: '篇',
  about: '撰写、检查、导出服务型行政执法典型案例，一篇一行；PPT、讲解视频作材料。',
  sources: [
    { document: NOTICE, clause: '二' },
    { document: NOTICE, clause: '三（二）' },
  ],
  sameBy: [['title']],
  month: 'day',
  counted: ['topic', 'state'],
  reads: { title: '写法检查', text: '写法检查', pace: '讲解时间', state: '报告数据' },
  fixed: ['title', 'text', 'pace'],
  columns: [
    { code: 'title', label: '标题', kind: 'text', listed: true, headings: ['案例标题', '案例名称', '题目'] },
    { code: 'text', label: '正文', kind: 'long', apart: true, headings: ['案例正文', '案例内容', '内容'] },
    {
      ...{ code: 'topic', label: '主题', kind: 'choice', listed: true, headings: ['案例主题', '类型'] },
      choices: [
        '提高执法效能',
        '包容审慎监管',
        '引导规范生产经营',
        '辅导破解堵点痛点',
        '防范化解违法风险',
        '指导纠正违法行为',
        '行政调解化解争议纠纷',
        '其他',
      ],
      source: { document: NOTICE, clause: '一（二）' },
    },
    {
      code: 'day',
      label: '撰写日期',
      kind: 'day',
      listed: true,
      headings: [...dayHeadings('撰写', '编写', '成稿'), '日期', '时间'],
    },
    { code: 'office', label: '承办单位', kind: 'text', listed: true, headings: ['报送单位', '单位', '科室'] },
    { code: 'pace', label: '讲解速度（字/分钟）', kind: 'count', headings: ['讲解速度', '语速'] },
    STATE,
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  figures: (rows) => [
    total(rows, '撰写服务型行政执法典型案例', '篇'),
    ...share('sent', {
      of: rows,
      has: (entry) => SENT.includes(fieldOf(entry, 'state')),
      words: {
        numerator: '其中推选状态是“已报送”“已入选”“未入选”的篇数',
        denominator: '当年登记的行数，一行算一篇',
      },
      sentence: ({ numerator, denominator }) =>
        `撰写的${denominator}篇服务型行政执法典型案例中，已报送${numerator}篇`,
    }),
    ...share('chosen', {
      of: rows.filter((entry) => SENT.includes(fieldOf(entry, 'state'))),
      unread: { rows, column: STATE, unit: '篇' },
      has: (entry) => fieldOf(entry, 'state') === '已入选',
      words: {
        numerator: '其中推选状态是“已入选”的篇数',
        denominator: '推选状态是“已报送”“已入选”“未入选”的篇数',
      },
      sentence: ({ numerator, denominator }) => `报送的${denominator}篇典型案例中，入选${numerator}篇`,
    }),
  ],
  due: (entry) => {
    const { whole } = wholeCase({ title: fieldOf(entry, 'title'), text: fieldOf(entry, 'text') });
    const errors = checkCase(whole).findings.filter(({ severity }) => severity === 'error').length;
    return errors === 0 ? '' : `${errors} 处错误`;
  },
};
