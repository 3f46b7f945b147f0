import { basisOf, type Basis, type LineName } from '../standard/basis.ts';
import type { Standard } from '../standard/schema.ts';
import type { Campaign, CampaignKind, CampaignStatement } from './schema.ts';

interface KindWords {
  /** What the kind is called. */
  readonly name: string;
  /** What the line is called by an official standard. */
  readonly line: LineName;
  /** What the unit hands in. */
  readonly materials: string;
  /** The final words on a unit, by an official standard. */
  readonly meets: string;
  readonly fails: string;
  /** What the desk does with whom it chooses: 推荐, 确认. */
  readonly act: '推荐' | '确认';
  /** Who is chosen, the table of the whole desk, the screen of the order. */
  readonly chosen: string;
  readonly summary: string;
  readonly ranking: string;
  /** What the campaign itself is called. */
  readonly activity: string;
  /** A condition in a report. */
  readonly condition: string;
}

/** The words of each kind (豫法政办〔2020〕16号 二（二）: 验收、确认、推荐). */
export const KIND_WORDS: Record<CampaignKind, KindWords> = {
  recommendation: {
    name: '标兵推荐',
    line: '推荐分数线',
    materials: '推荐材料',
    meets: '符合推荐条件',
    fails: '不符合推荐条件',
    act: '推荐',
    chosen: '推荐对象',
    summary: '推荐对象汇总表',
    ranking: '排名与择优',
    activity: '推荐活动',
    condition: '推荐条件',
  },
  acceptance: {
    name: '示范点验收',
    line: '验收分数线',
    materials: '验收材料',
    meets: '符合申请验收的条件',
    fails: '不符合申请验收的条件',
    act: '确认',
    chosen: '拟确认的示范点',
    summary: '示范点验收汇总表',
    ranking: '验收与确认',
    activity: '验收活动',
    condition: '验收条件',
  },
  practice: {
    name: '日常自评',
    line: '自查参考线',
    materials: '自评材料',
    meets: '日常自评，不产生推荐资格',
    fails: '日常自评，不产生推荐资格',
    act: '推荐',
    chosen: '推荐对象',
    summary: '日常自评汇总表',
    ranking: '自评排序',
    activity: '推荐活动',
    condition: '条件',
  },
  commendation: {
    name: '表扬推荐',
    line: '自查参考线',
    materials: '推荐材料',
    meets: '不按评分判断',
    fails: '不按评分判断',
    act: '推荐',
    chosen: '推荐对象',
    summary: '推荐对象汇总表',
    ranking: '推荐顺序',
    activity: '表扬推荐',
    condition: '推荐要求',
  },
  experience: {
    name: '标兵材料',
    line: '自查参考线',
    materials: '标兵材料',
    meets: '不按评分判断',
    fails: '不按评分判断',
    act: '推荐',
    chosen: '标兵单位',
    summary: '标兵材料清单',
    ranking: '报送顺序',
    activity: '标兵材料',
    condition: '要求',
  },
};

/** Whether units are assessed by it: what an assessment, a desk or a package can be for. */
export function isAssessed({ kind }: Pick<Campaign, 'kind'>): boolean {
  return kind !== 'commendation' && kind !== 'experience';
}

export function kindWords({ kind }: Pick<Campaign, 'kind'>): KindWords {
  return KIND_WORDS[kind];
}

/** What 90 is called in a campaign: a recommendation or an acceptance has a line by an official standard alone. */
export function lineNameIn(campaign: Pick<Campaign, 'kind'>, standard: Standard): LineName {
  return lineNameBy(campaign, basisOf(standard));
}

/** The same where the standard is not at hand. */
export function lineNameBy(campaign: Pick<Campaign, 'kind'>, basis: Basis): LineName {
  return basis === 'official' ? kindWords(campaign).line : '自查参考线';
}

/** Conditions and vetoes that the unit answers itself. */
export function askedOf({ conditions, vetoes }: Pick<Campaign, 'conditions' | 'vetoes'>) {
  const isAsked = ({ by }: CampaignStatement) => by === undefined;
  return { conditions: conditions.filter(isAsked), vetoes: vetoes.filter(isAsked) };
}

/** Titles of what whoever holds the campaign judges. */
export function officeTitles({ conditions, vetoes }: Pick<Campaign, 'conditions' | 'vetoes'>): string[] {
  return [...conditions, ...vetoes].filter(({ by }) => by === 'office').map(({ title }) => title);
}

/** How many in the whole province, as the notice says it. */
export function totalWords({ total, totalWords: words }: NonNullable<Campaign['quota']>): string {
  if (words === undefined) return `全省原则上不超过${total}个`;
  return words === '' ? `全省不超过${total}个` : `全省“${words}”`;
}
