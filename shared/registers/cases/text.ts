import { type Match, matchesIn } from './blanks.ts';
import { askedBy, headKind, type HeadKind } from './head-lines.ts';
import { isPartHeading } from './part-names.ts';

/** A place in a text, in UTF-16 code units: `text.slice(from, to)` is what is meant. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A paragraph that holds something, without the blanks at its ends. */
export interface Line extends Range {
  readonly text: string;
}

export interface CaseText {
  readonly text: string;
  readonly lines: readonly Line[];
  /** What stands above the title and is no part of the case: “附件1”, “案例一”, the unit's name. Not counted. */
  readonly head: readonly Line[];
  readonly title: Line | undefined;
  /** All lines behind the title and the head. */
  readonly body: readonly Line[];
}

const LINE = /[^\r\n\v\f\u0085\u2028\u2029]+/g;

/** A text as lines, the title apart from what is counted. */
export function caseText(text: string): CaseText {
  const lines = [...text.matchAll(LINE)].flatMap(({ 0: whole, index }): Line[] => {
    const trimmed = whole.trim();
    if (trimmed === '') return [];
    const from = index + whole.indexOf(trimmed);
    return [{ from, to: from + trimmed.length, text: trimmed }];
  });
  const form = formOf(lines);
  if (form) return { text, lines, ...form };
  const head = lines.slice(0, headLength(lines));
  const own = lines.slice(head.length);
  const [first, ...rest] = own;
  const title = first && rest.length > 0 && isTitle(first) ? first : undefined;
  return { text, lines, head, title, body: title ? rest : own };
}

/** Of a form as a table: what is asked for and what is written there, in turns. Undefined where it does not ask for a title and more. */
function formOf(lines: readonly Line[]): Pick<CaseText, 'head' | 'title' | 'body'> | undefined {
  let at = lines.findIndex(({ text }) => askedBy(text) !== undefined);
  if (at < 0 || !lines.slice(0, at).every(({ text }) => headKind(text) !== undefined)) return undefined;
  let title: Line | undefined;
  let isForm = false;
  const head = lines.slice(0, at);
  for (; at + 1 < lines.length; at += 2) {
    const [label, value] = [lines[at], lines[at + 1]];
    const asked = label && askedBy(label.text);
    if (!label || !asked || !value) break;
    // What is left open is followed by the next label.
    const isOpen = askedBy(value.text) !== undefined;
    if (!isOpen && /[。；;]/u.test(value.text)) break;
    if (asked === 'title' && !isOpen) title = value;
    isForm ||= asked === 'form';
    head.push(label, ...(isOpen || asked === 'title' ? [] : [value]));
    if (isOpen) at -= 1;
  }
  return title && isForm && at < lines.length ? { head, title, body: lines.slice(at) } : undefined;
}

/** Lines above a title: its number, whose it is; no more, so that no list of units escapes the count. */
const MOST_NAMES = 3;
/** With days and what a form asks for. */
const MOST_HEAD = 10;

function headLength(lines: readonly Line[]): number {
  const kinds: HeadKind[] = [];
  for (const { text } of lines.slice(0, MOST_HEAD)) {
    const kind = headKind(text);
    if (!kind || (kind === 'name' && kinds.filter((one) => one === 'name').length === MOST_NAMES)) break;
    kinds.push(kind);
  }
  const next = lines[kinds.length];
  // Of nothing but such lines none is known to be one.
  if (!next) return 0;
  // A case that is called as a collection is: its first part or a subtitle follows.
  const isUntitled = !isTitle(next) || /^[—－-]/.test(next.text);
  return kinds.at(-1) === 'collection' && isUntitled ? kinds.length - 1 : kinds.length;
}

/** Characters of the longest title; the notice asks for a short one (郑法政办〔2020〕9号 二(一)), how short is ours. */
const LONGEST = 40;

/**
 * The first line behind the head is the title, of a text that has more. Not where it is the heading of a part or of a first chapter, holds a
 * sentence or is as long as one: a text without a title must not have its first paragraph left out of the count.
 */
function isTitle({ text }: Line): boolean {
  if (/[。；;]|^(?:一[、.．]|[（(]一[）)]|第一(?:部分|章))/.test(text)) return false;
  return [...text].length <= LONGEST && !isPartHeading(text);
}

/** Every place of a pattern (with the flag g), line by line, whatever blanks stand between the characters. */
export function placesOf(lines: readonly Line[], pattern: RegExp): Match[] {
  return lines.flatMap((line) =>
    matchesIn(line.text, pattern).map((match) => {
      const onward = ({ from, to }: Range): Range => ({ from: line.from + from, to: line.from + to });
      return { ...match, ...onward(match), within: (from, to) => onward(match.within(from, to)) };
    }),
  );
}

/** What stands for a whole text that lacks something: its title, else its first line. */
export function wholeOf({ title, body, lines }: CaseText): Range {
  const line = title ?? body[0] ?? lines[0];
  return line ? { from: line.from, to: line.to } : { from: 0, to: 0 };
}
