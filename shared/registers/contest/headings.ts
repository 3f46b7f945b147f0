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
  /用时|时间|日期|编号|证号|号码|次序|顺序|备注|说明|题(?:目|[号数量型]|$)|人数|及格[分线]|合格[分线]/u;

/** Where one is in a heading, marks may be none. */
export const CHEAT = /作弊|弄虚作假|舞弊|违纪/u;

/** Why a heading is of no mark out of 100 although it names one: '' where nobody would take it for one; undefined: it is of one. */
export function whyNoMark(text: string, group: string): string | undefined {
  const name = halfWidth(bare(text));
  // Over several columns, words of a group may be of another one of them: 成绩及名次.
  const full = halfWidth(bare(group)) + name;
  // `bare` leaves no sign of a product.
  if (WEIGHTED.test(group + text) || WEIGHTED.test(full)) return '是折算过的';
  if (PLACE.test(name)) return '不是分数';
  if (BESIDE.test(name) || CHEAT.test(name)) return '';
  return POINTS.test(full) ? '不是满分100分的' : undefined;
}

/** The same of theory, whose marks are each of one person; of a simulation, judges' marks are averaged. */
export function whyNoTheory(text: string, group: string): string | undefined {
  const why = whyNoMark(text, group);
  return why === undefined && AVERAGE.test(bare(group) + bare(text)) ? AVERAGED : why;
}

export const AVERAGED = '是算好的平均分，不是每个人的成绩';

const CHEATS = `(?:${CHEAT.source})`;
const ASKED = new RegExp(
  `^(?:理论|笔试|机考|模拟|执法|考试|测试|考场|现场|比武|竞赛|成绩|个人|选手){0,3}(?:是否|有无)?(?:有|存在|发生)?(?:考试|考场)?${CHEATS}(?:[、,，/或及和]?${CHEATS})*等?的?(?:行为|情形|情况|现象|记录)?(?:填?(?:是[/、或]?否|有[/、或]?无))?$`,
  'u',
);

/** 不存在作弊, 作弊承诺书 and 作弊处理 say of nobody that he cheated: 是 and 有 below would be read as if they did. */
export function whyNoCheat(text: string): string | undefined {
  return ASKED.test(bare(text)) ? undefined : '';
}
