import type { ActionBody } from './actions.ts';
import { readNumber } from './numbers.ts';
import { END, ITEM, N, reader, type Reader } from './reader.ts';

/** Whom a cap is for: 本项, 以上三项, 累计. 每项 and 单项 are each of them, and stay outside. */
const OF = `(?:${ITEM})?(?:以上|上述)?(?:[两二三四五六七八九十]项|各项(?=累计|合计|总计|共))?`;
const TOGETHER = '(?:累计|合计|总计|共计?|总共?|一共)';
const WHOSE = `${OF}${TOGETHER}?`;
const UNTIL = '(?:为止|封顶|即止|止|(?:以?后|时)?,?不再(?:继续)?扣(?:除|减|分)?)';
const LIMIT = '(?:为止|封顶|为限)?';

/** 扣满5分后不再扣分: before the readers of what is spared. */
export const UNTIL_READERS: readonly Reader[] = [
  reader(`${WHOSE}(?:直至|直到)?(?:扣分)?(?:扣满|扣完|扣够|扣足)${N}分(?:${UNTIL}|${END})`, readCap),
  // 扣至0分 is no cap; of 扣至3分 the words leave open whether 3 are lost or left.
  reader(`${WHOSE}(?:直至|直到)?(?:扣分)?(?:最多)?扣[至到]${N}分(?:${UNTIL}|${END})`, (match) => {
    const cap = readCap(match);
    if (cap?.kind !== 'cap' || cap.points === 0) return undefined;
    return cap.total ? cap : { ...cap, open: true };
  }),
];

/** The most that one fault or all of them can cost. */
export const CAP_READERS: readonly Reader[] = [
  reader(
    `${WHOSE}(?:扣分)?(?:最多|最高|至多|最大)(?:累计|合计|共)?(?:只|可)?(?:扣除|扣减|扣分|扣)(?:分)?(?:不(?:得)?超过|为)?${N}分${LIMIT}`,
    readCap,
  ),
  reader(
    `${WHOSE}扣分(?:总[和数额])?(?:累计|合计)?(?:最高|最多)?(?:不(?:得)?超过|上限为?|封顶|以|(?<=最[高多]))${N}分${LIMIT}`,
    readCap,
  ),
  reader(`${OF}${TOGETHER}(?:扣除|扣减|扣)?(?:最高|最多)?(?:不(?:得)?超过|以)${N}分${LIMIT}`, readCap),
  reader(`${WHOSE}(?:扣分)?以${N}分(?:为限|为上限|封顶)`, readCap),
  reader(`${WHOSE}(?<![期时年权界])限(?:扣除|扣减|扣分|扣)${N}分`, readCap),
  // 本项最多3分: taken, or given.
  reader(`${WHOSE}(?:最多|最高|至多)(?:不(?:得)?超过)?${N}分${LIMIT}`, (match) => {
    const cap = readCap(match);
    return cap?.kind === 'cap' && cap.ofItem ? { ...cap, open: true } : cap;
  }),
  reader(`${WHOSE}(?:扣分)?(?:封顶|上限)(?:为|:)?${N}分`, readCap),
  reader(`${WHOSE}(?:扣分)?(?<![\\d.加得计奖给])${N}分封顶`, readCap),
];

const NAMES_ITEM = new RegExp(`^${ITEM}`);
const SEVERAL = /[两二三四五六七八九十](?=项)/;

function readCap(match: readonly string[]): ActionBody | undefined {
  const points = readNumber(match[1] ?? '');
  if (points === undefined) return undefined;
  const words = match[0] ?? '';
  const several = readNumber(SEVERAL.exec(words)?.[0] ?? '');
  return {
    kind: 'cap',
    points,
    total: /累计|合计|总|共|以上|上述|[两二三四五六七八九十]项/.test(words),
    ofItem: NAMES_ITEM.test(words),
    ...(several === undefined ? {} : { several: several / 100 }),
  };
}
