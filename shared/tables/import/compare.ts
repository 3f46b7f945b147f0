import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { partsOf } from '../../standard/basis.ts';
import { sortedJson } from '../../values/sorted-json.ts';
import { CAP_SIDES, type CapSide, capOf } from '../draft/block-caps.ts';
import { holdsItems } from '../draft/node-texts.ts';
import { update } from '../draft/draft-edits.ts';
import { allNodes } from '../draft/nodes.ts';
import type { DraftNode, StandardDraft } from '../standard-draft.ts';
import { madeStandard } from './import-state.ts';
import type { Points } from '../../values/points.ts';
import type { IdentityDraft, ImportState } from './schema.ts';

/** A part of the standard that is ticked as a whole, with the rows of the draft that it is made of. */
export interface ComparedPart {
  readonly title: string;
  /** As in `Part` of standard/basis.ts. */
  readonly tick: string;
  /** Of 总则: none; it is one row of its own. */
  readonly nodes: readonly DraftNode[];
  /** The block whose cap on all of its entries is a row of it. */
  readonly cap: CapSide | undefined;
}

/** Drafts never change: each tick asks for the parts before it and after it, the page once more. */
const known = new WeakMap<
  StandardDraft,
  { readonly identity: IdentityDraft; readonly parts: readonly ComparedPart[] }
>();

/** The parts in the order in which they are ticked. Rows that become nothing of the standard are in none. */
export function comparedParts(draft: StandardDraft, identity: IdentityDraft): readonly ComparedPart[] {
  const found = known.get(draft);
  if (found && isSameButTicks(found.identity, identity)) return found.parts;
  const parts = partsIn(draft, identity);
  known.set(draft, { identity, parts });
  return parts;
}

function isSameButTicks(one: IdentityDraft, other: IdentityDraft): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof IdentityDraft)[];
  return names.every((name) => name === 'ticked' || name === 'checkedBy' || one[name] === other[name]);
}

function partsIn(draft: StandardDraft, identity: IdentityDraft): ComparedPart[] {
  const held = draft.nodes.filter(holdsItems);
  const inside = (node: DraftNode): DraftNode[] => [
    node,
    ...node.children.filter(holdsItems).flatMap(inside),
  ];
  const isFlat = held.every(({ kind }) => kind === 'item');
  const sections = isFlat ? [held.flatMap(inside)] : held.map(inside);
  const all = allNodes(draft.nodes);
  // A heading of nothing but entries is read with the first of them.
  const heads = all.filter((node) => node.kind === 'section' && !holdsItems(node));
  const blocks = BLOCKS.map((kind) =>
    all.filter(
      (node) =>
        node.kind === kind ||
        (heads.includes(node) &&
          allNodes(node.children).find((each) => each.kind !== 'section')?.kind === kind),
    ),
  );
  const groups = [[], ...sections, ...blocks.filter((nodes) => nodes.length > 0)];
  return partsOf(madeStandard(draft, identity)).map(({ title, tick }, index) => {
    const nodes = groups[index] ?? [];
    const cap = CAP_SIDES.find((side) => nodes === blocks[BLOCKS.indexOf(side)]);
    return { title, tick, nodes, cap };
  });
}

const BLOCKS = ['bonus', 'penalty', 'veto'] as const;

const looks = new WeakMap<DraftNode, string>();

/** Says that a row was looked at as it stands: the beginning of the SHA-256 of its content. Another content is looked at anew. */
export function lookOf(node: DraftNode): string {
  const look = looks.get(node) ?? hashOf(node);
  looks.set(node, look);
  return look;
}

function hashOf({ id: _, children: _children, sourceRows: _rows, ...content }: DraftNode): string {
  return digest(content);
}

function digest(content: object): string {
  return bytesToHex(sha256(utf8ToBytes(sortedJson(content)))).slice(0, 32);
}

/** The same of the cap of a block. */
export function lookOfCap(side: CapSide, cap: Points | undefined): string {
  return digest({ blockCap: side, cap });
}

/** All that is looked at in a part. */
export function marksOf({ nodes, cap }: Pick<ComparedPart, 'nodes' | 'cap'>, draft: StandardDraft): string[] {
  return [...nodes.map(lookOf), ...(cap ? [lookOfCap(cap, capOf(draft, cap))] : [])];
}

/** It is saved as it was read, without a further word. */
function isShown({ kind, proposal }: DraftNode): boolean {
  return kind === 'item' ? proposal?.confidence !== 'likely' : kind !== 'section';
}

interface Looked {
  readonly id?: string | undefined;
  readonly cap?: CapSide | undefined;
}

/**
 * A row, the cap of a block, or 总则 where neither is named, is found to be as in the original, or not any more. The part whose last row it is gets
 * its tick, and loses it with any of them.
 */
export function withLook(state: ImportState, { id, cap }: Looked, isLooked: boolean): ImportState {
  const { draft, identity, looked = [] } = state;
  if (!draft) return state;
  const parts = comparedParts(draft, identity);
  const part =
    id !== undefined
      ? parts.find(({ nodes }) => nodes.some((node) => node.id === id))
      : cap
        ? parts.find((each) => each.cap === cap)
        : parts[0];
  const node = part?.nodes.find((each) => each.id === id);
  if (!part) return state;
  // What is saved of it was shown beside it: a rule that is sure, and what counts of an entry, are taken with it.
  const isTaken = isLooked && node && !node.accepted && isShown(node);
  const decided = isTaken ? update(draft, node.id, { accepted: true }) : draft;
  const mark = node
    ? lookOf(isTaken ? { ...node, accepted: true } : node)
    : cap && lookOfCap(cap, capOf(draft, cap));
  const marks = looked.filter((each) => each !== mark);
  const now = isLooked && mark !== undefined ? [...marks, mark] : marks;
  const nodes = isTaken
    ? part.nodes.map((each) => (each === node ? { ...each, accepted: true } : each))
    : part.nodes;
  const isWhole = isLooked && marksOf({ ...part, nodes }, draft).every((each) => now.includes(each));
  const others = identity.ticked.filter((tick) => tick !== part.tick);
  return {
    ...state,
    ...(isTaken && { draft: decided, edited: true }),
    looked: now,
    identity: { ...identity, ticked: isWhole ? [...others, part.tick] : others },
  };
}
