import { bare, textKey } from '../text-key.ts';

const FIGURES = '〇一二三四五六七八九';
const AT = '(?:0*[1-9]\\d{0,4}|[一二三四五六七八九十百千][〇○零一二三四五六七八九十百千]{0,6})';
const YEAR = '(?:(?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})';
/** 3号, 第3号, 3、4号, 3号文. */
const ATS = `(?<ats>第?${AT}(?:号?[、,;和及/]?第?${AT})*)号(?:文件?)?`;
/** 《关于…的通知》（…号）: what it is called, before its number. */
const TITLE = '(?<title>《[^《》]+》|关于[^()《》]+(?:的通知|(?=\\()))';
/** 示法〔2026〕9号: the issuer's words, the year in brackets, the number. Of all else nobody can say that it is a document's. */
const DOCUMENT = new RegExp(
  `^${TITLE}?(?<open>\\()?(?<by>\\p{Script=Han}{1,40})[〔[(【〈<](?<year>${YEAR})年?[〕\\])】〉>]${ATS}`,
  'u',
);

/** With these before it, it is the number of what was not, or not yet, decided. */
const NOT_ISSUED = /^(?:关于)?《?(?:关于)?(?:不|拟|待|未[印发批定编]|公示|报批|取消|撤销|废止|暂缓|否决)/u;

interface DocumentNumber {
  readonly by: string;
  readonly year: number;
  readonly at: number;
}

/** Each 文号 of a text that holds nothing else, but for titles; undefined of any other text. */
function documentsIn(text: string): DocumentNumber[] | undefined {
  const found: DocumentNumber[] = [];
  let rest = bare(text).replace(/[、,;。.]+$/u, '');
  do {
    const match = DOCUMENT.exec(rest);
    const { title = '', open, by = '', year = '', ats = '' } = match?.groups ?? {};
    if (!match || NOT_ISSUED.test(by) || NOT_ISSUED.test(title)) return undefined;
    rest = rest.slice(match[0].length);
    if (open !== undefined && !rest.startsWith(')')) return undefined;
    rest = rest.slice(open === undefined ? 0 : 1).replace(/^[、,;和及/]/u, '');
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
