import { NAMING_LEVEL_LABELS } from '../../campaign/schema.ts';
import type { Source } from '../../standard/schema.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { dayHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import {
  CULTIVATED,
  isConfirmed,
  isSiteLevel,
  MODEL,
  type SiteYear,
  unconfirmedWords,
} from '../sites/confirmed.ts';
import { namingOf } from '../sites/naming.ts';
import { unitsOf } from '../sites/units.ts';
import { bare, codeKey } from '../text-key.ts';

const GUIDED: Source = { document: '郑依法行政领办〔2017〕36号', clause: '附件1至3 第四项' };
const NAMED: Source = { document: '豫法政办〔2020〕16号', clause: '附件 二（二）' };

const STEP_READS = '各步进度';
/** Acts by which a unit is named, as headings call them. */
const NAMINGS = '命名|授牌|公布|认定|授予';
const CARRIED = '从上一年带来、导出 Word';

/** With nothing else a heading is of that act: 取消命名文号, 推荐文号 and 申请确认日期 are of another one. */
function whyNotOf(act: string): (text: string, group: string) => string | undefined {
  const own = new RegExp(
    `^(?:${act}|示范[点单]位?|标兵|单位|[省市县区]|级|年度?|20\\d\\d|首次|初次|正式|现|的|及|和|与|或|文件?|印发|发文|编?号码?|字号|名称|日期?|时间|情况|年月日?|称号|决定|基本|登记|名录|相关|信息|[、/.:]|\\(.*\\))*$`,
    'u',
  );
  return (text, group) => (own.test(bare(group)) && own.test(bare(text)) ? undefined : '看不出是哪一次的');
}

/** 示范点名录 of an office: who is named, and at which step each stands this year. The columns are ours; the steps the documents'. */
export const sites: RegisterKind = {
  label: '示范点名录',
  group: '本地本系统',
  paper: '服务型行政执法示范点名录',
  paperColumns: 'listed',
  onPaper,
  unit: '个',
  about:
    '本地、本系统的示范点、标兵和培育对象，一个单位一行；今年走到哪一步，填那一步的日期。确认要有日期和文号。',
  sources: [{ document: '郑依法行政领办〔2017〕36号', clause: '二（五）' }, GUIDED, NAMED],
  sameBy: [['code'], ['name']],
  again: (entries) => unitsOf(entries).again,
  called: ['name'],
  month: 'confirmed',
  inMonths,
  noMonth: '没有确认',
  isOfTheYear: true,
  counted: ['level'],
  reads: {
    name: '各步进度、通知传达',
    level: '各步进度、通知传达',
    ...{ number: CARRIED, named: CARRIED, campaign: CARRIED },
    plan: `${STEP_READS}、提醒`,
    guided: STEP_READS,
    checked: `${STEP_READS}、提醒`,
    confirmed: `${STEP_READS}、提醒、${CARRIED}`,
    confirmNumber: `${STEP_READS}、提醒、${CARRIED}`,
    recommended: STEP_READS,
  },
  follows: [
    { code: 'guided', after: 'plan' },
    { code: 'checked', after: 'plan' },
    { code: 'confirmed', after: 'checked' },
    { code: 'recommended', after: 'confirmed' },
  ],
  columns: [
    {
      ...{ code: 'name', label: '单位名称', kind: 'text', listed: true, impersonal: true },
      headings: [
        '单位',
        '名称',
        '示范点',
        '示范点名称',
        '示范单位',
        '标兵单位',
        '单位全称',
        '推荐对象',
        '培育对象',
        '命名对象',
      ],
      whyNot: (text) =>
        /^(?:推荐|报送|填报|责任|联系|主管|指导|命名|验收|确认|牵头|上级)(?:单位|部门|机关)/u.test(bare(text))
          ? '是别的单位'
          : undefined,
    },
    {
      ...{ code: 'code', label: '统一社会信用代码', kind: 'text', keyed: codeKey },
      headings: ['信用代码', '社会信用代码', '统一代码'],
    },
    {
      ...{ code: 'region', label: '地域', kind: 'text', listed: true },
      headings: ['地区', '所在地', '所属地区', '县区', '县（市、区）', '区县', '属地'],
    },
    {
      ...{ code: 'industry', label: '行业', kind: 'text', listed: true },
      headings: ['领域', '系统', '执法领域', '所属行业', '行业领域', '所属系统'],
    },
    {
      ...{ code: 'level', label: '级别', kind: 'choice', listed: true },
      headings: ['示范点级别', '命名级别', '等级', '类别', '层级'],
      whyNot: (text) =>
        /申|推荐|拟|创建|争创|目标|培育|行政级别|主管/u.test(text) ? '不是现在的' : undefined,
      choices: [...Object.values(NAMING_LEVEL_LABELS), MODEL, CULTIVATED],
      alike: {
        [NAMING_LEVEL_LABELS.province]: ['省级', '省', '省示范点', '省级示范单位'],
        [NAMING_LEVEL_LABELS.city]: ['市级', '市', '市示范点', '市级示范单位'],
        [NAMING_LEVEL_LABELS.county]: ['县级', '区级', '县区级', '县（市、区）级', '区级示范点'],
        [MODEL]: ['标兵单位', '服务型行政执法标兵', '河南省服务型行政执法标兵'],
        [CULTIVATED]: ['培育', '培育单位', '培育示范点'],
      },
    },
    {
      ...{ code: 'number', label: '命名文号', kind: 'text', listed: true },
      headings: ['文号', '命名文件', '命名文件文号', '文件号'],
      whyNot: whyNotOf(NAMINGS),
    },
    {
      ...{ code: 'named', label: '命名日期', kind: 'day', listed: true },
      headings: dayHeadings('命名', '授牌', '公布'),
      whyNot: whyNotOf(NAMINGS),
    },
    {
      ...{ code: 'campaign', label: '由哪次活动', kind: 'text', listed: true },
      headings: ['活动', '命名活动', '批次', '命名批次'],
    },
    {
      ...{ code: 'plan', label: '培育方案日期', kind: 'day', source: GUIDED },
      headings: dayHeadings('培育', '列为培育对象'),
    },
    {
      ...{ code: 'guided', label: '最近一次指导日期', kind: 'day', source: GUIDED },
      headings: dayHeadings('指导', '业务指导', '最近指导'),
      whyNot: whyNotOf('业务|最近|最后|一次|开展|指导'),
    },
    {
      ...{ code: 'checked', label: '验收日期', kind: 'day', source: GUIDED },
      headings: dayHeadings('验收', '考核验收'),
      whyNot: whyNotOf('考核|验收|通过'),
    },
    {
      ...{ code: 'score', label: '验收得分', kind: 'text' },
      headings: ['得分', '分数', '验收分数'],
      whyNot: whyNotOf('考核|验收|最终|得|分数?|成绩'),
    },
    { ...{ code: 'standard', label: '验收标准', kind: 'text' }, headings: ['标准', '所用标准'] },
    {
      ...{ code: 'confirmed', label: '确认日期', kind: 'day', source: NAMED },
      headings: dayHeadings('确认'),
      whyNot: whyNotOf('确认'),
    },
    {
      ...{ code: 'confirmNumber', label: '确认文号', kind: 'text' },
      headings: ['确认文件', '确认文件文号'],
      whyNot: whyNotOf('确认'),
    },
    {
      ...{ code: 'recommended', label: '推荐日期', kind: 'day', source: NAMED },
      headings: dayHeadings('推荐', '推荐标兵'),
      whyNot: whyNotOf('推荐'),
    },
    { ...{ code: 'recommendedTo', label: '推荐活动', kind: 'text' }, headings: ['推荐批次'] },
    { code: 'note', label: '备注', kind: 'long', headings: ['说明'] },
  ],
  due: confirmDue,
};

