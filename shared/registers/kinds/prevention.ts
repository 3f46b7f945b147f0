import { CARRIED_OUT, CARRIED_OUT_READS, carriedOutDue, listFigures } from '../carried-out.ts';
import type { RegisterKind } from '../kind.ts';

const SOURCE = { document: '2022年度全省推进服务型行政执法建设工作要点', clause: '二6' };

/** 征求意见稿 is a paper. */
const whyNoOpinion = (text: string): string | undefined => (/意见稿/u.test(text) ? '' : undefined);

/** 行政相对人法律风险防控清单: 风险点 and 防控措施 are the document's (no grades there), the other columns ours. */
export const prevention: RegisterKind = {
  label: '法律风险防控清单',
  group: '本单位',
  paper: '行政相对人法律风险防控清单',
  unit: '项',
  about:
    '行政相对人易发、多发的违法风险点和防控措施，一项一行。7月上旬前梳理的是省市场监管局等六个省直单位，各地可以适当增加、细化。',
  sources: [SOURCE],
  sameBy: [['point'], ['case']],
  titled: 'point',
  month: 'doneOn',
  isOfTheYear: true,
  counted: ['asked', 'state'],
  reads: { ...CARRIED_OUT_READS, point: '报告数据' },
  columns: [
    {
      ...{ code: 'point', label: '风险点', kind: 'long', listed: true, source: SOURCE },
      headings: [
        ...['法律风险点', '违法风险点', '主要风险点', '风险点名称', '风险名称', '风险事项', '风险内容'],
        ...['法律风险', '违法风险', '风险描述', '风险点描述', '违法行为', '违法行为名称', '违法事项'],
      ],
    },
    {
      ...{ code: 'case', label: '违法情形', kind: 'long', listed: true },
      headings: [
        ...['表现形式', '具体表现', '违法表现', '风险表现', '主要表现', '情形', '具体情形', '常见情形'],
        ...['违法行为表现形式', '违法行为描述', '违法情形描述', '风险表现形式'],
      ],
      otherwise: ['风险描述', '风险点描述', '违法行为', '风险内容'],
    },
    {
      ...{ code: 'basis', label: '法律依据', kind: 'long' },
      headings: [
        ...['依据', '处罚依据', '法规依据', '执法依据', '设定依据', '法律法规依据', '法律法规'],
        ...['违法依据', '依据条款', '法律条款'],
      ],
    },
    {
      ...{ code: 'consequence', label: '法律后果', kind: 'long' },
      headings: [
        ...['法律责任', '后果', '违法后果', '违法责任', '处罚后果', '风险后果', '处罚措施', '处罚标准'],
        ...['处罚内容', '处罚种类'],
      ],
      otherwise: ['处罚依据'],
    },
    {
      ...{ code: 'measures', label: '防控措施', kind: 'long', listed: true, source: SOURCE },
      headings: [
        ...['防范措施', '预防措施', '风险防控措施', '风险防范措施', '防控办法', '措施', '具体措施'],
        ...['防控建议', '防范建议', '防控要点', '防范要点', '防控指引', '合规建议', '合规指引', '合规要求'],
      ],
    },
    {
      ...{ code: 'office', label: '责任科室', kind: 'text', listed: true },
      headings: [
        ...['责任部门', '责任单位', '责任处室', '责任股室', '科室', '部门', '承办科室', '承办单位'],
        ...['牵头科室', '负责科室', '主管科室'],
      ],
    },
    {
      ...{ code: 'asked', label: '征求意见', kind: 'choice', listed: true, first: '未征求' },
      headings: ['是否征求意见', '征求意见状态', '征求意见情况'],
      whyNot: whyNoOpinion,
      choices: ['未征求', '征求中', '已征求'],
      alike: {
        未征求: ['否', '没有征求', '尚未征求', '未征求意见', '×'],
        征求中: ['正在征求', '正在征求意见', '征求意见中'],
        已征求: ['是', '已征求意见', '已完成', '完成', '√', '✓', '✔'],
      },
    },
    {
      ...{ code: 'opinions', label: '意见建议', kind: 'long' },
      headings: [
        ...['征求意见内容', '征求到的意见', '意见内容', '反馈意见', '意见反馈', '意见采纳情况'],
        ...['采纳情况', '意见和建议', '意见'],
      ],
      whyNot: whyNoOpinion,
    },
    ...CARRIED_OUT,
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  figures: (rows) => listFigures(rows, { did: '梳理行政相对人法律风险点', name: '法律风险防控清单登记' }),
  due: carriedOutDue,
};
