import type { RegisterKind } from '../kind.ts';
import {
  CARD,
  COMMENDED,
  CLEAN,
  COVERED,
  NOTICE,
  SEARCHED,
  SENT,
  SERVED,
  SUMMARY,
} from '../commend/columns.ts';
import { numberKey } from '../text-key.ts';

/** 表现突出的个人: the first six columns are those of the notice's own table, in its order. */
export const commendedPersons: RegisterKind = {
  label: '推荐表扬个人',
  group: '本地本系统',
  within: 'commendedUnits',
  unit: '人',
  about:
    '推荐的表现突出的个人，按推荐顺序，一人一行；选中一行后用 Alt+↑、Alt+↓ 移动。汇总表的栏目是附件3的。',
  sources: [{ document: NOTICE, clause: '三9' }, { document: NOTICE, clause: '附件2' }, COMMENDED],
  sameBy: [['card'], ['name', 'unit']],
  month: 'sent',
  isOfTheYear: true,
  onlyOnce: 'card',
  fixed: [
    ...['name', 'unit', 'office', 'post', 'grade', 'card'],
    ...['division', 'fits', 'years', 'summary', 'covered', 'clean'],
  ],
  reads: {
    ...{ name: '汇总表', unit: '汇总表', office: '汇总表', post: '汇总表', grade: '汇总表', card: '汇总表' },
    ...{ division: '核对', fits: '核对', years: '核对', summary: '核对', covered: '核对', clean: '核对' },
  },
  columns: [
    {
      ...{ code: 'name', label: '姓名', kind: 'text', listed: true, source: COMMENDED },
      headings: ['个人姓名', '推荐人选', '推荐对象', '人员姓名'],
    },
    {
      ...{ code: 'unit', label: '单位全称', kind: 'text', listed: true, source: COMMENDED },
      headings: ['单位名称', '工作单位', '所在单位', '单位'],
    },
    {
      ...{ code: 'office', label: '处(科)室名称', kind: 'text', listed: true, source: COMMENDED },
      headings: ['处室名称', '科室名称', '处科室', '处室', '科室', '部门', '所在科室', '内设机构'],
    },
    { code: 'post', label: '职务', kind: 'text', listed: true, headings: ['现任职务'], source: COMMENDED },
    { code: 'grade', label: '职级', kind: 'text', listed: true, headings: ['现任职级'], source: COMMENDED },
    {
      ...{ code: 'card', label: '执法(监督)证件号', kind: 'text', source: COMMENDED, keyed: numberKey },
      headings: [
        ...['执法证件号', '执法监督证件号', '执法证号', '执法监督证号', '行政执法证号', '证件号', '证号'],
        ...[
          '执法证件号码',
          '执法(监督)证号',
          '行政执法证件号',
          '监督证号',
          '监督证件号',
          '证件号码',
          '证件编号',
        ],
        ...['执法证编号', '执法证件编号', '执法监督证编号', '执法监督证件编号'],
      ],
    },
    {
      ...{ code: 'division', label: '处级', kind: 'choice', headings: ['是否处级', '处级个人', '处级干部'] },
      choices: ['是', '否'],
      source: { document: NOTICE, clause: '附件2 一（二）1' },
    },
    {
      ...{ code: 'fits', label: '符合哪一条', kind: 'choice' },
      choices: [CARD, SERVED],
      source: { document: NOTICE, clause: '附件2 一（二）1' },
    },
    {
      ...{
        code: 'years',
        label: '履行职责年数',
        kind: 'text',
        headings: ['履职年限', '从事年限', '工作年限'],
      },
      source: { document: NOTICE, clause: '附件2 一（二）1' },
    },
    SUMMARY,
    COVERED,
    CLEAN,
    ...[SEARCHED, SENT],
    {
      ...{ code: 'phone', label: '电话', kind: 'text', personal: true },
      headings: ['联系电话', '手机', '手机号', '手机号码', '联系方式'],
    },
    {
      ...{ code: 'idCard', label: '身份证号', kind: 'text', personal: true },
      headings: [
        '身份证号码',
        '公民身份号码',
        '身份证',
        '身份证件号',
        '身份证件号码',
        '身份号码',
        '身份证编号',
      ],
    },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
};
