import { NAMING_LEVEL_LABELS, type NamingLevel } from '../campaign/schema.ts';
import type { DocumentMerging } from '../document.ts';
import type { Standard } from '../standard/schema.ts';
import { own } from '../values/own.ts';
import { mapValues } from '../values/records.ts';
import { apartEntry, entryPartName, showAnswer, togetherEntry } from './entry-parts.ts';
import { type Assessment, EMPTY_ENTRY, type Entry } from './schema.ts';
import type { Profile } from './profile.ts';
import { plainText } from '../values/text.ts';

/** What the fields of the unit are called, by their path. */
const UNIT_LABELS: Readonly<Record<string, string>> = {
  name: '单位名称',
  creditCode: '统一社会信用代码',
  category: '单位类别',
  industry: '行业',
  region: '地域',
  superior: '上级主管部门',
  'naming.level': '示范点命名级别',
  'naming.date': '命名日期',
  'naming.document': '命名文号',
  'cultivation.document': '列为培育对象的文号',
  'cultivation.date': '列为培育对象的日期',
  otherCategory: '单位类别（手工填写）',
  'profile.nature': '单位性质',
  'profile.rank': '机构级别',
  'profile.address': '地址',
  'profile.head': '主要负责人',
  'profile.headPost': '主要负责人职务',
  'profile.posts': '编制人数',
  'profile.onDuty': '在岗执法人员',
  'profile.licensed': '持证人数',
  'profile.fields': '执法门类',
  'profile.countsUntil': '近三年数据的年份',
  'profile.counts': '近三年数据',
  'profile.honours': '获得荣誉',
  'profile.mentor': '结对标兵',
  'profile.deeds': '主要事迹',
  'profile.measures': '主要举措',
  'profile.highlights': '工作亮点',
  'profile.results': '工作成效',
  'profile.cases': '案例',
  'profile.figures': '数据',
  'profile.figuresFrom': '数据由年度工作填入的记录',
  'contact.name': '联系人',
  'contact.phone': '联系电话',
};

const HEAD_LABELS: Readonly<Record<string, string>> = {
  campaign: '参加的活动',
  willing: '参评意愿',
  answers: '推荐条件的答复',
  guidance: '指导记录',
  materials: '汇报材料',
  evidence: '佐证材料',
  revisions: '已导出的版本',
  feedback: '反馈意见',
};

/** Taken whole where it is another one: a campaign is never made of two. */
interface Whole<Value> {
  readonly kind: string;
  readonly value: Value;
}

type Parts = Omit<Assessment, 'entries' | 'campaign' | 'feedback'> & {
  readonly entries: Readonly<Record<string, object>>;
  readonly campaign: Whole<Assessment['campaign']>;
  readonly feedback?: Whole<NonNullable<Assessment['feedback']>>;
};

/** How two versions of an assessment are merged and told apart. */
export const assessmentMerging: DocumentMerging<Assessment, { readonly standard: Standard }> = {
  apart: ({ updatedAt: _, entries, campaign, feedback, ...rest }) => ({
    ...rest,
    entries: mapValues(entries, (entry) => apartEntry(entry ?? EMPTY_ENTRY, 'unscored')),
    campaign: { kind: campaign.id, value: campaign },
    ...(feedback && { feedback: { kind: feedback.packageId, value: feedback } }),
  }),
  together: (parts, current) => {
    const { entries, campaign, feedback, ...rest } = parts as Parts;
    return {
      ...rest,
      updatedAt: current.updatedAt,
      campaign: campaign.value,
      ...(feedback && { feedback: feedback.value }),
      entries: mapValues(entries, (entry) => togetherEntry<Entry>(entry, EMPTY_ENTRY)),
    };
  },
  name: (path, { value, context: { standard } }) => {
    const [head = '', ...inside] = path;
    const piece = (sha256: string) => pieceName(value, sha256);
    if (head === 'entries') return entryPartName(standard, inside, { reason: '自评说明', piece });
    if (head === 'unit') return own(UNIT_LABELS, inside.join('.')) ?? '单位信息';
    if (head === 'evidence') return `佐证材料“${piece(inside[0] ?? '')}”`;
    const label = own(HEAD_LABELS, head) ?? '档案信息';
    if (head === 'answers') {
      const { conditions, vetoes } = value.campaign;
      return [...conditions, ...vetoes].find(({ code }) => code === inside[0])?.title ?? label;
    }
    if (head !== 'materials') return label;
    const material = value.campaign.materials.find(({ code }) => code === inside[0]);
    const point = material?.checklist.find(({ code }) => code === inside[2]);
    const file = inside[1] === 'files' ? `“${piece(inside[2] ?? '')}”` : (point?.label ?? '');
    return [material?.title ?? label, file].filter((part) => part !== '').join('：');
  },
  show: (path, content, { value, context: { standard } }) => {
    const [head, ...inside] = path;
    if (content === undefined || content === null || content === '') return '';
    switch (head) {
      case 'entries':
        if (inside[1] === 'reason') return plainText(content);
        if (inside[1] === 'evidence') return '已关联';
        return inside[1] === 'answer'
          ? showAnswer(standard, inside, content)
          : wholeEntry(standard, inside, content);
      case 'answers':
        return content === true ? '是' : '否';
      case 'willing':
        return content === true ? '同意参评' : '不参评';
      case 'campaign':
        return inside.length === 0 ? (content as Parts['campaign']).value.title : value.campaign.title;
      case 'evidence':
        return typeof content === 'string' ? content : pieceName(value, inside[0] ?? '');
      case 'materials':
        return inside[3] === 'theme' ? plainText(content) : '有';
      case 'unit':
        return unitText(standard, inside.join('.'), content);
      default:
        return '有';
    }
  },
};

function pieceName({ evidence }: Assessment, sha256: string): string {
  return evidence.find((piece) => piece.sha256 === sha256)?.label ?? sha256.slice(0, 8);
}

function unitText({ unitCategories }: Standard, field: string, content: unknown): string {
  if (field === 'category')
    return unitCategories.find(({ code }) => code === content)?.title ?? plainText(content);
  if (field === 'profile.counts') {
    return (content as Profile['counts'])
      .map(({ label, values }) => `${label}：${values.map((value) => value ?? '—').join('、')}`)
      .join('；');
  }
  if (field === 'profile.figuresFrom') {
    return (content as NonNullable<Profile['figuresFrom']>).map(({ text }) => text).join('；');
  }
  return field === 'naming.level' ? NAMING_LEVEL_LABELS[content as NamingLevel] : plainText(content);
}

/** An entry that one side alone has. */
function wholeEntry(standard: Standard, [code = '']: readonly string[], content: unknown): string {
  const { answer, reason = '' } = content as { answer?: object; reason?: string };
  const scored = answer ? showAnswer(standard, [code, 'answer'], answer) : '';
  return [scored, reason].filter((part) => part !== '').join('；') || '已关联佐证材料';
}
