import { type Points, showPoints } from '../../values/points.ts';
import { halfWidth, readDecimal, readPoints } from '../../values/typed-number.ts';
import { plain, squeeze } from '../rule-text/compact.ts';
import { readNumber } from '../rule-text/numbers.ts';
import { UNIT } from '../rule-text/words.ts';

/** `±`: added or taken, as the text beside it says. */
export type ScoreSign = '' | '+' | '-' | '±';

/** What a score cell says: points, a sign where it has one, a veto, or that no points could be read. */
export type ScoreText =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'points';
      readonly points: Points;
      readonly sign: ScoreSign;
      readonly percent: boolean;
      /** True for points at discretion ("1-20分", "不超过5分"): `points` is the most. */
      readonly isMost: boolean;
      /** 扣5分/次: for each of so many, added or taken. */
      readonly isEach?: boolean;
      /** 60（否决）: an item that vetoes as well. */
      readonly vetoes?: boolean;
    }
  | { readonly kind: 'veto' }
  /** 加分: outside the full score; how much, the words beside it say. */
  | { readonly kind: 'side'; readonly sign: ScoreSign }
  | { readonly kind: 'unread' };

const SIGNS: readonly (readonly [RegExp, ScoreSign])[] = [
  [/^(?:\+\s*\/?\s*-|±|加\/?减分?|加\/?扣分?|奖扣分?)/, '±'],
  [/^(?:\+|加计|加分|加|奖励|奖分|奖)/, '+'],
  [/^(?:-|扣除|扣减|扣分|扣|减分|减|罚)/, '-'],
];
const MOST = /^(?:最高|最多|至多|不超过|≤|<=|不高于)|(?:以内|以下|封顶|为限)$/g;
const RANGE = /^(\d+(?:\.\d{1,2})?)\s*分?\s*[-~至到]+\s*(\d+(?:\.\d{1,2})?)\s*(分?)$/;

const SIDES_ALONE: readonly (readonly [RegExp, ScoreSign])[] = [
  [/^(?:加分|附加分|奖分|奖励分)项?$/, '+'],
  [/^(?:扣分|减分|倒扣)项?$/, '-'],
  [/^(?:加减分|奖扣分|加扣分)项?$/, '±'],
];
/** 每次扣5分: as 扣5分/次. */
const EACH_FIRST = new RegExp(`^每一?个?(${UNIT})(加|扣|减|奖)([\\d.]+)分$`);
/** 10(附加分). */
const EXTRA = /^([\d.]+)分?\(?(?:附加分?|加分项?)\)?$/;
/** 二十分, 十五分. */
const CHINESE = /^([零〇一二两三四五六七八九十点半]+)分$/;

/** 5分/次, 5分（每次）. */
const EACH = new RegExp(`分\\s*(?:/\\s*每?个?${UNIT}|\\(每个?${UNIT}\\)|每个?${UNIT})$`);
/** 60（否决）. */
const VETOES = /(?<=\d分?)\s*[(\/]?(?:一票|单项)?否决项?\)?$/;

/** Half width, with one form of each sign; every character keeps its place. */
function flatText(text: string): string {
  return [...halfWidth(text)].map(plain).join('');
}

/** "5", "5 分", "0.5分", "+3", "±20", "10%", "加5分", "扣1-3分" — as a cell of a score column. */
export function readScoreText(text: string): ScoreText {
  const bare = inFigures(
    flatText(text)
      .trim()
      .replace(/^\((.*)\)$/s, '$1')
      .replace(/^\s*(?:共计?|计|得|满分|分值)?:?\s*/, ''),
  );
  if (/^[-/、无\s]*$/.test(bare)) return { kind: 'blank' };
  if (/^(?:[★※*]?(?:一票|单项)?否决项?|[★※▲])$/.test(squeeze(bare))) return { kind: 'veto' };
  const side = SIDES_ALONE.find(([words]) => words.test(squeeze(bare)))?.[1];
  if (side) return { kind: 'side', sign: side };
  const scored = bare.replace(VETOES, '');
  const [pattern, sign] = SIGNS.find(([start]) => start.test(scored)) ?? [undefined, '' as const];
  const signed = (pattern ? scored.replace(pattern, '') : scored).trim();
  const digits = sign === '' ? signed : signed.replace(EACH, '分');
  const range = RANGE.exec(digits);
  const single = range ? `${most(range)}${range[3] ?? ''}` : digits.replace(MOST, '').trim();
  const [read, decimal] = [readPoints(single, SCORE), readDecimal(single, SCORE)];
  if ('problem' in read || 'problem' in decimal || /^[+-]/.test(single)) return { kind: 'unread' };
  const isMost = range !== null || single !== digits;
  return {
    kind: 'points',
    points: read.value,
    sign,
    percent: decimal.unit === '%',
    isMost,
    ...(digits === signed ? {} : { isEach: true }),
    ...(scored === bare ? {} : { vetoes: true }),
  };
}

