import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { partsOf } from '../../standard/basis.ts';
import { sortedJson } from '../../values/sorted-json.ts';
import { holdsItems } from '../draft/node-texts.ts';
import { update } from '../draft/draft-edits.ts';
import { allNodes } from '../draft/nodes.ts';
import type { DraftNode, StandardDraft } from '../standard-draft.ts';
import { madeStandard } from './import-state.ts';
import type { IdentityDraft, ImportState } from './schema.ts';

/** A part of the standard that is ticked as a whole, with the rows of the draft that it is made of. */
export interface ComparedPart {
  readonly title: string;
  /** As in `Part` of standard/basis.ts. */
  readonly tick: string;
  /** Of 总则: none; it is one row of its own. */
  readonly nodes: readonly DraftNode[];
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
  const blocks = (['bonus', 'penalty', 'veto'] as const).map((kind) =>
    all.filter(
      (node) =>
        node.kind === kind ||
        (heads.includes(node) &&
          allNodes(node.children).find((each) => each.kind !== 'section')?.kind === kind),
    ),
  );
  const groups = [[], ...sections, ...blocks.filter((nodes) => nodes.length > 0)];
  return partsOf(madeStandard(draft, identity)).map(({ title, tick }, index) => ({
    ...{ title, tick },
    nodes: groups[index] ?? [],
  }));
}

const looks = new WeakMap<DraftNode, string>();

/** Says that a row was looked at as it stands: the beginning of the SHA-256 of its content. Another content is looked at anew. */
export function lookOf(node: DraftNode): string {
  const look = looks.get(node) ?? hashOf(node);
  looks.set(node, look);
  return look;
}

function hashOf({ id: _, children: _children, sourceRows: _rows, ...content }: DraftNode): string {
  return bytesToHex(sha256(utf8ToBytes(sortedJson(content)))).slice(0, 32);
}

/** It is saved as it was read, without a further word. */
function isShown({ kind, proposal }: DraftNode): boolean {
  return kind === 'item' ? proposal?.confidence !== 'likely' : kind !== 'section';
}

/**
 * A row, or 总则 where `id` is '', is found to be as in the original, or not any more. The part whose last row it is gets
 * its tick, and loses it with any of them.
 */
export function withLook(state: ImportState, id: string, isLooked: boolean): ImportState {
  const { draft, identity, looked = [] } = state;
  if (!draft) return state;
  const parts = comparedParts(draft, identity);
  const part = id === '' ? parts[0] : parts.find(({ nodes }) => nodes.some((node) => node.id === id));
  const node = part?.nodes.find((each) => each.id === id);
  if (!part || (id !== '' && !node)) return state;
  // What is saved of it was shown beside it: a rule that is sure, and what counts of an entry, are taken with it.
  const isTaken = isLooked && node && !node.accepted && isShown(node);
  const decided = isTaken ? update(draft, node.id, { accepted: true }) : draft;
  const mark = node && lookOf(isTaken ? { ...node, accepted: true } : node);
  const marks = looked.filter((each) => each !== mark);
  const now = isLooked && mark !== undefined ? [...marks, mark] : marks;
  const nodes = isTaken
    ? part.nodes.map((each) => (each === node ? { ...each, accepted: true } : each))
    : part.nodes;
  const isWhole = isLooked && nodes.every((each) => now.includes(lookOf(each)));
  const others = identity.ticked.filter((tick) => tick !== part.tick);
  return {
    ...state,
    ...(isTaken && { draft: decided, edited: true }),
    looked: now,
    identity: { ...identity, ticked: isWhole ? [...others, part.tick] : others },
  };
}
