import { itemSum } from '../../shared/tables/draft/check-draft.ts';
import { allNodes } from '../../shared/tables/draft/nodes.ts';
import { isTotal, unitTotals } from '../../shared/tables/draft/totals.ts';
import type { DraftNode } from '../../shared/tables/standard-draft.ts';
import { type Points, showPoints } from '../../shared/values/points.ts';

/** What the items of some nodes make: "60", or of lists for several kinds of unit "每类 60", "每类 50—60". */
export function sumWords(nodes: readonly DraftNode[]): string {
  const totals = unitTotals(itemsOf(nodes));
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  if (totals.length === 1) return showPoints(most);
  return `每类 ${least === most ? showPoints(most) : `${showPoints(least)}—${showPoints(most)}`}`;
}

/** Whether they make the declared score, together or for most kinds of unit. */
export function makesUp(nodes: readonly DraftNode[], declared: Points): boolean {
  return isTotal(itemsOf(nodes), 'items', declared);
}

function itemsOf(nodes: readonly DraftNode[]): DraftNode[] {
  return allNodes(nodes).filter(({ kind }) => kind === 'item');
}

/** Of an entry outside the tree its points; a section shows the sum of its items, and its declared score where that is another one. */
export function scoreWords(node: DraftNode): string {
  if (node.kind === 'item') return node.fullScore === undefined ? '无分值' : showPoints(node.fullScore);
  if (node.kind !== 'section') return outsideScore(node);
  if (itemSum(node.children) === 0) return '';
  const { children, fullScore } = node;
  const isOdd = fullScore !== undefined && !makesUp(children, fullScore);
  return isOdd ? `${sumWords(children)}≠${showPoints(fullScore)}` : sumWords(children);
}

/** What a case of a bonus or penalty entry is worth, the least and the most. */
function outsideScore({ adjustment }: DraftNode): string {
  const points = adjustment?.options.map((option) => option.points) ?? [];
  if (points.length === 0) return '';
  const [least, most] = [Math.min(...points), Math.max(...points)];
  return least === most ? showPoints(most) : `${showPoints(least)}—${showPoints(most)}`;
}
