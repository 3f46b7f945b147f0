import type { Points } from '../../values/points.ts';
import type { DraftNode } from '../standard-draft.ts';

/** What a sum counts: the items, the bonus, or both. */
export type Counted = 'items' | 'bonus' | 'both';

/** What of a node makes up a sum: while its table is read, and while it is edited. */
export interface Summed extends Pick<
  DraftNode,
  'kind' | 'fullScore' | 'appliesTo' | 'adjustment' | 'sourceRows'
> {
  readonly children: readonly Summed[];
}

/** Rows of one table as people count them, both ends in it; `overAll`: of every table, whatever their rows. */
export interface Rows {
  readonly overAll?: boolean;
  readonly table: string;
  /** Where they begin in a table before it, which goes on in this one. */
  readonly fromTable?: string | undefined;
  readonly from: number;
  readonly to: number;
  /** The kind of unit that is counted, where each has sums of its own. */
  readonly unit?: string | undefined;
}

/** Every node at any depth, parents first. */
export function flat<T extends { readonly children: readonly T[] }>(nodes: readonly T[]): T[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** The nodes, out of all, that begin in these rows. */
export function within<T extends Summed>(
  nodes: readonly T[],
  { table, fromTable = table, from, to, overAll, unit }: Rows,
): T[] {
  return nodes.filter(({ kind, appliesTo, sourceRows: [first] }) => {
    const isIn =
      first !== undefined &&
      isNotBefore(first, { table: fromTable, row: from }) &&
      isNotBefore({ table, row: to }, first);
    const isOf = unit === undefined || kind !== 'item' || appliesTo.includes(unit);
    return (overAll || isIn) && isOf;
  });
}

type Place = Summed['sourceRows'][number];

/** A table's id is its place in the file. */
function isNotBefore(place: Place, other: Place): boolean {
  if (place.table === other.table) return place.row >= other.row;
  return Number(place.table) > Number(other.table);
}

/**
 * What nodes can make together, none inside another twice: one total, or one for each kind of unit; with bonus, what
 * its entries give and what its heading says.
 */
export function totalsOf(nodes: readonly Summed[], counts: Counted): Points[] {
  const items = unitTotals(nodes.filter(({ kind }) => kind === 'item'));
  if (counts === 'items') return items;
  const bonus = bonusTotals(nodes);
  const hasItems = nodes.some(({ kind }) => kind === 'item');
  if (hasItems !== (counts === 'both')) return [];
  if (counts === 'bonus') return bonus;
  return items.flatMap((points) => bonus.map((extra) => points + extra));
}

/** The sum of items: where some are for certain units alone, that of each kind of unit. */
export function unitTotals(items: readonly Summed[]): Points[] {
  const sum = (list: readonly Summed[]) => list.reduce((total, { fullScore = 0 }) => total + fullScore, 0);
  const units = [...new Set(items.flatMap(({ appliesTo }) => appliesTo))];
  if (units.length === 0) return [sum(items)];
  return units.map((unit) =>
    sum(items.filter(({ appliesTo }) => appliesTo.length === 0 || appliesTo.includes(unit))),
  );
}

/** True where a declared sum is what the nodes make: for several kinds of unit, what most of them have. */
function agrees(totals: readonly Points[], points: Points): boolean {
  return totals.filter((total) => total === points).length * 2 > totals.length - 1 && totals.includes(points);
}

/** Whether a sum that the sheet declares is that of the nodes: all together, or each kind of unit's. */
export function isTotal(nodes: readonly Summed[], counts: Counted, points: Points): boolean {
  return (
    agrees(totalsOf(nodes, counts), points) ||
    totalsOf(
      nodes.map((node) => ({ ...node, appliesTo: [] })),
      counts,
    ).includes(points)
  );
}

function bonusTotals(nodes: readonly Summed[]): Points[] {
  const entries = nodes.filter(({ kind }) => kind === 'bonus');
  if (entries.length === 0) return [];
  const given = entries.reduce((sum, entry) => sum + bonusOf(entry), 0);
  // 附加分 | 10 | 报道1篇加3分 is given as often as its score allows.
  const allowed = entries.reduce((sum, entry) => sum + (entry.adjustment?.cap ?? bonusOf(entry)), 0);
  const blocks = nodes.filter(
    ({ kind, children }) =>
      kind === 'section' && children.length > 0 && flat(children).every((child) => child.kind === 'bonus'),
  );
  const declared = blocks.reduce((sum, { fullScore = 0 }) => sum + fullScore, 0);
  return [...new Set([given, ...(declared > 0 ? [declared] : []), allowed])];
}

/** The most that a bonus entry gives. */
function bonusOf({ adjustment }: Summed): Points {
  const points = adjustment?.options.map((option) => option.points) ?? [];
  const most =
    adjustment?.counting === 'highest' ? Math.max(0, ...points) : points.reduce((sum, each) => sum + each, 0);
  // 每项加2分，最多10分: it may be given several times.
  const isRepeated = adjustment?.options.some(({ label }) => /每/.test(label)) ?? false;
  return isRepeated ? (adjustment?.cap ?? most) : Math.min(adjustment?.cap ?? most, most);
}
