import { type Place, placeOf } from '../standard/places.ts';
import { moduleOf } from '../standard/rules.ts';
import type { Standard } from '../standard/schema.ts';
import { showPoints } from '../values/points.ts';
import { inputOf, type RuleInput } from './rule-input.ts';
import { statedLines } from './stated-lines.ts';
import { plainText } from '../values/text.ts';

/** What an entry of a unit or of an evaluator has in common: what is answered, and what is said of it. */
interface EntryLike {
  readonly state: string;
  readonly input?: RuleInput | undefined;
  readonly reason: string;
}

/** The answer in one place: it is merged as a whole where its kind or state differs, point by point where not. */
export function apartEntry<Entry extends EntryLike>(entry: Entry, unanswered: Entry['state']): object {
  const { reason, evidence, ...answer } = { evidence: undefined, ...entry };
  const isAnswered = answer.state !== unanswered || 'confirm' in answer;
  return { ...(isAnswered ? { answer } : {}), reason, evidence };
}

/** The entry again; undefined where nothing is left of it. */
export function togetherEntry<Entry extends EntryLike>(parts: object, empty: Entry): Entry {
  const { answer, ...rest } = { answer: undefined as object | undefined, ...parts };
  return { ...empty, ...answer, ...rest };
}

/** 1.2 执法公示：自评说明. `inside`: the path below the entry. */
export function entryPartName(
  standard: Standard,
  [code = '', part, ...inside]: readonly string[],
  { reason, piece }: { readonly reason: string; readonly piece: (sha256: string) => string },
): string {
  const place = placeOf(standard, code);
  const entry = place ? `${code} ${place.title}` : code;
  if (part === 'reason') return `${entry}：${reason}`;
  if (part === 'evidence') return `${entry}：佐证材料“${piece(inside[0] ?? '')}”`;
  const option = inside[0] === 'input' && inside[2] !== undefined ? optionLabel(place, inside[2]) : undefined;
  return option === undefined ? entry : `${entry}：${option}`;
}

function optionLabel(place: Place | undefined, code: string): string {
  const options = place?.kind === 'item' ? moduleOf(place.item.rule).options?.(place.item.rule) : undefined;
  const claims = place && 'entry' in place ? place.entry.options : [];
  return [...(options ?? []), ...claims].find((option) => option.code === code)?.label ?? code;
}

interface Answer {
  readonly state?: string;
  readonly input?: RuleInput;
  readonly points?: number;
}

/** An answer, or one point within it, in words; '' where there is none. */
export function showAnswer(standard: Standard, path: readonly string[], content: unknown): string {
  const [code = '', , ...inside] = path;
  if (content === undefined) return '';
  if (inside.length === 0) return answerWords(placeOf(standard, code), content as Answer);
  if (inside[1] === 'met') return '符合';
  if (inside[1] === 'counts') return `${plainText(content)} 次`;
  return typeof content === 'object'
    ? statedIn(placeOf(standard, code), content as RuleInput)
    : plainText(content);
}

function answerWords(place: Place | undefined, { state, input, points }: Answer): string {
  if (state === 'notApplicable') return '不适用';
  if (points !== undefined) return `${showPoints(points)} 分`;
  return input ? statedIn(place, input) : '未评分';
}

/** What was stated, and for an item what it scores. */
function statedIn(place: Place | undefined, input: RuleInput): string {
  if (!place) return '已评分';
  const rule = place.kind === 'item' ? place.item.rule : undefined;
  const fitting = rule && inputOf(input, rule.kind);
  if (!fitting || place.kind !== 'item') return statedLines(place, input).join('；');
  const { score, explanation } = moduleOf(rule).score(rule, place.fullScore, fitting);
  return `${showPoints(score)} 分（${explanation}）`;
}
