import { own } from '../values/own.ts';
import { type Assessment, entryOf } from '../assessment/schema.ts';
import type { Adjustment, AdjustmentBlock } from '../standard/schema.ts';
import { MAX_POINTS, type Points, showPoints } from '../values/points.ts';
import { scoreOutright } from './outright.ts';
import { problem, unknownOption } from '../standard/rules/parts.ts';
import type { RuleResult } from '../standard/rules/kind.ts';
import type { AdjustmentBlockResult } from './types.ts';

/** Scores a bonus or penalty block: each entry up to its cap, then the block up to its own. */
export function scoreBlock(
  block: AdjustmentBlock,
  assessment: Assessment,
  given: ReadonlyMap<string, Points>,
): AdjustmentBlockResult {
  const entries = block.entries.map((adjustment) => {
    const { code, title } = adjustment;
    const { input, evidence } = entryOf(assessment, code);
    const claims = input?.kind === 'claims' ? input.counts : {};
    const outright = given.get(code);
    const result =
      outright === undefined
        ? scoreAdjustment(adjustment, claims)
        : scoreOutright(outright, 0, adjustment.cap ?? block.cap ?? MAX_POINTS);
    return { code, title, ...result, evidence: evidence.length };
  });
  const sum = entries.reduce((total, { score }) => total + score, 0);
  return { title: block.title, score: atMost(sum, block.cap), entries };
}

/** Points claimed for one entry, positive for bonus and penalty alike. `counts`: option code -> times. */
export function scoreAdjustment(adjustment: Adjustment, counts: Record<string, number>): RuleResult {
  const unknown = unknownOption(Object.keys(counts), adjustment.options);
  if (unknown !== undefined) return problem(`情形“${unknown}”不在标准内，请重新填写`);

  const claimed = adjustment.options
    .map((option) => ({ ...option, count: own(counts, option.code) ?? 0 }))
    .filter(({ count }) => count > 0);
  if (claimed.length === 0) return { score: 0, explanation: '没有申报' };

  const highest = adjustment.counting === 'highest';
  const sum = highest
    ? Math.max(...claimed.map(({ points }) => points))
    : claimed.reduce((total, { points, count }) => total + points * count, 0);
  const score = atMost(sum, adjustment.cap);
  const parts = highest
    ? `${claimed.map(({ label, points }) => `${label}${showPoints(points)}分`).join('、')}，只计最高一项`
    : claimed.map(({ label, points, count }) => `${label}${count}次×${showPoints(points)}分`).join('、');
  const capped = score < sum ? `，以${showPoints(score)}分为限` : '';
  return { score, explanation: `${parts}${capped}，计${showPoints(score)}分` };
}

function atMost(points: Points, cap: Points | undefined): Points {
  return Math.min(points, cap ?? points);
}
