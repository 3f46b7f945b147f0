import { type CampaignKind, campaignKindSchema, type Deadline } from '../../../../shared/campaign/schema.ts';
import { KIND_WORDS } from '../../../../shared/campaign/words.ts';

export const KINDS = campaignKindSchema.options.map((value) => ({ value, label: KIND_WORDS[value].name }));

export const DEADLINE_BY: readonly { readonly value: Deadline['by']; readonly label: string }[] = [
  { value: 'unit', label: '单位报送' },
  { value: 'body', label: '推荐单位上报' },
  { value: 'office', label: '主办机关的步骤' },
];

export const INCLUDES_DAY = [
  { value: 'unsaid', label: '通知没有写明' },
  { value: 'yes', label: '写明包括当天' },
  { value: 'no', label: '写明不包括当天' },
] as const;

export const OWNERS = [
  { value: 'office', label: '本推荐单位的' },
  { value: 'bodies', label: '各推荐单位的' },
] as const;

export const DISTINCT = [
  { value: 'none', label: '没有写要求' },
  { value: 'industryOrRegion', label: '须属不同行业或不同地域' },
] as const;

export const MATERIAL_KINDS = [
  { value: 'report', label: '文字材料' },
  { value: 'video', label: '视频' },
  { value: 'other', label: '其他' },
] as const;

export const SUMMARY_OF = [
  { value: 'none', label: '不是工作总结' },
  { value: 'legal', label: '法治机构的总结' },
  { value: 'enforcement', label: '执法单位（机构）的总结' },
  { value: 'person', label: '个人的总结' },
] as const;

export const TIE_BY = [
  { value: 'verified', label: '核验分' },
  { value: 'survey', label: '满意度调查' },
  { value: 'fieldVisit', label: '实地核验' },
  { value: 'self', label: '自评分' },
  { value: 'section', label: '某个一级指标的核验分' },
] as const;

/** What the line is called by an official standard. */
export function lineOfKind(kind: CampaignKind): string {
  return KIND_WORDS[kind].line;
}
