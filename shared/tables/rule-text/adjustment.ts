import { type Points, showPoints } from '../../values/points.ts';
import type { Adjustment } from '../../standard/schema.ts';
import { compact, PART_NUMBER } from './compact.ts';
import { labelOf, type Reading } from './composition.ts';
import { alteringClauses, shortened } from './loose.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { openLeads, withLeads } from './leads.ts';
import { statements } from './statement.ts';
import type { Action } from './actions.ts';
import { vetoIn } from './veto.ts';
import { UNIT } from './words.ts';

/** What an option is called where its text names no case. */
export const NAMELESS = { bonus: '符合加分情形', penalty: '符合扣分情形' } as const;

/** The options of a bonus or penalty text. */
export interface AdjustmentReading {
  readonly bonus: AdjustmentOptions | undefined;
  readonly penalty: AdjustmentOptions | undefined;
  /** Cap of the whole block, where the text speaks of all additions together. */
  readonly total: Points | undefined;
  /** Chinese: what a person has to look at. */
  readonly doubts: readonly string[];
}

interface AdjustmentOptions {
  readonly options: Adjustment['options'];
  readonly counting: Adjustment['counting'];
  readonly cap: Points | undefined;
}

type Side = 'bonus' | 'penalty';
interface Found {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Points[];
  /** 5分/项: what the points are for each of. */
  readonly unit?: string | undefined;
}

interface Option {
  readonly label: string;
  readonly points: Points;
}

interface Cap {
  readonly from: number;
  readonly to: number;
  readonly points: Points;
  /** Undefined where its words do not say. */
  readonly side: Side | undefined;
}

const PLUS = '(?:加分|加计|加|奖励|奖)';
const MINUS = '(?:倒扣分?|扣除|扣减|扣分|扣|减分|减)';
const LIST = new RegExp(`分别(${PLUS}|${MINUS}|得|计)((?:${NUMBER}分?[、,和])+${NUMBER}分)`, 'g');
const RANGE = new RegExp(`(${PLUS}|${MINUS})${NUMBER}分?[-~至到](${NUMBER})分`, 'g');
const SINGLE = new RegExp(
  `(${PLUS}|${MINUS}|得|计|\\+|(?<=[^\\d])-)?(${NUMBER})分(?!以上|以下|[之钟别类管工])(?:\\/每?个?(${UNIT})|\\(每个?(${UNIT})\\))?`,
  'g',
);
/** 国家级+10，省级+5: the 分 left out. */
const SIGNED = /(?<![\d.~至])([+-])(\d+(?:\.\d{1,2})?)(?=[,。;、)\n]|$)/g;
const CAP = new RegExp(
  `(加分|扣分|奖分|累计|合计|总计|总和|该项|本项|此项|每项|单项)?[^,。;\\n\\d]{0,6}(?:最高|最多|不(?:得|能|可|应)?(?:超过|突破)|上限为?|封顶|至多|总分(?:值|为)+)(?:只)?(?:可)?(?:加|扣|减|奖励?|计|得|不超过|为)*(${NUMBER})分|以(${NUMBER})分(?:为限|封顶)|(?<![加扣减奖励得计给\\d.~-])(${NUMBER})分(?:封顶|为(?:上|最高)?限|以内|之内)`,
  'g',
);
const HIGHEST =
  /按最高|取最高|就高|只(?:按|计|取)(?:一项)?最高|不重复(?:加|计|奖|扣)|不累加|不累计|最高(?:分|项|级别|档)(?:的)?(?:计|加|为准)/;

/** 加分事项: before what is added, a heading and no part of the first case. */
const HEADING =
  /^(?:加分|扣分|减分|奖分|奖励|奖惩|加减分)(?:事项|项目?|情形|内容|标准|条件|办法|因素|指标)?[:,](?=.)/;

/** 同一事项, 同类问题: of an entry other matters count beside it; a year is all of them. */
const ONE_MATTER = /同一(?!年|考核|周期)|同[类样项件]|[该此]事[项件]/;
const ONCE = /[只仅][加扣计算记]?分?一次|不(?:得|能|予)?(?:重复|累[加计])[加扣计奖]?/;

/** Only the highest claimed option counts, be it of one matter alone. */
export function takesHighest(text: string): boolean {
  return HIGHEST.test(compact(text).text);
}

