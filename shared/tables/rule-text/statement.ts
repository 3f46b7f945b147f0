import type { Action } from './actions.ts';
import { PART_LETTER, PART_NUMBER } from './compact.ts';
import { isCountOnly } from './occurrence.ts';

/** A scoring phrase with the condition before it: 未制定方案的，| 扣2分. */
export interface Statement<A extends Action = Action> {
  readonly action: A;
  readonly condition: string;
  /** Offset of the condition in the compact text; the action ends the statement. */
  readonly from: number;
  /** The count between the fault's own sentence and the points: 命名不规范。| 一个 | 扣2分. '' elsewhere. */
  readonly count: string;
  /** The requirement that stands in a sentence before a bare count: 台账规范。| 每处 | 扣1分. '' elsewhere. */
  readonly subject: string;
  /** The condition that it shares with the case before it, with its sign; see leads.ts. '' elsewhere. */
  readonly lead: string;
  /** One that it may share. */
  readonly openLead: string;
  /** Words after the points that are about the same fault, and where they end; see carry.ts. */
  readonly carried: string;
  readonly end: number;
  /** Which numbered part of the text it stands in; 0 before the first. */
  readonly part: number;
  /** Which sentence (up to 。 or ；) it stands in. */
  readonly sentence: number;
}

const SENTENCE_ENDS = ['。', ';', '\n'];

export function statements(text: string, actions: readonly Action[]): Statement[] {
  // A.优秀得5分 B.良好得3分: letters part the text only where parts have points and faults.
  const kinds = new Set(actions.map(({ kind }) => kind));
  const starts = partStarts(text, kinds.has('give') && kinds.has('deduct'));
  let sentence = 0;
  let last = 0;
  const found = actions.map((action): Statement => {
    const between = text.slice(last, action.from);
    const cut = Math.max(...SENTENCE_ENDS.map((sign) => between.lastIndexOf(sign)));
    if (cut >= 0) sentence += 1;
    let from = last + skipPunctuation(between, cut + 1);
    // "…反弹。得5分": the points stand in a sentence of their own.
    if (action.kind === 'give' && from >= action.from && cut > 0) {
      const before = Math.max(...SENTENCE_ENDS.map((sign) => between.lastIndexOf(sign, cut - 1)));
      from = last + skipPunctuation(between, before + 1);
    }
    let to = action.from;
    let count = '';
    const fault = action.kind === 'deduct' ? faultBefore(between, cut) : undefined;
    if (fault) {
      count = tidy(text.slice(from, action.from));
      from = last + fault.from;
      to = last + fault.to;
    }
    if (action.kind !== 'neutral' || !action.inside) last = action.to;
    const part = starts.filter((start) => start <= action.from).length;
    return {
      action,
      condition: tidy(text.slice(Math.min(from, to), to)),
      from,
      count,
      subject: action.kind === 'deduct' && !fault ? subjectBefore(between, cut) : '',
      lead: '',
      openLead: '',
      carried: '',
      end: action.to,
      part,
      sentence,
    };
  });
  return standBefore(text, found) ? found.map((one, i) => withWordsAfter(text, one, found[i + 1])) : found;
}

const SCORED = /give|deduct|zero/;

/** "得3分：制度健全；得2分：…": every score stands before its condition. */
function standBefore(text: string, found: readonly Statement[]): boolean {
  const scored = found.filter(({ action }) => SCORED.test(action.kind));
  return scored.length > 1 && scored.every(({ action }) => text[action.to] === ':');
}

function withWordsAfter(text: string, one: Statement, next: Statement | undefined): Statement {
  if (!SCORED.test(one.action.kind)) return one;
  const rest = text.slice(one.action.to + 1, next?.action.from ?? text.length);
  const words = rest.slice(0, /[。;\n]/.exec(rest)?.index ?? rest.length);
  return { ...one, from: one.action.from, condition: tidy(words), end: one.action.to + 1 + words.length };
}

