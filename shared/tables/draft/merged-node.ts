import { COUNTING_LABELS, VETO_EFFECT_LABELS } from '../../standard/schema.ts';
import { showPoints } from '../../values/points.ts';
import { partsInText, scoreAtEnd } from '../cells/score-text.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import { NAMELESS } from '../rule-text/adjustment.ts';
import { squeeze } from '../rule-text/compact.ts';
import type { DraftNode, KeptFields } from '../standard-draft.ts';

type Adjusted = NonNullable<DraftNode['adjustment']>;
type Options = Adjusted['options'];

/**
 * One node out of two: texts, names among them, options and source rows are joined, scores added and kept at the words that they were for; the target keeps its
 * name. What one node cannot say of both (two ways to count, two caps, two effects, other units) is said in its note.
 */
export function mergedNode(target: DraftNode, node: DraftNode): DraftNode {
  return {
    ...target,
    criterion: criterionOf(target, node),
    fullScore: sum(target.fullScore, node.fullScore),
    evidence: union(target.evidence, node.evidence),
    methods: union(target.methods, node.methods),
    department: joined(target.department, node.department),
    deadline: joined(target.deadline, node.deadline),
    note: lines(target.note, node.note, ...doubtsOf(target, node)),
    // Of all units: what was for some of them alone is said in the note.
    appliesTo: [target, node].some(({ appliesTo }) => appliesTo.length === 0)
      ? []
      : union(target.appliesTo, node.appliesTo),
    weight: sum(target.weight, node.weight),
    adjustment: adjustmentOf(target, node),
    vetoEffect: target.vetoEffect ?? node.vetoEffect,
    kept: keptOf(target, node),
    // The text is another one now: the old proposal says nothing about it.
    proposal: undefined,
    accepted: false,
    children: [...target.children, ...node.children],
    sourceRows: [...target.sourceRows, ...node.sourceRows],
  };
}

/** Of two items that have points of their own each says in it how far it goes: one rule would take from all of them. */
function criterionOf(target: DraftNode, node: DraftNode): string {
  const words = lines(...wordsOf(node, target));
  const both = [target, node].every(({ kind, fullScore = 0 }) => kind === 'item' && fullScore > 0);
  if (!both) return lines(target.criterion, words);
  return lines(limited(target.criterion || target.title, target), limited(words || node.title, node));
}

function limited(text: string, { fullScore = 0 }: DraftNode): string {
  const parts = partsInText(text).reduce((all, each) => all + each, 0);
  const isSaid = parts === fullScore || scoreAtEnd(text) === fullScore;
  return text === '' || isSaid ? text : `${text}（${showPoints(fullScore)}分）`;
}

/** What a node says that goes into another one: its name is kept where none of the words has it as a name. */
function wordsOf({ title, criterion }: DraftNode, target: DraftNode): string[] {
  const isSaid =
    title === target.title ||
    title === titleFrom(criterion) ||
    [criterion, target.criterion].some((text) => names(text, title));
  return isSaid ? [criterion] : [title, criterion];
}

