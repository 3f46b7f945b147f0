import { COUNTING_LABELS, VETO_EFFECT_LABELS } from '../../standard/schema.ts';
import { showPoints } from '../../values/points.ts';
import { takesHighest } from '../rule-text/adjustment.ts';
import { compact, squeeze } from '../rule-text/compact.ts';
import { NUMBER, readNumber } from '../rule-text/numbers.ts';
import { vetoIn } from '../rule-text/veto.ts';
import type { DraftNode, TextSpan } from '../standard-draft.ts';
import { countedOf } from './entry-words.ts';

/** The words of an entry's text that say what it counts, or brings about; what stands elsewhere, or was typed over, is not marked. */
export function entrySpans(node: DraftNode): readonly TextSpan[] {
  if (node.kind === 'veto') return vetoSpans(node);
  return node.kind === 'bonus' || node.kind === 'penalty' ? countedSpans(node) : [];
}

function vetoSpans({ criterion, vetoEffect = 'notEligible' }: DraftNode): TextSpan[] {
  return vetoIn(criterion).flatMap(({ effect, from, to }) => {
    const saved = effect === 'noTopGrade' ? 'notRated' : effect;
    return saved === vetoEffect ? [{ from, to, meaning: VETO_EFFECT_LABELS[vetoEffect] }] : [];
  });
}

/** +5分, 加3、2、1分, 3分: the sign goes with the first. */
const POINTS = new RegExp(
  `(?:[加扣减奖]分?|[得计+-])?(${NUMBER})(?:分|(?=(?:[、,和/]${NUMBER})+分)|(?=[,。;、)]|$))`,
  'g',
);
const CAP = new RegExp(
  `(?:最高|最多|不(?:得)?超过|上限为?|封顶|至多)[^,。;\\n\\d]{0,6}?(${NUMBER})分|以?(${NUMBER})分(?:为限|封顶)`,
  'g',
);

interface Place {
  readonly from: number;
  readonly to: number;
}

function countedSpans(node: DraftNode): TextSpan[] {
  const { text, at } = compact(node.criterion);
  const { options, counting, cap } = countedOf(node);
  const sign = node.kind === 'bonus' ? '加' : '扣';
  const taken: Place[] = [];
  const isFree = ({ from, to }: Place) => taken.every((each) => to <= each.from || each.to <= from);
  const spans: TextSpan[] = [];
  const mark = (place: Place, meaning: string): void => {
    taken.push(place);
    spans.push({ from: at[place.from] ?? 0, to: (at[place.to - 1] ?? -1) + 1, meaning });
  };
  for (const place of found(text, CAP))
    if (place.points === cap) mark(place, `这一条最多${sign} ${showPoints(place.points)} 分`);
  if (counting === 'highest')
    for (const clause of clausesOf(text))
      if (isFree(clause) && takesHighest(text.slice(clause.from, clause.to)))
        mark(clause, COUNTING_LABELS.highest);
  const points = found(text, POINTS);
  for (const option of options) {
    const place = points.find((each) => each.points === option.points && isFree(each));
    if (!place) continue;
    const from = begin(text, squeeze(option.label), place);
    mark(
      isFree({ from, to: place.to }) ? { from, to: place.to } : place,
      `${option.label}${sign} ${showPoints(option.points)} 分`,
    );
  }
  return spans;
}

function found(text: string, pattern: RegExp): (Place & { readonly points: number })[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const points = readNumber(match[1] ?? match[2] ?? '');
    const from = match.index;
    return points === undefined ? [] : [{ from, to: from + match[0].length, points }];
  });
}

/** Where the case is named, in the same sentence before its points. */
function begin(text: string, label: string, { from }: Place): number {
  const sentence = Math.max(...['。', ';', '\n'].map((sign) => text.lastIndexOf(sign, from - 1))) + 1;
  const named = text.slice(sentence, from).lastIndexOf(label);
  return label === '' || named < 0 ? from : sentence + named;
}

function clausesOf(text: string): Place[] {
  return [...text.matchAll(/[^,。;\n]+/g)].map(({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
  }));
}
