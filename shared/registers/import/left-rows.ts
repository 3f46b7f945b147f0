import { readDay } from '../read-day.ts';
import { isNoteOrSeal, saidIn } from './below.ts';
import { bare, type Line, textsOf } from './grid.ts';

const UNIT =
  '(?:个(?:单位|部门|案件|项目|县区|乡镇|街道|社区|村)|[件项次人条份起家元万场篇名个处部期户批宗]{1,2})';
const NUMBER = String.raw`\d+(?:\.\d+)?`;
/** 12件，150人. */
const COUNTED = `(?:[,，、;；]?${NUMBER}${UNIT}?)*`;
const WITHIN = '(?:本[月季年页]|全年|[上下]半年|第?[一二三四]季度|\\d+月份?)?';
/** The whole of a cell, without blanks and brackets. */
const TOTALS = [
  /** 本月合计, 累计12件, 第一季度小计, 行政指导合计, 合计人数, 本页合计第1页. */
  String.raw`.{0,12}(?:合计|总计|小计|共计|累计)(?:[人件次项]数|场次|数量?)?${COUNTED}${UNIT}?(?:第\d+页)?`,
  /** 总人数, 全年总数, 汇总. */
  `${WITHIN}(?:总(?:[人件次场篇户项处份条]?数|[人场]次)|汇总)${COUNTED}`,
  /** 共4件, 以上共3次，150人. */
  `(?:以上|总)?共有?${NUMBER}${UNIT}${COUNTED}`,
].map((form) => new RegExp(`^${form}$`, 'u'));
/** What says nothing beside a total: 5, 5件, 12.5%, 2026年3月, 第一季度, 上半年, a serial number. */
const NO_CONTENT = new RegExp(
  String.raw`^[\d.,，%％年月日季度第上下半一二三四五六七八九十\-—–至~～/]*${UNIT}?$`,
  'u',
);
/** Of a total, and no day of an entry: 3月, 2026年3月, 第一季度, 上半年. */
const PERIOD = /^[^日号]*(年|季度|月份?)$/u;
/** A number at its end: 其中甲科5件, 提示2件、约谈1件. */
const ENDS_COUNTED = new RegExp(`${NUMBER}${UNIT}$`, 'u');
export const HEAD_AGAIN = '重复的表头';
export const TOTAL = '合计行';
export const BELOW = '表格下面的落款、说明';

interface Place {
  readonly fields: Readonly<Record<string, string>>;
  readonly head: Line;
  readonly isEmpty: boolean;
  readonly isSigned: boolean;
}

/**
 * Why a row is no entry; undefined where it is one. `isEmpty`: what it says in the columns taken is what a new entry begins with;
 * `isSigned`: it is a signature below the table (`signedRows`).
 */
export function reasonAgainst(line: Line, { fields, head, isEmpty, isSigned }: Place): string | undefined {
  const said = saidIn(line);
  if (said.length === 0) return '空行';
  if (isHeadAgain(line, head)) return HEAD_AGAIN;
  if (isTotal(said)) return TOTAL;
  if (isSigned || isNoteOrSeal(said)) return BELOW;
  if (Object.keys(fields).length === 0) return '选用的栏目里没有内容';
  if (isEmpty || isLoneDay(said)) return '只有日期，没有内容';
  return isAcross(line, head) ? '整行只有一格文字（说明、小标题）' : undefined;
}

/** Of a signature, or of what has nothing else. */
function isLoneDay(said: readonly string[]): boolean {
  const [first = '', another] = said;
  return another === undefined && /\d{4}|月/u.test(first) && readDay(first, { year: 2000 }).day !== undefined;
}

/** One text in a cell that is broader than the heading above it. */
function isAcross(line: Line, head: Line): boolean {
  const [cell, another] = new Set(line.filter((each) => each !== undefined));
  if (!cell || another || head.length === 0) return false;
  return cell.columnSpan > (head[cell.column]?.columnSpan ?? 1);
}

/**
 * A total begins its row, but for a month or quarter before it, or stands in one that says nothing else: 共计5件 in the last
 * column of an entry is its own.
 */
function isTotal(said: readonly string[]): boolean {
  // 【合计】, —合计—, “合计”.
  const words = said.map((text) => bare(text).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ''));
  const isOne = (text: string): boolean => TOTALS.some((form) => form.test(text));
  const rest = words.filter((text) => !isOne(text));
  if (rest.length === words.length) return false;
  if (rest.every((text) => NO_CONTENT.test(text))) return true;
  // 累计 may be what an entry is of: then it says more than whose total it is, or counts nothing.
  const others = rest.filter((text) => !NO_CONTENT.test(text) && !ENDS_COUNTED.test(text));
  const isCounted = words.some((text) => text !== '' && !others.includes(text) && /\d/u.test(text));
  if (others.length > 1 || (others.length === 1 && !isCounted)) return false;
  const at = words.findIndex((text) => !NO_CONTENT.test(text));
  return isOne(words[at] ?? '') && words.slice(0, at).every((text) => PERIOD.test(text));
}

/** Whether it says the names of its columns once more: those of the head, as after a page break. */
export function isHeadAgain(line: Line, head: Line): boolean {
  const names = textsOf(head);
  const said = textsOf(line).flatMap((text, at) =>
    text === '' ? [] : [bare(text) === bare(names[at] ?? '')],
  );
  return said.length > 1 && said.every(Boolean);
}
