import type { Column } from '../column.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { PLANNED_HEADINGS } from '../planned-headings.ts';

/** What a task is at: `不适用` says why in 备注. */
export const TASK_STATES = ['未开始', '进行中', '已完成', '不适用'] as const;
export type TaskState = (typeof TASK_STATES)[number];

const ALIKE: NonNullable<Column['alike']> = {
  已完成: [
    ...['完成', '完成了', '全部完成', '按时完成', '已按时完成', '完结', '已完结', '办结', '已办结', '已办'],
    ...['已落实', '是', '√', '✓', '✔', '☑', '100%', '100.00%'],
  ],
  进行中: [
    ...[
      '正在进行',
      '正在进行中',
      '推进中',
      '正在推进',
      '持续推进',
      '持续推进中',
      '办理中',
      '正在办理',
      '在办',
    ],
    ...['开展中', '正在开展', '实施中', '正在实施', '落实中', '正在落实', '部分完成'],
  ],
  未开始: [
    ...['未开展', '未启动', '未进行', '未实施', '尚未开始', '尚未开展', '尚未启动', '没有开始', '待开展'],
    ...['待启动', '0%'],
  ],
  不适用: ['不涉及', '无此项任务', '无此项工作'],
};
/** It may have begun. */
const PERHAPS: NonNullable<Column['perhaps']> = {
  未开始: ['未完成', '尚未完成', '没有完成', '未办结', '未办', '未落实', '否', '×', 'x', '✗', '✘'],
};

/** 年度任务 (郑依法行政领办〔2017〕36号 附件1至4): matter, material, day. */
export const tasks: RegisterKind = {
  label: '年度任务',
  unit: '项',
  about: '通知要求的事项、材料和完成时限。',
  sources: [{ document: '郑依法行政领办〔2017〕36号', clause: '附件1至4' }],
  sameBy: [['matter', 'material']],
  month: 'due',
  columns: [
    {
      code: 'matter',
      label: '事项',
      kind: 'text',
      listed: true,
      headings: ['工作事项', '任务内容', '工作内容', '任务', '工作任务', '任务事项'],
    },
    {
      code: 'material',
      label: '材料',
      kind: 'long',
      listed: true,
      headings: ['佐证材料', '完成标志', '要求'],
      // What tells two tasks of one matter apart, where no material does.
      otherwise: [
        '措施',
        '举措',
        '具体措施',
        '工作措施',
        '具体内容',
        '具体任务',
        '具体工作',
        '工作要求',
        '目标要求',
      ],
    },
    {
      code: 'limit',
      label: '完成时限（原文）',
      kind: 'text',
      listed: true,
      headings: ['完成时限', '时限', '完成时间', '时间要求'],
    },
    {
      ...{ code: 'due', label: '按此日计', kind: 'day', listed: true, planned: true },
      headings: PLANNED_HEADINGS,
    },
    { code: 'only', label: '适用单位', kind: 'text', headings: ['适用范围', '条件'] },
    { code: 'source', label: '依据', kind: 'long', headings: ['文号', '来源'] },
    {
      code: 'owner',
      label: '责任科室、责任人',
      kind: 'text',
      listed: true,
      headings: ['责任科室', '责任单位', '责任人'],
    },
    {
      ...{ code: 'progress', label: '进度', kind: 'choice', choices: TASK_STATES, first: '未开始' },
      ...{ alike: ALIKE, perhaps: PERHAPS, listed: true, headings: ['完成情况', '状态'] },
    },
    {
      ...{ code: 'doneOn', label: '完成日期', kind: 'day' },
      headings: [
        ...dayHeadings('实际完成', '实际办结', '办结'),
        '实际完成日期',
        '实际完成时间',
        '完成日',
        '办结日期',
        '办结时间',
      ],
    },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
};
