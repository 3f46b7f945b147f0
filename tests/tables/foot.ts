import { showPoints } from '../../shared/values/points.ts';
import type { Body } from './body.ts';
import { across, texts } from './sheet.ts';

/** The last one names a veto to say that there is none. */
const NOTES = [
  '注：本表由牵头科室负责解释，自印发之日起施行。',
  '备注：总分计算保留一位小数，自印发之日起施行。',
  '注：本表不设一票否决项，自印发之日起施行。',
] as const;

/** What stands below the table's own rows. */
export function writeFoot(body: Body): void {
  const { plan, columns } = body;
  for (const each of plan.foot) {
    if (each === 'grades' && columns.length >= 3) writeGrades(body);
    if (each === 'signatures')
      line(body, '考核组成员签字：          被考核单位负责人签字：', '考核组成员签字');
    if (each === 'note') line(body, body.random.pick(NOTES), '自印发之日起施行');
  }
}

function line(body: Body, text: string, outside: string): void {
  body.rows.push(across(text, body.columns.length));
  body.outside.push(outside);
}

function writeGrades(body: Body): void {
  const { plan, columns, random } = body;
  const at = (share: number) => showPoints(plan.full * share);
  const form = random.pick(['以上', '≥'] as const);
  const from = (share: number) => (form === '≥' ? `≥${at(share)}分` : `${at(share)}分以上`);
  const rows = [
    ['等级', '得分区间', '处理'],
    ['优秀', from(90), '通报表扬'],
    ['合格', from(60), '督促改进'],
    ['不合格', `${at(60)}分以下`, '约谈负责人'],
  ];
  body.rows.push(...rows.map((row) => texts(row, columns.length)));
  body.outside.push('得分区间', '通报表扬', '督促改进', '约谈负责人');
}
