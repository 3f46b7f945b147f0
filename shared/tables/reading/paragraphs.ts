import { titleFrom } from '../cells/cell-texts.ts';
import { namesVetoes } from '../cells/labels.ts';
import { isPageBreak } from '../cells/page-breaks.ts';
import { type Numbering, readNumbering } from '../cells/numbering.ts';
import { isVetoHeading, vetoCasesOf, vetoEffectOf } from '../cells/sides.ts';
import type { SourceTable } from '../source-table.ts';
import { givesPoints } from '../rule-text/limits.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';
import { type VetoMark, vetoMarkIn } from '../cells/veto-marks.ts';

/** No standard says so much beside its tables; a whole regulation around one is not its note. */
const MOST = 60;

export interface Paragraphs {
  readonly vetoes: readonly GrowingNode[];
  readonly marks: readonly VetoMark[];
  readonly notes: readonly string[];
  /** Those that give or take points: they score nothing. */
  readonly scoring: readonly string[];
  /** Paragraphs that were too many to keep. */
  readonly leftOut: number;
}

/** What stands around a table: vetoes, with their cases in paragraphs of their own, and remarks. */
export function readParagraphs({ before = [], after = [] }: SourceTable): Paragraphs {
  const read = remarkReader(() => true);
  const around = [...before, ...after].filter((text) => !isPageBreak(text));
  const remarks = around.map((text) => ({ text, ...read(text) }));
  const notes = remarks.flatMap(({ text, isCase }) => (isCase ? [] : [text]));
  return {
    vetoes: remarks.flatMap(({ vetoes }) => vetoes),
    marks: remarks.flatMap(({ mark }) => mark ?? []),
    notes: notes.slice(0, MOST),
    scoring: remarks.flatMap(({ text, vetoes, isCase }) =>
      !isCase && vetoes.length === 0 && (givesPoints(text) || NOTHING.test(text)) ? [text] : [],
    ),
    leftOut: Math.max(0, notes.length - MOST),
  };
}

export interface Remark {
  readonly vetoes: readonly GrowingNode[];
  /** Rows that it vetoes by their mark. */
  readonly mark: VetoMark | undefined;
  /** It is a case of the remark before it, and nothing else. */
  readonly isCase: boolean;
  /** It names a case that became none of the vetoes. */
  readonly isOpen: boolean;
}

/** 少于3件的，本表不得分: what a part is not given, that nothing holds. */
const NOTHING =
  /(?:[本该此每各]|第[一二三四五六七八九十\d]+)(?:个?部分|张?表|大?[项类]|附件|附表)[^。；;]{0,12}(?:最低[^。；;]{0,6}\d|不得分|不予?[计得]分|[计得为记]0分)/;

/** 弄虚作假的，取消资格. */
const ACT = /的(?:[,，]|(?=一票|取消|不予|不得|否决|直接|一律|当年))/;

/**
 * Reads remarks one after another: below "有下列情形之一的，一票否决：" the numbered ones are its cases, as long as their numbers are
 * below its own and go on. `tellsCases`: which remark may tell cases of its own; others are asked about.
 */
export function remarkReader(tellsCases: (text: string) => boolean): (text: string) => Remark {
  let heading: Heading | undefined;
  return (text) => {
    const numbering = readNumbering(text);
    if (heading && numbering && isBelow(heading, numbering)) {
      heading = { ...heading, first: heading.first ?? numbering.rank };
      return { vetoes: [vetoNode(text, heading.effect)], mark: undefined, isCase: true, isOpen: false };
    }
    const opens = isVetoHeading(text) && (/[:：]\s*$/.test(text) || text.length <= 12);
    heading = opens
      ? { rank: numbering?.rank ?? -1, first: undefined, effect: vetoEffectOf(text) }
      : undefined;
    const mark = vetoMarkIn(text);
    const cases = opens || mark || namesVetoes(text) ? [] : vetoCasesOf(text);
    // What may not be decided from its words stays a remark.
    const vetoes = cases.flatMap(({ text: words, effect }) => (effect ? [vetoNode(words, effect)] : []));
    if (!tellsCases(text))
      return { vetoes: [], mark, isCase: false, isOpen: vetoes.length > 0 && ACT.test(text) };
    return { vetoes, mark, isCase: false, isOpen: false };
  };
}

/** What cases stand below. `rank`: its number's, -1 without one; `first`: that of its first case. */
interface Heading {
  readonly rank: number;
  readonly first: number | undefined;
  readonly effect: GrowingNode['vetoEffect'];
}

/** 五、结果运用 after 四、有下列情形之一的，一票否决：1.… is no case of it. */
function isBelow({ rank, first }: Heading, numbering: Numbering): boolean {
  return numbering.rank > rank && numbering.rank >= (first ?? 0);
}

function vetoNode(text: string, effect: GrowingNode['vetoEffect']): GrowingNode {
  const node = growingNode('veto', titleFrom(text));
  node.criterion = text;
  node.vetoEffect = effect ?? 'notEligible';
  return node;
}
