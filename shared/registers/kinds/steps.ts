import type { Column } from '../column.ts';
import { byChoice, total } from '../figure.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { OWNER } from '../projects/owner.ts';

const SOURCE = { document: '豫法政办〔2020〕16号', clause: '二（一）' };
const MEETINGS = { document: '2022年度全省推进服务型行政执法建设工作要点', clause: '三11' };

/** The first four are those of a pair, 座谈会 that of pilots. */
const FORM: Column = {
  ...{ code: 'form', label: '形式', kind: 'choice', listed: true, source: SOURCE },
  headings: ['活动形式', '方式', '活动方式', '类别', '活动类型'],
  choices: ['座谈交流', '现场观摩', '查阅资料', '答疑解惑', '座谈会', '其他'],
};

/** What was done for a pair or a pilot: one entry is one activity. Its other columns are ours. */
export const steps: RegisterKind = {
  label: '项目活动',
  within: 'projects',
  unit: '次',
  about: '结对和试点项目开展的活动，一次一行；照片、签到表作材料。',
  sources: [SOURCE, MEETINGS],
  sameBy: [['day', 'matter']],
  month: 'day',
  counted: ['form'],
  reads: { project: '项目的活动、总结', form: '报告数据' },
  fixed: [OWNER.code],
  columns: [
    OWNER,
    {
      ...{ code: 'day', label: '日期', kind: 'day', listed: true },
      headings: [...dayHeadings('活动', '开展'), '时间', '活动时间'],
    },
    FORM,
    {
      ...{ code: 'matter', label: '内容', kind: 'long', listed: true },
      headings: ['活动内容', '主要内容', '活动主题', '主题', '活动名称'],
    },
    {
      ...{ code: 'people', label: '参加人员', kind: 'text', listed: true },
      headings: ['参加人', '人员', '参会人员', '参与人员'],
    },
    { code: 'place', label: '地点', kind: 'text', headings: ['活动地点', '会议地点'] },
    {
      ...{ code: 'result', label: '成效', kind: 'long' },
      headings: ['活动成效', '取得的成效', '效果', '活动效果', '成果'],
    },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  figures: (rows) => [
    total(rows, '开展结对和试点活动', '次'),
    ...byChoice(rows, FORM, { name: '结对和试点活动', unit: '次' }),
  ],
};
