import type { Campaign, CampaignKind } from './schema.ts';

interface KindWords {
  /** What the kind is called. */
  readonly name: string;
  /** What the line is called by an official standard. */
  readonly line: '推荐分数线' | '验收分数线' | '自查参考线';
  /** What the unit hands in. */
  readonly materials: string;
  /** The final words on a unit, by an official standard. */
  readonly meets: string;
  readonly fails: string;
}

/** The words of each kind (豫法政办〔2020〕16号 二（二）: 验收、确认、推荐). */
export const KIND_WORDS: Record<CampaignKind, KindWords> = {
  recommendation: {
    name: '标兵推荐',
    line: '推荐分数线',
    materials: '推荐材料',
    meets: '符合推荐条件',
    fails: '不符合推荐条件',
  },
  acceptance: {
    name: '示范点验收',
    line: '验收分数线',
    materials: '验收材料',
    meets: '符合申请验收的条件',
    fails: '不符合申请验收的条件',
  },
  practice: {
    name: '日常自评',
    line: '自查参考线',
    materials: '自评材料',
    meets: '日常自评，不产生推荐资格',
    fails: '日常自评，不产生推荐资格',
  },
};

export function kindWords({ kind }: Pick<Campaign, 'kind'>): KindWords {
  return KIND_WORDS[kind];
}