/** Of all that an entry counts only the highest does. */
export function countsHighest(text: string): boolean {
  return sentencesIn(text).some((sentence) => HIGHEST.test(sentence) && !ONE_MATTER.test(sentence));
}

/** What is said of one matter only, which no entry can hold. */
export function oneMatterDoubts(text: string): string[] {
  return sentencesIn(text)
    .filter((sentence) => ONE_MATTER.test(sentence) && (HIGHEST.test(sentence) || ONCE.test(sentence)))
    .map((sentence) => {
      const said = sentence.slice(sentence.search(ONE_MATTER));
      return `“${shortened(said)}”只管同一件事，没有写入标准，这一条仍按“逐次累计”，请核对`;
    });
}

function sentencesIn(text: string): string[] {
  return compact(text).text.split(/[。;\n]/);
}

/** Reads a bonus or penalty text; `side` says what a bare "5分" means. */
export function readAdjustment(text: string, side: Side | 'both'): AdjustmentReading {
  const { text: flat } = compact(text);
  const doubts: string[] = [];
  const taken: { from: number; to: number }[] = [];
  const free = (from: number, to: number) => taken.every((place) => to <= place.from || place.to <= from);
  const take = (match: RegExpMatchArray) => {
    const from = match.index ?? 0;
    const to = from + match[0].length;
    if (!free(from, to)) return undefined;
    taken.push({ from, to });
    return { from, to };
  };
  const sideOfWord = (word: string | undefined): Side =>
    word && /[扣减-]/.test(word)
      ? 'penalty'
      : word && /[加奖+]/.test(word)
        ? 'bonus'
        : side === 'penalty'
          ? 'penalty'
          : 'bonus';

  const caps: Cap[] = [];
  let total: Points | undefined;
  for (const match of flat.matchAll(CAP)) {
    const points = readNumber(match[2] ?? match[3] ?? match[4] ?? '');
    const place = points === undefined ? undefined : take(match);
    if (points === undefined || !place) continue;
    const [adds, takes] = [/[加奖]/.test(match[0]), /[扣减]/.test(match[0])];
    if (/总和|合计|总计|累计加分|加分累计|总分/.test(match[0])) total = points;
    else caps.push({ ...place, points, side: adds === takes ? undefined : adds ? 'bonus' : 'penalty' });
  }
  const found: Found[] = [];
  for (const match of flat.matchAll(LIST)) {
    const place = take(match);
    const points = [...(match[2] ?? '').matchAll(new RegExp(NUMBER, 'g'))].map(
      (number) => readNumber(number[0]) ?? 0,
    );
    if (place) found.push({ side: sideOfWord(match[1]), ...place, points });
  }
  for (const match of flat.matchAll(RANGE)) {
    const points = readNumber(match[2] ?? '');
    const place = points === undefined ? undefined : take(match);
    if (!place || points === undefined) continue;
    found.push({ side: sideOfWord(match[1]), ...place, points: [points] });
    doubts.push(`“${match[0]}”是裁量的分数，已按最高${showPoints(points)}分写入`);
  }
  for (const match of flat.matchAll(SINGLE)) {
    // 十分重视: a Chinese numeral alone counts only after a verb.
    const points = match[1] || /\d/.test(match[2] ?? '') ? readNumber(match[2] ?? '') : undefined;
    const place = points === undefined ? undefined : take(match);
    const unit = match[3] ?? match[4];
    if (place && points !== undefined)
      found.push({ side: sideOfWord(match[1]), ...place, points: [points], unit });
  }
  for (const match of flat.matchAll(SIGNED)) {
    const points = readNumber(match[2] ?? '');
    const place = points === undefined ? undefined : take(match);
    if (place && points !== undefined) found.push({ side: sideOfWord(match[1]), ...place, points: [points] });
  }
  found.sort((a, b) => a.from - b.from);

  const marks = [
    ...found.map(({ from, to }): Action => ({ kind: 'bonus', points: 0, from, to })),
    ...caps.map(({ from, to }): Action => ({ kind: 'neutral', from, to })),
  ].sort((a, b) => a.from - b.from);
  const stated = withLeads(flat, statements(flat, marks));
  const statedAt = new Map(stated.map((one) => [one.action.from, one]));
  doubts.push(...openLeads(stated), ...unsaidDoubts(text, stated));
  const options: Record<Side, Option[]> = { bonus: [], penalty: [] };
  found.forEach((entry) => {
    const { condition = '', lead = '' } = statedAt.get(entry.from) ?? {};
    const names = entry.points.length > 1 ? listBefore(condition, entry.points.length) : undefined;
    if (entry.points.length > 1 && !names) doubts.push('分别给出的几个分数对不上几种情形，请核对');
    entry.points.forEach((points, k) => {
      // 国家级5分/项，省级3分/项: the unit behind the points before is none of the next case.
      const label = labelOf(
        `${lead}${condition.replace(/^\/[^,]{1,3},/, '')}`.replace(HEADING, '').replace(PART_NUMBER, ''),
        NAMELESS[entry.side],
      );
      const named = names ? `${names[k] ?? ''}：${label}` : label;
      const option = { label: entry.unit ? `${named}（每${entry.unit}）` : named, points };
      // A heading that holds the first case, and the same text below it: one case.
      const isSaid = condition !== '' && options[entry.side].some((one) => isSame(one, option));
      if (!isSaid) options[entry.side].push(option);
    });
  });
  // Of the places in one ranking a unit has one.
  const arePlaces = stated.length === 1 && (found[0]?.points.length ?? 0) === placesIn(flat);
  const counting = countsHighest(text) || arePlaces ? 'highest' : 'sum';
  const pack = (asked: Side): AdjustmentOptions | undefined =>
    options[asked].length === 0
      ? undefined
      : {
          options: options[asked].map((option, i) => ({ code: String(i + 1), ...option })),
          counting,
          cap: capOf(asked, caps, found),
        };
  return { bonus: pack('bonus'), penalty: pack('penalty'), total, doubts };
}

