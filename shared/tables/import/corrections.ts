import { pairUp, plainText } from '../../values/pair.ts';
import { sortedJson } from '../../values/sorted-json.ts';
import type { Capped } from '../draft/block-caps.ts';
import { withProposals } from '../draft/node-edits.ts';
import { allNodes } from '../draft/nodes.ts';
import { type DraftNode, nodeFields, type StandardDraft } from '../standard-draft.ts';
import { carriedCaps } from './carried-caps.ts';
import { DraftTree } from './draft-tree.ts';
import { pairRows } from './row-pairs.ts';

type Nodes = readonly DraftNode[];
type Pairs = ReadonlyMap<DraftNode, DraftNode>;

/** What a clerk put right by hand in an earlier reading. */
export interface Handwork {
  /** As it was read. */
  readonly was: Capped;
  /** As it stands after every change. */
  readonly mine: Capped;
}

interface Taken {
  readonly draft: StandardDraft;
  /** Corrections that are in it: of a row its fields together, its place, that it was added, that it was removed; the cap of a block. */
  readonly kept: number;
  /** Those that are not, in words: 第二条“服务台账”：分值的原文改了. */
  readonly left: readonly string[];
}

/**
 * The tables of the same file read otherwise (other columns, say), with what was put right by hand: that goes before what
 * is read now. Rows are the same where they stand in the same rows of the source.
 */
export function withHandwork(fresh: StandardDraft, hand: Handwork): Taken {
  const pairs = pairsByRow(hand.was.nodes, fresh.nodes);
  return take(fresh, hand, { pairs, unsure: new Set(), aside: () => undefined, isSameFile: true });
}

/**
 * Another edition of the table, with what was put right in the one before: where its words are still what they were, in a
 * row of which it is sure that it is the same (`pairRows`). `aside`: where a row that was not read stands all the same.
 */
export function withHandworkOfBefore(
  fresh: StandardDraft,
  hand: Handwork,
  aside: (node: DraftNode) => string | undefined = () => undefined,
): Taken {
  const { pairs, unsure } = pairRows(hand.was.nodes, fresh.nodes);
  return take(fresh, hand, { pairs, unsure, aside, isSameFile: false });
}

interface By {
  readonly pairs: Pairs;
  /** Rows of before of which it is not known which they are now. */
  readonly unsure: ReadonlySet<DraftNode>;
  readonly aside: (node: DraftNode) => string | undefined;
  readonly isSameFile: boolean;
}

function take(fresh: StandardDraft, hand: Handwork, by: By): Taken {
  const tree = new DraftTree(fresh.nodes);
  const before = new DraftTree(hand.was.nodes);
  const after = new DraftTree(hand.mine.nodes);
  const moved = reordered(before, after);
  const paired = new Map([...by.pairs].map(([old, now]) => [old.id, now.id]));
  const idNow = new Map<string, string>();
  for (const node of after.all()) {
    const now = isSameRow(before.get(node.id), node) ? paired.get(node.id) : undefined;
    if (now !== undefined) idNow.set(node.id, now);
  }
  const left: string[] = [];
  let kept = 0;
  const done = (node: DraftNode, why: string | undefined): void => {
    if (why === undefined) kept += 1;
    else left.push(`${node.code}“${node.title.slice(0, 20)}”：${why}`);
  };
  // Parents first, so that what was added is there for what was moved into it.
  for (const node of after.all()) {
    const old = before.get(node.id);
    if (!old || !isSameRow(old, node)) {
      idNow.set(node.id, tree.add(node));
      done(node, place(tree, after, { node, idNow }) ? undefined : '原来的上一级找不到了');
      continue;
    }
    const changed = changedFields(old, node);
    const isMoved = before.parentOf(node.id) !== after.parentOf(node.id) || moved.has(node.id);
    const id = idNow.get(node.id);
    if (id === undefined) {
      if (isMoved || changed.some((field) => field !== 'accepted')) done(node, absence(old, by));
      continue;
    }
    if (by.isSameFile) tree.set(id, { ...node, ...tree.get(id), sourceRows: node.sourceRows });
    if (changed.length > 0) {
      const why = correct(tree, { id, old, node, changed }, by);
      // That a rule was found right is no correction.
      if (changed.some((field) => field !== 'accepted')) done(node, why);
    }
    if (isMoved) done(node, place(tree, after, { node, idNow }) ? undefined : '原来的上一级找不到了');
  }
  for (const old of before.all().reverse()) {
    const id = paired.get(old.id);
    if (isSameRow(old, after.get(old.id))) continue;
    if (id === undefined) {
      if (by.unsure.has(old)) done(old, `${UNSURE}，没有删除`);
      continue;
    }
    const now = tree.get(id);
    const isOther =
      !by.isSameFile && now !== undefined && plainText(now.criterion) !== plainText(old.criterion);
    done(old, isOther ? '原文改了，没有删除' : tree.remove(id) ? undefined : '下面有新的条目，没有删除');
  }
  const caps = carriedCaps(withProposals({ ...fresh, nodes: tree.nodes() }), hand, by.isSameFile);
  return { draft: caps.draft, kept: kept + caps.kept, left: [...left, ...caps.left] };
}

const UNSURE = '有几条一样的，分不清是哪一条';

function absence(old: DraftNode, { unsure, aside }: By): string {
  return aside(old) ?? (unsure.has(old) ? UNSURE : '新的表里没有这一条');
}

/** A row that was added can have the id of one that was removed: of the rows of that one it has none. */
export function isSameRow(old: DraftNode | undefined, node: DraftNode | undefined): boolean {
  const [were, are] = [old, node].map((each) => each?.sourceRows.map(({ table, row }) => `${table}:${row}`));
  return (
    were !== undefined && are !== undefined && (were.length === 0 || were.some((row) => are.includes(row)))
  );
}

