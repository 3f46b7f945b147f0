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
    if (blocks.length < FEWEST) continue;
    for (const block of blocks) {
      block.isUnitBlock = true;
      block.fullScore ??= declared;
      const unit = joinLines(block.title);
      for (const item of allGrowing(block.children))
        if (item.kind === 'item') item.appliesTo = [...item.appliesTo, unit];
    }
    state.warn(
      'blocksByUnit',
      node.sourceRows[0]?.row ?? 0,
      `“${node.title}”按${blocks.length}类单位各一份导入（${blocks
        .slice(0, 3)
        .map(({ title }) => title)
        .join('、')}等），每类单位只评自己的一份；如果不是，请在“结构”里改适用单位`,
    );
  }
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
