import type { Points } from '../../values/points.ts';
import type { ActionBody } from './actions.ts';
import { NUMBER, readNumber } from './numbers.ts';

/** One pattern and what it means. Earlier readers win over later ones where they overlap. */
export interface Reader {
  readonly pattern: RegExp;
  /** Undefined: the words match but mean nothing here, and stay unread. */
  readonly read: (match: readonly string[], fullScore: Points | undefined) => ActionBody | undefined;
}

export const N = `(${NUMBER})`;
export const RANGE = `${NUMBER}分?[-~至到]${NUMBER}分`;
export const SUBTRACT = '(?:扣除|扣减|扣罚|扣掉|扣去|核减|减去|扣分|扣|减|罚)';
/** Not where it ends a word (基本, 健全, 调整) or is what is not there (无该项目). */
const POINTS_AT =
  '(?<!无|没有)(?:(?<!应)该|(?<![基成样版根资课文脚标底])本|(?<![如因彼])此|(?<![健安齐完保])全|(?<![调完规])整)';
/**
 * The item as a whole: 该项, 本项工作, 此项指标; not 一项 or 该小项, which are parts of it, nor the 项目 of 无产业项目, which
 * ends a name. 项目 alone is the item only where its clause begins with it, or what is taken is its points.
 */
export const ITEM = `(?:(?:(?:${POINTS_AT}|这一?)(?:大)?项|(?<=^|[,。;:、)\\n]|扣[除完光减]?|减去|不[得给计]|[直扣][至到])项|${POINTS_AT}指标)(?:目|工作|考核|内容|指标)*)`;
/** Ends a word with 计, 记 or 评, which is no verb of points there: 未统计得0分, 未登记0分, 未参评得0分. */
export const NO_VERB = '(?<![统审设会登标笔参测自互考初终点合小总共累](?=[计记评]))';
export const END = '(?=[,。;、)\\n]|$)';

export const inside: Reader['read'] = () => ({ kind: 'neutral', inside: true });
export const neutral: Reader['read'] = () => ({ kind: 'neutral' });
export const unsupported = (why: string) => () => ({ kind: 'unsupported', why }) as const;

/** A reader of "N分": the number is the first group that took part. */
export function withPoints(body: (points: Points) => ActionBody): Reader['read'] {
  return (match) => {
    const number = match.slice(1).find((group) => group !== undefined && group !== '');
    const points = number === undefined ? undefined : readNumber(number);
    return points === undefined ? undefined : body(points);
  };
}

export function reader(pattern: string, read: Reader['read']): Reader {
  return { pattern: new RegExp(pattern, 'g'), read };
}