export type Field = keyof typeof nodeFields;
const FIELDS = Object.keys(nodeFields) as Field[];
/** What says how a text is scored: it holds for that text alone. */
export const OF_THE_TEXT: readonly Field[] = ['proposal', 'accepted', 'adjustment', 'vetoEffect'];
export const FIELD_NAMES: Partial<Record<Field, string>> = {
  ...{
    kind: '类型',
    code: '编号',
    title: '名称',
    criterion: '评分标准',
    fullScore: '分值',
    evidence: '佐证材料',
  },
  ...{
    methods: '评价方式',
    department: '责任部门',
    deadline: '完成时限',
    note: '备注',
    appliesTo: '适用单位',
    weight: '权重',
    proposal: '规则',
    adjustment: '每次的分',
    vetoEffect: '否决的后果',
  },
};

export function changedFields(old: DraftNode, node: DraftNode): Field[] {
  return FIELDS.filter((field) => sortedJson(old[field]) !== sortedJson(node[field]));
}

/** Undefined where all of it was taken over; else why not. */
function correct(
  tree: DraftTree,
  { id, old, node, changed }: { id: string; old: DraftNode; node: DraftNode; changed: readonly Field[] },
  { isSameFile }: { readonly isSameFile: boolean },
): string | undefined {
  const now = tree.get(id);
  if (!now) return '新的表里没有这一条';
  const asRead = (field: Field) => sortedJson(now[field]) === sortedJson(old[field]);
  const isText = (field: Field) => OF_THE_TEXT.includes(field);
  const own = changed.filter((field) => !isText(field));
  const over = isSameFile
    ? []
    : own.filter((field) => !asRead(field) && sortedJson(now[field]) !== sortedJson(node[field]));
  const fields = own.filter((field) => !over.includes(field));
  const corrected = { ...now, ...picked(node, fields) };
  const isSameText =
    corrected.criterion === node.criterion &&
    corrected.fullScore === node.fullScore &&
    corrected.kind === node.kind;
  const retold = fields.includes('criterion') || fields.includes('fullScore');
  const rules = changed.filter(isText);
  tree.set(id, {
    ...corrected,
    ...(isSameText ? picked(node, rules) : retold && { proposal: undefined, accepted: false }),
  });
  const lost = [
    ...over.map((field) => FIELD_NAMES[field] ?? ''),
    ...(!isSameText && rules.some((field) => field !== 'accepted') ? ['规则'] : []),
  ];
  return lost.length === 0
    ? undefined
    : `${lost.filter((name) => name !== '').join('、')}的原文改了，按新的读取`;
}

function picked(node: DraftNode, fields: readonly Field[]): Partial<DraftNode> {
  return Object.fromEntries(fields.map((field) => [field, node[field]]));
}

/** Under the parent that it has by hand, behind the nearest one before it that is there. */
function place(
  tree: DraftTree,
  after: DraftTree,
  { node, idNow }: { readonly node: DraftNode; readonly idNow: ReadonlyMap<string, string> },
): boolean {
  const id = idNow.get(node.id);
  const above = after.parentOf(node.id);
  const parent = above === undefined ? undefined : idNow.get(above);
  if (id === undefined || (above !== undefined && parent === undefined)) return false;
  const siblings = after.childrenOf(above);
  const behind = siblings
    .slice(0, siblings.indexOf(node.id))
    .reverse()
    .flatMap((each) => idNow.get(each) ?? []);
  return tree.place(id, parent, behind);
}

/** Ids that were moved among their siblings: all but a longest row of them whose order is what it was. */
function reordered(before: DraftTree, after: DraftTree): ReadonlySet<string> {
  return new Set(
    after.parents().flatMap((parent) => {
      const were = before.childrenOf(parent);
      const are = after.childrenOf(parent).filter((id) => were.includes(id));
      const places = are.map((id) => were.indexOf(id));
      if (places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0))) return [];
      const kept = longestAscending(places);
      return are.filter((_, index) => !kept.has(index));
    }),
  );
}

/** Indexes of a longest ascending subsequence. */
function longestAscending(numbers: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly before: number }[] = [];
  for (const each of numbers) {
    const smaller = best.flatMap((one, at) => ((numbers[at] ?? 0) < each ? [{ ...one, at }] : []));
    const from = smaller.reduce((most, one) => (one.length > most.length ? one : most), {
      length: 0,
      at: -1,
    });
    best.push({ length: from.length + 1, before: from.at });
  }
  const most = Math.max(0, ...best.map(({ length }) => length));
  const kept = new Set<number>();
  for (let at = best.findIndex(({ length }) => length === most); at >= 0; at = best[at]?.before ?? -1)
    kept.add(at);
  return kept;
}

/** The rows that it was read from; a heading that stands in rows of others has the first of those below it. */
function rowsOf(node: DraftNode): string {
  const rows =
    node.sourceRows.length > 0
      ? node.sourceRows
      : allNodes(node.children)
          .flatMap((each) => each.sourceRows)
          .slice(0, 1);
  return rows.map(({ table, row }) => `${table}:${row}`).join(' ');
}

function pairsByRow(was: Nodes, fresh: Nodes): Pairs {
  const kindOf = ({ kind }: DraftNode) => (kind === 'section' ? 'section' : 'entry');
  return pairUp(
    allNodes(was),
    allNodes(fresh),
    (node) => `${kindOf(node)} ${rowsOf(node)} ${plainText(node.title)}`,
    (node) => `${kindOf(node)} ${rowsOf(node)}`,
    (node) => `${kindOf(node)} ${rowsOf(node).split(' ')[0] ?? ''}`,
    (node) => rowsOf(node).split(' ')[0] ?? '',
  );
}
