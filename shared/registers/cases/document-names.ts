import type { Line, Range } from './text.ts';

/** One mention of a document in the body. */
export interface Mention extends Range {
  /** Without 《》, blanks left out. */
  readonly name: string;
  /** The short form that is given right behind it: （以下简称《XX》）. */
  readonly short: string | undefined;
}

/** One or two groups of brackets, of either width: （文号）（以下简称《XX》）, （文号，以下简称“XX”）. */
const BRACKETS = /(?:\s*[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]){1,2}/y;
/** Without brackets: 《…》，以下简称《XX》. */
const BARE = /[，,]?\s*(?:以\s*)?下\s*(?:简\s*)?称[：:为]?\s*(?:《[^《》]+》|[“"][^”"]+[”"])/y;
/** The notice writes it in 《》; quotation marks or none are as clear. Several documents may be given theirs in one bracket. */
const GIVEN =
  /(?:以下统?简?称|下称|简称)\s*[：:为]?\s*(?:(?<titles>(?:《[^《》]+》[、和及]?)+)|[“"‘'「](?<quoted>[^”"’'」]+)[”"’'」]|(?<bare>[^（）()，,；;。“”"《》]+))/;
/** Between documents that are named together. */
const JOINED = /^(?:[、，,和与及]|以及)?$/;

/** The 《XX》 that gives a short form is among them, as a mention by it. */
export function mentionsIn(lines: readonly Line[]): Mention[] {
  return lines.flatMap(({ from, text: typed }) => {
    const text = inTitleMarks(typed);
    const mentions: (Mention & { short: string | undefined })[] = [];
    /** Those that are named together up to here: the last ones. */
    let together = 0;
    let last = 0;
    for (const pair of outermost(text)) {
      together = JOINED.test(text.slice(last, pair.from).trim()) ? together + 1 : 1;
      last = pair.to;
      const name = plain(text.slice(pair.from + 1, pair.to - 1));
      mentions.push({ from: from + pair.from, to: from + pair.to, name, short: undefined });
      // The last one is that of the document before the bracket.
      for (const [back, short] of shortsBehind(text, pair.to).toReversed().slice(0, together).entries()) {
        const named = mentions.at(-1 - back);
        if (named) named.short = short;
      }
    }
    return mentions;
  });
}

/** What is typed for 《 and 》: two characters keep their width by a blank. */
const TYPED = /<<|＜＜|≪|«|>>|＞＞|≫|»/gu;
/** 〈…〉; of ＜…＞ and <…>, which compare as well, what ends as documents do. */
const SINGLE =
  /〈[^《》〈〉]+〉|[＜<](?=\p{Script=Han})[^《》＜＞<>]*(?:法|条例|规[定则程范]|细则|通知|通[告报]|意见|决[定议]|方案|标准|纲要|指南|基准|清单|制度|预案|解释|批复|公告|章程|目录)(?:（[^（）]*）)?[＞>]/gu;

/** As long as the text, with every name of a document between 《 and 》; 〈…〉 within 《…》 stay. */
function inTitleMarks(typed: string): string {
  const doubled = typed.replace(TYPED, (marks) => {
    const isOpening = /^[<＜≪«]/u.test(marks);
    const blank = ' '.repeat(marks.length - 1);
    return isOpening ? `${blank}《` : `》${blank}`;
  });
  const inside = outermost(doubled);
  return doubled.replace(SINGLE, (name: string, at: number) =>
    inside.some(({ from, to }) => from < at && at < to) ? name : `《${name.slice(1, -1)}》`,
  );
}

function shortsBehind(text: string, at: number): string[] {
  const { titles, quoted, bare } = GIVEN.exec(bracketsAt(text, at).replace(/\s+/g, ''))?.groups ?? {};
  if (titles !== undefined)
    return [...titles.matchAll(/《([^《》]+)》/g)].map(([, title = '']) => plain(title));
  const one = quoted ?? bare;
  // “《XX》” as well.
  return one === undefined ? [] : [plain(one).replaceAll(/[《》]/g, '')];
}

function bracketsAt(text: string, at: number): string {
  for (const pattern of [BRACKETS, BARE]) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return '';
}

/** 《…》 that stand in no other, in their order; what is not closed in its paragraph is none. */
function outermost(text: string): Range[] {
  const open: number[] = [];
  const pairs: Range[] = [];
  for (const { 0: mark, index } of text.matchAll(/[《》]/g)) {
    if (mark === '《') open.push(index);
    else {
      const from = open.pop();
      if (from === undefined) continue;
      while ((pairs.at(-1)?.from ?? -1) > from) pairs.pop();
      pairs.push({ from, to: index + 1 });
    }
  }
  return pairs;
}

function plain(name: string): string {
  return name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

/** Papers of a single case, certificates, newspapers: they have titles, but are no 文件 that is quoted by a short form. */
export function isPaper(name: string): boolean {
  return /(?:书|证|执照|(?<!清)单|表|笔录|报|册|卷|台账)$/.test(name);
}

const STATE = '中华人民共和国';

/** Whether a name is another one cut short: 《大气法》 of 《中华人民共和国大气污染防治法》, its first words and its last ones. */
export function isCutOf(name: string, full: string): boolean {
  const words = full.replace(STATE, '').replace(/（[^（）]*）$/, '');
  if (name.length < 3 || name.length >= words.length) return false;
  return [...Array(name.length - 2).keys()].some(
    (at) => words.startsWith(name.slice(0, at + 2)) && words.endsWith(name.slice(at + 2)),
  );
}

/** Whether the longer one of two is the whole name of what the shorter one calls: not of a bare 《通知》. */
export function isWholeOf(full: string, name: string): boolean {
  return name.length > 2 && (shortsOf(full).includes(name) || isCutOf(name, full));
}

/**
 * What reads as a short form of a name: it without 中华人民共和国, or its last words (《通知》, 《处罚法》). A longer end may be a
 * document of its own: the State's and the province's of one name.
 */
export function shortsOf(full: string): string[] {
  const words = full.replace(/（[^（）]*）$/, '');
  const ends = [2, 3, 4, 5, 6]
    .filter((length) => length < words.length)
    .map((length) => words.slice(-length));
  return full.startsWith(STATE) ? [full.slice(STATE.length), ...ends] : ends;
}
