import { type UnitColumn, unitPoints } from '../cells/unit-columns.ts';
import type { Points } from '../../values/points.ts';
import { proposalOf } from './entries.ts';
import { allGrowing, growingNode, type GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';

/**
 * One list for each kind of unit that has a column of scores of its own: the tree once for each, an item's score that of
 * the kind's column, without the items that the column gives nothing. What a row became stands where it is first.
 */
export function splitUnits(state: TableState): void {
  const { scores } = state.reader;
  const trees = state.roots.filter(holdsItems);
  if (scores.units.length === 0 || trees.length === 0) return;
  const others = state.roots.filter((node) => !holdsItems(node));
  const split: Split = {
    state,
    read: new Map(allGrowing(trees).map((node) => [node, { ...node, children: [...node.children] }])),
    used: new Set(),
    outside: new Set(),
    vetoed: new Set(
      allGrowing(state.roots).flatMap(({ kind, sourceRows }) =>
        kind === 'veto' ? sourceRows.map(({ row }) => row) : [],
      ),
    ),
  };
  const lists = scores.units.map((column) => {
    const list = growingNode('section', column.unit);
    list.fullScore = column.declared;
    list.children = trees.flatMap((node) => nodesFor(split, node, column));
    return list;
  });
  state.roots.splice(0, state.roots.length, ...lists, ...split.outside, ...others);
  tell(state, scores.units);
}

interface Split {
  readonly state: TableState;
  /** The nodes as they were read, since the first list is made of them. */
  readonly read: ReadonlyMap<GrowingNode, GrowingNode>;
  readonly used: Set<GrowingNode>;
  /** Bonus, penalty and vetoes that stand among the items: they are for all. */
  readonly outside: Set<GrowingNode>;
  /** Rows (as people count them) with a veto of their own. */
  readonly vetoed: ReadonlySet<number>;
}

function holdsItems(node: GrowingNode): boolean {
  return allGrowing([node]).some(({ kind }) => kind === 'item');
}

/** A node as it is for one kind of unit; nothing where it is not. */
function nodesFor(split: Split, node: GrowingNode, column: UnitColumn): GrowingNode[] {
  const { read, used, outside, vetoed, state } = split;
  const was = read.get(node) ?? node;
  if (!holdsItems(was)) {
    outside.add(node);
    return [];
  }
  const fullScore = scoreFor(state, was, column);
  if (was.kind === 'item' && fullScore === 'none') return [];
  const children = was.children.flatMap((child) => nodesFor(split, child, column));
  if (was.children.some(holdsItems) && !children.some(holdsItems)) return [];
  const made = used.has(node) ? { ...was, sourceRows: [...was.sourceRows] } : node;
  used.add(node);
  made.children = children;
  made.fullScore = fullScore === 'none' ? undefined : fullScore;
  if (was.kind === 'section') return [made];
  made.appliesTo = [column.unit];
  const isVetoed = was.sourceRows.some(({ row }) => vetoed.has(row));
  if (made.fullScore !== was.fullScore) made.proposal = proposalOf(made, isVetoed ? 'elsewhere' : 'unread');
  return [made];
}

/** What the kind's column says of a node that has its score from such a column; else as it was read. */
function scoreFor(
  { reader: { grid, scores } }: TableState,
  { fullScore, sourceRows }: GrowingNode,
  { column }: UnitColumn,
): Points | 'none' | undefined {
  const scored = sourceRows.flatMap(({ row }) => {
    const cells = scores.units.map((each) => grid.cellAt(row - 1, each.column));
    const own = cells.filter((cell) => cell?.row === row - 1).map((cell) => unitPoints(cell) ?? 0);
    const first = own.find((points) => points > 0);
    return first === undefined ? [] : [{ row: row - 1, first }];
  });
  const [only, ...more] = scored;
  if (!only || more.length > 0 || only.first !== fullScore) return fullScore;
  return unitPoints(grid.cellAt(only.row, column)) || 'none';
}

function tell({ map, warn }: TableState, units: readonly UnitColumn[]): void {
  const columns = units.map(({ column }) => column + 1).join('、');
  const names = units.map(({ unit }) => unit).join('、');
  warn(
    'blocksByUnit',
    map.headerTo,
    `第${columns}栏是${units.length}类单位各自的分值（${names}），按每类单位一份导入，每类单位只评自己的一份；如果不是，请核对这几栏的用途`,
  );
}