/** What parts words from each other, in plain form; what stands in the middle of other words is no name: 记录 in 有记录. */
const SIGN = /^[\n。.;,、:|()"“”①-⑳]?$/u;

function names(text: string, title: string): boolean {
  const all = text.split('\n').map(squeeze).join('\n');
  const name = squeeze(title);
  if (name === '') return true;
  for (let at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
    if (SIGN.test(all.charAt(at - 1)) && SIGN.test(all.charAt(at + name.length))) return true;
  }
  return false;
}

/** The options of both; the wider of what bounds them, as a bound on one of them is none on the other. */
function adjustmentOf(target: DraftNode, node: DraftNode): Adjusted | undefined {
  const [mine, other] = [target.adjustment, node.adjustment];
  if (!mine || !other) return mine ?? other;
  const counting = [mine, other].some((each) => each.counting === 'highest') ? 'highest' : 'sum';
  const caps = [mine.cap, other.cap].filter((cap) => cap !== undefined);
  const cap = counting === 'sum' ? caps.reduce((all, each) => all + each, 0) : Math.max(0, ...caps);
  return {
    options: optionsOf(target, node),
    counting,
    cap: caps.length === 2 ? cap : undefined,
  };
}

function optionsOf(target: DraftNode, node: DraftNode): Options {
  const told = ({ title, adjustment }: DraftNode): Options =>
    (adjustment?.options ?? []).map((option) =>
      isNameless(option.label) && title.trim() !== '' ? { ...option, label: title.trim() } : option,
    );
  const mine = told(target);
  const taken = new Set(mine.map(({ code }) => code));
  let last = mine.length;
  const fresh = (): string => {
    do last += 1;
    while (taken.has(String(last)));
    return String(last);
  };
  return [...mine, ...told(node).map((option) => ({ ...option, code: fresh() }))];
}

/** Of two such the names of their entries tell. */
function isNameless(label: string): boolean {
  return label === NAMELESS.bonus || label === NAMELESS.penalty;
}

/** What both said that one node does not say any more. */
function doubtsOf(target: DraftNode, node: DraftNode): string[] {
  const both = [target, node];
  const told = (words: (each: DraftNode) => string) =>
    `原为两条：${both.map((each) => `“${each.title}”${words(each)}`).join('；')}`;
  const isBounded = both.some(
    ({ adjustment }) => adjustment?.counting === 'highest' || adjustment?.cap !== undefined,
  );
  return [
    ...(isBounded && both.every(({ adjustment }) => adjustment) ? [told(countingWords)] : []),
    ...(target.vetoEffect === node.vetoEffect ? [] : [told(effectWords)]),
    ...(unitsOf(target) === unitsOf(node) ? [] : [told((each) => `适用于${unitsOf(each) || '全部单位'}`)]),
  ];
}

function countingWords({ kind, adjustment }: DraftNode): string {
  const { counting = 'sum', cap } = adjustment ?? {};
  const most = cap === undefined ? '' : `、最多${kind === 'penalty' ? '扣' : '加'}${showPoints(cap)}分`;
  return `${COUNTING_LABELS[counting]}${most}`;
}

function effectWords({ vetoEffect = 'notEligible' }: DraftNode): string {
  return VETO_EFFECT_LABELS[vetoEffect];
}

function unitsOf({ appliesTo }: DraftNode): string {
  return [...appliesTo].sort().join('、');
}

/** A proof is 选交 where nobody asks for it; what one of them says of both is said of both. */
function keptOf(target: DraftNode, node: DraftNode): KeptFields | undefined {
  const [mine, other] = [target.kept, node.kept];
  if (!mine || !other) return mine ?? other;
  const isAsked = (title: string) =>
    [target, node].some(
      ({ evidence, kept }) => evidence.includes(title) && !kept?.optionalEvidence.includes(title),
    );
  const words = (key: 'notApplicableWhen' | 'own' | 'consequence') =>
    union([mine[key] ?? '', other[key] ?? ''], [])
      .filter((text) => text !== '')
      .join('；') || undefined;
  const codes = (key: 'needs' | 'notApplicableFor') => filled(union(mine[key] ?? [], other[key] ?? []));
  return {
    basis: [...mine.basis, ...other.basis],
    optionalEvidence: union(mine.optionalEvidence, other.optionalEvidence).filter((title) => !isAsked(title)),
    notApplicableWhen: words('notApplicableWhen'),
    notApplicableFor: codes('notApplicableFor'),
    notApplicableBasis: filled([...(mine.notApplicableBasis ?? []), ...(other.notApplicableBasis ?? [])]),
    needs: codes('needs'),
    own: words('own'),
    consequence: words('consequence'),
    isOwnVeto: mine.isOwnVeto ?? other.isOwnVeto,
  };
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

function joined(...words: string[]): string {
  return union(words, [])
    .filter((word) => word !== '')
    .join('、');
}

function lines(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);
}
