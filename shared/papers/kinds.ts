import * as z from 'zod';
import { type Campaign, type CampaignKind, campaignKindSchema } from '../campaign/schema.ts';
import { kindWords } from '../campaign/words.ts';
import { assertNever } from '../values/assert-never.ts';

/** 推荐表 or 验收申请表, 承诺书, 自评报告, 佐证材料目录: 参考格式 and optional, since no notice prescribes one. */
export const paperKindSchema = z.enum(['application', 'pledge', 'report', 'evidence']);
export type PaperKind = z.output<typeof paperKindSchema>;

/** What follows the name of the campaign's kind. */
const FORM_WORDS: Record<CampaignKind, string> = {
  recommendation: '表',
  acceptance: '申请表',
  practice: '情况表',
  commendation: '表',
  experience: '表',
};

/** Before the name of a template of ours that was exported; after it stands when that was. */
export const TEMPLATE_PREFIX = '模板-';
/** -20261128-035357492, and what a copy adds: (1), - 副本. */
const WHEN_EXPORTED = /-\d{8}-\d{6,9}(?:\s*[(（]\d+[)）]|\s*-\s*(?:副本|复制))*$/;

/** What a paper made from an own template is called: as one of ours is in this campaign, or as its file is. */
export function paperTitleOf(fileName: string, campaign: Pick<Campaign, 'kind'>): string {
  const stem = fileName.replace(/\.docx$/i, '');
  const own = stem.startsWith(TEMPLATE_PREFIX)
    ? stem.slice(TEMPLATE_PREFIX.length).replace(WHEN_EXPORTED, '').trim()
    : stem;
  const kind = paperKindSchema.options.find((each) =>
    campaignKindSchema.options.some((kind) => paperTitle(each, { kind }) === own),
  );
  return kind ? paperTitle(kind, campaign) : own === '' ? stem : own;
}

/** Who gives an opinion beside the unit itself; '' where nothing is handed in. */
export const OPINION_WORDS: Record<CampaignKind, string> = {
  recommendation: '推荐单位意见',
  acceptance: '验收单位意见',
  practice: '',
  commendation: '',
  experience: '',
};

/** What a paper is called in a campaign: 标兵推荐表, 示范点验收申请表, … */
export function paperTitle(kind: PaperKind, campaign: Pick<Campaign, 'kind'>): string {
  switch (kind) {
    case 'application':
      return `${kindWords(campaign).name}${FORM_WORDS[campaign.kind]}`;
    case 'pledge':
      return '承诺书';
    case 'report':
      return '自评报告';
    case 'evidence':
      return '佐证材料目录';
    default:
      return assertNever(kind);
  }
}
