import { bare, textKey } from '../text-key.ts';

const FIGURES = '〇一二三四五六七八九';
const AT = '(?:0*[1-9]\\d{0,4}|[一二三四五六七八九十百千][〇○零一二三四五六七八九十百千]{0,6})';
const YEAR = '(?:(?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})';
/** 3号, 第3号, 3、4号, 3号文. */
const ATS = `(?<ats>第?${AT}(?:号?[、,;和及/]?第?${AT})*)号(?:文件?)?`;
const NAMED = '(?:通知|决定|公告|通报|批复|命令|意见|函)';
/** 《关于…的通知》: what it is called, before its number or behind it. */
const TITLE = `《[^《》]+》|关于[^()《》]+?的${NAMED}`;
/** 文号：, 示范县司法局《关于…的决定》, 关于…(: what may stand before the number. */
const BEFORE = `(?:(?:发文|文件)?(?:字号|编号|文号):?|文件号:?)?(?:(?:\\p{Script=Han}{2,40}?)??(?:${TITLE}|关于[^()《》]+(?=\\()))?`;
/** 示法〔2026〕9号: the issuer's words, the year in brackets, the number. Of all else nobody can say that it is a document's. */
const DOCUMENT = new RegExp(
  `^${BEFORE}(?<open>\\()?(?<by>\\p{Script=Han}{1,40})[〔[(【〈<](?<year>${YEAR})年?[〕\\])】〉>]${ATS}`,
  'u',
);
const DATE = '(?:19|20)\\d\\d(?:年\\d{1,2}月\\d{1,2}日|[-./]\\d{1,2}[-./]\\d{1,2})(?:印发|发布|公布)?';
const WORDS = `(?:${TITLE}|附件(?:${AT})?|${DATE})`;
/** Its title, its 附件 and its day, behind it or in brackets. */
const BEHIND = new RegExp(`^(?:[,;、]?(?:${WORDS}|\\(${WORDS}\\)))+`, 'u');

/** With these before it, or before what it is called, it is the number of what was not, or not yet, decided. */
const NOT_ISSUED = /(?:^|[《》(:号]|关于)(?:不|拟|待|未[印发批定编]|公示|报批|取消|撤销|废止|暂缓|否决)/u;
/** The same wherever they stand; 模拟执法 is none of them. */
const NOT_CONFIRMING =
  /公示|征求意见|草案|送审|讨论稿|不合格|不通过|未通过|不同意|不予|取消|撤销|废止|暂缓|否决|(?<![模虚])拟/u;

interface DocumentNumber {
  readonly by: string;
  readonly year: number;
  readonly at: number;
}

/** Each 文号 of a text that holds nothing else but what belongs to it; undefined of any other text. */
function documentsIn(text: string): DocumentNumber[] | undefined {
  const found: DocumentNumber[] = [];
  let rest = bare(text).replace(/[、,;。.]+$/u, '');
  if (NOT_ISSUED.test(rest) || NOT_CONFIRMING.test(rest)) return undefined;
  do {
    const match = DOCUMENT.exec(rest);
    const { open, by = '', year = '', ats = '' } = match?.groups ?? {};
    if (!match || NOT_ISSUED.test(by)) return undefined;
    rest = rest.slice(match[0].length).replace(BEHIND, '');
    if (open !== undefined && !rest.startsWith(')')) return undefined;
    if (open !== undefined) rest = rest.slice(1).replace(BEHIND, '');
    rest = rest.replace(/^[、,;和及/]/u, '');
    const numbers = ats.match(new RegExp(AT, 'gu')) ?? [];
    found.push(...numbers.map((at) => ({ by, year: yearOf(year), at: numberOf(at) })));
  } while (rest !== '');
  return found;
}

const figureOf = (figure: string): number => FIGURES.indexOf(figure.replace(/[零○]/u, '〇'));

const yearOf = (year: string): number =>
  /\d/u.test(year) ? Number(year) : Number([...year].map(figureOf).join(''));

/** 十二 and 一二 are 12, 一百零三 is 103. */
function numberOf(at: string): number {
  if (/\d/u.test(at)) return Number(at);
  if (!/[十百千]/u.test(at)) return Number([...at].map(figureOf).join(''));
  let [sum, figure] = [0, 0];
  for (const each of at) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[each];
    if (unit === undefined) figure = figureOf(each);
    else [sum, figure] = [sum + (figure || 1) * unit, 0];
  }
  return sum + figure;
}

/** Whether the whole of it is the 文号 of an issued document, or several. */
export const isDocumentNumber = (text: string): boolean => documentsIn(text) !== undefined;

/** Of which years they are. */
export const documentYears = (text: string): readonly number[] =>
  (documentsIn(text) ?? []).map(({ year }) => year);

/** By which 文号 are the same, whichever brackets and numerals they are written with; undefined of what tells nothing. */
export function documentKey(text: string): string | undefined {
  const documents = documentsIn(text)?.map(({ by, year, at }) => `${by}〔${year}〕${at}号`);
  return documents ? documents.sort().join('、') : textKey(text);
}
