import { CONTINUED } from '../cells/cell-texts.ts';
import { namesBlock, sideOf } from '../cells/sides.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { deepestLevel } from './row-roles.ts';
import type { TableState } from './table-state.ts';

/** Some first-level cell stands for several rows, or goes on from the page before: then such cells are sections, never titles. */
export function firstLevelGroups({ items }: TableState): boolean {
  return items.some(
    ({ parent }) => parent?.depth === 1 && (parent.children.length > 1 || CONTINUED.test(parent.title)),
  );
}

/** Gives items the names that level cells hold for them alone; `groupsRows`: {@link firstLevelGroups} of any part. */
export function nameItems({ roots, reader, map }: TableState, groupsRows: boolean): void {
  // Items that have taken the name of their level cell.
  const titled = new Set<GrowingNode>();
  const inWords = reader.scores.item < 0;
  collapseTitles(roots, titled, { groupsRows, inWords });
  collapseWhole(roots, titled, { deepest: deepestLevel(map.roles), inWords });
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
  if (fromLevels.size === 0 || ![...fromLevels].every((node) => isSingle(node, titled))) return;
  // One level column alone groups the rows of the whole table, unless it names each of them.
  if ([...fromLevels].some(({ depth }) => depth === 1) && table.groupsRows) return;
  takeNames(siblings, fromLevels, titled, table.inWords);
}

/** 出勤 over both columns of levels, beside 业绩 | 产量, where the lowest level names the items: it names its own. */
function collapseWhole(
  roots: GrowingNode[],
  titled: Set<GrowingNode>,
  table: { readonly deepest: number; readonly inWords: boolean },
): void {
  const sections = allGrowing(roots).filter(({ kind }) => kind === 'section');
  if (sections.some(({ depth, isWhole }) => depth === table.deepest && !isWhole)) return;
  for (const siblings of [roots, ...sections.map(({ children }) => children)])
    takeNames(
      siblings,
      new Set(siblings.filter((node) => node.isWhole && isSingle(node, titled))),
      titled,
      table.inWords,
    );
}

/** One item alone, without a name of its own level. */
function isSingle({ children: [item, ...others] }: GrowingNode, titled: ReadonlySet<GrowingNode>): boolean {
  return item?.kind === 'item' && others.length === 0 && item.depth === 0 && !titled.has(item);
}

/** Puts the one item of each of these sections in its place, with its name. */
function takeNames(
  siblings: GrowingNode[],
  sections: ReadonlySet<GrowingNode>,
  titled: Set<GrowingNode>,
  inWords: boolean,
): void {
  siblings.forEach((node, i) => {
    if (!sections.has(node)) return;
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
    if (inWords) item.fullScore = node.fullScore ?? item.fullScore;
    else item.fullScore ??= node.fullScore;
    siblings[i] = item;
  });
}

/** 加分项 
/** 加分项 beside a text that says what for: it names the block, not the entry; 奖扣分项目 is better than one of its cases. */
function isBlockOfTexts({ title, children }: GrowingNode): boolean {
  return (
    namesBlock(title) &&
    sideOf(title) !== 'both' &&
    children.every((child) => child.title !== '' && child.title !== title)
  );
}
