import { departures, revisionWords } from '../../assessment/archive-name.ts';
import { showPoints } from '../../values/points.ts';
import { quoted } from '../../values/text.ts';
import type { Entry } from '../entry.ts';
import type { AssessmentName, Comparison, ItemDifference } from './compare.ts';

/** What is registered of one that the user has ticked; 做法 is the reason that stands in the assessment, to be changed. */
export function differenceFields(item: ItemDifference, comparison: Comparison): Entry['fields'] {
  return {
    item: itemName(item),
    theirs: item.theirs.reason,
    ours: item.ours.reason,
    gap: `对方${scoreWords(item, 'theirs')}，本单位${scoreWords(item, 'ours')}（${worth(item)}）`,
    basis: basisText(comparison),
  };
}

export function itemName({ code, title }: Pick<ItemDifference, 'code' | 'title'>): string {
  return `${code} ${title}`;
}

function scoreWords(item: ItemDifference, side: 'theirs' | 'ours'): string {
  const words = sideWords(item, side);
  return item[side].state === 'unscored' ? words : `自评${item.kind === 'bonus' ? '' : ' '}${words}`;
}

/** 20 分, 加 2 分, 还没有评. */
export function sideWords(item: ItemDifference, side: 'theirs' | 'ours'): string {
  const { state, score } = item[side];
  if (state === 'unscored') return '还没有评';
  return `${item.kind === 'bonus' ? '加 ' : ''}${showPoints(score)} 分`;
}

/** What an item counts at most. */
export function worth({ fullScore }: Pick<ItemDifference, 'fullScore'>): string {
  return fullScore === undefined ? '加分项' : `满分 ${showPoints(fullScore)} 分`;
}

/** What is to be known of who reads the scores of a comparison, a sentence each without its full stop. */
export function reservations({ ours, theirs }: Pick<Comparison, 'ours' | 'theirs'>): string[] {
  const by = ours.by || theirs.by;
  const [drafts, samples] = [who(ours.isDraft, theirs.isDraft), who(ours.isSample, theirs.isSample)];
  return [
    ...departures(theirs).map((words) => `对方的自评${words}`),
    ...departures(ours).map((words) => `本单位的自评${words}`),
    ...(samples === '' ? [] : [`${samples}是示例，不是真实单位的自评`]),
    ...(drafts === '' ? [] : [`${drafts}是草稿`]),
    ...(ours.standard === theirs.standard ? [] : [`这份标准对方称作${quoted(theirs.standard, 120)}`]),
    ...(by === '' ? [] : [`${by}自评，得分只供自查`]),
  ];
}

function who(ours: boolean, theirs: boolean): string {
  if (ours && theirs) return '两份自评都';
  return theirs ? '对方的自评' : ours ? '本单位的自评' : '';
}

/**
 * Whose assessments were compared when it was registered, by what the unit itself calls the standard, and on which day, with
 * what is to be known of that. 做法 may be changed later on: of then it says nothing.
 */
export function basisText({ ours, theirs, day }: Comparison): string {
  const whose = ({ name, latest }: AssessmentName): string =>
    `${name}${latest && !latest.changed ? revisionWords(latest) : ''}`;
  const words = [`对方是${whose(theirs)}，本单位是${whose(ours)}`, ...reservations({ ours, theirs })];
  return `${day}登记时按${ours.standard}比较自评：${words.join('；')}。`;
}

/** Which places of the standard were not compared, and why; '' where all were. */
export function notComparedWords({
  alike,
  unscored,
  notApplicable,
  penalties,
  vetoes,
}: Omit<Comparison, 'items'>): string {
  const kinds = [
    ...(penalties > 0 ? [`减分项 ${penalties} 项`] : []),
    ...(vetoes > 0 ? [`一票否决 ${vetoes} 项`] : []),
  ].join('、');
  return [
    `得分相同的 ${alike} 项没有列出`,
    `有一方还没有评、比不出高低的 ${unscored} 项，有一方不适用的 ${notApplicable} 项没有比`,
    ...(kinds === '' ? [] : [`${kinds}不作比较`]),
  ].join('；');
}
