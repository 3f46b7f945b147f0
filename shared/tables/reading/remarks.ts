import { titleFrom } from '../cells/cell-texts.ts';
import { namesVetoes } from '../cells/labels.ts';
import { type Numbering, readNumbering, valueOf } from '../cells/numbering.ts';
import { isVetoHeading, isVetoName, vetoCasesOf, vetoEffectOf } from '../cells/sides.ts';
import { headsRequirements } from '../cells/requirements.ts';
import { type VetoMark, vetoMarkIn } from '../cells/veto-marks.ts';
import { isNoCase } from '../rule-text/no-case.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';
import { missedIn, namesNoCase } from './missed-vetoes.ts';
import { shortly } from './warn.ts';

export interface Remark {
  readonly vetoes: readonly GrowingNode[];
  /** Rows that it vetoes by their mark. */
  readonly mark: VetoMark | undefined;
  /** It is a case of the remark before it, and nothing else. */
  readonly isCase: boolean;
  /** It names a case that became none of the vetoes. */
  readonly isOpen: boolean;
  /** It stands among cases and reads as none. */
  readonly isStray: boolean;
  /** Cases are looked for below it. */
  readonly opens: boolean;
  /** The sentence of it that speaks of a veto and gave no case. */
  readonly missed: string | undefined;
}

const PLAIN: Remark = {
  ...{ vetoes: [], mark: undefined, isCase: false, isOpen: false, isStray: false, opens: false },
  missed: undefined,
};

/** What is told of a sentence that speaks of a veto and gave no case. */
export function missedWords(where: string, text: string): string {
  return `${where}“${shortly(text)}”说到否决，没有读到否决的情形，只保留为说明，请核对；有的，请在“结构”里新增为一票否决`;
}

/** What is said of a text that stands among cases and reads as none; `where`: 第3行的, 表外的. */
export function strayWords(where: string, text: string): string {
  return `${where}“${shortly(text)}”排在否决的情形里，但不像一种情形，只保留为说明；是一种情形的，请在“结构”里新增为一票否决`;
}

/** 弄虚作假的，取消资格. */
const ACT = /的(?:[,，]|(?=一票|取消|不予|不得|否决|直接|一律|当年))/;

/** 有下列情形之一的，不得评为示范点, 对有下列情形的单位，实行“一票否决”： without a case behind it. */
const LISTS =
  /(?:下列|以下)[^。；;:：]{0,30}(?:否决|取消(?![^。；;:：]{0,4}(?:加分|评审|评委|评分))[^。；;:：]{0,12}资格|不[得予][^。；;:：]{0,2}(?:评|申报|推荐|参评|参加|确认|认定|命名|授|通过))[^。；;:：]{0,20}[。:：]?\s*$/;

