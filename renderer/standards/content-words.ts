import { allNodes } from '../../shared/tables/draft/check-draft.ts';
import { holdsItems } from '../../shared/tables/draft/node-texts.ts';
import type { DraftNode } from '../../shared/tables/standard-draft.ts';
import { KIND_LABELS } from './draft-rows.ts';

/**
 * What a draft holds: "3 个评分项（2 个指标），加分 1 条". 指标 are those of the table that hold items; what a standard needs
 * besides for items that stand alone is not counted.
 */
export function contentWords(nodes: readonly DraftNode[], sum?: string): string {
  const all = allNodes(nodes);
  const count = (kind: DraftNode['kind']) => all.filter((node) => node.kind === kind).length;
  const sections = all.filter((node) => node.kind === 'section' && holdsItems(node)).length;
  const outside = (['bonus', 'penalty', 'veto'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${KIND_LABELS[kind]} ${count(kind)} 条`);
  const items = `${count('item')} 个评分项${sections > 0 ? `（${sections} 个指标）` : ''}`;
  return [
    items,
    ...(sum === undefined ? [] : [`合计${/^\d/.test(sum) ? ' ' : ''}${sum} 分`]),
    ...outside,
  ].join('，');
}
