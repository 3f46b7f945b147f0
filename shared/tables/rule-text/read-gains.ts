import { readNumber } from './numbers.ts';
import { END, N, NO_VERB, reader, type Reader, unsupported, withPoints } from './reader.ts';
import { POINT_WORD, UNIT } from './words.ts';

const PLAIN = '(\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十]{1,3})';

/** Points that are given. */
export const GAIN_READERS: readonly Reader[] = [
  // In proportion.
  reader(
    `按(?:照)?[^,。;]{0,12}?(?:比例|百分比|比率|(?<!增长|下降|上升|排名)率)(?:乘以(?:本项|该项)?(?:分值|满分))?(?:计算|折算)?(?:得分|计分|给分|赋分|记分|评分)`,
    () => ({ kind: 'proportion', of: 'give' }),
  ),
  reader(`(?:实际)?得分按(?:照)?[^,。;]{0,12}?(?:比例|百分比|率)(?:折算|计算)`, () => ({
    kind: 'proportion',
    of: 'give',
  })),
  reader(`按(?:照)?[^,。;]{0,12}?(?:比例|百分比|比率|完成率)(?:计算|折算|相应)?(?:扣分|扣减|减分)`, () => ({
    kind: 'proportion',
    of: 'deduct',
  })),

  reader(
    `(?:取最高|按最高|以最高|就高|只计最高|从高)[^,。;]{0,8}?(?:计分|得分|加分|给分|分)?${END}|不(?:重复|累计|累加)(?:计分|得分|加分|计算|给分)?`,
    () => ({ kind: 'highest' }),
  ),

  reader(
    `(?:加|奖励|(?<!等)奖|加计)${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'bonus', points })),
  ),

  // The full score said once more.
  reader(`(?:本项|该项|此项)?得分(?:最高)?不(?:得)?超过${N}分`, (match, fullScore) =>
    readNumber(match[1] ?? '') === fullScore ? { kind: 'neutral' } : undefined,
  ),
  reader(
    `(?:满分|(?:本|该|此)(?:小|大)?项(?:满分|分值|共计?|总分)?|分值|标准分|共计?)(?:为|:)?${N}分${END}`,
    (match, fullScore) => (readNumber(match[1] ?? '') === fullScore ? { kind: 'neutral' } : undefined),
  ),

  reader(`再(?:得|计|记|给)${N}${POINT_WORD}`, unsupported('累进给分')),
  // The item's own score at the text's end: "…职责明确。3分".
  reader(`(?<=[。;\\n])${N}分。?$`, (match, fullScore) =>
    readNumber(match[1] ?? '') === fullScore ? { kind: 'neutral' } : undefined,
  ),

  // Points for each of the parts that are named before.
  reader(
    `(?:(?<!每)各|每(?:有|完成|做到|具备)?[一1]?(?:项|个|部分|点|样))(?:可)?(?:得|计|记|给|赋|占|为)?${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'each', points })),
  ),
  // Points given for each of an unsaid number of pieces.
  reader(
    `每(?:${UNIT}|[^,。;每(]{1,14}?[一1]?${UNIT}[^,。;每(]{0,10}?)(?:可)?(?:得|计|记|给|赋)?${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'unsupported', why: '每件得分', step: points })),
  ),
  reader(
    `每${UNIT}[^,。;每(扣]{1,10}?${NO_VERB}(?:可?得|计|记|给予?|赋)${N}${POINT_WORD}`,
    (match, fullScore) => {
      const step = readNumber(match[1] ?? '');
      return step === undefined || step === fullScore
        ? undefined
        : { kind: 'unsupported', why: '每件得分', step };
    },
  ),
  reader(`(?:得|计|记|给)(?:予)?满分${N}分`, (match, fullScore) =>
    readNumber(match[1] ?? '') === fullScore ? { kind: 'give', points: 'full' } : undefined,
  ),
  reader(`(?:得|计|记|给)(?:予)?(?:满分|全分)`, () => ({ kind: 'give', points: 'full' })),
  reader(
    `${NO_VERB}(?:可?得|计|记|给予?|赋|评)${PLAIN}${POINT_WORD}(?!的)`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
  reader(
    `\\((?:计)?(\\d+(?:\\.\\d+)?)分\\)`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
  // 5分:全面完成;3分:基本完成: before its condition.
  reader(
    `(?<=^|[。;\\n])(\\d+(?:\\.\\d+)?)分(?=:)`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
  reader(
    `(?<![-+\\d.扣加减罚负]|(?<!等)奖|[负失丢损降超过达足于])(\\d+(?:\\.\\d+)?)分(?:半?${END}|(?=\\((?:以上|[两二三四五]项)?(?:合计|小计|总|共)))`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
];
