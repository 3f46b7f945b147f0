import { CONTINUED } from '../cells/cell-texts.ts';
import { sideOf } from '../cells/sides.ts';
import { namesBlock } from './block-rows.ts';
import type { GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';

/** Some first-level cell stands for several rows, or goes on from the page before: then such cells are sections, never titles. */
export function firstLevelGroups({ items }: TableState): boolean {
  return items.some(
    ({ parent }) => parent?.depth === 1 && (parent.children.length > 1 || CONTINUED.test(parent.title)),
  );
}

/** Gives items the names that level cells hold for them alone; `groupsRows`: {@link firstLevelGroups} of any part. */
export function nameItems({ roots, reader }: TableState, groupsRows: boolean): void {
  // Items that have taken the name of their level cell.
  const titled = new Set<GrowingNode>();
  collapseTitles(roots, titled, { groupsRows, inWords: reader.scores.item < 0 });
}

/** A deepest level cell with a single row under it is that row's title, where all beside it are such. */
function collapseTitles(
  siblings: GrowingNode[],
  titled: Set<GrowingNode>,
  table: { readonly groupsRows: boolean; readonly inWords: boolean },
): void {
  for (const node of siblings) if (node.kind === 'section') collapseTitles(node.children, titled, table);
  const fromLevels = new Set(
    siblings.filter(
      (node) => node.kind === 'section' && node.depth > 0 && !node.isUnitBlock && !isBlockOfTexts(node),
    ),
  );
  const single = ({ children }: GrowingNode) =>
    children.length === 1 &&
    children[0]?.kind === 'item' &&
    children[0].depth === 0 &&
    !titled.has(children[0]);
  if (fromLevels.size === 0 || ![...fromLevels].every(single)) return;
  // One level column alone groups the rows of the whole table, unless it names each of them.
  if ([...fromLevels].some(({ depth }) => depth === 1) && table.groupsRows) return;
  siblings.forEach((node, i) => {
    if (!fromLevels.has(node)) return;
    const [item] = node.children;
    if (!item) return;
    item.title = node.title;
    // What its name left out, and what stands in its cell besides.
    if (node.criterion !== '') item.criterion = [node.criterion, item.criterion].join('\n\n');
    if (node.department !== '' && item.department === '') item.department = node.department;
    item.sourceRows = [
      ...node.sourceRows,
      ...item.sourceRows.filter(({ row }) => node.sourceRows.every((own) => own.row !== row)),
    ];
    titled.add(item);
    item.number ||= node.number;
    // 组织领导（30分） says it, whatever points the words beside it name; a 分值 column says it better.
    if (table.inWords) item.fullScore = node.fullScore ?? item.fullScore;
    else item.fullScore ??= node.fullScore;
    siblings[i] = item;
  });
}

/** 加分项 beside a text that says what for: it names the block, not the entry; 奖扣分项目 is better than one of its cases. */
function isBlockOfTexts({ title, children }: GrowingNode): boolean {
  return (
    namesBlock(title) &&
    sideOf(title) !== 'both' &&
    children.every((child) => child.title !== '' && child.title !== title)
  );
}