/** 二十分 as 20, 每次扣5分 as 扣5分/次, 10(附加分) as +10, 不计分 as 0; all else as it is. */
function inFigures(bare: string): string {
  const text = squeeze(bare);
  const [, unit = '', sign = '', price = ''] = EACH_FIRST.exec(text) ?? [];
  if (price !== '') return `${sign}${price}分/${unit}`;
  const many = /^([1-9]\d?)[×x*]([1-9]\d?)分$/.exec(text);
  if (many) return showPoints(Number(many[1]) * Number(many[2]) * 100);
  const all = /^每[^,]{1,6}[\d.]+分,共([\d.]+)分$/.exec(text)?.[1];
  if (all !== undefined) return all;
  if (/^(?:酌情|视情|适当)(?=[加扣减\d])/.test(text))
    return inFigures(text.replace(/^(?:酌情|视情|适当)/, ''));
  const extra = EXTRA.exec(text)?.[1];
  if (extra !== undefined) return `+${extra}`;
  const points = readNumber(CHINESE.exec(text)?.[1] ?? '');
  if (points !== undefined) return showPoints(points);
  return /^不(?:计|赋|打|评|设)分$/.test(text) ? '0' : bare;
}

/** Of 20-18 as of 18-20: 20. */
function most([, first = '', last = '']: readonly string[]): string {
  return Number(first) > Number(last) ? first : last;
}

const SCORE = { units: ['%', '分'] };

/** A number in a text, whole: never the 5 of 2,5 or the 200 of 1,200. */
const NUMBER = String.raw`(?<![\d.]|\d[,。])(\d[\d,]*(?:[.。]\d{1,2})?|\.\d{1,2})`;
const SAID = String.raw`(?:本项|该项|此项|小项|大项)?(?:满分|总分|共计|共|合计|小计|计|得|分值|标准分|基本分)?(?:为|:)?`;
/** 1—3分: the most of a range counts. */
const FROM = String.raw`(?:\d+(?:\.\d{1,2})?分?[-~至到]+)?`;
const SIGN = String.raw`(\+|-|加分?|奖励?|倒?扣分?|减分?|罚)?`;
const IN_BRACKETS = new RegExp(
  String.raw`[(\[【]${SAID}${SIGN}${FROM}${NUMBER}分[)\]】]|[(\[【]${SAID}${SIGN}${NUMBER}[)\]】]分`,
);
/** （3项，30分）, （20分，以下取最高）: what stands beside the points in their brackets stays in the name. */
const BESIDE_IN_BRACKETS = new RegExp(
  String.raw`([(\[【])(?:([^()\[\]【】分]{1,10})[,;、])?${SAID}${FROM}${NUMBER}分(?:[,;、](?!\d)([^()\[\]【】]{1,30}))?([)\]】])`,
);
/** The last of 分别加3分、2分、1分 is no score of its own. */
const AT_END_OF_NAME = new RegExp(
  String.raw`(?<!\d分[,:;、和]?|分别[^,。;]{0,20})[,:;、]?${SAID}${SIGN}${FROM}${NUMBER}分[。.]?$`,
);
/** "(60)" at the end of a name; a year or a number of a list is none. */
const BARE_AT_END = /[(\[【]()((?!(?:19|20)\d\d[)\]】])\d{1,4}(?:\.\d{1,2})?)[)\]】]$/;
const AT_END_OF_TEXT = new RegExp(String.raw`[。;,)\n\s](?:满分|共|计|本项)?${NUMBER}\s*分[。.)]*$`);

export interface ScoredText {
  readonly points: Points;
  readonly sign: ScoreSign;
  /** The text without the score. */
  readonly rest: string;
}

/** The score in a name: "一、组织领导（20分）" -> 20 and 一、组织领导; "共10分", "10分", "(10)" at its end too. */
export function scoreInName(name: string): ScoredText | undefined {
  return scoreSaid(name) ?? cut(name, BARE_AT_END);
}

/** The same where a number in brackets alone, 应急演练（2）, is part of the name: its score stands elsewhere. */
export function scoreSaid(name: string): ScoredText | undefined {
  return cut(name, IN_BRACKETS) ?? besideScore(name) ?? cut(name, AT_END_OF_NAME);
}

/** What one deed or fault brings, no score of a row: 每件扣3分; 一次加2分，两次加3分. */
export function isPrice(name: string): boolean {
  const flat = squeeze(halfWidth(name));
  return (
    (flat.match(/[加扣减奖]\d[\d.]*分/g) ?? []).length > 1 ||
    /(?:每|一[次项起件例处人个])[^,。;]{0,12}[加扣减奖]\d[\d.]*分?[。.]?$/.test(flat)
  );
}

