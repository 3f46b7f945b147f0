import { allNodes } from '../../shared/tables/draft/nodes.ts';
import { holdsItems } from '../../shared/tables/draft/node-texts.ts';
import type { DraftNode } from '../../shared/tables/standard-draft.ts';
import { allSections } from '../../shared/standard/places.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { KIND_LABELS } from './draft-rows.ts';

/** What a draft holds: "3 个评分项（2 个指标），加分 1 条". 指标 are those of the table that hold items. */
export function contentWords(nodes: readonly DraftNode[], sum: string): string {
  const all = allNodes(nodes);
  const count = (kind: DraftNode['kind']) => all.filter((node) => node.kind === kind).length;
  const sections = all.filter((node) => node.kind === 'section' && holdsItems(node)).length;
  const items = itemWords(count('item'), sections);
  return [items, `合计${/^\d/.test(sum) ? ' ' : ''}${sum} 分`, ...outsideWords(count)].join('，');
}

/** The same of a standard: an item that stands beside 指标 has one of its own there. */
export function standardWords({ sections, bonus, penalty, vetoes }: Standard): string {
  const count = (kind: Outside) =>
    ({ bonus: bonus?.entries, penalty: penalty?.entries, veto: vetoes })[kind]?.length ?? 0;
  const all = allSections(sections);
  const items = all.reduce((sum, each) => sum + each.items.length, 0);
  return [itemWords(items, all.length), ...outsideWords(count)].join('，');
}

const OUTSIDE = ['bonus', 'penalty', 'veto'] as const;
type Outside = (typeof OUTSIDE)[number];

function itemWords(items: number, sections: number): string {
  return `${items} 个评分项${sections > 0 ? `（${sections} 个指标）` : ''}`;
}

function outsideWords(count: (kind: Outside) => number): string[] {
  return OUTSIDE.filter((kind) => count(kind) > 0).map((kind) => `${KIND_LABELS[kind]} ${count(kind)} 条`);
}
