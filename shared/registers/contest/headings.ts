import { halfWidth } from '../../values/typed-number.ts';
import { bare } from '../import/grid.ts';

/** Of marks that are made of others. */
const WEIGHTED = /[×*]|[%％]|百分之|折[算合]|折后|加权|权重/u;
const AVERAGE = /平均|均分/u;
/** Out of something else than 100: 40分, 满分60; 理论满分 is a mark of nobody. */
const POINTS = /(?<![\d.])(?!100(?:\.0+)?分)\d+(?:\.\d+)?分(?![组场队钟])|满分(?!为?(?:100|一?百)(?!\d))/u;
/** Made of marks, and no mark. */
const PLACE = /扣分|失分|名次|排名|排序|位次|等次|等级|档次/u;
/** Names a mark, and is of something else. */
const BESIDE =
  /用时|时间|日期|编号|证号|号码|次序|顺序|备注|说明|题(?:目|[号数量型]|$)|人数|及格[分线]|合格[分线]|作弊|弄虚作假|舞弊|违纪/u;

/** Why a heading is of no mark out of 100 although it names one: '' where nobody would take it for one; undefined: it is of one. */
export function whyNoMark(text: string, group: string): string | undefined {
  const name = halfWidth(bare(text));
  // Over several columns, words of a group may be of another one of them: 成绩及名次.
  const full = halfWidth(bare(group)) + name;
  // `bare` leaves no sign of a product.
  if (WEIGHTED.test(group + text) || WEIGHTED.test(full)) return '是折算过的';
  if (PLACE.test(name)) return '不是分数';
  if (BESIDE.test(name)) return '';
  return POINTS.test(full) ? '不是满分100分的' : undefined;
}

/** The same of theory, whose marks are each of one person; of a simulation, judges' marks are averaged. */
export function whyNoTheory(text: string, group: string): string | undefined {
  const why = whyNoMark(text, group);
  return why === undefined && AVERAGE.test(bare(group) + bare(text)) ? AVERAGED : why;
}

export const AVERAGED = '是算好的平均分，不是每个人的成绩';
