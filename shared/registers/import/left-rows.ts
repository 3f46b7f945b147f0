import { readDay } from '../read-day.ts';
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
/** Below a table, who has made it and when: a whole cell, or the beginning of one. */
const SIGNED =
  /^(制表|填表|审核|复核|审批|核对|填报|报送|上报|经办|联系|统计|分管|主管|单位|部门|科室)(人|者|员|单位|部门|科室|负责人|领导|电话|日期|时间|盖章|签字|签章){0,2}$/u;
/** The same where a colon follows it: 主要负责人：, 法规科科长：, 记录人签字：. */
const SIGNER =
  /^(?:.{0,8}(?:[局科处所队股]长|主任|负责人|领导)|登记|记录|汇总|制作|报告|签字|签名|盖章|公章)(?:人|者|员|日期|时间|盖章|签字|签名|签章|意见){0,2}$/u;
/** Alone in a row: the office, with its seal. */
const SEAL = /[（(](?:公章|盖章|签章|印章|章)[）)]$/u;
const NOTE = /^(注|说明|备注|填表说明|填报说明)\d*[：:]/u;

/** Why a row is no entry; undefined where it is one. `isEmpty`: what it says in the columns taken is what a new entry begins with. */
export function reasonAgainst(
  line: Line,
  { fields, head, isEmpty }: { fields: Readonly<Record<string, string>>; head: Line; isEmpty: boolean },
): string | undefined {
  const texts = textsOf(line);
  const said = texts.filter((text, at) => text !== '' && text !== texts[at - 1]);
  if (said.length === 0) return '空行';
  if (isHeadAgain(texts, textsOf(head))) return '重复的表头';
  if (isTotal(said)) return '合计行';
  if (isBelow(said)) return '表格下面的落款、说明';
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
  const at = words.findIndex((text) => !NO_CONTENT.test(text));
  return isOne(words[at] ?? '') && words.slice(0, at).every((text) => PERIOD.test(text));
}

/** 制表人：…, 审核：… in the cells of one row, or a note over all of it. */
function isBelow(said: readonly string[]): boolean {
  const [first = ''] = said;
  if (said.length === 1 && (NOTE.test(first) || SEAL.test(first))) return true;
  const label = /^([^：:]{1,12})[：:]/u.exec(first)?.[1];
  if (label !== undefined && SIGNER.test(bare(label))) return true;
  return SIGNED.test(bare(label ?? first)) && (label !== undefined || said.length > 1);
}

/** Whether it says the names of its columns once more: those of the head, as after a page break. */
function isHeadAgain(line: readonly string[], head: readonly string[]): boolean {
  const said = line.flatMap((text, at) => (text === '' ? [] : [bare(text) === bare(head[at] ?? '')]));
  return said.length > 1 && said.every(Boolean);
}
