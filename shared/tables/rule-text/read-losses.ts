import type { Points } from '../../values/points.ts';
import type { ActionBody } from './actions.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { CAP_READERS } from './read-caps.ts';
import { END, ITEM, N, neutral, NO_VERB, reader, type Reader, SUBTRACT, withPoints } from './reader.ts';
import { POINT_WORD, UNIT } from './words.ts';

const ZERO = '(?<![\\d.])0(?!\\.)|(?<![一二三四五六七八九十])零';
/** What follows 不得分 where it is no score: 不得分包, 不得分的5%. */
const NO_ZERO = '(?![配散包解割开摊工管类歧数])(?!的?(?:\\d|一半|半|[一二三四五]分之|百分之))';
/** Words between the item and its 0: 该项一律计0分. */
const FLATLY = '(?:一律|直接|均|都|(?<!否)则|即|就|应|只能|全部|将)*';

/** Down to zero and no further: what every deduction does anyway. */
const FLOOR_READERS: readonly Reader[] = [
  reader(
    `(?:直至|直到)?扣(?:完|光|尽)(?:${ITEM}?(?:的)?(?:分值|分数|得分|分)?)(?:为止|即止|止)|(?:直至|直到)(?:该项|本项)?(?:分值)?扣[完光](?:${ITEM}?(?:的)?(?:分值|分数|得分|分))?(?:为止)?|扣完[该本此]小项(?:分值|分数|得分|分)?为止|(?<!全部)扣完${END}|扣[至到](?:0|零)分(?:为止)?|(?:扣至|直至|直到)${ITEM}?(?:0|零)分为止|最低(?:得分)?(?:为|得|计|记|扣至|扣到)?(?:0|零)分`,
    neutral,
  ),
  reader(`(?:直至|直到)${ITEM}?不得分`, neutral),
  // 一处扣1分，依此类推: what a count says anyway, where it is the only one. So with the same fault counted once.
  reader(
    `(?<=(?:^|[。;\\n])[^。;\\n分第首]{0,40}[一1]个?${UNIT}[^。;\\n分第首每,]{0,12},?${SUBTRACT}${NUMBER}分),?(?:依此|以此|依次|照此|依)类推`,
    neutral,
  ),
  reader(`不(?:得|再)?重复扣分`, neutral),
  reader(`不(?:得)?(?:倒扣分?|计负分|出现负分|得负分|扣负分|记负分)`, neutral),
];

/** The whole item is lost. */
const ZERO_READERS: readonly Reader[] = [
  reader(
    `(?:(?:扣除?|减去?|扣完|扣光)${ITEM}(?:的)?(?:全部|所有)?(?:分值|分数|得分|分(?![值数]))|扣(?:除)?(?:全部|所有)(?:分值|分数|得分|分(?![值数])))${NO_ZERO}`,
    () => ({ kind: 'zero' }),
  ),
  reader(`不(?:得|给|计)${ITEM}(?:的)?(?:全部|所有)?(?:分值|分数|得分|分)${NO_ZERO}`, () => ({
    kind: 'zero',
  })),
  reader(
    `(?:${ITEM})?(?:(?:全部|所有)?(?:分值|分数))?${FLATLY}(?:不(?:予|能|可)?(?:得|给|计|记|评|赋)(?:任何)?分|(?<!有|从|毫)无分|没有?分|(?:${NO_VERB}(?:得|计|记|打|给|评|判|赋|按|作|为|扣为|定为))*(?:${ZERO})分(?:计算?|处理|论处|记)?|扣全分|全扣|(?:全部|所有)(?:分值|分数|得分)(?:予以)?(?:扣除|扣完|扣光)|全部扣(?:完|除|光))${NO_ZERO}`,
    () => ({ kind: 'zero' }),
  ),
];

/** A share of the item, counted out. */
const SHARE_READERS: readonly Reader[] = [
  reader(
    `(?:扣除|扣减|扣|减)${ITEM}(?:的)?(?:分值|标准分|满分|总分)?的?(\\d{1,2})%(?:的分[值数])?`,
    (match, fullScore) => shareOf(fullScore, Number(match[1]), 'deduct'),
  ),
  reader(`(?:扣除|扣减|扣|减)(?:${ITEM}的?)?(?:分值的?)?一半(?:的)?(?:分值|分数|分)?${END}`, (_, fullScore) =>
    shareOf(fullScore, 50, 'deduct'),
  ),
  reader(`得(?:${ITEM}的?)?(?:分值的?)?(\\d{1,2})%的?分[值数]?${END}`, (match, fullScore) =>
    shareOf(fullScore, Number(match[1]), 'give'),
  ),
  reader(`得(?:${ITEM}的?)?(?:分值的?)?一半(?:的)?(?:分值|分数|分)?${END}`, (_, fullScore) =>
    shareOf(fullScore, 50, 'give'),
  ),
];

/** The unit after the points or before them. */
const DEDUCT_READERS: readonly Reader[] = [
  reader(`${SUBTRACT}${N}分\\/(?:每)?(${UNIT})([·\\/]次)?`, readDeductPerUnit),
  reader(`${SUBTRACT}${N}分\\(每个?(${UNIT})\\)`, readDeductPerUnit),
  reader(`${SUBTRACT}${N}\\/(?:每)?(${UNIT})`, readDeductPerUnit),
  reader(`按(${UNIT})(?:扣分|计扣)[,:]每\\1${N}分`, (match) =>
    readDeductPerUnit(['', match[2] ?? '', match[1] ?? '']),
  ),
  reader(`按(?:照)?(?:每)(${UNIT})${N}分(?:的标准)?(?:扣减|扣除|扣分|扣)`, (match) =>
    readDeductPerUnit(['', match[2] ?? '', match[1] ?? '']),
  ),
  reader(
    `(?:各自?|分别|均|都)${SUBTRACT}${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'deduct', points, each: true })),
  ),
  reader(
    `${SUBTRACT}${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'deduct', points })),
  ),
];

export const LOSS_READERS: readonly Reader[] = [
  ...CAP_READERS,
  ...FLOOR_READERS,
  ...SHARE_READERS,
  ...ZERO_READERS,
  ...DEDUCT_READERS,
];

function shareOf(
  fullScore: Points | undefined,
  percent: number,
  kind: 'deduct' | 'give',
): ActionBody | undefined {
  const points = ((fullScore ?? 0) * percent) / 100;
  return points > 0 && Number.isInteger(points) ? { kind, points } : undefined;
}

function readDeductPerUnit(match: readonly string[]): ActionBody | undefined {
  const points = readNumber(match[1] ?? '');
  return points === undefined
    ? undefined
    : { kind: 'deduct', points, unit: `${match[2] ?? ''}${match[3] ? '次' : ''}` };
}
