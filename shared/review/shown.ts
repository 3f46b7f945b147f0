import { type Points, showPoints } from '../values/points.ts';
import { adjustmentResults } from '../scoring/results.ts';
import type { ScoreReport } from '../scoring/types.ts';

export const NOT_APPLICABLE = '不适用';
export const APPLIES = '存在';
export const CLEAR = '不存在';

/** One code's result as people read it. */
export interface Shown {
  /** Points, 不适用, 未评, 存在, 不存在 or 未录入. */
  readonly shown: string;
  /** 0 for a veto. */
  readonly points: Points;
  readonly explanation: string;
  readonly problem?: string | undefined;
}

/** Every code of a report, items, bonus, penalty and vetoes alike. */
export function shownResults(report: ScoreReport): ReadonlyMap<string, Shown> {
  const states = { unscored: '未评', notApplicable: NOT_APPLICABLE };
  const answers = { unanswered: '未录入', clear: CLEAR, applies: APPLIES };
  return new Map<string, Shown>([
    ...report.items.map(({ code, state, score, explanation, problem }): [string, Shown] => [
      code,
      {
        shown: state === 'scored' ? showPoints(score) : states[state],
        points: score,
        explanation,
        problem,
      },
    ]),
    ...adjustmentResults(report).map(({ code, score, explanation, problem }): [string, Shown] => [
      code,
      { shown: showPoints(score), points: score, explanation, problem },
    ]),
    ...report.vetoes.map(({ code, state }): [string, Shown] => [
      code,
      { shown: answers[state], points: 0, explanation: '' },
    ]),
  ]);
}
