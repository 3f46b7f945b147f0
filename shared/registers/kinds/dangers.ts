import { CARRIED_OUT, CARRIED_OUT_READS, carriedOutDue, listFigures } from '../carried-out.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';

const SOURCE = { document: '管防字〔2012〕40号', clause: '二（二）4' };

/** 执法风险清单 of the agency itself: points, grades and measures are asked for; the grades' names are the office's own words. */
export const dangers: RegisterKind = {
  label: '执法风险清单',
  group: '本单位',
  paper: '行政执法风险清单',
  unit: '项',
  about:
    '本机关执法过程中的风险点、等级和防控措施，一项一行；等级由本单位自定。单个重大事项的评估登记在“执法风险评估”。',
  sources: [SOURCE],
  sameBy: [['point']],
  titled: 'point',
  month: 'assessed',
  isOfTheYear: true,
  counted: ['state'],
  reads: { ...CARRIED_OUT_READS, point: '报告数据' },
  columns: [
    {
      ...{ code: 'stage', label: '执法环节', kind: 'text', listed: true },
      headings: [
        ...['环节', '风险环节', '执法流程', '执法岗位', '岗位', '执法事项', '执法类别', '权力事项'],
        ...['职权名称', '权力名称', '行政行为'],
      ],
      otherwise: ['岗位名称'],
    },
    {
      ...{ code: 'point', label: '风险点', kind: 'long', listed: true, source: SOURCE },
      headings: [
        ...['执法风险点', '廉政风险点', '主要风险点', '风险点名称', '风险点描述', '风险描述', '风险名称'],
        ...['风险内容', '存在风险', '执法风险', '风险事项'],
      ],
      otherwise: ['风险表现', '表现形式', '风险表现形式', '具体表现'],
    },
    {
      ...{ code: 'grade', label: '风险等级', kind: 'text', listed: true, source: SOURCE },
      headings: ['等级', '风险级别', '级别', '风险程度', '等级评定', '风险等级评定', '风险点等级'],
    },
    {
      ...{ code: 'measures', label: '防控措施', kind: 'long', listed: true, source: SOURCE },
      headings: [
        ...['防范措施', '预防措施', '风险防控措施', '风险防范措施', '防控办法', '防控建议', '防范建议'],
        ...['措施', '具体措施', '应对措施', '整改措施'],
      ],
    },
    {
      ...{ code: 'office', label: '责任科室', kind: 'text', listed: true },
      headings: [
        ...['责任部门', '责任单位', '责任处室', '责任股室', '科室', '部门', '承办科室', '承办单位'],
        ...['牵头科室', '负责科室'],
      ],
    },
    {
      ...{ code: 'assessed', label: '评估日期', kind: 'day', listed: true },
      headings: dayHeadings('评估', '风险评估', '排查', '风险排查', '评定'),
    },
    ...CARRIED_OUT,
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  figures: (rows) => listFigures(rows, { did: '排查行政执法风险点', name: '执法风险清单登记' }),
  due: carriedOutDue,
};
