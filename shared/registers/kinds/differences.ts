import { CARRIED_OUT, CARRIED_OUT_READS, carriedOutDue, doneShare } from '../carried-out.ts';
import { total } from '../figure.ts';
import type { RegisterKind } from '../kind.ts';
import { OWNER } from '../projects/owner.ts';

const SOURCE = { document: '郑法政办〔2020〕14号', clause: '二' };

/** 对标差距: what the partner does otherwise, and what is made of it. 做法 is what the notice compares; the rest is ours. */
export const differences: RegisterKind = {
  label: '对标差距',
  within: 'projects',
  unit: '项',
  about: '对照结对单位的做法找出的差距和改进措施，一项一行；也可以在项目的填写页里从自评档案比较。',
  sources: [SOURCE],
  sameBy: [['item', 'theirs'], ['item']],
  month: 'doneOn',
  isOfTheYear: true,
  counted: ['state'],
  reads: { ...CARRIED_OUT_READS, project: '项目的对标差距、总结' },
  fixed: [OWNER.code],
  columns: [
    OWNER,
    {
      ...{ code: 'item', label: '项目（评分项）', kind: 'text', listed: true },
      headings: ['评分项', '指标', '对标项目', '对标内容', '项目', '评分项目'],
    },
    {
      ...{ code: 'theirs', label: '对方做法', kind: 'long', listed: true, source: SOURCE },
      headings: ['标兵做法', '先进做法', '对方的做法', '标兵单位做法', '结对单位做法'],
    },
    {
      ...{ code: 'ours', label: '我方做法', kind: 'long', listed: true, source: SOURCE },
      headings: ['本单位做法', '我单位做法', '我方的做法', '现状', '本单位现状'],
    },
    { code: 'gap', label: '差距', kind: 'long', headings: ['存在差距', '差距和不足', '存在问题', '问题'] },
    {
      ...{ code: 'measures', label: '改进措施', kind: 'long', listed: true },
      headings: ['措施', '整改措施', '提升措施', '具体措施'],
    },
    {
      ...{ code: 'owner', label: '责任人', kind: 'text', listed: true },
      headings: ['责任科室', '责任部门', '责任单位', '负责人'],
    },
    ...CARRIED_OUT,
    { code: 'basis', label: '比较依据', kind: 'long', headings: ['对标依据', '对比依据'] },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  figures: (rows) => [
    total(rows, '对照结对单位的做法查找差距', '项'),
    ...doneShare(rows, '对照结对单位的做法查找的', '项差距中'),
  ],
  due: carriedOutDue,
};
