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
