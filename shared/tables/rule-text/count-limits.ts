import { type Points, showPoints } from '../../values/points.ts';
import { compact } from './compact.ts';
import { readNumber } from './numbers.ts';
import { UNIT } from './words.ts';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** 最多计2次: how often points count. */
interface CountLimit extends Place {
  readonly text: string;
  readonly count: number;
  /** Of one matter or a part of the year, not of all. */
  readonly isOfSome: boolean;
}

const AT_MOST = '(?:最[高多]|至多|不(?:得|能|可)?(?:超过|多于)|(?<![期时年权界])限)';
const DOES = '(?:只|仅|可以?|能|为|申报|申请|奖励|认定|[计加扣减算记取报奖])*分?';
const LIMIT = new RegExp(
  `[^,、。;:()\\n]{0,12}?${AT_MOST}${DOES}(\\d+|[一二两三四五六七八九十]+)个?${UNIT}(?=[,、。;)\\n]|$)`,
  'g',
);
const OF_SOME = /同|各|单|每(?!个?(?:年|考核|单位|周期))/;

const BARE = new RegExp(`^(?:[本此该]项|加分|扣分|全年|[每本]?年度?内?|累计|合计|同一[^,]{0,4})*${AT_MOST}`);

/** The limits by count of a compact text: each behind points of its sentence, and the condition of none. */
export function countLimits(text: string, found: readonly Place[]): CountLimit[] {
  return [...text.matchAll(LIMIT)].flatMap((match): CountLimit[] => {
    const [words, number = ''] = match;
    const [from, to] = [match.index, match.index + words.length];
    const isSame = (start: number, end: number) => !/[。;\n]/.test(text.slice(start, end));
    const isBehind = found.some((each) => each.to <= from && isSame(each.to, from));
    const isCondition = found.some((each) => each.from >= to && isSame(to, each.from) && text[to] === ',');
    const count = (readNumber(number) ?? 0) / 100;
    if (!isBehind || isCondition || count <= 0) return [];
    return [{ text: words, count, isOfSome: OF_SOME.test(words), from, to }];
  });
}

/** Those of a remark beside points: 最多3次, 全年累计不超过2项. */
export function countLimitsBeside(note: string): string[] {
  return compact(note)
    .text.split(/[。;\n]/)
    .flatMap((sentence) => countLimits(sentence, [{ from: 0, to: 0 }]))
    .map(({ text }) => text)
    .filter((text) => BARE.test(text));
}

/** What the one option of a text makes as often as it counts; every other limit by count is told. */
export function countedCap(
  limits: readonly CountLimit[],
  options: readonly { readonly label: string; readonly points: Points }[],
): { readonly cap: Points | undefined; readonly doubts: readonly string[] } {
  const [[only, ...others], [limit, ...more]] = [options, limits];
  const isOne = only && limit && others.length === 0 && more.length === 0;
  if (isOne && !limit.isOfSome && !/每\d/.test(only.label))
    return { cap: only.points * limit.count, doubts: [] };
  const most = (count: number) => (isOne ? `（如${showPoints(only.points * count)}分）` : '');
  return {
    cap: undefined,
    doubts: limits.map(
      ({ text, count }) =>
        `“${text}”是按次数写的上限，没有写入标准；请按它填写“最多加”或“最多扣”${most(count)}`,
    ),
  };
}
