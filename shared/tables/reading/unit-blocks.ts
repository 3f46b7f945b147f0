import { type Points, showPoints } from '../../values/points.ts';
import { joinLines } from '../cells/cell-texts.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';

/** So many blocks of the same sum are lists for one kind of unit each. */
const FEWEST = 3;

/**
 * Blocks of which each alone makes up the sum declared for all of them ("各60分考核"): one list for each kind of unit,
 * whose name is the block's. Its items are for that unit alone.
 */
export function readUnitBlocks(state: TableState): void {
  for (const node of allGrowing(state.roots)) {
    if (node.kind !== 'section' || node.fullScore === undefined) continue;
    const declared = node.fullScore;
    const blocks = blocksOf(node, declared);
    if (blocks.length >= FEWEST) readSections(state, node, blocks, declared);
    else readDepartments(state, node, declared);
  }
}

function readSections(
  state: TableState,
  node: GrowingNode,
  blocks: readonly GrowingNode[],
  declared: Points,
): void {
  for (const block of blocks) {
    block.isUnitBlock = true;
    block.fullScore ??= declared;
    const unit = joinLines(block.title);
    for (const item of itemsIn(block)) item.appliesTo = [...item.appliesTo, unit];
  }
  tell(
    state,
    node,
    blocks.map(({ title }) => title),
  );
}

/** The same where the units stand in the column of departments. */
function readDepartments(state: TableState, node: GrowingNode, declared: Points): void {
  const units = new Map<string, GrowingNode[]>();
  const items = itemsIn(node);
  for (const item of items) units.set(item.department, [...(units.get(item.department) ?? []), item]);
  const sum = (list: readonly GrowingNode[]) =>
    list.reduce((total, { fullScore = 0 }) => total + fullScore, 0);
  const fitting = [...units.values()].filter((list) => sum(list) === declared);
  if (units.has('') || units.size < FEWEST || fitting.length * 2 <= units.size || sum(items) === declared)
    return;
  for (const [unit, list] of units) {
    for (const item of list) item.appliesTo = [...item.appliesTo, unit];
    if (sum(list) === declared) continue;
    const [made, wanted] = [showPoints(sum(list)), showPoints(declared)];
    const row = list[0]?.sourceRows[0]?.row ?? 0;
    state.warn('blockSum', row, `“${unit}”各项合计${made}分，“${node.title}”标明的是${wanted}分`);
  }
  tell(state, node, [...units.keys()]);
}

function tell(state: TableState, node: GrowingNode, units: readonly string[]): void {
  const names = units.slice(0, 3).join('、');
  state.warn(
    'blocksByUnit',
    node.sourceRows[0]?.row ?? 0,
    `“${node.title}”按${units.length}类单位各一份导入（${names}等），每类单位只评自己的一份；如果不是，请在“结构”里改适用单位`,
  );
}

function itemsIn(node: GrowingNode): GrowingNode[] {
  return allGrowing(node.children).filter(({ kind }) => kind === 'item');
}

/** The sections at one depth below a node, where most of them sum to its score and all together to far more. */
function blocksOf(node: GrowingNode, declared: number): GrowingNode[] {
  let level = node.children;
  while (level.length > 0) {
    const sections = level.filter(({ kind }) => kind === 'section');
    const fitting = sections.filter((each) => sumOf(each) === declared);
    if (sections.length >= FEWEST && fitting.length * 2 > sections.length && sections.length === level.length)
      return sections;
    level = sections.flatMap(({ children }) => children);
  }
  return [];
}

function sumOf(node: GrowingNode): number {
  return allGrowing(node.children).reduce(
    (sum, { kind, fullScore = 0, sign }) =>
      sum + (kind === 'item' && sign !== '-' && sign !== '+' ? fullScore : 0),
    0,
  );
}
