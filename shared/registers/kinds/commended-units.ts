import type { RegisterKind } from '../kind.ts';
import { COMMENDED, CLEAN, COVERED, NOTICE, SEARCHED, SENT, SUMMARY } from '../commend/columns.ts';

/** 表现突出的单位: the first three columns are those of the notice's own table, in its order. */
export const commendedUnits: RegisterKind = {
  label: '推荐表扬单位',
  button: '推荐表扬',
  group: '本地本系统',
  unit: '个',
  about:
    '推荐的表现突出的单位，按推荐顺序，一个一行；选中一行后用 Alt+↑、Alt+↓ 移动。汇总表的栏目是附件3的。',
  sources: [{ document: NOTICE, clause: '三9' }, { document: NOTICE, clause: '附件2' }, COMMENDED],
  sameBy: [['unit']],
  month: 'sent',
  isOfTheYear: true,
  onlyOnce: 'unit',
  fixed: ['unit', 'rank', 'type', 'summary', 'covered', 'clean'],
  reads: { unit: '汇总表', rank: '汇总表', type: '核对', summary: '核对', covered: '核对', clean: '核对' },
  columns: [
    {
      ...{ code: 'unit', label: '单位全称', kind: 'text', listed: true, source: COMMENDED },
      headings: ['单位名称', '推荐对象', '推荐的单位', '全称', '单位'],
    },
    {
      ...{ code: 'rank', label: '单位(机构)级别', kind: 'text', listed: true, source: COMMENDED },
      headings: ['单位级别', '机构级别', '级别', '单位机构级别'],
    },
    {
      ...{ code: 'type', label: '类型', kind: 'choice', listed: true },
      choices: ['法治机构', '执法单位（机构）'],
      alike: { '执法单位（机构）': ['执法单位', '执法机构', '行政执法单位', '行政执法单位（机构）'] },
      source: { document: NOTICE, clause: '附件2 一（一）2' },
    },
    SUMMARY,
    COVERED,
    CLEAN,
    ...[SEARCHED, SENT],
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
};