/** What its points do not say: of one matter only, or words beside that alter them: 第二作者减半, 并取消加分. */
function unsaidDoubts(text: string, stated: Reading['statements']): string[] {
  if (stated.length === 0) return [];
  const altered = alteringClauses({ text: compact(text).text, statements: stated }).filter(
    (clause) => ![HIGHEST, ONE_MATTER].some((each) => each.test(clause)),
  );
  // A veto is read for itself.
  const told = altered.filter((clause) => vetoIn(clause).length === 0);
  return [...oneMatterDoubts(text), ...told.map((clause) => `“${shortened(clause)}”没有写进这一条，请核对`)];
}

function isSame(one: Option, other: Option): boolean {
  return one.label === other.label && one.points === other.points;
}

/** The cap of one side: as its words say, else that of the side it stands behind; before all points it is of both. */
function capOf(asked: Side, caps: readonly Cap[], found: readonly Found[]): Points | undefined {
  const own = caps.filter(({ side, from }) => {
    const of = side ?? found.findLast((each) => each.from < from)?.side;
    return of === undefined || of === asked;
  });
  return own.length === 0 ? undefined : Math.max(...own.map(({ points }) => points));
}

const LEVEL =
  '(?:国家|中央|全国|全省|全市|全县|省|市|县|区|乡镇?|镇|村|部|厅|局|[特一二三四五]等|第[一二三四五六]|[特一二三]类)(?:级|等奖|名|等|部委)?';

/** 列全省前3名的: how many places are named. */
function placesIn(condition: string): number | undefined {
  const points = readNumber(/前([\d一二两三四五六]+)(?:名|位)/.exec(condition)?.[1] ?? '');
  return points === undefined ? undefined : points / 100;
}

/** 获省、市通报表扬 with two points -> 省, 市; else the parts of the last list of that length. */
function listBefore(condition: string, count: number): string[] | undefined {
  if (placesIn(condition) === count) return Array.from({ length: count }, (_, i) => `第${i + 1}名`);
  const levels = [...condition.matchAll(new RegExp(`${LEVEL}(?:[、和或及]${LEVEL})+`, 'g'))].map(
    ({ 0: list }) => list.split(/[、和或及]/),
  );
  const found = levels.findLast((list) => list.length === count);
  if (found) return found;
  return condition
    .split(',')
    .map((clause) => clause.split('、'))
    .findLast((list) => list.length === count);
}
