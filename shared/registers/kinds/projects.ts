import type { Source } from '../../standard/schema.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { limitOf } from '../limit-day.ts';
import { PLANNED_HEADINGS } from '../planned-headings.ts';
import { daysLeftWords, standingBy } from '../tasks.ts';

const [PAIR, PUNISHING_PILOT, GUIDING_PILOT] = [
  '结对子、传帮带',
  '行政指导融入行政处罚试点',
  '行政调解告知引导试点',
];
const PAIRS = [
  { document: '郑法政办〔2020〕14号', clause: '二' },
  { document: '豫法政办〔2020〕16号', clause: '二（一）' },
];
const POINTS = '2022年度全省推进服务型行政执法建设工作要点';
const PUNISHING = { document: POINTS, clause: '二4' };
const GUIDING = { document: POINTS, clause: '二5' };

/** Which documents ask for a project; none for one of another type, or of none yet. */
export function sourcesOfProject(project: Pick<Entry, 'fields'>): readonly Source[] {
  switch (fieldOf(project, 'type')) {
    case PAIR:
      return PAIRS;
    case PUNISHING_PILOT:
      return [PUNISHING];
    case GUIDING_PILOT:
      return [GUIDING];
    default:
      return [];
  }
}

/** Nothing more is to be done. */
const OVER = ['已完成', '已终止'];

/**
 * 结对子、传帮带 and 试点: one entry is one pair or one pilot. The notices name the kinds of work, the plan, the system and
 * the cases; state and days are ours.
 */
export const projects: RegisterKind = {
  label: '结对与试点',
  group: '本单位',
  unit: '个',
  about:
    '与标兵的“结对子、传帮带”和各项试点，一个项目一行；它的活动、对标差距在填写页下方。试点要有方案、制度，定期撰写典型案例。',
  sources: [...PAIRS, PUNISHING, GUIDING],
  sameBy: [['name']],
  month: 'start',
  isOfTheYear: true,
  counted: ['type', 'state'],
  reads: { name: '活动和对标差距的“所属项目”、总结', end: '提醒', state: '提醒' },
  follows: [{ code: 'end', after: 'start' }],
  fixed: ['name'],
  columns: [
    {
      ...{ code: 'name', label: '名称', kind: 'text', listed: true },
      headings: ['项目名称', '试点名称', '结对名称', '项目', '试点项目'],
    },
    {
      ...{ code: 'type', label: '类型', kind: 'choice', listed: true, headings: ['项目类型', '类别'] },
      choices: [PAIR, PUNISHING_PILOT, GUIDING_PILOT, '其他试点'],
      alike: { [PAIR]: ['结对子', '传帮带', '结对', '结对帮扶', '“结对子、传帮带”'] },
    },
    {
      ...{ code: 'role', label: '本单位身份', kind: 'choice', listed: true, headings: ['身份'] },
      choices: ['示范点', '标兵', '试点单位', '其他'],
    },
    {
      ...{ code: 'partner', label: '结对（对接）单位', kind: 'text', listed: true },
      headings: ['结对单位', '对接单位', '对方单位', '帮扶单位', '标兵单位', '结对帮扶单位'],
    },
    {
      ...{ code: 'partnerRole', label: '对方身份', kind: 'choice', headings: ['对方单位身份'] },
      choices: ['标兵', '示范点', '试点单位', '其他'],
    },
    {
      ...{ code: 'start', label: '开始日期', kind: 'day' },
      headings: [...dayHeadings('开始', '启动', '结对', '签订'), '开始时间'],
    },
    {
      ...{ code: 'end', label: '计划结束', kind: 'day', listed: true, planned: true },
      headings: [...PLANNED_HEADINGS, '计划结束日期', '计划结束时间', '结束日期', '结束时间'],
    },
    {
      ...{ code: 'plan', label: '方案、目标', kind: 'long', source: PUNISHING },
      headings: ['方案', '目标', '工作方案', '实施方案', '试点方案', '工作目标', '结对目标'],
    },
    {
      ...{ code: 'chosen', label: '“三个融入”选择的一项', kind: 'text', source: GUIDING },
      headings: ['选择的一项', '三个融入', '“三个融入”', '试点内容'],
    },
    {
      ...{ code: 'system', label: '建立的制度', kind: 'long', source: PUNISHING },
      headings: ['制度', '制度建设', '建立制度', '相关制度'],
    },
    {
      ...{ code: 'state', label: '进展', kind: 'choice', listed: true, first: '未开始' },
      headings: ['进展情况', '进度', '状态', '完成情况'],
      choices: ['未开始', '进行中', ...OVER],
    },
    {
      ...{ code: 'outcome', label: '成效', kind: 'long' },
      headings: ['工作成效', '取得的成效', '结对成效', '试点成效', '效果'],
    },
    {
      ...{ code: 'case', label: '年度典型案例', kind: 'text', suggests: 'cases', source: PUNISHING },
      headings: ['典型案例', '案例', '案例名称'],
    },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  due: endDue,
};

/** Of one that is planned to end and is not over; only one that is late or ends within a week asks for something. */
function endDue(entry: Entry, today: string, year = Number(today.slice(0, 4))): string {
  const planned = fieldOf(entry, 'end');
  if (planned === '' || OVER.includes(fieldOf(entry, 'state'))) return '';
  const limit = limitOf(planned, year);
  if (!limit) return '计划结束看不出是哪一天，请核对';
  const stands = standingBy({ state: '', due: limit.day }, today);
  const { standing } = stands;
  return standing === 'open' || standing === 'undated' ? '' : `计划结束${daysLeftWords(stands)}`;
}
