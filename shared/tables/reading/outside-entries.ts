import { namesBlock, type Side, sideOf } from '../cells/sides.ts';
import { squeeze } from '../rule-text/compact.ts';
import { isCaseOf } from './block-rows.ts';
import { listsVetoes, sideOfCaption } from './captions.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { blockIn } from './adjustment-entries.ts';
import { entriesFrom } from './entries.ts';
import type { TableState } from './table-state.ts';

/** What an item turned into, for the rows that were read as it. */
export interface Became {
  readonly first: GrowingNode;
  /** Chinese: the kinds of all that it became. */
  readonly reason: string;
}

const KINDS: Record<GrowingNode['kind'], string> = {
  section: '上级指标',
  item: '评分项',
  bonus: '加分项',
  penalty: '扣分项',
  veto: '一票否决',
};

/** Gives items their rules, and takes out of the tree's full score what is bonus, penalty or veto. */
export function sortEntries(state: TableState): ReadonlyMap<GrowingNode, Became> {
  const became = new Map<GrowingNode, Became>();
  if (listsVetoes(state.table, state.map, state.reader.headings))
    for (const { node } of state.items) if (node.fullScore === undefined) state.vetoCells.set(node, '是');
  putOutside(
    state,
    state.roots,
    sideOfCaption(state.table) ?? sideOfHead(state) ?? sideOfHeadings(state),
    became,
  );
  return became;
}

/** 加分项（最高5分） merged over the headings. */
export function sideOfHead({ map, reader: { grid } }: TableState): Side {
  const [only, ...others] = map.headerFrom > 0 ? grid.cellsIn(map.headerFrom - 1) : [];
  return only && others.length === 0 && namesBlock(only.text) ? sideOf(only.text) : undefined;
}

/** 市级通报 | 扣2分 among what is added. */
function tellOtherSide({ warn }: TableState, node: GrowingNode, side: Side, block: Side): void {
  const row = node.sourceRows[0]?.row ?? 0;
  const [is, among] = [side, block].map((each) => (each === 'bonus' ? '加分' : '扣分'));
  warn('sideFromWords', row, `第${row}行在${among}里，写的是${is}，按${is}项写入，请核对`);
}

/** 奖励事项 | 奖励标准 without a column of scores: all that the table has is added, or taken; 积分标准 over 每次加2分 alike. */
function sideOfHeadings({ map, reader, items }: TableState): Side {
  const headings = map.roles.flatMap((role, column) =>
    role === 'content' || role === 'criterion' ? [squeeze(reader.headings[column] ?? '')] : [],
  );
  if (reader.scores.item >= 0 || items.some(({ node }) => node.fullScore !== undefined)) return undefined;
  const sides = items.map(({ node }) => (node.bonus === '' ? spokenSideOf(node.criterion) : 'bonus'));
  // Deductions alone are from a full score that is missing.
  if (sides.length > 1 && sides.every((side) => side !== undefined) && sides.includes('bonus')) return 'both';
  if (headings.length < 2) return undefined;
  if (headings.every((heading) => /^(?:奖励|加分)/.test(heading))) return 'bonus';
  return headings.every((heading) => /^(?:扣分|惩罚)/.test(heading)) ? 'penalty' : undefined;
}

/** Items become bonus, penalty or veto entries where their section, title or texts say so. */
function putOutside(
  state: TableState,
  siblings: GrowingNode[],
  side: Side,
  became: Map<GrowingNode, Became>,
): void {
  const sorted = siblings.flatMap((node): GrowingNode[] => {
    const own = sideOf(node.title) ?? sideOf(blockIn(node)) ?? side;
    if (node.kind === 'section') {
      for (const child of node.children)
        if (child.fullScore === undefined && isCaseOf(node.title, child.title + child.criterion))
          state.vetoCells.set(child, '是');
      putOutside(state, node.children, own, became);
      return [node];
    }
    if (node.kind !== 'item') return [node];
    if (node.title === '') node.title = '未命名';
    // The sign of the score says which, in a block of both and against its block.
    const signed = node.sign === '' || node.sign === '±' ? undefined : SIDES[node.sign];
    const at = signed ?? own ?? SIDES[node.sign] ?? spokenSide(state, node, siblings);
    if (signed && own && own !== 'both' && own !== signed) tellOtherSide(state, node, signed, own);
    const entries = entriesFrom(node, at, state.vetoCells.get(node) ?? '', state.warn);
    const [first] = entries;
    if (first) became.set(node, { first, reason: entries.map(({ kind }) => KINDS[kind]).join('和') });
    return entries;
  });
  siblings.length = 0;
  for (const node of sorted) siblings.push(node);
}

const SCORED = /[得计]\d|得满分|不得分/;
/** Gives points on top, or takes them, and says nothing of points within the full score. */
export function spokenSideOf(text: string): 'bonus' | 'penalty' | undefined {
  const words = squeeze(text);
  const [gives, takes] = [/[加奖]\d[\d.]*分/.test(words), /[扣减罚]\d[\d.]*分/.test(words)];
  if (gives === takes || SCORED.test(words)) return undefined;
  return gives ? 'bonus' : 'penalty';
}

/** What an item without a score among scored ones is by its words; a deduction only beside a full score of 100. */
function spokenSide(
  { reader, roots, vetoCells, grades, hasOtherTable, warn }: TableState,
  node: GrowingNode,
  siblings: readonly GrowingNode[],
): Side {
  if (reader.scores.item < 0 || node.fullScore !== undefined || grades.has(node)) return undefined;
  if ((vetoCells.get(node) ?? '') !== '') return undefined;
  const side = spokenSideOf(node.criterion);
  if (side === undefined) return undefined;
  const scores = allGrowing(roots).flatMap(({ kind, fullScore, sign }) =>
    kind === 'item' && sign === '' ? (fullScore ?? []) : [],
  );
  const all = scores.reduce((sum, points) => sum + points, 0);
  // In a section with scored rows it may share a score that was merged over them.
  const isApart = () =>
    !hasOtherTable &&
    siblings === roots &&
    siblings.slice(siblings.indexOf(node)).every((each) => !isScored(each));
  if (scores.length === 0 || (side === 'penalty' && (all !== HUNDRED || !isApart()))) return undefined;
  const row = node.sourceRows[0]?.row ?? 0;
  warn('sideFromWords', row, `第${row}行没有分值，按文字写为${KINDS[side]}，请核对`);
  return side;
}

function isScored(node: GrowingNode): boolean {
  return allGrowing([node]).some(({ kind, fullScore }) => kind === 'item' && fullScore !== undefined);
}

/** 100 points. */
const HUNDRED = 10_000;

const SIDES: Record<GrowingNode['sign'], Side> = { '': undefined, '+': 'bonus', '-': 'penalty', '±': 'both' };
