import type { RegisterKind } from '../kind.ts';
import { COUNTIES } from '../headings.ts';
import { PLANNED_HEADINGS } from '../planned-headings.ts';

/** The list that 微宣讲 is to reach, as the unit types or imports it, and this year's plan for each. */
export const places: RegisterKind = {
  label: '宣讲覆盖',
  group: '本地本系统',
  unit: '处',
  about: '要讲到的县（市、区）或者乡镇（街道），一处一行；今年打算讲的，填计划完成日期。',
  sources: [{ document: '2022年度全省推进服务型行政执法建设工作要点', clause: '一2' }],
  sameBy: [['place']],
  month: 'due',
  reads: { place: '宣讲覆盖', due: '宣讲覆盖、提醒' },
  columns: [
    {
      ...{ code: 'place', label: '县（市、区）、乡镇（街道）', kind: 'text', listed: true, impersonal: true },
      headings: ['名称', ...COUNTIES, '乡镇', '乡镇街道', '单位名称', '单位'],
      within: COUNTIES,
    },
    {
      ...{ code: 'due', label: '今年计划完成日期', kind: 'day', listed: true, planned: true },
      headings: [...PLANNED_HEADINGS, '完成时限', '时间'],
    },
    { code: 'person', label: '授课员', kind: 'text', listed: true, headings: ['主讲人', '讲师'] },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
};
