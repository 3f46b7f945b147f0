import type { TableState } from './table-state.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';

/**
 * Weights beside scores that have them in already (40% over items of 40 in 100) weigh nothing more; nor do weights that
 * are no whole: of leaves, or of levels within levels.
 */
export function settleWeights(roots: readonly GrowingNode[]): void {
  const weighted = roots.filter(({ weight }) => weight !== undefined);
  if (weighted.length === 0) return;
  const total = sumOf(roots);
  const sum = weighted.reduce((all, { weight = 0 }) => all + weight, 0);
  const isIn = weighted.every(
    (node) => Math.abs(sumOf([node]) * 10_000 - (node.weight ?? 0) * total) < 10_000,
  );
  if (sum === 10_000 && !isIn) return;
  for (const node of weighted) node.weight = undefined;
}

function sumOf(nodes: readonly GrowingNode[]): number {
  return allGrowing(nodes).reduce(
    (all, { kind, fullScore = 0 }) => all + (kind === 'item' ? fullScore : 0),
    0,
  );
}

/** A weight for each item instead of a score, as fractions of 1: 0.3 is worth 30 of 100. */
export function readFractions({ roots, sums, reader, warn }: TableState): void {
  const heading = reader.headings[reader.scores.item] ?? '';
  if (!/权重|占比|比重|系数/.test(heading) || sumOf(roots) !== 100) return;
  for (const node of allGrowing(roots)) if (node.fullScore !== undefined) node.fullScore *= 100;
  for (const sum of sums) if (sum.points === 100) sum.points *= 100;
  warn('weightsAsScores', 0, `“${heading}”一栏是合计为1的小数，按百分制写成分值（0.3写成30分），请核对`);
}
