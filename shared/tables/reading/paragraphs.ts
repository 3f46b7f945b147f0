import { isPageBreak } from '../cells/page-breaks.ts';
import type { SourceTable } from '../source-table.ts';
import { givesPoints } from '../rule-text/limits.ts';
import type { GrowingNode } from './growing-node.ts';
import { remarkReader } from './remarks.ts';
import type { VetoMark } from '../cells/veto-marks.ts';

/** No standard says so much beside its tables; a whole regulation around one is not its note. */
const MOST = 60;

export interface Paragraphs {
  readonly vetoes: readonly GrowingNode[];
  readonly marks: readonly VetoMark[];
  readonly notes: readonly string[];
  /** Those that give or take points: they score nothing. */
  readonly scoring: readonly string[];
  /** Those that head vetoes of which none was read. */
  readonly unread: readonly string[];
  /** Those that say a veto of which the words do not tell what it brings about. */
  readonly open: readonly string[];
  /** Those that stand among cases and read as none. */
  readonly strays: readonly string[];
  /** Those that speak of a veto and gave no case. */
  readonly missed: readonly string[];
  /** Paragraphs that were too many to keep. */
  readonly leftOut: number;
}

/** What stands around a table: vetoes, with their cases in paragraphs of their own, and remarks. */
export function readParagraphs({ before = [], after = [] }: SourceTable): Paragraphs {
  // No case stands on the other side of the table.
  const [over, below] = [before, after].map((texts) => {
    const read = remarkReader(() => true);
    return texts.filter((text) => !isPageBreak(text)).map((text) => ({ text, ...read(text) }));
  });
  const remarks = [...(over ?? []), ...(below ?? [])];
  // What heads the table itself has its cases there.
  const unread = remarks.filter(
    ({ opens }, at) => opens && !remarks[at + 1]?.isCase && at !== (over?.length ?? 0) - 1,
  );
  const notes = remarks.flatMap(({ text, isCase }) => (isCase ? [] : [text]));
  return {
    vetoes: remarks.flatMap(({ vetoes }) => vetoes),
    marks: remarks.flatMap(({ mark }) => mark ?? []),
    notes: notes.slice(0, MOST),
    scoring: remarks.flatMap(({ text, vetoes, isCase }) =>
      !isCase && vetoes.length === 0 && (givesPoints(text) || NOTHING.test(text)) ? [text] : [],
    ),
    unread: unread.map(({ text }) => text),
    open: remarks.flatMap(({ text, isOpen }) => (isOpen ? [text] : [])),
    strays: remarks.flatMap(({ text, isStray }) => (isStray ? [text] : [])),
    missed: remarks.flatMap(({ missed }) => missed ?? []),
    leftOut: Math.max(0, notes.length - MOST),
  };
}

/** 少于3件的，本表不得分: what a part is not given, that nothing holds. */
const NOTHING =
  /(?:[本该此每各]|第[一二三四五六七八九十\d]+)(?:个?部分|张?表|大?[项类]|附件|附表)[^。；;]{0,12}(?:最低[^。；;]{0,6}\d|不得分|不予?[计得]分|[计得为记]0分)/;