function besideScore(name: string): ScoredText | undefined {
  const match = BESIDE_IN_BRACKETS.exec(flatName(name));
  const points = pointsOf(match?.[3]);
  if (!match || points === undefined) return undefined;
  const [whole, open = '', before, , after, close = ''] = match;
  const kept = [before, after].filter((text) => text !== undefined).join('，');
  const at = [match.index, match.index + whole.length] as const;
  return {
    points,
    sign: '',
    rest: `${name.slice(0, at[0])}${BRACKETS[open] ?? open}${kept}${BRACKETS[close] ?? close}${name.slice(at[1])}`,
  };
}

const BRACKETS: Readonly<Record<string, string>> = { '(': '（', ')': '）' };

/** Half width with blanks for line breaks; every character keeps its place. */
function flatName(name: string): string {
  return [...name].map((c) => (/\s/.test(c) ? ' ' : plain(c))).join('');
}

const PARTS = new RegExp(String.raw`[(\[【]${SAID}${NUMBER}分[)\]】,;]`, 'g');
const TOTAL = new RegExp(String.raw`(?:满分|共计?|总分|合计)(?:为|:)?${NUMBER}分`);

/**
 * The item's score as its text says it: "…职责明确。3分", "（20分）", the parts "（5分）…（3分）" together, or the first
 * where the others add up to it.
 */
export function scoreInText(text: string): Points | undefined {
  const flat = flatText(text).trim();
  const said = pointsOf(TOTAL.exec(flat)?.[1]);
  if (said !== undefined) return said;
  const parts = partsInText(text);
  const [first = 0, ...rest] = parts;
  const others = rest.reduce((sum, points) => sum + points, 0);
  if (parts.length > 0) return first === others ? first : first + others;
  return pointsOf(AT_END_OF_TEXT.exec(flat)?.[1]) ?? pointsOf(BARE_AT_END.exec(flat)?.[2]);
}

/** The points of parts that a text tells in brackets: 有方案（5分），有总结（3分）. */
export function partsInText(text: string): Points[] {
  const flat = flatText(text);
  return [...flat.matchAll(PARTS)].flatMap(([, number]) => pointsOf(number) ?? []);
}

const BARE_PART = /[(\[【](\d{1,3}(?:\.\d{1,2})?)[)\]】](?=\s*(?:[\n。;,、]|$))/g;

/** As `partsInText`, where some of the parts leave the 分 out: （20）…（30分）. */
export function looseParts(text: string): Points[] {
  const flat = flatText(text);
  const bare = [...flat.matchAll(BARE_PART)].flatMap(([, number]) => pointsOf(number) ?? []);
  return [...partsInText(text), ...bare];
}

/** The item's score at the end of its text: "…职责明确。3分". The text itself stays whole. */
export function scoreAtEnd(text: string): Points | undefined {
  return pointsOf(AT_END_OF_TEXT.exec(flatText(text).trim())?.[1]);
}

const FULL = new RegExp(
  String.raw`(?:(?:得|计|记|给|满分)(?:满分)?(?:为|:)?|[,，;；。(](?:最高|最多|封顶)(?:得|计)?)${NUMBER}分`,
  'g',
);

/** The most that a criterion gives: "有，得10分；部分得5分" -> 10. Nothing where it speaks of no points given. */
export function mostGiven(text: string): Points | undefined {
  const given = [...squeeze(halfWidth(text)).matchAll(FULL)].flatMap(([, number]) => pointsOf(number) ?? []);
  return given.length === 0 ? undefined : Math.max(...given);
}

/** 25分 and nothing else, the 分 written. */
export function saysPointsAlone(text: string): boolean {
  return /^\d+(?:\.\d+)?\s*分$/.test(text.trim());
}

const EACH_ITEM = new RegExp(String.raw`每(?:一)?[项条]${NUMBER}分`);

/** What each item is worth by a text over them: （每项10分，共40分）. */
export function pointsEach(text: string): Points | undefined {
  return pointsOf(EACH_ITEM.exec(squeeze(halfWidth(text)))?.[1]);
}

function pointsOf(number: string | undefined): Points | undefined {
  const read = readPoints(number ?? '', {});
  return 'value' in read ? read.value : undefined;
}

function cut(name: string, pattern: RegExp): ScoredText | undefined {
  const match = pattern.exec(flatName(name));
  if (!match) return undefined;
  const number = match.slice(1).findLast((group) => group !== undefined && /\d/.test(group));
  const points = pointsOf(number);
  if (points === undefined) return undefined;
  const written =
    match.slice(1).find((group) => group !== undefined && /^[+\-加奖倒扣减罚]/.test(group)) ?? '';
  const sign = /^[+加奖]/.test(written) ? '+' : /^[-倒扣减罚]/.test(written) ? '-' : '';
  const rest = (name.slice(0, match.index) + name.slice(match.index + match[0].length)).trim();
  return { points, sign, rest };
}
