import { COUNTING_LABELS, VETO_EFFECT_LABELS } from '../../standard/schema.ts';
import { showPoints } from '../../values/points.ts';
import { NAMELESS } from '../rule-text/adjustment.ts';
import type { DraftNode } from '../standard-draft.ts';

type Counted = NonNullable<DraftNode['adjustment']>;

/** What a bonus or penalty entry counts in the standard. */
export function countedOf({ kind, adjustment, fullScore = 0 }: DraftNode): Counted {
  const { options = [], counting = 'sum', cap } = adjustment ?? {};
  const label = NAMELESS[kind === 'bonus' ? 'bonus' : 'penalty'];
  return { options: options.length > 0 ? options : [{ code: '1', label, points: fullScore }], counting, cap };
}

/** What an entry is saved as, in words; '' for what is none. */
export function entryWords(node: DraftNode): string {
  const { kind, vetoEffect = 'notEligible' } = node;
  if (kind === 'veto') return `存在的，${VETO_EFFECT_LABELS[vetoEffect]}`;
  if (kind !== 'bonus' && kind !== 'penalty') return '';
  const sign = kind === 'bonus' ? '加' : '扣';
  const { options, counting, cap } = countedOf(node);
  return [
    ...options.map(({ label, points }) => `${label}${sign} ${showPoints(points)} 分`),
    COUNTING_LABELS[counting],
    cap === undefined ? '这一条不限' : `这一条最多${sign} ${showPoints(cap)} 分`,
  ].join('；');
}
