import { CAP_LABELS, CAP_SIDES, type Capped, type CapSide, capOf } from '../draft/block-caps.ts';
import { allNodes } from '../draft/nodes.ts';
import type { DraftNode } from '../standard-draft.ts';
import type { Points } from '../../values/points.ts';
import { changedFields, type Field, isSameRow, OF_THE_TEXT } from './corrections.ts';

type Nodes = readonly DraftNode[];

/** As it was read, and in which fields it is otherwise now. */
interface ChangedRow {
  readonly was: DraftNode;
  readonly fields: readonly Field[];
}

/** What a clerk made of a reading. */
export interface ByHand {
  /** By id. */
  readonly changed: ReadonlyMap<string, ChangedRow>;
  /** Ids of those that no row of the table became. */
  readonly added: ReadonlySet<string>;
  /** As they were read: what they said is nowhere now. */
  readonly removed: Nodes;
  /** Caps of blocks that are others now, as they were read. */
  readonly caps: ReadonlyMap<CapSide, Points | undefined>;
  /** The line that has to be reached, as it was read; absent where it is still that. */
  readonly line?: { readonly was: Points | undefined };
}

/** Nodes never change: a table of thousands of rows is compared anew with each stroke. */
const compared = new WeakMap<DraftNode, ChangedRow>();

function comparedWith(was: DraftNode, node: DraftNode): ChangedRow {
  const known = compared.get(node);
  if (known?.was === was) return known;
  const all = changedFields(was, node).filter((field) => field !== 'accepted');
  // Another text, or score, has another rule of itself.
  const isRetold = (['kind', 'criterion', 'fullScore'] as const).some((field) => all.includes(field));
  const fields = isRetold ? all.filter((field) => !OF_THE_TEXT.includes(field)) : all;
  const other = { was, fields };
  compared.set(node, other);
  return other;
}

/** The line as it was read, and as it is. */
export interface Lines {
  readonly read: Points | undefined;
  readonly mine: Points | undefined;
}

/** That a rule was found right is no change; nor is where a row stands. */
export function byHand(read: Capped, mine: Capped, lines?: Lines): ByHand {
  const before = new Map(allNodes(read.nodes).map((node) => [node.id, node]));
  const now = allNodes(mine.nodes);
  const changed = new Map<string, ChangedRow>();
  const added = new Set<string>();
  for (const node of now) {
    const was = before.get(node.id);
    if (!was || !isSameRow(was, node)) {
      added.add(node.id);
      continue;
    }
    const other = comparedWith(was, node);
    if (other.fields.length > 0) changed.set(node.id, other);
  }
  const kept = new Map(now.map((node) => [node.id, node]));
  const rows = new Set(now.filter(({ kind }) => kind !== 'section').flatMap(rowKeys));
  const words = now.map(({ title, criterion }) => title + criterion).join('\n');
  const removed = allNodes(read.nodes).filter((was) => {
    if (isSameRow(was, kept.get(was.id))) return false;
    // What was merged into another row, or took its words along, is there.
    return was.kind === 'section' ? !words.includes(was.title) : !rowKeys(was).some((row) => rows.has(row));
  });
  const caps = new Map(
    CAP_SIDES.filter((side) => capOf(read, side) !== capOf(mine, side)).map((side) => [
      side,
      capOf(read, side),
    ]),
  );
  const isLine = lines && lines.read !== lines.mine;
  return { changed, added, removed, caps, ...(isLine ? { line: { was: lines.read } } : {}) };
}

export function isAsRead({ changed, added, removed, caps, line }: ByHand): boolean {
  return changed.size + added.size + removed.length + caps.size === 0 && !line;
}

/** 手工改过 3 条、加了 1 条、删了 2 条. */
export function byHandWords({ changed, added, removed, caps, line }: ByHand): string {
  const parts = [
    changed.size > 0 && `手工改过 ${changed.size} 条`,
    added.size > 0 && `加了 ${added.size} 条`,
    removed.length > 0 && `删了 ${removed.length} 条`,
    ...CAP_SIDES.map((side) => caps.has(side) && `改了${CAP_LABELS[side]}`),
    line !== undefined && '改了推荐分数线',
  ];
  return parts.filter((part) => part !== false).join('、');
}

function rowKeys({ sourceRows }: DraftNode): string[] {
  return sourceRows.map(({ table, row }) => `${table}:${row}`);
}