/** 其中，…; （注：…）; 备注：…: says more of what stands above, and is no case. */
const ASIDE = /^[(（\[【]|^(?:其中|注|备注|说明|附注|上述|以上|前款|前述|本[条款项])/;
/** Stands before a case in place of a number. */
const BULLET = /^[—–\-·•●○■◆]+\s*/u;
/** 弄虚作假的；, 一是弄虚作假；: a case that has no number. */
const BARE_CASE = /[的者][。；;，,]?\s*$|^[一二三四五六七八九十]是/;

/**
 * Reads remarks one after another: below "有下列情形之一的，一票否决：" the numbered ones are its cases, as long as their numbers are
 * below its own and go on, and those without a number that stand right below it and read as cases. `tellsCases`: which
 * remark may tell cases of its own; others are asked about.
 */
export function remarkReader(tellsCases: (text: string) => boolean): (text: string) => Remark {
  let heading: Heading | undefined;
  return (text) => {
    const words = text.trim().replace(BULLET, '');
    const numbering = readNumbering(words);
    const next = heading && caseBelow(heading, words, numbering);
    if (heading && next) {
      const { effect, isAsked } = heading;
      heading = next;
      if (isNoCase(words)) return { ...PLAIN, isStray: true };
      const vetoes = casesInLine(text).map((each) => vetoNode(each, effect, isAsked));
      return { ...PLAIN, vetoes, isCase: true };
    }
    const mark = vetoMarkIn(text);
    const opens = !mark && opensCases(text);
    if (opens)
      heading = {
        rank: numbering?.rank ?? -1,
        effect: vetoEffectOf(text),
        cases: 'none',
        last: 0,
        isAsked: headsRequirements(text),
      };
    else if (heading && numbering) heading = undefined;
    else if (heading) heading = { ...heading, isBroken: true };
    const cases = opens || mark || namesVetoes(text) ? [] : vetoCasesOf(text);
    // What may not be decided from its words stays a remark.
    const [first] = cases;
    const isAsked = first !== undefined && headsRequirements(text.slice(0, text.indexOf(first.text)));
    const told = cases.filter((each) => !namesNoCase(each.text));
    const vetoes = told.flatMap(({ text: own, effect }) => (effect ? [vetoNode(own, effect, isAsked)] : []));
    const isTold = opens || mark !== undefined || namesVetoes(text);
    if (!tellsCases(text)) {
      const isOpen = vetoes.length > 0 && ACT.test(text);
      return { ...PLAIN, mark, isOpen, opens, missed: isTold || isOpen ? undefined : missedIn(text, []) };
    }
    const missed = isTold ? undefined : missedIn(text, told);
    return { ...PLAIN, vetoes, mark, isOpen: vetoes.length < told.length, opens, missed };
  };
}

/** What cases stand below. `rank`: its number's, -1 without one. */
interface Heading {
  readonly rank: number;
  readonly effect: GrowingNode['vetoEffect'];
  /** Its cases say what is asked for. */
  readonly isAsked: boolean;
  /** How its cases are told: by numbers of this rank, or without. */
  readonly cases: number | 'none' | 'bare';
  /** The number of its last case. */
  readonly last: number;
  /** A remark stands between: what goes on has to count on. */
  readonly isBroken?: boolean;
}

function opensCases(text: string): boolean {
  const isHeading = isVetoHeading(text) && (/[:：]\s*$/.test(text) || text.length <= 12);
  return isHeading || isVetoName(text) || (text.length <= 80 && LISTS.test(text));
}

/** The heading after one more case; undefined where this is none: 五、结果运用 after 四、有下列情形之一的，一票否决：1.…. */
function caseBelow(heading: Heading, words: string, numbering: Numbering | undefined): Heading | undefined {
  const { rank, cases, last, isBroken = false } = heading;
  if (!numbering) {
    const isOpen = cases === 'none' || cases === 'bare';
    const isCase = isOpen && !isBroken && BARE_CASE.test(words) && !ASIDE.test(words);
    return isCase ? { ...heading, cases: 'bare' } : undefined;
  }
  const value = valueOf(numbering.number);
  const first = typeof cases === 'number' ? cases : numbering.rank;
  if (cases === 'bare' || numbering.rank <= rank || numbering.rank < first) return undefined;
  // A list in a case, or the next one.
  const isOwn = numbering.rank === first;
  if (isOwn && isBroken && value !== last + 1) return undefined;
  return { ...heading, cases: first, last: isOwn ? value : last, isBroken: false };
}

/** 一是弄虚作假的；二是…. */
function casesInLine(text: string): string[] {
  return /^一是/.test(text.trim()) ? text.trim().split(/(?<=[；;。])\s*(?=[二三四五六七八九十]是)/) : [text];
}

function vetoNode(text: string, effect: GrowingNode['vetoEffect'], isAsked: boolean): GrowingNode {
  const node = growingNode(
    'veto',
    titleFrom(
      text
        .trim()
        .replace(BULLET, '')
        .replace(/^[一二三四五六七八九十]是/, ''),
    ),
  );
  node.criterion = text;
  node.vetoEffect = effect ?? 'notEligible';
  node.isAsked = isAsked;
  return node;
}