const NO_FAULT = '[^不未无没缺漏错超逾迟误虚假违差乱少破损坏]*';
const REQUIRED = '规范|完善|健全|到位|齐全|及时|做到|落实|建立|制定|开展|应|须|要|需|完整|清晰|准确|符合';
/** What is asked for, not what is wrong. */
export const REQUIREMENT = new RegExp(`^${NO_FAULT}(?:${REQUIRED})${NO_FAULT}$`);
const ASKED = new RegExp(`^${NO_FAULT}(?:${REQUIRED}|查阅|查看|检查|抽查|现场)${NO_FAULT}$`);

/** How it is looked at, and by what. */
const CHECKED =
  /^(?:按照?|依据|根据|对照|结合|通过|查[阅看]?|检查|抽查|现场)|(?:抽查|检查|查看|核查|暗访|测评)$/;

/** 每缺一份 says by itself what is missing: it counts what the sentence before says only if that says a fault. */
function isFault(sentence: string, count: string): boolean {
  return (
    !ASKED.test(sentence) &&
    !CHECKED.test(sentence) &&
    (!/[缺少漏]/.test(count) || /[不未无没缺漏错]/.test(sentence))
  );
}

/** "台账规范。每处扣1分": what is asked for, where it is one short sentence. */
function subjectBefore(between: string, cut: number): string {
  if (cut < 0 || between[cut] === ';' || !isCountOnly(tidy(stripStart(between.slice(cut))))) return '';
  const [subject = '', ...more] = [...between.slice(0, cut).matchAll(/[^。;\n]+/g)]
    .map(([sentence]) => tidy(stripStart(sentence)))
    .filter((sentence) => sentence !== '');
  return more.length > 0 || subject.length > 30 || CHECKED.test(subject) ? '' : subject;
}

/** "命名不规范。一个扣2分": the fault is the one sentence before the count. */
function faultBefore(between: string, cut: number): { from: number; to: number } | undefined {
  // After a semicolon the count may as well stand by itself.
  if (cut < 0 || between[cut] === ';' || !isCountOnly(tidy(stripStart(between.slice(cut))))) return undefined;
  const sentences = [...between.slice(0, cut).matchAll(/[^。;\n]+/g)]
    .map((match) => ({ from: match.index + skipPunctuation(match[0], 0), to: match.index + match[0].length }))
    .filter(({ from, to }) => from < to);
  const [fault] = sentences;
  return fault && sentences.length === 1 && isFault(between.slice(fault.from, fault.to), between.slice(cut))
    ? fault
    : undefined;
}

/** 一、… 二、…; 一是… 二是… */
const PART_WORD = /^(?:[一二三四五六七八九十]、(?![一二三四五六七八九十])|[一二三四五六七八九]是)/;

/** Where numbered parts begin, if there are at least two. */
function partStarts(text: string, byLetters: boolean): number[] {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (i > 0 && !/[。;,:\n)分]/.test(text[i - 1] ?? '')) continue;
    if (byLetters && PART_LETTER.test(text.slice(i, i + 6))) starts.push(i);
    else if (PART_NUMBER.test(text.slice(i, i + 6)) || PART_WORD.test(text.slice(i, i + 3))) starts.push(i);
  }
  return starts.length > 1 ? starts : [];
}

function skipPunctuation(text: string, at: number): number {
  const rest = text.slice(at);
  return at + (rest.length - stripStart(rest).length);
}

function stripStart(text: string): string {
  let rest = text;
  for (;;) {
    const next = rest
      .replace(/^[,。;、:.)\n]+/, '')
      .replace(PART_NUMBER, '')
      .replace(PART_LETTER, '');
    if (next === rest) return rest;
    rest = next;
  }
}

function tidy(condition: string): string {
  return condition
    .replace(/[,、:(-]+$/, '')
    .replace(/(?:的|者|占)$/, '')
    .replace(/[,、:(]+$/, '');
}
