import { bare, textKey } from '../text-key.ts';

const FIGURES = '〇一二三四五六七八九';
const AT = '(?:0*[1-9]\\d{0,4}|[一二三四五六七八九十百千][〇○零一二三四五六七八九十百千]{0,6})';
const YEAR = '(?:(?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})';
/** 3号, 第3号, 3、4号, 3号文. */
const ATS = `(?<ats>第?${AT}(?:号?[、,;和及/]?第?${AT})*)号(?:文件?)?`;
const NAMED = '(?:通知|决定|公告|通报|批复|命令|意见|复函|函)';
/** 《关于…的通知》: what it is called, before its number or behind it. */
const TITLE = `《[^《》]+》|关于[^()《》]+?的${NAMED}`;
/** 文号：, 示范县司法局《关于…的决定》, 关于…(: what may stand before the number. */
const BEFORE = `(?:(?:发文|文件)?(?:字号|编号|文号):?|文件号:?)?(?:(?:\\p{Script=Han}{2,40}?)??(?:${TITLE}|关于[^()《》]+(?=\\()))?`;
/** A day or a month. */
const DATE = '(?:19|20)\\d\\d(?:年\\d{1,2}月(?:\\d{1,2}日)?|[-./]\\d{1,2}[-./]\\d{1,2})(?:印发|发布|公布)?';
/** 示法〔2026〕9号: the issuer's words, the year in brackets, the number. Of all else nobody can say that it is a document's. */
const DOCUMENT = new RegExp(
  `^(?:${DATE},?)?${BEFORE}(?<open>\\()?(?<by>\\p{Script=Han}{1,40})[〔[(【〈<](?<year>${YEAR})年?[〕\\])】〉>]${ATS}`,
  'u',
);
/** 附件2-1, 附件1第5项. */
const ANNEX = `附件(?:${AT}(?:-\\d{1,3})?(?:第${AT}[项条])?)?`;
/** Whose it is, behind it. */
const ISSUER =
  '(?![报送抄待拟])\\p{Script=Han}{2,40}(?:局|厅|委|办|院|政府|委员会|办公室|领导小组)(?![\\p{Script=Han}〔[])';
const WORDS = `(?:(?:\\p{Script=Han}{2,40}?)??(?:${TITLE})|${ANNEX}|${DATE}|${ISSUER})`;
/** Its title, its 附件 and its day, behind it or in brackets. */
const BEHIND = new RegExp(`^(?:[,;、]?(?:${WORDS}|\\(${WORDS}\\)))+`, 'u');

/** With these before it, or before what it is called, it is the number of what was not, or not yet, decided. */
const NOT_ISSUED = /(?:^|[《》(:号]|关于)(?:不|拟|待|未[印发批定编]|公示|报批|取消|撤销|废止|暂缓|否决)/u;
/** The same wherever they stand; 模拟执法 is none of them. */
const NOT_CONFIRMING =
  /公示|征求意见|草案|送审|讨论稿|不合格|不通过|未通过|不同意|不予|取消|撤销|废止|暂缓|否决|撤[消回]|摘牌|收回|(?<![模虚])拟/u;

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

/** What a document is called, wherever it stands beside its number. */
const CALLED = new RegExp(
  `《[^《》]+》|关于[^()《》]+?的${NAMED}|关于[^()《》]+(?=\\()|关于\\p{Script=Han}+`,
  'gu',
);
const KIND_ALONE = new RegExp(`^《${NAMED}》$`, 'u');
const CONFIRMS = /命名|认定|确认|确定|公布|授予/u;
/** Not to confirm, not yet, of those who are none yet, or how it is done. */
const AGAINST =
  /[不未撤拟废征否]|取消|推迟|延期|延后|暂|中止|终止|停止|摘|收回|公示|草案|草稿|初稿|送审|讨论|申报|推荐|报送|请予|候选|建议|培育|创建|驳回|拒绝|退回|落选|降级|整改|注销|取缔|失效|标准(?!化)|办法/u;
/** They ask, or tell, and decide nothing. */
const ASKS = /的(?:函|请示|报告)|(?:请示|报告)》?$/u;

function isConfirming(title: string): boolean {
  // 模拟执法 is nothing that is only planned.
  const words = title.replace(/[模虚]拟/gu, '');
  return KIND_ALONE.test(title) || (CONFIRMS.test(words) && !AGAINST.test(words) && !ASKS.test(words));
}

/** Whether the whole of it is the 文号 of a document that confirms, or several: where it says what it is called, by that. */
export const isDocumentNumber = (text: string): boolean =>
  documentsIn(text) !== undefined && (bare(text).match(CALLED) ?? []).every(isConfirming);

/** Of which years they are. */
export const documentYears = (text: string): readonly number[] =>
  (documentsIn(text) ?? []).map(({ year }) => year);

/** By which 文号 are the same, whichever brackets and numerals they are written with; undefined of what tells nothing. */
export function documentKey(text: string): string | undefined {
  const documents = documentsIn(text)?.map(({ by, year, at }) => `${by}〔${year}〕${at}号`);
  return documents ? documents.sort().join('、') : textKey(text);
}