function confirmDue(entry: Entry, today: string, year = Number(today.slice(0, 4))): string {
  const of = { today, year };
  return unconfirmedWords(entry, of) || namingOf(entry, of).doubts.join('；');
}

/** By the rule of the steps: each unit once, in the month of a 确认 that counts. */
function inMonths(entries: readonly Entry[], of: SiteYear): Entry[] {
  return unitsOf(entries).kept.map((entry) =>
    isConfirmed(entry, of) ? entry : { ...entry, fields: { ...entry.fields, confirmed: '' } },
  );
}

/** Each with the document by which it is named by now, as it is carried over. */
function onPaper(entries: readonly Entry[], of: SiteYear) {
  const confirmed = unitsOf(entries).kept.filter((entry) => isConfirmed(entry, of));
  const sure = confirmed.filter((entry) => isSiteLevel(fieldOf(entry, 'level'))).length;
  const named = entries.map((entry) => ({
    ...entry,
    fields: { ...entry.fields, ...namingOf(entry, of).fields },
  }));
  const isOther = (entry: Entry, at: number) => fieldOf(entry, 'number').trim() !== named[at]?.fields.number;
  const others = entries.filter(isOther).length;
  const open = confirmed.length - sure;
  return {
    entries: named,
    notes: [
      ...(sure === 0 ? [] : [`其中 ${of.year}年确认的示范点 ${sure} 个`]),
      ...(open === 0 ? [] : [`另有 ${open} 个确认了，级别不是示范点或者没有填，请核对`]),
      ...(others === 0 ? [] : [`${others} 个的命名按${of.year}年的确认，级别请核对`]),
    ],
  };
}
