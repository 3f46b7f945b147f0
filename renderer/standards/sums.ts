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
