import type { Column } from '../column.ts';
import { fieldOf } from '../entry.ts';
import { share, total } from '../figure.ts';
import { dayHeadings, matterHeadings, resultHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';

/** With which a mediation is over. */
const OVER = ['达成协议', '未达成协议', '终止调解'];

const RESULT: Column = {
  ...{ code: 'result', label: '调解结果', kind: 'choice', listed: true },
  headings: [...resultHeadings('调解', '处理', '办理', '办结', '结案'), '结果'],
  choices: ['正在调解', ...OVER],
  perhaps: {
    正在调解: ['调解中', '在调解', '正在进行', '进行中', '正在办理', '办理中', '在办', '未办结'],
    达成协议: [
      ...['达成', '已达成', '已达成协议', '达成调解协议', '达成一致', '达成和解', '调解达成协议'],
      ...['调解成功', '已调解成功', '成功', '调成'],
    ],
    未达成协议: [
      ...['未达成', '没有达成', '没达成', '没有达成协议', '没达成协议', '未能达成协议', '未达成调解协议'],
      ...[
        '未达成一致',
        '调解失败',
        '失败',
        '调解不成',
        '调解不成功',
        '调解未成功',
        '未调解成功',
        '不成功',
        '未成功',
      ],
    ],
    终止调解: [
      ...['终止', '已终止', '调解终止', '撤回', '已撤回', '撤回申请', '申请撤回', '申请人撤回', '撤回调解'],
    ],
  },
  first: '正在调解',
};

/** 行政调解. The form of the statistical report is the office's: 郑依法行政领办〔2016〕65号 is not at hand. */
export const mediation: RegisterKind = {
  label: '行政调解',
  group: '本单位',
  unit: '件',
  about: '受理和调解的争议纠纷，一件一行；统计报告的表式和期间按本单位的规定。',
  sources: [{ document: '郑依法行政领办〔2017〕36号', clause: '二（二）' }],
  sameBy: [
    ['day', 'applicant'],
    ['applicant', 'other'],
    ['applicant', 'matter'],
    ['day', 'matter'],
  ],
  month: 'day',
  counted: ['result'],
  reads: { result: '报告数据' },
  follows: [{ code: 'closed', after: 'day' }],
  columns: [
    {
      code: 'day',
      label: '受理日期',
      kind: 'day',
      listed: true,
      headings: [...dayHeadings('受理', '登记', '收案', '立案', '接案'), '日期', '受理时间'],
    },
    { code: 'applicant', label: '申请人', kind: 'text', listed: true, headings: ['当事人', '甲方'] },
    { code: 'other', label: '被申请人', kind: 'text', listed: true, headings: ['对方当事人', '乙方'] },
    { code: 'kind', label: '争议类型', kind: 'text', headings: ['纠纷类型', '案由', '类型'] },
    {
      code: 'matter',
      label: '争议事项',
      kind: 'long',
      listed: true,
      headings: [...matterHeadings('纠纷', '争议', '调解', '申请', ''), '事项', '纠纷事项', '内容'],
    },
    RESULT,
    {
      code: 'closed',
      label: '办结日期',
      kind: 'day',
      headings: [
        ...dayHeadings('办结', '结案', '调结', '终结', '结束', '调解结束', '调解完成'),
        '办结时间',
        '结案日期',
      ],
    },
    {
      code: 'paper',
      label: '协议书编号',
      kind: 'text',
      headings: ['协议编号', '文书编号', '文号', '文书号', '调解书编号', '调解编号', '字号', '案号'],
    },
    { code: 'person', label: '调解员', kind: 'text', headings: ['调解人员', '承办人'] },
    { code: 'phone', label: '联系电话', kind: 'text', personal: true, headings: ['电话', '联系方式'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
  figures: (rows) => [
    total(rows, '受理行政调解', '件'),
    ...share('agreed', {
      of: rows.filter((entry) => OVER.includes(fieldOf(entry, 'result'))),
      has: (entry) => fieldOf(entry, 'result') === '达成协议',
      unread: { rows, column: RESULT, unit: '件' },
      words: {
        numerator: '其中调解结果是“达成协议”的件数',
        denominator:
          '调解结果是“达成协议”“未达成协议”“终止调解”的件数，正在调解、填的是别的词和没有填写的不算',
      },
      sentence: ({ numerator, denominator, percent }) =>
        `受理的行政调解已有结果的${denominator}件中，达成协议${numerator}件，占${percent}`,
    }),
  ],
};
